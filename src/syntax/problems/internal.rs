//! A mistake of our own.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// Grammar and builder do not agree about a form.
pub(in crate::syntax) struct Internal {
    /// The form.
    pub(in crate::syntax) at: Span,
}

impl From<Internal> for Diagnostic {
    fn from(problem: Internal) -> Self {
        Self::error(Code::SYNTAX_INTERNAL, "internal error: this form was read but not understood")
            .label(problem.at, "this form")
            .help("please report this; another way to write it may help in the meantime")
    }
}
