//! Something that the grammar does not take at its place.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A word or a sign where another is expected.
pub(in crate::syntax) struct Unexpected {
    /// The word or sign; empty at the end of a declaration.
    pub(in crate::syntax) at: Span,
    /// What is there, as words of a message.
    pub(in crate::syntax) found: String,
    /// What is expected, as words of a message.
    pub(in crate::syntax) expected: String,
}

impl From<Unexpected> for Diagnostic {
    fn from(problem: Unexpected) -> Self {
        let Unexpected { at, found, expected } = problem;
        Self::error(Code::SYNTAX_UNEXPECTED, format!("expected {expected}, found {found}"))
            .label(at, format!("expected {expected}"))
    }
}
