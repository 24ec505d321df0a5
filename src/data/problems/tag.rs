//! A YAML tag, such as `!!str`.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A tag before a value.
pub(in crate::data) struct Tag {
    /// The tag itself.
    pub(in crate::data) span: Span,
    /// The value that it belongs to, whose start ends the tag's blanks.
    pub(in crate::data) value: Span,
}

impl From<Tag> for Diagnostic {
    fn from(problem: Tag) -> Self {
        let Span { source, start, .. } = problem.span;
        let with_blanks = Span { source, start, end: problem.value.start.max(problem.span.end) };
        Self::error(Code::DATA_TAG, "a tag (`!…`) is not accepted")
            .label(problem.span, "sets a type by hand")
            .help("the rules declare the type of each fact; text that begins with `!` needs quotes")
            .fix("remove the tag", with_blanks, "")
    }
}
