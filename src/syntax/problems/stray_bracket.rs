//! A closing bracket that closes nothing.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A closing bracket without its partner.
pub(in crate::syntax) struct StrayClose {
    /// Where it stands.
    pub(in crate::syntax) at: Span,
    /// The bracket.
    pub(in crate::syntax) bracket: char,
}

impl From<StrayClose> for Diagnostic {
    fn from(problem: StrayClose) -> Self {
        Self::error(
            Code::SYNTAX_STRAY_BRACKET,
            format!("this `{}` closes nothing", problem.bracket),
        )
        .label(problem.at, "nothing is open here")
        .help("remove it, or look for the opening bracket that is missing before it")
        .fix("remove it", problem.at, "")
    }
}
