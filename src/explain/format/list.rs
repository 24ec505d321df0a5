//! Several things in one sentence.

use crate::explain::Language;
use crate::explain::words::words;

/// `a, b and c` with the language's word; no comma before it. Nothing for no parts.
pub(crate) fn join(parts: &[String], language: Language) -> String {
    join_with(parts, words(language).values.and).unwrap_or_default()
}

/// `a, b or c` with a word of one's choice; none for no parts.
pub(super) fn join_with(parts: &[String], word: &str) -> Option<String> {
    match parts {
        [] => None,
        [only] => Some(only.clone()),
        [before @ .., last] => Some(format!("{} {word} {last}", before.join(", "))),
    }
}
