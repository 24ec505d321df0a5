//! Which records have keys, and which record a key names.
//!
//! A key is looked for near the reference first: among the records inside the same row, then
//! inside the row around it, and so on to the root. So `partner: 1` in one project means a
//! partner of that project although others have a partner 1 too.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{Binder, KeyText};
use crate::data::DataNode;
use crate::facts::problems::DuplicateReference;
use crate::program::FactSchema;
use crate::text::Span;
use crate::types::typed::{Checked, RecordId};
use crate::value::{Rows, Value};

/// A key of a record, seen as one of the types that it is.
#[derive(Clone, Copy)]
pub(super) struct Identity {
    /// The type.
    record: RecordId,
    /// The offset of the record of that type.
    start: u32,
    /// The offset of the key's cell.
    key: u32,
}

/// What a key names inside a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// The record that begins at this cell.
    One(u32),
    /// Several records.
    Several,
}

/// The keys of all records.
pub(super) struct Identities {
    /// The identities of each record type, by its number.
    of: Vec<Vec<Identity>>,
    /// What a key names, by the row around, the type and the key.
    names: BTreeMap<(u32, RecordId, KeyText), Named>,
    /// Cells of keys that are unknown, by type.
    pub(super) unknown: BTreeMap<RecordId, Vec<u32>>,
}

impl Identities {
    pub(super) fn new(schema: &FactSchema, checked: &Checked) -> Self {
        let mut found = Self {
            of: vec![Vec::new(); checked.records.len()],
            names: BTreeMap::new(),
            unknown: BTreeMap::new(),
        };
        // Included records come before those that include them in the order of their depth, so
        // that many passes as includes are deep are enough; the layouts bound that depth.
        for _ in 0..FactSchema::MAX_DEPTH {
            let mut changed = false;
            for layout in schema.layouts.iter() {
                let identities = found.identities_of(schema, checked, layout.record);
                let Some(slot) = found.of.get_mut(layout.record.index()) else { continue };
                changed |= slot.len() != identities.len();
                *slot = identities;
            }
            if !changed {
                break;
            }
        }
        found
    }

    fn identities_of(
        &self,
        schema: &FactSchema,
        checked: &Checked,
        record: RecordId,
    ) -> Vec<Identity> {
        let (Some(layout), Some(declared)) =
            (schema.layout(record), checked.records.get(record.index()))
        else {
            return Vec::new();
        };
        let own = declared.fields.iter().zip(&layout.fields).find(|(field, _)| field.key);
        let mut own = own.map(|(_, offset)| Identity { record, start: 0, key: *offset });
        let mut found = Vec::new();
        for (included, at) in layout.included.iter().zip(&layout.includes) {
            for inner in self.of.get(included.index()).into_iter().flatten() {
                let (start, key) = (at + inner.start, at + inner.key);
                found.push(Identity { record: inner.record, start, key });
                // A record without a key of its own goes by the one that it includes.
                own = own.or(Some(Identity { record, start: 0, key }));
            }
        }
        found.extend(own);
        found
    }

    /// What a key names inside a row.
    pub(super) fn named(&self, row: u32, record: RecordId, key: &KeyText) -> Option<Named> {
        self.names.get(&(row, record, key.clone())).copied()
    }

    /// All keys of a type inside the root.
    pub(super) fn keys(&self, record: RecordId) -> impl Iterator<Item = &str> {
        self.names
            .range((0, record, KeyText::from(""))..)
            .take_while(move |((row, of, _), _)| *row == 0 && *of == record)
            .map(|((_, _, key), _)| &**key)
    }

    /// The offset of the key's cell in a record of a type.
    pub(super) fn key_offset(&self, record: RecordId) -> Option<u32> {
        let mut all = self.of.get(record.index())?.iter();
        all.find(|identity| identity.record == record).map(|identity| identity.key)
    }
}

impl Binder<'_> {
    /// Enters a bound record under its keys.
    pub(super) fn identify(&mut self, record: RecordId, start: u32) {
        let of = self.identities.of.get(record.index());
        for identity in of.cloned().unwrap_or_default() {
            let cell = start.saturating_add(identity.key);
            let at = start.saturating_add(identity.start);
            match key_text(self.facts.cell(cell)) {
                Some(key) => self.name(identity.record, &key, at),
                None => self.identities.unknown.entry(identity.record).or_default().push(cell),
            }
        }
    }

    /// Enters a key for all rows around.
    fn name(&mut self, record: RecordId, key: &KeyText, at: u32) {
        for row in &self.scope {
            match self.identities.names.entry((*row, record, key.clone())) {
                Entry::Vacant(free) => {
                    free.insert(Named::One(at));
                }
                Entry::Occupied(mut taken) if *taken.get() != Named::One(at) => {
                    taken.insert(Named::Several);
                }
                Entry::Occupied(_) => {}
            }
        }
    }

    /// Reports keys that two rows of a list have.
    pub(super) fn check_keys(&mut self, element: RecordId, rows: Rows, items: &[DataNode]) {
        let Some(offset) = self.identities.key_offset(element) else { return };
        let layout = self.input.schema.layout(element);
        let Some(field) = layout.and_then(|layout| layout.cells.get(offset as usize)) else {
            return;
        };
        let mut seen: BTreeMap<KeyText, Option<Span>> = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            let cell = rows.get(index).map(|row| row.saturating_add(offset));
            let key = cell.and_then(|cell| key_text(self.facts.cell(cell)));
            let Some(key) = key else { continue };
            let again = item.get(&field.path).map(|node| node.span);
            match seen.entry(key.clone()) {
                Entry::Vacant(free) => {
                    free.insert(again);
                }
                Entry::Occupied(first) => {
                    let first = *first.get();
                    self.report(DuplicateReference { field: &field.path, key: &key, first, again });
                }
            }
        }
    }
}

/// A key as text; none for a value that is not certain.
pub(super) fn key_text(value: &Value) -> Option<KeyText> {
    match value {
        Value::Text(text) | Value::Other(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string().into()),
        Value::Date(date) => Some(date.to_string().into()),
        Value::Month(month) => Some(month.to_string().into()),
        Value::Open(_) | Value::Fault(_) | Value::Absent => None,
        other => Some(format!("{other:?}").into()),
    }
}
