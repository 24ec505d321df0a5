//! A message with a hole that cannot be filled.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A hole without an end or without an expression.
pub(in crate::syntax) struct BadHole {
    at: Span,
    message: &'static str,
    help: &'static str,
}

impl BadHole {
    /// A brace without its partner.
    pub(in crate::syntax) fn unclosed(at: Span) -> Self {
        let message = "this hole of the text is not closed";
        Self { at, message, help: "close it with `}`, or write `\\{` for the brace itself" }
    }

    /// Nothing between the braces.
    pub(in crate::syntax) fn empty(at: Span) -> Self {
        let message = "this hole of the text is empty";
        Self { at, message, help: "write what to show, or `\\{` for the brace itself" }
    }
}

impl From<BadHole> for Diagnostic {
    fn from(problem: BadHole) -> Self {
        Self::error(Code::SYNTAX_HOLE, problem.message).label(problem.at, "here").help(problem.help)
    }
}
