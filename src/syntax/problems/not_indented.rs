//! Something at the left margin that belongs inside.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A part of a declaration at the left margin.
pub(in crate::syntax) struct NotIndented {
    /// The first word of it.
    pub(in crate::syntax) at: Span,
}

impl From<NotIndented> for Diagnostic {
    fn from(problem: NotIndented) -> Self {
        Self::error(
            Code::SYNTAX_NOT_INDENTED,
            "this line is part of a declaration and not indented",
        )
        .label(problem.at, "at the left margin")
        .help("indent everything inside a declaration, except its closing brace")
        .fix("indent the line", problem.at.before(), "  ")
    }
}
