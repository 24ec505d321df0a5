//! A floating-point number from a host.

use super::Site;
use crate::diagnostic::{Code, Diagnostic};

/// A float where an exact value is asked for.
pub(in crate::facts) struct Float<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// What the field holds, in words.
    pub(in crate::facts) wants: &'a str,
}

impl From<Float<'_>> for Diagnostic {
    fn from(problem: Float<'_>) -> Self {
        let Float { site, wants } = problem;
        let message = format!(
            "`{}` is a floating-point number, which cannot carry {wants} exactly",
            site.words
        );
        Self::error(Code::FACTS_FLOAT, message)
            .label(site.span, "a floating-point number")
            .label(site.declared, "declared here")
            .help(
                "serialise it as text or as an integer: a decimal type without its float \
                   feature, or a string",
            )
    }
}
