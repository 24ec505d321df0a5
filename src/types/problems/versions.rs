//! Versions by date that do not fit together.

use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::Date;
use crate::text::Span;

/// Two versions that are in force on the same day.
pub(in crate::types) struct OverlappingVersions {
    /// The earlier version.
    pub(in crate::types) first: Span,
    /// The later one.
    pub(in crate::types) second: Span,
    /// The first day of both.
    pub(in crate::types) from: Date,
    /// The last day of the earlier one.
    pub(in crate::types) to: Date,
}

impl From<OverlappingVersions> for Diagnostic {
    fn from(problem: OverlappingVersions) -> Self {
        let OverlappingVersions { first, second, from, to } = problem;
        let days = if from < to { format!("from {from} to {to}") } else { format!("on {from}") };
        Self::error(Code::TYPES_OVERLAPPING_VERSIONS, format!("two versions are in force {days}"))
            .label(second, "this version begins before the other ends")
            .label(first, "the other version")
            .help("end the earlier version on the day before the later one begins")
    }
}

/// Days without a value inside the dates that can be asked about.
pub(in crate::types) struct GapInVersions {
    /// What has versions.
    pub(in crate::types) name: String,
    /// The version beside the gap.
    pub(in crate::types) at: Span,
    /// The first day without a value.
    pub(in crate::types) first: Date,
    /// The last day, where there is one.
    pub(in crate::types) last: Option<Date>,
}

impl From<GapInVersions> for Diagnostic {
    fn from(problem: GapInVersions) -> Self {
        let GapInVersions { name, at, first, last } = problem;
        let days = match last {
            Some(last) if last == first => format!("on {first}"),
            Some(last) => format!("from {first} to {last}"),
            None => format!("from {first} on"),
        };
        Self::warning(Code::TYPES_GAP_IN_VERSIONS, format!("`{name}` has no value {days}"))
            .label(at, "the version beside the gap")
            .help("a rule that asks on such a day is faulty; add a version, or say `unknown after`")
    }
}

/// Two values of which neither says from when.
pub(in crate::types) struct TwoUndated {
    /// The first.
    pub(in crate::types) first: Span,
    /// The second.
    pub(in crate::types) second: Span,
}

impl From<TwoUndated> for Diagnostic {
    fn from(problem: TwoUndated) -> Self {
        Self::error(Code::TYPES_OVERLAPPING_VERSIONS, "two versions without a first day")
            .label(problem.second, "from when?")
            .label(problem.first, "from when?")
            .help("give each version its `from`")
    }
}
