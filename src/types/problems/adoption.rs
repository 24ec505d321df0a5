//! What modules change in each other.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A rule that is done without although it never bound.
pub(in crate::types) struct NotAdopted {
    /// The rule.
    pub(in crate::types) rule: String,
    /// Where.
    pub(in crate::types) at: Span,
}

impl From<NotAdopted> for Diagnostic {
    fn from(problem: NotAdopted) -> Self {
        Self::error(
            Code::TYPES_NOT_ADOPTED,
            format!("`{}` does not bind here anyway", problem.rule),
        )
        .label(problem.at, "not adopted, or done without already")
        .help("name its module under `adopts`, or remove this line")
    }
}

/// An open declaration with two fillings.
pub(in crate::types) struct FilledTwice {
    /// What is filled.
    pub(in crate::types) name: String,
    /// The first filling.
    pub(in crate::types) first: Span,
    /// The second.
    pub(in crate::types) second: Span,
}

impl From<FilledTwice> for Diagnostic {
    fn from(problem: FilledTwice) -> Self {
        Self::error(Code::TYPES_FILLED_TWICE, format!("`{}` is filled twice", problem.name))
            .label(problem.second, "again here")
            .label(problem.first, "first here")
            .help("keep one of the two; `except … when …` gives it other values under conditions")
    }
}

/// A filling of something that is not open.
pub(in crate::types) struct NotOpen {
    /// What is filled.
    pub(in crate::types) name: String,
    /// Where.
    pub(in crate::types) at: Span,
}

impl From<NotOpen> for Diagnostic {
    fn from(problem: NotOpen) -> Self {
        Self::error(
            Code::TYPES_NOT_OPEN,
            format!("`{}` is not open to be filled this way", problem.name),
        )
        .label(problem.at, "has its own value, or is of another form")
        .help(
            "an `open define` is filled with `=`, an `open table` with rows; to change a rule of another module write `refine`",
        )
    }
}

/// An open definition without a type.
pub(in crate::types) struct OpenWithoutType {
    /// Its name.
    pub(in crate::types) at: Span,
}

impl From<OpenWithoutType> for Diagnostic {
    fn from(problem: OpenWithoutType) -> Self {
        Self::error(Code::TYPES_OPEN_WITHOUT_TYPE, "an open definition must say its type")
            .label(problem.at, "of which type?")
            .help("write it after a colon: `open define x for Project: percent`")
    }
}
