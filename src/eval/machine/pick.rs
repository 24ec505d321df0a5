//! The one element for which a condition holds, and the first or last one by a key.

use super::{Elements, Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::code::{Formula, Generator};
use crate::text::Span;
use crate::value::{Edge, Fault, FaultKind, Faults, Missing, Order, Value, ops};

/// An element that may be the one.
struct Candidate {
    value: Value,
    key: Value,
    certain: bool,
}

/// The elements that may be the one.
#[derive(Default)]
struct Candidates {
    list: Vec<Candidate>,
    /// There may be any number of further ones.
    further: bool,
    missing: Missing,
    faults: Faults,
}

impl Candidates {
    /// Adds an element with its key, where it is included.
    fn add(&mut self, value: Value, key: Value, included: &Value) {
        let truth = ops::truth(included);
        truth.faults(&mut self.faults);
        if !truth.is_certain() {
            self.missing = self.missing.union(&included.missing());
        }
        if truth.yes {
            self.list.push(Candidate { value, key, certain: truth.is_certainly_yes() });
        }
    }

    /// Takes in what the keys leave in doubt.
    fn doubt_keys(&mut self) {
        for key in self.list.iter().map(|it| &it.key) {
            self.missing = self.missing.union(&key.missing());
            match key {
                Value::Fault(fault) => self.faults.may_meet(Some(*fault)),
                Value::Open(open) => self.faults.may_meet(open.fault),
                _ => {}
            }
        }
    }

    /// The fault that there certainly is where no other hides it.
    fn certainly(mut self, fault: Fault) -> Value {
        self.faults.meet(Some(fault));
        ops::certain_fault(self.faults, &self.missing).unwrap_or(Value::Absent)
    }

    fn hull(self, faults: impl IntoIterator<Item = Fault>) -> Value {
        let mut values: Vec<Value> = self.list.into_iter().map(|it| it.value).collect();
        values.extend(faults.into_iter().chain(self.faults.of_result()).map(Value::Fault));
        ops::join(&values.iter().collect::<Vec<_>>(), &self.missing)
    }
}

impl<R: Recorder> Machine<'_, R> {
    /// The one element for which a condition holds.
    pub(super) fn the(&mut self, list: &Generator, condition: &Formula, at: Span) -> Run<Value> {
        let candidates = match self.candidates(list, at, |machine| {
            let holds = machine.formula(condition)?;
            Ok((Value::Absent, holds))
        })? {
            Ok(candidates) => candidates,
            Err(fault) => return Ok(Value::Fault(fault)),
        };
        let certain = candidates.list.iter().filter(|it| it.certain).count();
        let not_one = Fault::new(FaultKind::NotExactlyOne, at);
        if let Some(fault) = ops::certain_fault(candidates.faults, &candidates.missing) {
            return Ok(fault);
        }
        let open = candidates.list.len() > certain || candidates.further;
        let doubtful = !candidates.faults.is_empty();
        match (certain, open || doubtful) {
            (0, false) | (2.., _) => Ok(candidates.certainly(not_one)),
            (1, false) => Ok(candidates.hull(None)),
            (1, true) => {
                let sure = candidates.list.into_iter().filter(|it| it.certain).collect();
                let candidates = Candidates { list: sure, ..candidates };
                Ok(candidates.hull(open.then_some(not_one)))
            }
            (_, true) => Ok(candidates.hull([not_one])),
        }
    }

    /// The element with the least or greatest key.
    pub(super) fn pick(
        &mut self,
        list: &Generator,
        key: &Formula,
        edge: Edge,
        at: Span,
    ) -> Run<Value> {
        let found =
            self.candidates(list, at, |machine| Ok((machine.formula(key)?, Value::Bool(true))))?;
        let mut candidates = match found {
            Ok(candidates) => candidates,
            Err(fault) => return Ok(Value::Fault(fault)),
        };
        for candidate in candidates.list.iter().filter(|it| it.certain) {
            match &candidate.key {
                Value::Fault(fault) => candidates.faults.meet(Some(*fault)),
                Value::Open(open) if open.is_fault() => candidates.faults.meet(open.fault),
                _ => {}
            }
        }
        if candidates.faults.certain().is_some() {
            candidates.doubt_keys();
            let Candidates { faults, missing, .. } = candidates;
            return Ok(ops::certain_fault(faults, &missing).unwrap_or(Value::Absent));
        }
        Ok(edge_of(candidates, edge, at))
    }

    /// The elements of a list with a key each, where a condition holds.
    fn candidates(
        &mut self,
        generator: &Generator,
        at: Span,
        mut read: impl FnMut(&mut Self) -> Run<(Value, Value)>,
    ) -> Run<Result<Candidates, Fault>> {
        let list = self.formula(&generator.list)?;
        let elements = match Elements::of(&list, at) {
            Ok(elements) => elements,
            Err(fault) => return Ok(Err(fault)),
        };
        let mut candidates = Candidates::default();
        candidates.faults.may_meet(elements.fault);
        if elements.fault.is_some() {
            candidates.missing = elements.missing.clone();
        }
        for index in 0..elements.len() {
            let Some((value, included)) = elements.get(index) else { break };
            self.set(generator.variable, value.clone());
            let (key, holds) = read(self)?;
            let included = ops::and(&[included, holds], at);
            candidates.add(value, key, &included);
        }
        if let Some(more) = &elements.more {
            self.set(generator.variable, Value::clone(more));
            let (key, holds) = read(self)?;
            let further = Value::unknown_bool(elements.missing.clone());
            let included = ops::and(&[further, holds], at);
            candidates.further = !ops::truth(&included).is_certainly_no();
            candidates.add(Value::clone(more), key, &included);
        }
        Ok(Ok(candidates))
    }
}

/// The element at the edge of the order of the keys.
fn edge_of(mut candidates: Candidates, edge: Edge, at: Span) -> Value {
    let better = match edge {
        Edge::First => Order::Less,
        Edge::Last => Order::Greater,
    };
    let compare = |order, a: &Value, b: &Value| ops::compare(order, a, b, at, &Missing::none());
    let mut best: Option<Value> = None;
    for candidate in candidates.list.iter().filter(|it| it.certain && it.key.is_certain()) {
        let replaces =
            best.as_ref().is_none_or(|best| compare(better, &candidate.key, best).is_yes());
        if replaces {
            best = Some(candidate.key.clone());
        }
    }
    // Whoever is certainly worse than one that is certain cannot be the one.
    if let Some(best) = &best {
        candidates.list.retain(|it| !compare(better, best, &it.key).is_yes());
    }
    let equal_keys = Fault::new(FaultKind::EqualKeys, at);
    let empty = Fault::new(FaultKind::Empty, at);
    let certain = candidates.list.iter().filter(|it| it.certain).count();
    let keys_known = candidates.list.iter().all(|it| it.key.is_certain());
    candidates.doubt_keys();
    match candidates.list.len() {
        0 => candidates.certainly(empty),
        1 if certain == 1 && !candidates.further => candidates.hull(None),
        _ if certain == candidates.list.len() && keys_known && certain > 1 => {
            candidates.certainly(equal_keys)
        }
        _ => {
            let empty = (certain == 0).then_some(empty);
            candidates.hull([equal_keys].into_iter().chain(empty))
        }
    }
}
