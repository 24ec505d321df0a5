//! Something else came than a test expects.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// An expectation that is not met, in words.
pub(in crate::pack::test) struct Expectation {
    /// What is expected, in the test.
    pub(in crate::pack::test) at: Span,
    /// What it is expected of: `share_of_booked_costs`, `the verdict`.
    pub(in crate::pack::test) of: String,
    /// What is expected, in words.
    pub(in crate::pack::test) expected: String,
    /// What came, in words.
    pub(in crate::pack::test) came: String,
    /// What a reader needs besides, such as the message of the rule.
    pub(in crate::pack::test) note: Option<String>,
    /// The rule or result, in its declaration.
    pub(in crate::pack::test) declared: Option<Span>,
}

impl From<Expectation> for Diagnostic {
    fn from(problem: Expectation) -> Self {
        let Expectation { at, of, expected, came, note, declared } = problem;
        let message = format!("{of}: expected {expected}, came {came}");
        let found = Self::error(Code::PACK_TEST_FAILED, message).label(at, format!("came {came}"));
        let found = match declared {
            Some(span) => found.label(span, "declared here"),
            None => found,
        };
        match note {
            Some(note) => found.help(note),
            None => found,
        }
    }
}
