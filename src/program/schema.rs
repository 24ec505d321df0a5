//! Where each fact lies: records as runs of cells.
//!
//! The facts of one proposal are one flat list of cells. A record is a run of cells, named by
//! the number of its first one. Included records come first, each as a run of its own; then the
//! own fields in order. A scalar, a list or a reference takes one cell; a required record lies
//! in line; an optional record takes one cell that tells its presence, then lies in line. The
//! rows of a list are runs elsewhere, one after another.
//!
//! [`FactSchema::new`] computes the layouts, see the file `layout`.

use std::sync::Arc;

use crate::types::typed::{RecordId, Type};

/// The layout of every record of a programme. A clone shares the layouts.
#[derive(Clone, Debug, Default)]
pub struct FactSchema {
    /// One layout a record, by its number.
    pub layouts: Arc<[RecordLayout]>,
    /// Records that hold themselves in line, or more than [`FactSchema::MAX_CELLS`] cells. Their
    /// layout is empty and no facts are bound to them.
    pub refused: Vec<RecordId>,
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
    /// The records themselves, in the same order.
    pub included: Vec<RecordId>,
    /// The offset of each own field, in the order of `RecordType::fields`. For a required record
    /// it is the offset of that record, for an optional one that of the cell before it.
    pub fields: Vec<u32>,
    /// What each cell holds, by offset, those of records in line included.
    pub cells: Vec<Cell>,
    /// The fields that a proposal names at this level: those of included records first.
    pub keys: Vec<FieldKey>,
    /// Positions in `keys` in the order of the names, to search in.
    pub sorted_keys: Vec<u32>,
    /// The fields that the record has by way of several included ones. They are one fact: what is
    /// bound to the first is theirs as well.
    pub copies: Vec<CopiedField>,
}

/// A field as a proposal names it at the level of a record.
#[derive(Clone, Debug)]
pub struct FieldKey {
    /// Its name.
    pub name: Arc<str>,
    /// The record whose own field it is, and the field's position.
    pub field: (RecordId, u32),
    /// Its offset, as in [`RecordLayout::fields`] but from the start of this record.
    pub offset: u32,
    /// The record that it holds in line, and the offset of that record's first cell.
    pub inner: Option<(RecordId, u32)>,
}

/// A field of a record that is included by way of two others, so that its cells lie there twice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CopiedField {
    /// The offset of the first, which is the one that a proposal's name leads to.
    pub from: u32,
    /// The offset of the other.
    pub to: u32,
    /// How many cells the field takes.
    pub cells: u32,
}

/// What a cell of a record holds.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The record whose own field it is, and the field's position.
    pub field: (RecordId, u32),
    /// The path from the record to the field, with dots: `data_centre.needs_analysis.done`.
    pub path: Arc<str>,
    /// What it holds.
    pub kind: CellKind,
    /// The assessor owes it, because the field or a record around it is a judgement.
    pub assessed: bool,
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
    /// A list of scalars, of references or of lists: the type of its elements.
    Scalars(Type),
    /// A reference to a record of this type by its key; the cell holds the record.
    Reference(RecordId),
}

impl FactSchema {
    /// The most cells that one record may take: 65,536.
    pub const MAX_CELLS: u32 = 1 << 16;

    /// The most records inside each other in line: 64.
    pub const MAX_DEPTH: usize = 64;

    /// The layout of a record.
    #[must_use]
    pub fn layout(&self, record: RecordId) -> Option<&RecordLayout> {
        self.layouts.get(record.index())
    }

    /// The offset of an own field of a record from the record's first cell.
    #[must_use]
    pub fn field_offset(&self, record: RecordId, field: u32) -> Option<u32> {
        self.layout(record)?.fields.get(field as usize).copied()
    }

    /// The offset of an included record from the first cell of the record that includes it.
    #[must_use]
    pub fn include_offset(&self, record: RecordId, include: u32) -> Option<u32> {
        self.layout(record)?.includes.get(include as usize).copied()
    }

    /// The number of cells that a record takes.
    #[must_use]
    pub fn size(&self, record: RecordId) -> u32 {
        self.layout(record).map_or(0, |layout| layout.size)
    }
}

impl RecordLayout {
    /// The field with this name, those of included records too, and its position in `keys`.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<(usize, &FieldKey)> {
        let key_at = |at: &u32| self.keys.get(*at as usize);
        let found = self
            .sorted_keys
            .binary_search_by(|at| key_at(at).map_or("", |key| &key.name).cmp(name))
            .ok()?;
        let at = self.sorted_keys.get(found)?;
        Some((*at as usize, key_at(at)?))
    }

    /// The names of all fields of this level, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().filter(|key| !self.is_copy(key)).map(|key| &*key.name)
    }

    /// Whether a field's cells are those of the same field by way of another included record.
    #[must_use]
    pub fn is_copy(&self, key: &FieldKey) -> bool {
        self.copies.iter().any(|copied| copied.to == key.offset)
    }
}
