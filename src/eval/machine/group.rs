//! Groups of elements with equal keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rank::Rank;
use super::{Elements, Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::code::{Formula, Generator};
use crate::text::Span;
use crate::value::{Extent, Fault, FaultKind, List, Missing, Open, Value, ops};

impl<R: Recorder> Machine<'_, R> {
    /// The groups of a list in the order of the first occurrence of their keys. Where an element
    /// or its key is not known, neither are the groups.
    pub(super) fn group(&mut self, list: &Generator, key: &Formula, at: Span) -> Run<Value> {
        let value = self.formula(&list.list)?;
        let elements = match Elements::of(&value, at) {
            Ok(elements) => elements,
            Err(fault) => return Ok(Value::Fault(fault)),
        };
        let mut groups = Groups::default();
        let mut missing = elements.missing.clone();
        let mut possible_fault = elements.fault;
        let mut certain_fault: Option<Fault> = None;
        for index in 0..elements.len() {
            let Some((element, included)) = elements.get(index) else { break };
            self.set(list.variable, element.clone());
            let key = self.formula(key)?;
            missing = missing.union(&key.missing()).union(&included.missing());
            match (&key, &included) {
                (Value::Fault(fault), Value::Bool(true)) => {
                    certain_fault = Some(certain_fault.map_or(*fault, |it| it.min(*fault)));
                }
                (Value::Fault(fault), _) => possible_fault = Some(*fault),
                (Value::Open(open), _) => possible_fault = possible_fault.or(open.fault),
                _ => {}
            }
            groups.add(key, element);
        }
        if let Some(fault) = certain_fault {
            return Ok(Value::Fault(fault));
        }
        if elements.as_known().is_some() && missing.is_empty() {
            return Ok(groups.finish());
        }
        if elements.more.is_some() {
            possible_fault = possible_fault.or(Some(Fault::new(FaultKind::Absent, at)));
        }
        let unknown = Arc::new(Value::unknown(missing.clone()));
        let extent = Extent::List { items: Arc::from([]), more: Some(unknown) };
        Ok(Value::possible(extent, possible_fault, missing))
    }
}

/// Groups as they grow.
#[derive(Default)]
struct Groups {
    groups: Vec<(Value, Vec<Value>)>,
    places: BTreeMap<Rank, usize>,
}

impl Groups {
    fn add(&mut self, key: Value, element: Value) {
        let rank = Rank::of(&key);
        let place = match &rank {
            Some(rank) => self.places.get(rank).copied(),
            None => self.groups.iter().position(|(other, _)| *other == key),
        };
        match place.and_then(|place| self.groups.get_mut(place)) {
            Some((_, items)) => items.push(element),
            None => {
                self.places.extend(rank.map(|rank| (rank, self.groups.len())));
                self.groups.push((key, vec![element]));
            }
        }
    }

    fn finish(self) -> Value {
        let groups = self
            .groups
            .into_iter()
            .map(|(key, items)| Value::Group(Arc::new((key, List::Items(items.into())))));
        Value::List(List::Items(groups.collect()))
    }
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
    part(group, at, |(_, items)| Value::List(items.clone()), any)
}

fn part(group: &Value, at: Span, read: impl Fn(&(Value, List)) -> Value, any: Extent) -> Value {
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
    let fault = open.fault.or(open.absent.then_some(absent));
    let missing: Missing = open.missing.clone();
    Value::possible(any, fault, missing)
}
