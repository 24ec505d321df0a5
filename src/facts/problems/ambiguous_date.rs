//! A date with two readings.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// A date that day first and month first read differently.
pub(in crate::facts) struct AmbiguousDate<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// The whole value with the day first, in the plain form.
    pub(in crate::facts) first: &'a str,
    /// The whole value with the month first.
    pub(in crate::facts) second: &'a str,
}

impl From<AmbiguousDate<'_>> for Diagnostic {
    fn from(problem: AmbiguousDate<'_>) -> Self {
        let AmbiguousDate { site, first, second } = problem;
        let message = format!("`{}` may be `{first}` or `{second}`", shown(site.words));
        Self::error(Code::FACTS_AMBIGUOUS_DATE, message)
            .label(site.span, "day first or month first")
            .help(format!("write `{first}` when the day comes first, else `{second}`"))
    }
}
