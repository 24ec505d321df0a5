//! Computes where each fact lies.
//!
//! In: the records of a checked programme. Out: a [`FactSchema`]. A record is laid out after all
//! that lie in it; one that would hold itself, or more cells than
//! [`FactSchema::MAX_CELLS`], is refused and gets an empty layout, so that no cycle and no chain
//! of doublings ever costs more than its limit. The checker reports such records.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Cell, CellKind, CopiedField, FactSchema, FieldKey, RecordLayout};
use crate::types::typed::{Checked, Field, RecordId, RecordType, Type};

impl FactSchema {
    /// The layouts of all records of a programme.
    #[must_use]
    pub fn new(checked: &Checked) -> Self {
        let mut work = Work {
            records: &checked.records,
            states: checked.records.iter().map(|_| State::Waiting).collect(),
        };
        for index in 0..checked.records.len() {
            work.lay_out(RecordId::new(index), 0);
        }
        let mut refused = Vec::new();
        let layouts = work.states.into_iter().enumerate().map(|(index, state)| match state {
            State::Done(layout) => layout,
            State::Waiting | State::Open | State::Refused => {
                refused.push(RecordId::new(index));
                RecordLayout::empty(RecordId::new(index))
            }
        });
        let layouts = layouts.collect();
        Self { layouts, refused }
    }
}

impl RecordLayout {
    /// A layout without any cell.
    fn empty(record: RecordId) -> Self {
        Self {
            record,
            size: 0,
            includes: Vec::new(),
            included: Vec::new(),
            fields: Vec::new(),
            cells: Vec::new(),
            keys: Vec::new(),
            sorted_keys: Vec::new(),
            copies: Vec::new(),
        }
    }
}

/// The records and how far each has come.
struct Work<'c> {
    records: &'c [RecordType],
    states: Vec<State>,
}

/// How far the layout of a record has come.
enum State {
    /// Not begun.
    Waiting,
    /// Begun, so that whoever asks now lies inside it.
    Open,
    /// It holds itself, is too large, or holds one that is refused.
    Refused,
    /// Finished.
    Done(RecordLayout),
}

impl Work<'_> {
    /// Lays out a record and all that lie in it, unless that is done. False when it is refused.
    fn lay_out(&mut self, record: RecordId, depth: usize) -> bool {
        match self.states.get(record.index()) {
            Some(State::Waiting) if depth < FactSchema::MAX_DEPTH => {}
            Some(State::Done(_)) => return true,
            _ => return false,
        }
        self.set(record, State::Open);
        let layout = self.layout_of(record, depth);
        let done = layout.is_some();
        self.set(record, layout.map_or(State::Refused, State::Done));
        done
    }

    fn set(&mut self, record: RecordId, state: State) {
        if let Some(slot) = self.states.get_mut(record.index()) {
            *slot = state;
        }
    }

    fn layout_of(&mut self, record: RecordId, depth: usize) -> Option<RecordLayout> {
        let records = self.records;
        let declared = records.get(record.index())?;
        let mut layout = RecordLayout::empty(record);
        for included in &declared.includes {
            let inner = self.inner(*included, depth)?;
            layout.include(inner)?;
        }
        for (position, field) in declared.fields.iter().enumerate() {
            let at = (record, u32::try_from(position).ok()?);
            let inner = match in_line(field) {
                Some(inner) => Some(self.inner(inner, depth)?),
                None => None,
            };
            layout.add(at, field, inner)?;
        }
        let mut sorted: Vec<u32> = (0..u32::try_from(layout.keys.len()).ok()?).collect();
        sorted.sort_by_key(|at| layout.keys.get(*at as usize).map(|key| key.name.clone()));
        // Equal names are copies of one field, of which the first stands for all.
        sorted.dedup_by_key(|at| layout.keys.get(*at as usize).map(|key| key.name.clone()));
        layout.sorted_keys = sorted;
        layout.copies = self.copies(&layout.keys);
        Some(layout)
    }

    /// The fields that stand in a record more than once, by way of several included records.
    fn copies(&self, keys: &[FieldKey]) -> Vec<CopiedField> {
        let mut first: BTreeMap<(RecordId, u32), u32> = BTreeMap::new();
        let mut copies = Vec::new();
        for key in keys {
            match first.get(&key.field) {
                Some(from) => {
                    let (from, to, cells) = (*from, key.offset, self.cells_of(key));
                    copies.push(CopiedField { from, to, cells });
                }
                None => {
                    first.insert(key.field, key.offset);
                }
            }
        }
        copies
    }

    /// How many cells a field takes: those of the record that it holds in line, else one.
    fn cells_of(&self, key: &FieldKey) -> u32 {
        let Some((inner, offset)) = key.inner else { return 1 };
        let size = match self.states.get(inner.index()) {
            Some(State::Done(layout)) => layout.size,
            _ => 0,
        };
        offset.saturating_sub(key.offset).saturating_add(size)
    }

    /// The finished layout of a record that lies in another.
    fn inner(&mut self, record: RecordId, depth: usize) -> Option<&RecordLayout> {
        if !self.lay_out(record, depth + 1) {
            return None;
        }
        match self.states.get(record.index()) {
            Some(State::Done(layout)) => Some(layout),
            _ => None,
        }
    }
}

impl RecordLayout {
    /// Adds an included record, whose fields stand at the level of this one.
    fn include(&mut self, inner: &Self) -> Option<()> {
        self.includes.push(self.size);
        self.included.push(inner.record);
        let keys = inner.keys.iter().map(|key| FieldKey {
            name: key.name.clone(),
            field: key.field,
            offset: self.size + key.offset,
            inner: key.inner.map(|(record, offset)| (record, self.size + offset)),
        });
        self.keys.extend(keys);
        if self.keys.len() > FactSchema::MAX_CELLS as usize {
            return None;
        }
        self.cells.extend(inner.cells.iter().cloned());
        self.grow(inner.size)
    }

    /// Adds an own field; `inner` is the layout of the record that it holds in line.
    fn add(&mut self, at: (RecordId, u32), field: &Field, inner: Option<&Self>) -> Option<()> {
        let offset = self.size;
        self.fields.push(offset);
        let place = inner.map(|inner| (inner.record, offset + u32::from(field.optional)));
        self.keys.push(FieldKey { name: field.name.clone(), field: at, offset, inner: place });
        if inner.is_none() || field.optional {
            let path = field.name.clone();
            let kind = kind_of(field);
            self.cells.push(Cell { field: at, path, kind, assessed: field.assessed });
            self.grow(1)?;
        }
        let Some(inner) = inner else { return Some(()) };
        self.cells.extend(inner.cells.iter().map(|cell| Cell {
            field: cell.field,
            path: Arc::from(format!("{}.{}", field.name, cell.path)),
            kind: cell.kind.clone(),
            assessed: field.assessed || cell.assessed,
        }));
        self.grow(inner.size)
    }

    fn grow(&mut self, cells: u32) -> Option<()> {
        self.size = self.size.checked_add(cells).filter(|size| *size <= FactSchema::MAX_CELLS)?;
        Some(())
    }
}

/// The record that a field holds in line.
fn in_line(field: &Field) -> Option<RecordId> {
    match field.ty.required() {
        Type::Record(record) if !field.reference => Some(*record),
        _ => None,
    }
}

/// What the first cell of a field holds.
fn kind_of(field: &Field) -> CellKind {
    match field.ty.required() {
        Type::Record(record) if field.reference => CellKind::Reference(*record),
        Type::Record(record) => CellKind::Presence(*record),
        Type::List(element) => match element.required() {
            Type::Record(record) if !field.reference => CellKind::Rows(*record),
            element => CellKind::Scalars(element.clone()),
        },
        ty => CellKind::Scalar(ty.clone()),
    }
}

#[cfg(test)]
mod tests;
