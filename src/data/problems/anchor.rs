//! YAML that uses one value in several places: `&name`, `*name` and `<<`.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// An anchor, an alias or a merge key.
pub(in crate::data) struct Anchor {
    /// Which of them.
    pub(in crate::data) reuse: Reuse,
    /// Where it is written.
    pub(in crate::data) span: Span,
}

/// The three ways in which YAML reuses a value.
#[derive(Clone, Copy)]
pub(in crate::data) enum Reuse {
    /// `&name`
    Anchor,
    /// `*name`
    Alias,
    /// `<<:`
    Merge,
}

impl From<Anchor> for Diagnostic {
    fn from(problem: Anchor) -> Self {
        let (message, label, help) = match problem.reuse {
            Reuse::Anchor => (
                "an anchor (`&…`) is not accepted",
                "names this value for reuse",
                "remove the anchor; text that begins with `&` needs quotes",
            ),
            Reuse::Alias => (
                "an alias (`*…`) is not accepted",
                "stands for a value from elsewhere",
                "write the value out here, so that each fact has one place; \
                 text that begins with `*` needs quotes",
            ),
            Reuse::Merge => (
                "a merge key (`<<`) is not accepted",
                "takes in entries from elsewhere",
                "write the entries out here, so that each fact has one place",
            ),
        };
        Self::error(Code::DATA_ANCHOR, message).label(problem.span, label).help(help)
    }
}
