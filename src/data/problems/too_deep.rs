//! Lists and maps nested too deeply.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A list or map inside too many others.
pub(in crate::data) struct TooDeep {
    /// The most that may stand inside each other.
    pub(in crate::data) limit: usize,
    /// The first one past the limit.
    pub(in crate::data) span: Span,
}

impl From<TooDeep> for Diagnostic {
    fn from(problem: TooDeep) -> Self {
        let message = format!("more than {} lists and maps stand inside each other", problem.limit);
        Self::error(Code::DATA_TOO_DEEP, message)
            .label(problem.span, "this one is too deep")
            .help("look for brackets or indentation that are opened again and again")
    }
}
