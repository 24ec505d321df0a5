//! A value in the way of writing of a country.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// A value that has one reading but is not in the plain form.
pub(in crate::facts) struct LocalForm<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// Its plain form.
    pub(in crate::facts) plain: &'a str,
    /// It counts in thousands or millions, which no locale takes.
    pub(in crate::facts) scaled: bool,
}

impl From<LocalForm<'_>> for Diagnostic {
    fn from(problem: LocalForm<'_>) -> Self {
        let LocalForm { site, plain, scaled } = problem;
        let message = format!("`{}` is not in the plain form", shown(site.words));
        let help = match scaled {
            true => {
                "words for thousands and millions are read under no locale, \
                     because such figures are often rounded"
            }
            false => "or declare the way of writing with `$locale`",
        };
        let joint = if scaled { "; " } else { ", " };
        let found = Self::error(Code::FACTS_LOCAL_FORM, message)
            .label(site.span, format!("in the plain form `{plain}`"))
            .help(format!("write `{plain}`{joint}{help}"));
        site.mend(found, plain)
    }
}
