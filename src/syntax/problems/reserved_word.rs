//! A word of the language where a name is wanted.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A reserved word in the place of a name.
pub(in crate::syntax) struct ReservedWord {
    /// The word.
    pub(in crate::syntax) at: Span,
    /// The word as written.
    pub(in crate::syntax) word: String,
}

impl From<ReservedWord> for Diagnostic {
    fn from(problem: ReservedWord) -> Self {
        let ReservedWord { at, word } = problem;
        Self::error(Code::SYNTAX_RESERVED_WORD, format!("`{word}` is a word of the language"))
            .label(at, "a name is expected here")
            .help("choose another name, or put this one in back-ticks")
            .fix("put it in back-ticks", at, format!("`{word}`"))
    }
}
