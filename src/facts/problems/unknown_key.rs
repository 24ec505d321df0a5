//! A name that is no field of its record.

use super::shown;
use super::site::quoted;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A name that the record does not have.
pub(in crate::facts) struct UnknownKey<'a> {
    /// The name.
    pub(in crate::facts) key: &'a str,
    /// Its place.
    pub(in crate::facts) span: Span,
    /// Names there are in quotes.
    pub(in crate::facts) quotes: bool,
    /// The record's name.
    pub(in crate::facts) record: &'a str,
    /// The record's name in its declaration.
    pub(in crate::facts) declared: Span,
    /// The field most like it.
    pub(in crate::facts) like: Option<&'a str>,
    /// The fields there are, for a record with few.
    pub(in crate::facts) names: &'a [&'a str],
}

impl From<UnknownKey<'_>> for Diagnostic {
    fn from(problem: UnknownKey<'_>) -> Self {
        let (key, record) = (shown(problem.key), problem.record);
        let found = Self::error(Code::FACTS_UNKNOWN_KEY, format!("`{record}` has no `{key}`"))
            .label(problem.span, "not a field")
            .label(problem.declared, format!("`{record}` is declared here"));
        match problem.like {
            Some(like) => found.help(format!("did you mean `{like}`?")).fix(
                format!("write `{like}`"),
                problem.span,
                quoted(like, problem.quotes),
            ),
            None if problem.names.is_empty() => found.help("remove it: the record has no field"),
            None => {
                let mut names: Vec<String> =
                    problem.names.iter().take(12).map(|name| format!("`{name}`")).collect();
                if problem.names.len() > 12 {
                    names.push("…".to_owned());
                }
                found.help(format!("its fields are {}", names.join(", ")))
            }
        }
    }
}
