//! A value in the way of writing of a country.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// A value that has one reading but is not in the plain form.
pub(in crate::facts) struct LocalForm<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// Its plain form.
    pub(in crate::facts) plain: &'a str,
}

impl From<LocalForm<'_>> for Diagnostic {
    fn from(problem: LocalForm<'_>) -> Self {
        let LocalForm { site, plain } = problem;
        let message = format!("`{}` is not in the plain form", shown(site.words));
        let found = Self::error(Code::FACTS_LOCAL_FORM, message)
            .label(site.span, format!("in the plain form `{plain}`"))
            .help(format!("write `{plain}`, or declare the way of writing with `$locale`"));
        site.mend(found, plain)
    }
}
