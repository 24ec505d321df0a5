//! A bare number where a share is asked for.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// A number without a unit: hundredths or a part of one.
pub(in crate::facts) struct AmbiguousPercent<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// The value when the number counts hundredths: 15 is `15%`.
    pub(in crate::facts) hundredths: &'a str,
    /// The value when the number is a part of one: 0.15 is `15%`. None when it has too many
    /// digits.
    pub(in crate::facts) whole: Option<&'a str>,
}

impl From<AmbiguousPercent<'_>> for Diagnostic {
    fn from(problem: AmbiguousPercent<'_>) -> Self {
        let AmbiguousPercent { site, hundredths, whole } = problem;
        let words = shown(site.words);
        let code = Code::FACTS_AMBIGUOUS_PERCENT;
        let label = "a number without a unit";
        match whole.filter(|whole| *whole != hundredths) {
            Some(whole) => {
                let message = format!("`{words}` may be `{hundredths}` or `{whole}`");
                let help = format!("write `{hundredths}` or `{whole}`, whichever is meant");
                Self::error(code, message).label(site.span, label).help(help)
            }
            None => {
                let message = format!("`{words}` has no unit");
                let problem = Self::error(code, message).label(site.span, label);
                site.mend(problem.help(format!("write `{hundredths}`")), hundredths)
            }
        }
    }
}
