//! References by key, followed once all records are known.

use std::sync::Arc;

use super::identity::{Named, key_text};
use super::{Binder, KeyText};
use crate::data::{DataNode, DataValue};
use crate::facts::problems::{ReferenceFault, UnknownReference};
use crate::facts::read;
use crate::types::typed::{Field, RecordId, Type};
use crate::value::{Extent, List, Missing, Owed, Value};

/// A reference whose record is not known yet.
pub(super) struct Pending<'b> {
    field: &'b Field,
    record: RecordId,
    node: &'b DataNode,
    key: KeyText,
    /// The cell that holds the reference, or the list that it is an element of.
    cell: u32,
    /// The positions of the element in the list, outermost first.
    inside: Vec<u32>,
    /// The rows around, the root's first.
    scope: Vec<u32>,
}

impl<'b> Binder<'b> {
    /// Notes a reference to a record by its key.
    pub(super) fn refer(
        &mut self,
        field: &'b Field,
        record: RecordId,
        node: &'b DataNode,
        cell: u32,
        inside: Vec<u32>,
    ) {
        let DataValue::Scalar(scalar) = &node.value else {
            let wants = format!("a key of `{}`", self.record_name(record));
            self.wrong(field, node, &wants);
            return;
        };
        let words = self.words(field, node, scalar);
        let key = match read::scalar(self.key_type(record), &words) {
            Ok(value) => key_text(&value),
            Err(problem) => {
                self.found.push(*problem);
                return;
            }
        };
        let Some(key) = key else { return };
        let scope = self.scope.clone();
        self.references.push(Pending { field, record, node, key, cell, inside, scope });
    }

    /// The type of the key of a record.
    fn key_type(&self, record: RecordId) -> &'b Type {
        let layout = self.input.schema.layout(record);
        let offset = self.identities.key_offset(record);
        let cell = layout.zip(offset).and_then(|(layout, at)| layout.cells.get(at as usize));
        cell.and_then(|cell| self.field(cell.field)).map_or(&Type::Text, |field| &field.ty)
    }

    /// Puts the record of every reference in its place.
    pub(super) fn resolve_references(&mut self) {
        for pending in std::mem::take(&mut self.references) {
            let Some(value) = self.resolve(&pending) else { continue };
            if pending.inside.is_empty() {
                self.set_value(pending.cell, value);
            } else {
                self.set_item(pending.cell, &pending.inside, value);
            }
        }
    }

    /// The record that a reference names; none when there is a problem.
    fn resolve(&mut self, pending: &Pending<'b>) -> Option<Value> {
        let nearest = pending.scope.iter().rev();
        let mut found =
            nearest.map(|row| self.identities.named(*row, pending.record, &pending.key));
        let fault = match found.find_map(|named| named) {
            Some(Named::One(start)) => return Some(Value::Record(start)),
            Some(Named::Several) => ReferenceFault::Several,
            None => {
                if let Some(owed) = self.further(pending.record) {
                    return Some(Value::open(Extent::Any, owed));
                }
                let keys = self.identities.keys(pending.record).take(200);
                let like = self.input.manner.nearest(&pending.key, keys).map(str::to_owned);
                let site = self.site(pending.field, pending.node);
                let record = self.record_name(pending.record);
                let fault = ReferenceFault::Nobody(like.as_deref());
                self.report(UnknownReference { site, record, fault });
                return None;
            }
        };
        let site = self.site(pending.field, pending.node);
        let record = self.record_name(pending.record);
        self.report(UnknownReference { site, record, fault });
        None
    }

    /// What is owed before it is known whether there are further records of a type: lists that
    /// nobody gave, and keys that are unknown. None when all records are known.
    fn further(&self, record: RecordId) -> Option<Missing> {
        let keys = self.identities.unknown.get(&record).into_iter().flatten();
        let keys = Missing::from_owed(keys.map(|cell| Owed::Fact(*cell)));
        let lists = self.owed.get(&record).cloned().unwrap_or_default();
        let owed = keys.union(&lists);
        (!owed.is_empty()).then_some(owed)
    }

    /// Changes the value of a cell and leaves its origin.
    pub(super) fn set_value(&mut self, cell: u32, value: Value) {
        if let Some(slot) = self.facts.cells.get_mut(cell as usize) {
            *slot = value;
        }
    }

    /// Changes an element of a list, or of a list in a list.
    pub(super) fn set_item(&mut self, cell: u32, inside: &[u32], value: Value) {
        let Some(mut slot) = self.facts.cells.get_mut(cell as usize) else { return };
        for position in inside {
            let Value::List(List::Items(items)) = slot else { return };
            // The list has no other owner yet, so nothing is copied.
            let items = Arc::make_mut(items);
            let Some(item) = items.get_mut(*position as usize) else { return };
            slot = item;
        }
        *slot = value;
    }
}
