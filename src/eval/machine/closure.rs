//! The transitive closure of links, by breadth-first search.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use super::rank::Rank;
use super::{Elements, Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::code::{Formula, Generator};
use crate::text::Span;
use crate::value::{Extent, Faults, Item, List, Missing, Value, ops};

/// How the ends of a link are read.
pub(super) struct Ends<'p> {
    pub(super) from: &'p Formula,
    pub(super) to: &'p Formula,
    pub(super) either_way: bool,
}

/// The links, as far as they are known.
#[derive(Default)]
struct Links {
    /// From one end to others: the other end, and whether the link is certain.
    ways: BTreeMap<Rank, Vec<(Value, bool)>>,
    /// What would tell the links that are not certain.
    missing: Missing,
    /// There may be links that nothing is known of.
    unknown: bool,
    faults: Faults,
}

impl<R: Recorder> Machine<'_, R> {
    /// All that is linked with a start, the start first.
    pub(super) fn linked(
        &mut self,
        start: &Formula,
        links: &Generator,
        ends: &Ends<'_>,
        condition: Option<&Formula>,
        at: Span,
    ) -> Run<Value> {
        let start = self.formula(start)?;
        let list = self.formula(&links.list)?;
        let elements = match Elements::of(&list, at) {
            Ok(elements) => elements,
            Err(fault) => return Ok(Value::Fault(fault)),
        };
        let mut known = Links::default();
        known.faults.may_meet(elements.fault);
        if elements.as_known().is_none() {
            known.missing = elements.missing.clone();
        }
        for index in 0..elements.len() {
            let Some((link, included)) = elements.get(index) else { break };
            self.set(links.variable, link);
            let holds = self.link_holds(condition, included, at)?;
            if holds.is_no() {
                continue;
            }
            let (from, to) = (self.formula(ends.from)?, self.formula(ends.to)?);
            known.add(&from, &to, &holds, ends.either_way);
        }
        if let Some(more) = &elements.more {
            self.set(links.variable, Value::clone(more));
            let further = Value::unknown_bool(elements.missing.clone());
            let holds = self.link_holds(condition, further, at)?;
            if holds != Value::Bool(false) {
                let (from, to) = (self.formula(ends.from)?, self.formula(ends.to)?);
                known.add(&from, &to, &holds, ends.either_way);
                known.unknown = true;
            }
        }
        Ok(known.closure(start))
    }

    fn link_holds(&mut self, condition: Option<&Formula>, included: Value, at: Span) -> Run<Value> {
        match condition {
            None => Ok(included),
            Some(condition) => {
                let holds = self.formula(condition)?;
                Ok(ops::and(&[included, holds], at))
            }
        }
    }
}

impl Links {
    fn add(&mut self, from: &Value, to: &Value, holds: &Value, either_way: bool) {
        let truth = ops::truth(holds);
        truth.faults(&mut self.faults);
        for end in [from, to] {
            match end {
                Value::Fault(fault) if truth.is_certainly_yes() => self.faults.meet(Some(*fault)),
                Value::Fault(fault) => self.faults.may_meet(Some(*fault)),
                Value::Open(open) => {
                    self.faults.may_meet(open.fault);
                    self.missing = self.missing.union(&open.missing);
                }
                _ => {}
            }
        }
        if !truth.is_certain() {
            self.missing = self.missing.union(&holds.missing());
        }
        // An end that is absent links nothing.
        if *from == Value::Absent || *to == Value::Absent {
            return;
        }
        match (Rank::of(from), Rank::of(to)) {
            (Some(a), Some(b)) => {
                let certain = truth.is_certainly_yes();
                self.ways.entry(a).or_default().push((to.clone(), certain));
                if either_way {
                    self.ways.entry(b).or_default().push((from.clone(), certain));
                }
            }
            _ => {
                self.unknown = true;
                self.missing = self.missing.union(&from.missing()).union(&to.missing());
            }
        }
    }

    fn closure(mut self, start: Value) -> Value {
        match &start {
            Value::Fault(fault) => self.faults.meet(Some(*fault)),
            Value::Open(open) => self.faults.may_meet(open.fault),
            _ => {}
        }
        if let Some(fault) = ops::certain_fault(self.faults, &self.missing) {
            return fault;
        }
        let possible_fault = self.faults.of_result();
        if Rank::of(&start).is_none() {
            self.missing = self.missing.union(&start.missing());
            self.unknown = true;
        }
        let certain = self.reached(&start, |certain| certain);
        let possible = self.reached(&start, |_| true);
        let same = certain.len() == possible.len();
        if same && !self.unknown && possible_fault.is_none() {
            return Value::List(List::Items(certain.into()));
        }
        let sure: Vec<Rank> = certain.iter().filter_map(Rank::of).collect();
        let items = possible.into_iter().enumerate().map(|(at, value)| {
            let certain = at == 0 || Rank::of(&value).is_some_and(|rank| sure.contains(&rank));
            Item { value, certain }
        });
        let items: Arc<[Item]> = items.collect();
        let more = self.unknown.then(|| Arc::new(Value::unknown(self.missing.clone())));
        Value::possible(Extent::List { items, more }, possible_fault, self.missing)
    }

    /// All that links of some kind reach, in the order in which they are reached.
    fn reached(&self, start: &Value, counts: impl Fn(bool) -> bool) -> Vec<Value> {
        let mut seen: BTreeMap<Rank, ()> = BTreeMap::new();
        seen.extend(Rank::of(start).map(|rank| (rank, ())));
        let mut found = vec![start.clone()];
        let mut waiting: VecDeque<Value> = VecDeque::from([start.clone()]);
        while let Some(value) = waiting.pop_front() {
            let ways = Rank::of(&value).and_then(|rank| self.ways.get(&rank));
            for (other, certain) in ways.into_iter().flatten() {
                let Some(rank) = Rank::of(other).filter(|_| counts(*certain)) else { continue };
                if seen.insert(rank, ()).is_none() {
                    found.push(other.clone());
                    waiting.push_back(other.clone());
                }
            }
        }
        found
    }
}
