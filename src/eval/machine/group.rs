//! Groups of elements with equal keys.
//!
//! Where the key of an element is not known, the element is perhaps an item of every group whose
//! key it can still turn out to have, and perhaps the first of a group of its own. What the known
//! elements of a group come to stands whatever that key is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rank::Rank;
use super::{Elements, Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::code::{Formula, Generator};
use crate::text::Span;
use crate::value::{Extent, Fault, FaultKind, Faults, Item, List, Missing, Open, Value, ops};

impl<R: Recorder> Machine<'_, R> {
    /// The groups of a list in the order of the first occurrence of their keys. Where a key is
    /// perhaps a fault, nothing is known of the groups.
    pub(super) fn group(&mut self, list: &Generator, key: &Formula, at: Span) -> Run<Value> {
        let value = self.formula(&list.list)?;
        let elements = match Elements::of(&value, at) {
            Ok(elements) => elements,
            Err(fault) => return Ok(Value::Fault(fault)),
        };
        let mut groups = Groups::new(&elements, at);
        for index in 0..elements.len() {
            let Some((element, included)) = elements.get(index) else { break };
            self.set(list.variable, element.clone());
            let key = self.formula(key)?;
            groups.meet(key, element, &included);
        }
        if let Some(more) = &elements.more {
            self.set(list.variable, Value::clone(more));
            let key = self.formula(key)?;
            groups.meet_further(key, Value::clone(more));
        }
        Ok(groups.finish())
    }
}

/// More pairs of groups and elements without a key are not looked at one by one; nothing is then
/// known of the groups.
const MANY: usize = 16_384;

/// An element of which the key is not known.
struct Stray {
    key: Value,
    item: Item,
}

/// Groups as they grow.
struct Groups {
    /// The known keys with what is known to have them.
    groups: Vec<(Value, Vec<Item>)>,
    places: BTreeMap<Rank, usize>,
    strays: Vec<Stray>,
    /// Any number of further elements that are like this.
    more: Option<Stray>,
    /// Every element is in the list.
    known: bool,
    missing: Missing,
    faults: Faults,
    at: Span,
}

impl Groups {
    fn new(elements: &Elements, at: Span) -> Self {
        let mut faults = Faults::default();
        faults.may_meet(elements.fault);
        Self {
            groups: Vec::new(),
            places: BTreeMap::new(),
            strays: Vec::new(),
            more: None,
            known: elements.as_known().is_some(),
            missing: elements.missing.clone(),
            faults,
            at,
        }
    }

    /// Takes an element that is in the list or may be.
    fn meet(&mut self, key: Value, element: Value, included: &Value) {
        self.missing = self.missing.union(&key.missing()).union(&included.missing());
        let item = Item { value: element, certain: included.is_yes() };
        match key {
            Value::Fault(fault) if item.certain => self.faults.meet(Some(fault)),
            Value::Fault(fault) => self.faults.may_meet(Some(fault)),
            Value::Open(ref open) if open.is_fault() && item.certain => {
                self.faults.meet(open.fault);
            }
            Value::Open(ref open) => {
                self.faults.may_meet(open.fault);
                self.strays.push(Stray { key, item });
            }
            key => self.add(key, item),
        }
    }

    /// Takes what stands for all further elements.
    fn meet_further(&mut self, key: Value, element: Value) {
        self.missing = self.missing.union(&key.missing());
        match &key {
            Value::Fault(fault) => self.faults.may_meet(Some(*fault)),
            Value::Open(open) => self.faults.may_meet(open.fault),
            _ => {}
        }
        self.more = Some(Stray { key, item: Item { value: element, certain: false } });
    }

    fn add(&mut self, key: Value, item: Item) {
        let rank = Rank::of(&key);
        let place = match &rank {
            Some(rank) => self.places.get(rank).copied(),
            None => self.groups.iter().position(|(other, _)| *other == key),
        };
        match place.and_then(|place| self.groups.get_mut(place)) {
            Some((_, items)) => items.push(item),
            None => {
                self.places.extend(rank.map(|rank| (rank, self.groups.len())));
                self.groups.push((key, vec![item]));
            }
        }
    }

    fn finish(self) -> Value {
        if let Some(fault) = ops::certain_fault(self.faults, &self.missing) {
            return fault;
        }
        let possible_fault = self.faults.of_result();
        let pairs = self.strays.len().saturating_mul(self.groups.len() + self.strays.len());
        if possible_fault.is_some() || pairs > MANY {
            let unknown = Arc::new(Value::unknown(self.missing.clone()));
            let extent = Extent::List { items: Arc::from([]), more: Some(unknown) };
            return Value::possible(extent, possible_fault, self.missing);
        }
        if self.known && self.strays.is_empty() {
            let groups = self.groups.into_iter().map(|(key, items)| {
                let items = items.into_iter().map(|item| item.value).collect();
                group(key, Value::List(List::Items(items)))
            });
            return Value::List(List::Items(groups.collect()));
        }
        self.finish_open()
    }

    /// The groups of known keys, the group of which each stray is perhaps the first, and what
    /// stands for those of further elements.
    fn finish_open(self) -> Value {
        let mut found = Vec::with_capacity(self.groups.len() + self.strays.len());
        for (key, items) in &self.groups {
            let certain = items.iter().any(|item| item.certain);
            let value = group(key.clone(), self.with_strays(key, items, &self.strays));
            found.push(Item { value, certain });
        }
        let mut rest = self.strays.as_slice();
        while let Some((first, later)) = rest.split_first() {
            let own = Item { value: first.item.value.clone(), certain: true };
            let items = self.with_strays(&first.key, &[own], later);
            found.push(Item { value: group(first.key.clone(), items), certain: false });
            rest = later;
        }
        let more = self
            .more
            .as_ref()
            .map(|more| Arc::new(group(more.key.clone(), self.with_strays(&more.key, &[], &[]))));
        Value::possible(Extent::List { items: found.into(), more }, None, self.missing)
    }

    /// The items of a group: those that are known, and strays and further elements of which the
    /// key can turn out to be that of the group.
    fn with_strays(&self, key: &Value, known: &[Item], strays: &[Stray]) -> Value {
        let mut items = known.to_vec();
        let mut missing = Missing::none();
        let joins = |stray: &&Stray| self.can_be(&stray.key, key);
        for stray in strays.iter().filter(joins) {
            missing = missing.union(&stray.key.missing());
            items.push(Item { value: stray.item.value.clone(), certain: false });
        }
        let more = self.more.as_ref().filter(joins);
        let all = more.is_none() && items.iter().all(|item| item.certain);
        if all {
            return Value::List(List::Items(items.into_iter().map(|item| item.value).collect()));
        }
        // Whether an element is in the list at all is not told by the keys.
        if !self.known || missing.is_empty() {
            missing = self.missing.clone();
        }
        let more = more.map(|more| Arc::new(more.item.value.clone()));
        Value::possible(Extent::List { items: items.into(), more }, None, missing)
    }

    /// Whether a key can turn out to be another. Groups take absence for a key as any other.
    fn can_be(&self, key: &Value, other: &Value) -> bool {
        let can_be_absent = |value: &Value| match value {
            Value::Open(open) => open.absent,
            value => *value == Value::Absent,
        };
        can_be_absent(key) && can_be_absent(other)
            || !ops::truth(&ops::equal(key, other, self.at)).is_certainly_no()
    }
}

fn group(key: Value, items: Value) -> Value {
    Value::Group(Arc::new((key, items)))
}

/// The key of a group.
pub(super) fn key(group: &Value, at: Span) -> Value {
    part(group, at, |(key, _)| key.clone(), Extent::Any)
}

/// The items of a group.
pub(super) fn items(group: &Value, at: Span) -> Value {
    let missing = group.missing();
    let unknown = Arc::new(Value::unknown(missing));
    let any = Extent::List { items: Arc::from([]), more: Some(unknown) };
    part(group, at, |(_, items)| items.clone(), any)
}

fn part(group: &Value, at: Span, read: impl Fn(&(Value, Value)) -> Value, any: Extent) -> Value {
    let absent = Fault::new(FaultKind::Absent, at);
    match group {
        Value::Group(group) => read(group),
        Value::Fault(fault) => Value::Fault(*fault),
        Value::Open(open) => match &open.extent {
            Extent::Values(values) => {
                let mut parts: Vec<Value> = Vec::new();
                for value in values.iter() {
                    if let Value::Group(group) = value {
                        parts.push(read(group));
                    }
                }
                parts.extend(open.fault.map(Value::Fault));
                parts.extend(open.absent.then_some(Value::Fault(absent)));
                ops::join(&parts.iter().collect::<Vec<_>>(), &open.missing)
            }
            _ => rest(open, any, absent),
        },
        _ => Value::Fault(absent),
    }
}

fn rest(open: &Open, any: Extent, absent: Fault) -> Value {
    let mut faults = Faults::default();
    faults.may_meet(open.fault);
    faults.may_meet(open.absent.then_some(absent));
    let missing: Missing = open.missing.clone();
    Value::possible(any, faults.of_result(), missing)
}
