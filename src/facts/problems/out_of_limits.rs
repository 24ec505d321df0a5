//! A value outside the limits of its field.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A value below the least or above the greatest that is allowed.
pub(in crate::facts) struct OutOfLimits<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// The limit, such as `at least 0.00 PLN`.
    pub(in crate::facts) limit: &'a str,
    /// Where the limit is written.
    pub(in crate::facts) written: Span,
}

impl From<OutOfLimits<'_>> for Diagnostic {
    fn from(problem: OutOfLimits<'_>) -> Self {
        let OutOfLimits { site, limit, written } = problem;
        let message = format!("`{}` must be {limit}, not `{}`", site.field, shown(site.words));
        Self::error(Code::FACTS_OUT_OF_LIMITS, message)
            .label(site.span, "outside the limits of the field")
            .label(written, "the limit")
            .help("correct the value; leave it out when it is not known")
    }
}
