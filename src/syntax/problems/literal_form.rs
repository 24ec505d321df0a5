//! Numbers and dates in other notations.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A number that is not written plainly.
pub(in crate::syntax) struct NumberForm {
    /// The number.
    pub(in crate::syntax) at: Span,
    /// What is wrong with it.
    pub(in crate::syntax) message: String,
    /// What to do, when the plain form does not say it.
    pub(in crate::syntax) help: Option<String>,
    /// The plain form, when there is one.
    pub(in crate::syntax) plain: Option<String>,
}

impl From<NumberForm> for Diagnostic {
    fn from(problem: NumberForm) -> Self {
        let NumberForm { at, message, help, plain } = problem;
        let mut diagnostic =
            Self::error(Code::SYNTAX_NUMBER_FORM, message).label(at, "not a plain number");
        let help = help.or_else(|| plain.as_ref().map(|plain| format!("write `{plain}`")));
        if let Some(help) = help {
            diagnostic = diagnostic.help(help);
        }
        match plain {
            Some(plain) => diagnostic.fix(format!("write `{plain}`"), at, plain),
            None => diagnostic,
        }
    }
}

/// A date that is not written as `2024-01-31`.
pub(in crate::syntax) struct DateForm {
    /// The date.
    pub(in crate::syntax) at: Span,
    /// The date as written.
    pub(in crate::syntax) written: String,
    /// The date as it should be written.
    pub(in crate::syntax) plain: String,
}

impl From<DateForm> for Diagnostic {
    fn from(problem: DateForm) -> Self {
        let DateForm { at, written, plain } = problem;
        let message = format!("`{}` is not the plain form of a date", super::shown(&written));
        Self::error(Code::SYNTAX_DATE_FORM, message)
            .label(at, "year, month and day are wanted")
            .help(format!("write `{plain}`"))
            .fix(format!("write `{plain}`"), at, plain)
    }
}
