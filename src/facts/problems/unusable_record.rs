//! A record that no facts can be bound to.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A record that holds itself in line, or too many fields.
pub(in crate::facts) struct UnusableRecord<'a> {
    /// Its name.
    pub(in crate::facts) record: &'a str,
    /// Its name in its declaration.
    pub(in crate::facts) declared: Span,
}

impl From<UnusableRecord<'_>> for Diagnostic {
    fn from(problem: UnusableRecord<'_>) -> Self {
        let message = format!("`{}` holds itself, or too many fields", problem.record);
        Self::error(Code::FACTS_UNUSABLE_RECORD, message)
            .label(problem.declared, "this record cannot be filled")
            .help("let it hold a list of records, or a reference by key, instead of the record")
    }
}
