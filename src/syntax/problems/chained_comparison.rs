//! Several comparisons in a row.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// `a < b < c`
pub(in crate::syntax) struct ChainedComparison {
    /// The first comparison with its right side.
    pub(in crate::syntax) first: Span,
    /// The second with its right side.
    pub(in crate::syntax) again: Span,
    /// The side between them, when the first is an order.
    pub(in crate::syntax) middle: Option<String>,
}

impl From<ChainedComparison> for Diagnostic {
    fn from(problem: ChainedComparison) -> Self {
        let diagnostic = Self::error(Code::SYNTAX_CHAINED_COMPARISON, "comparisons do not chain")
            .label(problem.again, "a second comparison")
            .label(problem.first, "the first comparison")
            .help("compare two sides at a time and join the comparisons with `and`");
        match problem.middle {
            Some(middle) => {
                let joined = format!("and {middle} ");
                let title = format!("write `… {joined}…`");
                diagnostic.fix(title, problem.again.before(), joined)
            }
            None => diagnostic,
        }
    }
}
