//! A sign whose space gives it another meaning.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A minus sign or a parenthesis with the wrong space.
pub(in crate::syntax) struct Spacing {
    /// The sign, with the space that is too much.
    pub(in crate::syntax) at: Span,
    /// What is the case.
    pub(in crate::syntax) message: &'static str,
    /// The sign as it should be written.
    pub(in crate::syntax) fix: &'static str,
}

impl From<Spacing> for Diagnostic {
    fn from(problem: Spacing) -> Self {
        let Spacing { at, message, fix } = problem;
        Self::error(Code::SYNTAX_SPACING, message)
            .label(at, "its space gives it another meaning")
            .fix(format!("write `{fix}`"), at, fix)
    }
}
