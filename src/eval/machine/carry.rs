//! A fold over a list in the order of a key.

use super::{Elements, Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::code::{Formula, Generator, Register};
use crate::text::Span;
use crate::value::{Extent, Fault, FaultKind, Missing, Order, Value, ops};

/// An element with its key.
struct Keyed {
    key: Value,
    element: Value,
}

impl<R: Recorder> Machine<'_, R> {
    /// The last state. Where the elements or their order are not known, nothing is known of it.
    pub(super) fn carry(
        &mut self,
        list: &Generator,
        state: Register,
        [init, key, next]: [&Formula; 3],
        at: Span,
    ) -> Run<Value> {
        let init = self.formula(init)?;
        let value = self.formula(&list.list)?;
        let elements = match Elements::of(&value, at) {
            Ok(elements) => elements,
            Err(fault) => return Ok(Value::Fault(fault)),
        };
        let mut keyed = Vec::with_capacity(elements.len());
        let mut missing = elements.missing.clone();
        for index in 0..elements.len() {
            let Some((element, _)) = elements.get(index) else { break };
            self.set(list.variable, element.clone());
            let key = self.formula(key)?;
            missing = missing.union(&key.missing());
            keyed.push(Keyed { key, element });
        }
        let known = elements.as_known().is_some();
        if known && (keyed.len() < 2 || missing.is_empty()) {
            return self.fold_in_order(list.variable, state, (init, keyed), next, at);
        }
        let fault = Fault::new(FaultKind::EqualKeys, at);
        Ok(Value::possible(Extent::Any, Some(fault), missing))
    }

    fn fold_in_order(
        &mut self,
        variable: Register,
        state: Register,
        (init, mut keyed): (Value, Vec<Keyed>),
        next: &Formula,
        at: Span,
    ) -> Run<Value> {
        let faults = keyed.iter().filter_map(|it| match it.key {
            Value::Fault(fault) => Some(fault),
            _ => None,
        });
        if let Some(fault) = faults.min() {
            return Ok(Value::Fault(fault));
        }
        let before =
            |a: &Value, b: &Value| ops::compare(Order::Less, a, b, at, &Missing::none()).is_yes();
        keyed.sort_by(|a, b| match (before(&a.key, &b.key), before(&b.key, &a.key)) {
            (true, _) => std::cmp::Ordering::Less,
            (_, true) => std::cmp::Ordering::Greater,
            _ => std::cmp::Ordering::Equal,
        });
        let ordered = keyed.iter().zip(keyed.iter().skip(1)).all(|(a, b)| before(&a.key, &b.key));
        if !ordered {
            return Ok(super::fault(FaultKind::EqualKeys, at));
        }
        self.set(state, init.clone());
        let mut last = init;
        for it in keyed {
            self.set(variable, it.element);
            last = self.formula(next)?;
            self.set(state, last.clone());
        }
        Ok(last)
    }
}
