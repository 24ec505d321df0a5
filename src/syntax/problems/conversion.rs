//! A conversion without its rates.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// `x in EUR` alone.
pub(in crate::syntax) struct IncompleteConversion {
    /// From `in` to the currency.
    pub(in crate::syntax) at: Span,
    /// The currency as written.
    pub(in crate::syntax) currency: String,
}

impl From<IncompleteConversion> for Diagnostic {
    fn from(problem: IncompleteConversion) -> Self {
        let code = super::shown(&problem.currency);
        Self::error(Code::SYNTAX_CONVERSION, format!("`in {code}` needs `at RATES on DATE`"))
            .label(problem.at, "at which rate, and of which day?")
            .help(format!("write `in {code} at inforeuro on granted_on`"))
    }
}
