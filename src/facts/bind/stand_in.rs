//! One record for "any further element" of each list that nobody gave.
//!
//! Its cells are open and owe the list. A record inside such a record gets a stand-in of its own,
//! so that all of them owe the list from which they were reached; records that hold lists of
//! themselves end in a circle. Where a proposal leaves out very many lists of one type, they
//! share a stand-in that owes them all.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Binder, Stopped};
use crate::facts::Origin;
use crate::facts::run::ListPlace;
use crate::program::CellKind;
use crate::text::{SourceId, Span};
use crate::types::typed::{Field, RecordId, Type};
use crate::value::{Extent, Missing, Open, Owed, Value};

/// The most lists of one type that get a stand-in each.
const OWN: usize = 64;

/// Who owes a stand-in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    /// The list in this cell.
    List(u32),
    /// All lists of records of a type that nobody gave.
    All(RecordId),
}

/// Stand-ins under construction.
struct StandIns {
    /// The first cells of those that have been begun.
    made: BTreeMap<(Owner, RecordId), u32>,
    /// Those to be filled: owner, type and first cell.
    open: Vec<(Owner, RecordId, u32)>,
    /// What each owner owes.
    owed: BTreeMap<Owner, Missing>,
}

impl Binder<'_> {
    /// Makes the stand-ins and completes the lists that nobody gave.
    pub(super) fn make_stand_ins(&mut self) -> Result<(), Stopped> {
        let mut work = StandIns { made: BTreeMap::new(), open: Vec::new(), owed: BTreeMap::new() };
        let lists = std::mem::take(&mut self.unknown_lists);
        let owners = self.owners(&lists, &mut work);
        for (cell, owner) in lists.into_iter().zip(owners) {
            self.complete_list(cell, owner, &mut work)?;
        }
        for (cell, inside, ty) in std::mem::take(&mut self.unknown_items) {
            let owner = Owner::List(cell);
            work.owed.insert(owner, Missing::one(Owed::Fact(cell)));
            let Some(field) = self.facts.kind(cell).and_then(|kind| self.field(kind.field)) else {
                continue;
            };
            let value = self.any_value(field, &ty, owner, cell, &mut work)?;
            self.set_item(cell, &inside, value);
        }
        self.fill_stand_ins(&mut work)?;
        self.share_stand_ins(&mut work)
    }

    /// The owner of the stand-in of each unknown list.
    fn owners(&self, lists: &[u32], work: &mut StandIns) -> Vec<Owner> {
        let mut by_type: BTreeMap<RecordId, Vec<u32>> = BTreeMap::new();
        for cell in lists {
            if let Some(record) = self.element_of(*cell) {
                by_type.entry(record).or_default().push(*cell);
            }
        }
        by_type.retain(|_, cells| cells.len() > OWN);
        for (record, cells) in &by_type {
            let owed = Missing::from_owed(cells.iter().map(|cell| Owed::Fact(*cell)));
            work.owed.insert(Owner::All(*record), owed);
        }
        let owner = |cell: &u32| match self.element_of(*cell) {
            Some(record) if by_type.contains_key(&record) => Owner::All(record),
            _ => Owner::List(*cell),
        };
        let owners: Vec<Owner> = lists.iter().map(owner).collect();
        for (cell, owner) in lists.iter().zip(&owners) {
            if *owner == Owner::List(*cell) {
                work.owed.insert(*owner, Missing::one(Owed::Fact(*cell)));
            }
        }
        owners
    }

    /// The record type of the rows of a list.
    fn element_of(&self, cell: u32) -> Option<RecordId> {
        match self.facts.kind(cell)?.kind {
            CellKind::Rows(record) => Some(record),
            _ => None,
        }
    }

    /// Gives a list that nobody gave its extent.
    fn complete_list(
        &mut self,
        cell: u32,
        owner: Owner,
        work: &mut StandIns,
    ) -> Result<(), Stopped> {
        let Some(kind) = self.facts.kind(cell).map(|kind| (kind.kind.clone(), kind.field)) else {
            return Ok(());
        };
        let Some(field) = self.field(kind.1) else { return Ok(()) };
        let more = self.any_element(field, &kind.0, owner, cell, work)?;
        let Value::Open(open) = self.facts.cell(cell).clone() else { return Ok(()) };
        let extent = Extent::List { items: Arc::from([]), more: Some(Arc::new(more)) };
        self.set_value(cell, Value::Open(Arc::new(Open { extent, ..(*open).clone() })));
        Ok(())
    }

    /// Any element of a list in a cell of this kind.
    fn any_element(
        &mut self,
        field: &Field,
        kind: &CellKind,
        owner: Owner,
        cell: u32,
        work: &mut StandIns,
    ) -> Result<Value, Stopped> {
        match kind {
            CellKind::Rows(record) => Ok(Value::Record(self.stand_in(owner, *record, cell, work)?)),
            CellKind::Scalars(ty) => self.any_value(field, ty, owner, cell, work),
            // Only the two kinds above are lists.
            _ => Ok(Value::open(Extent::Any, self.owed_by(owner, work))),
        }
    }

    /// Any value of a type inside a list, owed by its owner.
    fn any_value(
        &mut self,
        field: &Field,
        ty: &Type,
        owner: Owner,
        cell: u32,
        work: &mut StandIns,
    ) -> Result<Value, Stopped> {
        let missing = self.owed_by(owner, work);
        // The depth is that of the declared type.
        let more = match ty.required() {
            Type::List(element) => match element.required() {
                Type::Record(record) if !field.reference => {
                    Value::Record(self.stand_in(owner, *record, cell, work)?)
                }
                element => self.any_value(field, element, owner, cell, work)?,
            },
            ty => return Ok(super::unknown::value(self.input.checked, field, ty, missing)),
        };
        let extent = Extent::List { items: Arc::from([]), more: Some(Arc::new(more)) };
        Ok(Value::open(extent, missing))
    }

    fn owed_by(&self, owner: Owner, work: &StandIns) -> Missing {
        work.owed.get(&owner).cloned().unwrap_or_default()
    }

    /// The first cell of a stand-in, made room for when it is the first time; `cell` is the list
    /// that it is shown to belong to.
    fn stand_in(
        &mut self,
        owner: Owner,
        record: RecordId,
        cell: u32,
        work: &mut StandIns,
    ) -> Result<u32, Stopped> {
        if let Some(start) = work.made.get(&(owner, record)) {
            return Ok(*start);
        }
        let place = ListPlace { cell, inside: Box::default() };
        let nowhere = Span::new(SourceId::default(), 0, 0);
        let span = self.facts.origin(cell).span().unwrap_or(nowhere);
        let start = self.allocate(record, 1, Some((place, true)), span, "")?;
        work.made.insert((owner, record), start);
        work.open.push((owner, record, start));
        Ok(start)
    }

    /// Fills all stand-ins, those that turn up on the way too. There are no more of them than
    /// owners times record types.
    fn fill_stand_ins(&mut self, work: &mut StandIns) -> Result<(), Stopped> {
        while let Some((owner, record, start)) = work.open.pop() {
            let missing = self.owed_by(owner, work);
            for offset in 0..self.input.schema.size(record) {
                let cell = start.saturating_add(offset);
                let Some(unknown) = self.unknown(record, offset, cell, missing.clone()) else {
                    continue;
                };
                self.set(cell, unknown.value, Origin::StandIn, 0);
                if unknown.is_list {
                    self.complete_list(cell, owner, work)?;
                }
            }
        }
        Ok(())
    }

    /// For each record type the stand-in for any further record of it: the only one, or one that
    /// owes what all of them owe.
    fn share_stand_ins(&mut self, work: &mut StandIns) -> Result<(), Stopped> {
        let mut by_type: BTreeMap<RecordId, Vec<(Owner, u32)>> = BTreeMap::new();
        for ((owner, record), start) in &work.made {
            by_type.entry(*record).or_default().push((*owner, *start));
        }
        for (record, made) in by_type {
            let owed = made.iter().map(|(owner, _)| self.owed_by(*owner, work));
            let owed = Missing::from_owed(owed.flat_map(|m| m.iter().collect::<Vec<_>>()));
            self.owed.insert(record, owed.clone());
            let start = match made.as_slice() {
                [(_, start)] => *start,
                [(_, first), ..] => {
                    let list = self.facts.run(*first).and_then(|run| run.list.clone());
                    let cell = list.map_or(0, |list| list.cell);
                    let owner = Owner::All(record);
                    work.owed.insert(owner, owed);
                    work.made.remove(&(owner, record));
                    let start = self.stand_in(owner, record, cell, work)?;
                    self.fill_stand_ins(work)?;
                    start
                }
                [] => continue,
            };
            self.facts.phantoms.insert(record, start);
        }
        Ok(())
    }
}
