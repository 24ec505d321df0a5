//! A record that no facts can be bound to.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A record that holds itself in line, has too many fields, or does not exist.
pub(in crate::facts) struct UnusableRecord<'a> {
    /// Its name, and that in its declaration; none for a record that the programme lacks.
    pub(in crate::facts) record: Option<(&'a str, Span)>,
}

impl From<UnusableRecord<'_>> for Diagnostic {
    fn from(problem: UnusableRecord<'_>) -> Self {
        let code = Code::FACTS_UNUSABLE_RECORD;
        let Some((name, declared)) = problem.record else {
            return Self::error(code, "the programme has no such record")
                .help("bind facts to a record of the programme that they are bound for");
        };
        Self::error(code, format!("`{name}` holds itself, or too many fields"))
            .label(declared, "this record cannot be filled")
            .help("let it hold a list of records, or a reference by key, instead of the record")
    }
}
