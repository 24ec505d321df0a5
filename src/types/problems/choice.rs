//! Arms of a `match`.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A `match` that leaves values out.
pub(in crate::types) struct NotExhaustive {
    /// The values without an arm.
    pub(in crate::types) missing: Vec<String>,
    /// The `match`.
    pub(in crate::types) at: Span,
}

impl From<NotExhaustive> for Diagnostic {
    fn from(problem: NotExhaustive) -> Self {
        let missing = problem.missing.join(", ");
        Self::error(Code::TYPES_NOT_EXHAUSTIVE, format!("no arm for {missing}"))
            .label(problem.at, "does not name every value")
            .help("add the arms, or an `otherwise`")
    }
}

/// A value with two arms.
pub(in crate::types) struct ArmTwice {
    /// The first arm.
    pub(in crate::types) first: Span,
    /// The second arm.
    pub(in crate::types) second: Span,
}

impl From<ArmTwice> for Diagnostic {
    fn from(problem: ArmTwice) -> Self {
        Self::error(Code::TYPES_ARM_TWICE, "this value has an arm already")
            .label(problem.second, "never reached")
            .label(problem.first, "the arm that is taken")
            .help("name each value once; remove it from one of the two arms")
    }
}
