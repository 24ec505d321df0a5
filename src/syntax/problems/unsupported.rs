//! What the language will have but does not have yet.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A form that is not yet part of the language.
pub(in crate::syntax) struct Unsupported {
    /// Its word.
    pub(in crate::syntax) at: Span,
    /// The word as written.
    pub(in crate::syntax) word: String,
}

impl From<Unsupported> for Diagnostic {
    fn from(problem: Unsupported) -> Self {
        let message = format!("`{}` is not yet part of the language", problem.word);
        Self::error(Code::SYNTAX_UNSUPPORTED, message)
            .label(problem.at, "cannot be used yet")
            .help("give what it would compute as a fact of the proposal for now")
    }
}
