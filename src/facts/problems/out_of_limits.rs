//! A value outside the limits of its field.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A value below the least or above the greatest that is allowed, or a list of another length.
pub(in crate::facts) struct OutOfLimits<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// What must be: `be at least 0.00 PLN`, `have at least 2 elements`.
    pub(in crate::facts) must: &'a str,
    /// What is there.
    pub(in crate::facts) found: &'a str,
    /// Where the limit is written.
    pub(in crate::facts) written: Span,
}

impl From<OutOfLimits<'_>> for Diagnostic {
    fn from(problem: OutOfLimits<'_>) -> Self {
        let OutOfLimits { site, must, found, written } = problem;
        let message = format!("`{}` must {must}, not `{}`", site.field, shown(found));
        Self::error(Code::FACTS_OUT_OF_LIMITS, message)
            .label(site.span, "outside the limits of the field")
            .label(written, "the limit")
            .help("correct the value; leave it out when it is not known")
    }
}
