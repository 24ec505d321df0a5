//! An approximate amount where an exact one is asked for.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// `about 600_000 PLN` in a field of exact money.
pub(in crate::facts) struct Approximate<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
}

impl From<Approximate<'_>> for Diagnostic {
    fn from(problem: Approximate<'_>) -> Self {
        let site = problem.site;
        let message =
            format!("`{}` is approximate, and `{}` is exact", shown(site.words), site.field);
        Self::error(Code::FACTS_APPROXIMATE, message)
            .label(site.span, "an approximate amount")
            .label(site.declared, "declared here as exact money")
            .help("write the exact amount; leave the field out when it is not known yet")
    }
}
