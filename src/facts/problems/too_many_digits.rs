//! A number with more digits than are held exactly.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::NumberError;

/// A number that would have to be rounded.
pub(in crate::facts) struct TooManyDigits<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// What there is too much of.
    pub(in crate::facts) error: NumberError,
}

impl From<TooManyDigits<'_>> for Diagnostic {
    fn from(problem: TooManyDigits<'_>) -> Self {
        let TooManyDigits { site, error } = problem;
        let message = format!("`{}` has {error}", shown(site.words));
        Self::error(Code::FACTS_TOO_MANY_DIGITS, message)
            .label(site.span, "too many digits")
            .help("numbers are exact and are never rounded in silence: write at most 28 digits")
    }
}
