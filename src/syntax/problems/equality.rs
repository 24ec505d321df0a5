//! Other signs for equality.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// `=`, `==`, `!=` or `<>` between two values.
pub(in crate::syntax) struct Equality {
    /// The sign.
    pub(in crate::syntax) at: Span,
    /// The sign as written.
    pub(in crate::syntax) sign: &'static str,
    /// `is` or `is not`.
    pub(in crate::syntax) meant: &'static str,
}

impl From<Equality> for Diagnostic {
    fn from(problem: Equality) -> Self {
        let Equality { at, sign, meant } = problem;
        Self::error(Code::SYNTAX_EQUALITY, format!("equality is written `{meant}`, not `{sign}`"))
            .label(at, "not a comparison here")
            .fix(format!("write `{meant}`"), at, meant)
    }
}
