//! A literal of the right form without a value.

use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::Date;
use crate::text::{Span, Spanned};

/// A literal that stands for nothing, such as 30 February.
pub(in crate::syntax) struct NoSuchValue {
    /// The literal.
    pub(in crate::syntax) at: Span,
    /// The literal as written.
    pub(in crate::syntax) written: String,
    /// Why it has no value.
    pub(in crate::syntax) reason: String,
}

impl From<NoSuchValue> for Diagnostic {
    fn from(problem: NoSuchValue) -> Self {
        let written = super::shown(&problem.written);
        Self::error(Code::SYNTAX_NO_SUCH_VALUE, format!("`{written}`: {}", problem.reason))
            .label(problem.at, "this value")
    }
}

/// A stretch of dates that ends before it begins.
pub(in crate::syntax) struct ReversedDates {
    /// The first day.
    pub(in crate::syntax) from: Spanned<Date>,
    /// The last day.
    pub(in crate::syntax) to: Spanned<Date>,
}

impl From<ReversedDates> for Diagnostic {
    fn from(problem: ReversedDates) -> Self {
        let (from, to) = (problem.from, problem.to);
        let message = format!("`{}` is before `{}`", to.value, from.value);
        Self::error(Code::SYNTAX_NO_SUCH_VALUE, message)
            .label(to.span, "the last day")
            .label(from.span, "the first day")
            .help("write the earlier day first; both days are included")
    }
}
