//! One key for two records of a list.

use super::shown;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A key that another element of the list has.
pub(in crate::facts) struct DuplicateReference<'a> {
    /// The key's field.
    pub(in crate::facts) field: &'a str,
    /// The key.
    pub(in crate::facts) key: &'a str,
    /// The first place.
    pub(in crate::facts) first: Option<Span>,
    /// The second place.
    pub(in crate::facts) again: Option<Span>,
}

impl From<DuplicateReference<'_>> for Diagnostic {
    fn from(problem: DuplicateReference<'_>) -> Self {
        let key = shown(problem.key);
        let message = format!("two elements have the {} `{key}`", problem.field);
        let mut found = Self::error(Code::FACTS_DUPLICATE_REFERENCE, message)
            .help("give each element a key of its own, so that a reference names one record");
        if let Some(again) = problem.again {
            found = found.label(again, "used again here");
        }
        if let Some(first) = problem.first {
            found = found.label(first, "first used here");
        }
        found
    }
}
