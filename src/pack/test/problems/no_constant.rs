//! An expected value that is not written out.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A test expects something that is no constant.
pub(in crate::pack::test) struct NoConstant {
    /// The part that is none.
    pub(in crate::pack::test) at: Span,
}

impl From<NoConstant> for Diagnostic {
    fn from(problem: NoConstant) -> Self {
        Self::error(Code::PACK_TEST_VALUE, "a test expects a value that is written out")
            .label(problem.at, "not a constant")
            .help("write the figure itself, worked out by hand or taken from the source")
    }
}
