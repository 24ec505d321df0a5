//! Entries without a comma between them.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// Two entries on one line.
pub(in crate::syntax) struct MissingComma {
    /// The first of them.
    pub(in crate::syntax) after: Span,
}

impl From<MissingComma> for Diagnostic {
    fn from(problem: MissingComma) -> Self {
        Self::error(Code::SYNTAX_MISSING_COMMA, "a comma is missing between two entries")
            .label(problem.after.after(), "a comma is missing here")
            .help("separate the entries with commas, or give each a line of its own")
            .fix("put a comma", problem.after.after(), ",")
    }
}
