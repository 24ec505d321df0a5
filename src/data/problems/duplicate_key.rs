//! The same name twice in one map.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A name that a map already has.
pub(in crate::data) struct DuplicateKey {
    /// The name.
    pub(in crate::data) key: String,
    /// The first place, whose value is kept.
    pub(in crate::data) first: Span,
    /// The second place.
    pub(in crate::data) again: Span,
}

impl From<DuplicateKey> for Diagnostic {
    fn from(problem: DuplicateKey) -> Self {
        let key = super::shown(&problem.key);
        Self::error(Code::DATA_DUPLICATE_KEY, format!("`{key}` is given twice"))
            .label(problem.again, "given again here")
            .label(problem.first, "first given here")
            .help("keep one of the two; for several values write a list")
    }
}
