//! A YAML file with more than one document.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// The start of a second document.
pub(in crate::data) struct SecondDocument {
    /// The `---`, or the first sign after `...`.
    pub(in crate::data) span: Span,
}

impl From<SecondDocument> for Diagnostic {
    fn from(problem: SecondDocument) -> Self {
        Self::error(Code::DATA_SECOND_DOCUMENT, "the file holds a second document")
            .label(problem.span, "a new document starts here and is not read")
            .help("put each proposal in a file of its own")
    }
}
