//! More data than the limits allow.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A limit that is exceeded.
pub(in crate::data) struct TooLarge {
    /// What is too large.
    pub(in crate::data) what: Large,
    /// The limit, in bytes or values.
    pub(in crate::data) limit: usize,
    /// Where the limit is passed.
    pub(in crate::data) span: Span,
}

/// What can be too large.
#[derive(Clone, Copy)]
pub(in crate::data) enum Large {
    /// The whole text, in bytes.
    Text,
    /// The number of values.
    Tree,
    /// One word or text, in bytes.
    Scalar,
}

impl From<TooLarge> for Diagnostic {
    fn from(problem: TooLarge) -> Self {
        let limit = problem.limit;
        let (message, label, help) = match problem.what {
            Large::Text => (
                format!("the file is larger than {limit} bytes"),
                "the whole file",
                "split a list of proposals into several files",
            ),
            Large::Tree => (
                format!("the file holds more than {limit} values"),
                "one value too many",
                "split a list of proposals into several files",
            ),
            Large::Scalar => (
                format!("a single value is longer than {limit} bytes"),
                "starts here",
                "leave attachments and long texts out of the proposal; \
                 if the value is short, look for a quote that is not closed",
            ),
        };
        Self::error(Code::DATA_TOO_LARGE, message).label(problem.span, label).help(help)
    }
}
