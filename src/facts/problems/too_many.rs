//! More facts than the limits allow.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A limit that is exceeded.
pub(in crate::facts) struct TooMany<'a> {
    /// What there is too much of, and the limit.
    pub(in crate::facts) what: TooMuch,
    /// Where.
    pub(in crate::facts) span: Span,
    /// The field's name.
    pub(in crate::facts) field: &'a str,
}

/// What there can be too much of.
pub(in crate::facts) enum TooMuch {
    /// All facts.
    Cells(u32),
    /// Elements of a list.
    Elements(u32),
    /// Bytes of a text.
    Text(usize),
}

impl From<TooMany<'_>> for Diagnostic {
    fn from(problem: TooMany<'_>) -> Self {
        let field = problem.field;
        let (message, label, help) = match problem.what {
            TooMuch::Cells(limit) => (
                format!("the proposal has more than {limit} facts"),
                "one record too many",
                "split the proposal, or let the host raise the limit",
            ),
            TooMuch::Elements(limit) => (
                format!("`{field}` has more than {limit} elements"),
                "a list that is too long",
                "split the list, or let the host raise the limit",
            ),
            TooMuch::Text(limit) => (
                format!("`{field}` is longer than {limit} bytes"),
                "a text that is too long",
                "shorten the text, or let the host raise the limit",
            ),
        };
        Self::error(Code::FACTS_TOO_MANY, message).label(problem.span, label).help(help)
    }
}
