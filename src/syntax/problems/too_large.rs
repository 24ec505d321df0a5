//! A file beyond the bounds.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// More bytes than are read.
pub(in crate::syntax) struct TooLarge {
    /// The start of the file.
    pub(in crate::syntax) at: Span,
    /// How many it has.
    pub(in crate::syntax) bytes: usize,
    /// How many are read.
    pub(in crate::syntax) limit: usize,
}

impl From<TooLarge> for Diagnostic {
    fn from(problem: TooLarge) -> Self {
        let TooLarge { at, bytes, limit } = problem;
        let message = format!("the file has {bytes} bytes, more than the {limit} that are read");
        Self::error(Code::SYNTAX_TOO_LARGE, message)
            .label(at, "")
            .help("cut it into several modules and join them with `use`")
    }
}

/// More declarations than are read.
pub(in crate::syntax) struct TooMany {
    /// The first declaration too many.
    pub(in crate::syntax) at: Span,
    /// How many are read.
    pub(in crate::syntax) limit: usize,
}

impl From<TooMany> for Diagnostic {
    fn from(problem: TooMany) -> Self {
        let message = format!("more than {} declarations in one file", problem.limit);
        Self::error(Code::SYNTAX_TOO_LARGE, message)
            .label(problem.at, "nothing is read from here on")
            .help("cut the file into several modules and join them with `use`")
    }
}
