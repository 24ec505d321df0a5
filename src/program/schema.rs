//! Where each fact lies: records as runs of cells.
//!
//! The facts of one proposal are one flat list of cells. A record is a run of cells, named by
//! the number of its first one. Included records come first, each as a run of its own; then the
//! own fields in order. A scalar, a list or a reference takes one cell; a required record lies
//! in line; an optional record takes one cell that tells its presence, then lies in line. The
//! rows of a list are runs elsewhere, one after another.

use crate::types::typed::{RecordId, Type};

/// The layout of every record of a programme.
#[derive(Clone, Debug, Default)]
pub struct FactSchema {
    /// One layout a record, by its number.
    pub layouts: Vec<RecordLayout>,
}

/// How a record lies in the cells.
#[derive(Clone, Debug)]
pub struct RecordLayout {
    /// The record.
    pub record: RecordId,
    /// The number of cells that one such record takes.
    pub size: u32,
    /// The offset of each included record, in the order of `RecordType::includes`.
    pub includes: Vec<u32>,
    /// The offset of each own field, in the order of `RecordType::fields`.
    pub fields: Vec<u32>,
    /// What each cell holds, by offset, those of records in line included.
    pub cells: Vec<Cell>,
}

/// What a cell of a record holds.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The record whose own field it is, and the field's position.
    pub field: (RecordId, u32),
    /// The path from the record to the field, with dots: `data_centre.needs_analysis.done`.
    pub path: std::sync::Arc<str>,
    /// What it holds.
    pub kind: CellKind,
}

/// The kinds of cells.
#[derive(Clone, PartialEq, Debug)]
pub enum CellKind {
    /// A scalar of this type.
    Scalar(Type),
    /// Whether an optional record, which follows in line, is present: absent, open, or the
    /// record itself.
    Presence(RecordId),
    /// A list whose elements are records in rows.
    Rows(RecordId),
    /// A list of scalars.
    Scalars(Type),
    /// A reference to a record of this type by its key; the cell holds the record.
    Reference(RecordId),
}
