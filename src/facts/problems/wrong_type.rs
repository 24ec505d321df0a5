//! A value of another kind than its field.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};

/// A value that cannot be read as the field's type.
pub(in crate::facts) struct WrongType<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// What the field holds, in words: "a date such as `2024-04-01`".
    pub(in crate::facts) wants: &'a str,
    /// What stands there, where its words do not show it: "a list"; else empty.
    pub(in crate::facts) found: &'a str,
    /// What to do; may be empty.
    pub(in crate::facts) help: &'a str,
}

impl From<WrongType<'_>> for Diagnostic {
    fn from(problem: WrongType<'_>) -> Self {
        let WrongType { site, wants, found, help } = problem;
        let found = match found {
            "" => format!("`{}`", shown(site.words)),
            found => found.to_owned(),
        };
        let message = format!("`{}` wants {wants}, not {found}", site.field);
        let problem = Self::error(Code::FACTS_WRONG_TYPE, message)
            .label(site.span, format!("not {}", wants.split(" such as").next().unwrap_or(wants)))
            .label(site.declared, "declared here");
        if help.is_empty() { problem.help(format!("write {wants}")) } else { problem.help(help) }
    }
}
