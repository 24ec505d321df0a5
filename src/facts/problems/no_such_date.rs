//! A day that does not exist.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// A date's form without a day: `2024-02-30`.
pub(in crate::facts) struct NoSuchDate<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// The words of the date.
    pub(in crate::facts) date: &'a str,
}

impl From<NoSuchDate<'_>> for Diagnostic {
    fn from(problem: NoSuchDate<'_>) -> Self {
        let message = format!("there is no day `{}`", shown(problem.date));
        Self::error(Code::FACTS_NO_SUCH_DATE, message)
            .label(problem.site.span, "no day of the calendar")
            .help("write a day that exists, as year, month and day: `2024-02-29`")
    }
}
