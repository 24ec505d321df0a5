//! Tables and parameters that do not fit their keys.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A grid where the table has another number of keys than two.
pub(in crate::types) struct GridShape {
    /// How many keys the table has.
    pub(in crate::types) keys: usize,
    /// The grid.
    pub(in crate::types) at: Span,
}

impl From<GridShape> for Diagnostic {
    fn from(problem: GridShape) -> Self {
        let message = format!("a grid has 2 keys, this table has {}", keys(problem.keys));
        Self::error(Code::TYPES_GRID_SHAPE, message)
            .label(problem.at, "rows by one key, columns by another")
            .help("write a list of rows instead, one for each value: `key -> value`")
    }
}

/// A row with another number of conditions than the table has keys.
pub(in crate::types) struct PatternCount {
    /// How many keys there are.
    pub(in crate::types) wanted: usize,
    /// How many conditions the row has.
    pub(in crate::types) found: usize,
    /// The row.
    pub(in crate::types) at: Span,
}

impl From<PatternCount> for Diagnostic {
    fn from(problem: PatternCount) -> Self {
        let PatternCount { wanted, found, at } = problem;
        Self::error(
            Code::TYPES_PATTERN_COUNT,
            format!("the table has {}, this row has {}", keys(wanted), conditions(found)),
        )
        .label(at, "one condition for each key")
        .help("write `any` where a key does not matter")
    }
}

fn keys(count: usize) -> String {
    if count == 1 { "1 key".to_owned() } else { format!("{count} keys") }
}

fn conditions(count: usize) -> String {
    if count == 1 { "1 condition".to_owned() } else { format!("{count} conditions") }
}

/// A bound on a key that has no order.
pub(in crate::types) struct RowKind {
    /// The type of the key.
    pub(in crate::types) found: String,
    /// The bound.
    pub(in crate::types) at: Span,
}

impl From<RowKind> for Diagnostic {
    fn from(problem: RowKind) -> Self {
        Self::error(
            Code::TYPES_ROW_KIND,
            format!("{} has no order, so it has no bounds", problem.found),
        )
        .label(problem.at, "a bound")
        .help("name the value itself, or `any`")
    }
}

/// A pattern that is not a constant.
pub(in crate::types) struct PatternNotFixed {
    /// The pattern.
    pub(in crate::types) at: Span,
}

impl From<PatternNotFixed> for Diagnostic {
    fn from(problem: PatternNotFixed) -> Self {
        Self::error(Code::TYPES_PATTERN_NOT_FIXED, "a pattern is a fixed value")
            .label(problem.at, "this depends on other values")
            .help("write a literal, a member of an enum, or a condition on the key")
    }
}

/// A combination of keys without a row.
pub(in crate::types) struct RowMissing {
    /// The keys, in words.
    pub(in crate::types) keys: String,
    /// The table.
    pub(in crate::types) at: Span,
}

impl From<RowMissing> for Diagnostic {
    fn from(problem: RowMissing) -> Self {
        Self::error(Code::TYPES_ROW_MISSING, format!("no row holds where {}", problem.keys))
            .label(problem.at, "these rows leave it out")
            .help("add the row, or an `otherwise`")
    }
}

/// A combination of keys with two rows.
pub(in crate::types) struct RowsOverlap {
    /// The keys, in words.
    pub(in crate::types) keys: String,
    /// The first row.
    pub(in crate::types) first: Span,
    /// The second row.
    pub(in crate::types) second: Span,
}

impl From<RowsOverlap> for Diagnostic {
    fn from(problem: RowsOverlap) -> Self {
        Self::error(Code::TYPES_ROWS_OVERLAP, format!("two rows hold where {}", problem.keys))
            .label(problem.second, "this row holds there")
            .label(problem.first, "and so does this one")
            .help("exactly one row may hold; make the conditions exclude each other")
    }
}

/// A parameter that is computed.
pub(in crate::types) struct ParameterReadsFacts {
    /// What it reads.
    pub(in crate::types) at: Span,
}

impl From<ParameterReadsFacts> for Diagnostic {
    fn from(problem: ParameterReadsFacts) -> Self {
        Self::error(Code::TYPES_PARAMETER_READS_FACTS, "a parameter is a fixed value by date")
            .label(problem.at, "this is computed")
            .help("write the amounts and dates of the law themselves; what is computed belongs in a `define`")
    }
}
