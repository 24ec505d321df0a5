//! Nesting beyond the bound.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// More brackets in each other than are read.
pub(in crate::syntax) struct TooNested {
    /// The first bracket too many.
    pub(in crate::syntax) at: Span,
    /// How many are read.
    pub(in crate::syntax) limit: usize,
}

impl From<TooNested> for Diagnostic {
    fn from(problem: TooNested) -> Self {
        let limit = problem.limit;
        Self::error(Code::SYNTAX_TOO_DEEP, format!("more than {limit} brackets in each other"))
            .label(problem.at, "this bracket is one too many")
            .help("give a name to a part with `let` or `define`")
    }
}

/// An expression with more parts in each other than later phases can walk.
pub(in crate::syntax) struct TooDeep {
    /// The part too many.
    pub(in crate::syntax) at: Span,
}

impl From<TooDeep> for Diagnostic {
    fn from(problem: TooDeep) -> Self {
        Self::error(Code::SYNTAX_TOO_DEEP, "too many operators or forms in one expression")
            .label(problem.at, "from here on it is too much")
            .help("give a name to a part with `let` or `define`, or write a list")
    }
}
