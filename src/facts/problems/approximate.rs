//! An approximate value where an exact one is asked for.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// `about 600_000 PLN` in a field of exact money, `ca 3 månader` in one of a duration.
pub(in crate::facts) struct Approximate<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// It is an amount.
    pub(in crate::facts) is_money: bool,
    /// The plain form of an amount, which a field of approximate money takes.
    pub(in crate::facts) plain: Option<&'a str>,
}

impl From<Approximate<'_>> for Diagnostic {
    fn from(problem: Approximate<'_>) -> Self {
        let Approximate { site, is_money, plain } = problem;
        let message =
            format!("`{}` is approximate, and `{}` is exact", shown(site.words), site.field);
        let (kind, declared) = match is_money {
            true => ("an approximate amount", "declared here as exact money"),
            false => ("an approximate value", "declared here as exact"),
        };
        let elsewhere = plain.map_or_else(String::new, |plain| {
            format!("; a field of `approximate money` takes `{plain}`")
        });
        // The one repair that claims nothing: the report then says that the exact value is owed.
        Self::error(Code::FACTS_APPROXIMATE, message)
            .label(site.span, kind)
            .label(site.declared, declared)
            .help(format!(
                "write the exact value, or `null` while it is not known: the report then says \
                 where it is missing{elsewhere}"
            ))
            .fix("write `null` while the exact value is not known", site.span, "null")
    }
}
