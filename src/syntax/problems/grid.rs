//! A table whose layout does not hold together.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A row with more or fewer cells than the header.
pub(in crate::syntax) struct GridWidth {
    /// The row.
    pub(in crate::syntax) at: Span,
    /// The header.
    pub(in crate::syntax) header: Span,
    /// How many columns the header has.
    pub(in crate::syntax) expected: usize,
    /// How many cells the row has.
    pub(in crate::syntax) found: usize,
}

impl From<GridWidth> for Diagnostic {
    fn from(problem: GridWidth) -> Self {
        let GridWidth { at, header, expected, found } = problem;
        let cells = if found == 1 { "cell" } else { "cells" };
        let columns = if expected == 1 { "column" } else { "columns" };
        let message = format!("this row has {found} {cells}, the header {expected} {columns}");
        Self::error(Code::SYNTAX_GRID, message)
            .label(at, format!("{found} {cells} after the key"))
            .label(header, format!("{expected} {columns}"))
            .help("give each row one cell for each column, after the row's key")
    }
}

/// A table that is laid out in two ways at once.
pub(in crate::syntax) struct MixedTable {
    /// The first part of the second layout.
    pub(in crate::syntax) at: Span,
}

impl From<MixedTable> for Diagnostic {
    fn from(problem: MixedTable) -> Self {
        Self::error(Code::SYNTAX_GRID, "this table is laid out in two ways")
            .label(problem.at, "another layout begins here")
            .help("write one grid, or rows with `->`, or versions `from DATE { … }` of them")
    }
}
