//! The keys of a proposal that begin with `$`.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// A `$` key that cannot be used.
pub(in crate::facts) struct HeaderProblem<'a> {
    /// The key, or its value.
    pub(in crate::facts) site: Site<'a>,
    /// What is wrong.
    pub(in crate::facts) fault: HeaderFault<'a>,
}

/// What is wrong with a `$` key.
pub(in crate::facts) enum HeaderFault<'a> {
    /// No such key; the nearest one.
    Unknown(Option<&'a str>),
    /// No date.
    Date,
    /// No locale.
    Locale,
    /// Not a single word.
    Word,
}

impl From<HeaderProblem<'_>> for Diagnostic {
    fn from(problem: HeaderProblem<'_>) -> Self {
        let HeaderProblem { site, fault } = problem;
        let words = shown(site.words);
        let (message, label, help) = match fault {
            HeaderFault::Unknown(_) => (
                format!("`{words}` is not a key of a proposal"),
                "keys with `$` are kept for the proposal itself",
                "the keys are `$programme`, `$as_of`, `$facts` and `$locale`",
            ),
            HeaderFault::Date => (
                format!("`{}` wants a date", site.field),
                "not a date",
                "write the date of assessment as `2024-05-01`",
            ),
            HeaderFault::Locale => (
                format!("`{words}` is not a known locale"),
                "not a known locale",
                "the locales are `pl`, `ro`, `sv` and `en`",
            ),
            HeaderFault::Word => {
                (format!("`{}` wants a name", site.field), "not a name", "write a single word")
            }
        };
        let found = Self::error(Code::FACTS_HEADER, message).label(site.span, label).help(help);
        match fault {
            HeaderFault::Unknown(Some(near)) => site.mend(found, near),
            _ => found,
        }
    }
}
