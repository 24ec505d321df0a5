//! Groups of elements by a key, of which some may not be known.

use std::sync::Arc;

use subvent::text::Span;
use subvent::types::typed::{Expr, LocalId};
use subvent::value::{Extent, Item, List, Missing, Value, ops};

use super::lists::Elements;
use super::{Env, Reader};

/// An element with its key; `there` says whether it is in the list for certain.
struct Keyed {
    key: Value,
    value: Value,
    there: bool,
}

impl Reader<'_> {
    /// The groups of a list. Nothing is claimed where a key is perhaps a fault.
    pub(super) fn group(&self, variable: LocalId, list: &Expr, key: &Expr, env: &Env) -> Value {
        let list = self.eval(list, env);
        let elements = match Elements::of(&list, Span::default()) {
            Ok(elements) if elements.fault.is_none() => elements,
            Ok(_) => return self.no_claim(),
            Err(fault) => return Value::Fault(fault),
        };
        let key_of = |element: &Value| self.eval(key, &env.with(variable, element.clone()));
        let mut missing = elements.missing.clone();
        let mut keyed = Vec::new();
        let mut faults = Vec::new();
        for (value, included) in elements.items {
            let there = included.is_yes();
            let key = key_of(&value);
            missing = missing.union(&key.missing()).union(&included.missing());
            match &key {
                Value::Fault(fault) if there => faults.push(*fault),
                Value::Fault(_) => return self.no_claim(),
                Value::Open(open) if open.fault.is_some() => return self.no_claim(),
                _ => keyed.push(Keyed { key, value, there }),
            }
        }
        if let Some(fault) = faults.into_iter().min() {
            return Value::Fault(fault);
        }
        let more = match &elements.more {
            None => None,
            Some(value) => {
                let key = key_of(value);
                missing = missing.union(&key.missing());
                match &key {
                    Value::Fault(_) => return self.no_claim(),
                    Value::Open(open) if open.fault.is_some() => return self.no_claim(),
                    _ => Some(Keyed { key, value: value.clone(), there: false }),
                }
            }
        };
        Whole { known: elements.known, missing, keyed, more }.groups()
    }
}

/// All elements with their keys.
struct Whole {
    known: bool,
    missing: Missing,
    keyed: Vec<Keyed>,
    more: Option<Keyed>,
}

impl Whole {
    /// A group for each element that can be the first of one: nothing before it is known to have
    /// its key. Those of known keys come first.
    fn groups(&self) -> Value {
        let open = |keyed: &Keyed| matches!(keyed.key, Value::Open(_));
        let (mut sure, mut unsure) = (Vec::new(), Vec::new());
        for (at, first) in self.keyed.iter().enumerate() {
            let before = &self.keyed[..at];
            if open(first) {
                let later = self.keyed[at + 1..].iter().filter(|it| open(it));
                let mut items = vec![(first, true)];
                items.extend(later.filter(|it| may_be(&it.key, &first.key)).map(|it| (it, false)));
                unsure.push((self.group(&first.key, &items), false));
            } else if !before.iter().any(|it| it.key == first.key) {
                let own = self.keyed.iter().filter(|it| it.key == first.key);
                let mut items: Vec<(&Keyed, bool)> = own.map(|it| (it, it.there)).collect();
                let there = items.iter().any(|(_, there)| *there);
                let strays = self.keyed.iter().filter(|it| open(it));
                items.extend(strays.filter(|it| may_be(&it.key, &first.key)).map(|it| (it, false)));
                sure.push((self.group(&first.key, &items), there));
            }
        }
        if self.known && unsure.is_empty() {
            return Value::List(List::Items(sure.into_iter().map(|(group, _)| group).collect()));
        }
        let all = sure.into_iter().chain(unsure);
        let items = all.map(|(value, certain)| Item { value, certain }).collect();
        let more = self.more.as_ref().map(|more| Arc::new(self.group(&more.key, &[])));
        Value::possible(Extent::List { items, more }, None, self.missing.clone())
    }

    fn group(&self, key: &Value, items: &[(&Keyed, bool)]) -> Value {
        let more = self.more.as_ref().filter(|more| may_be(&more.key, key));
        let items = match more.is_none() && items.iter().all(|(_, certain)| *certain) {
            true => {
                Value::List(List::Items(items.iter().map(|(it, _)| it.value.clone()).collect()))
            }
            false => {
                let strays = items.iter().filter(|(it, _)| matches!(it.key, Value::Open(_)));
                let mut missing = Missing::none();
                for (stray, _) in strays.filter(|(_, certain)| !certain) {
                    missing = missing.union(&stray.key.missing());
                }
                if !self.known || missing.is_empty() {
                    missing = self.missing.clone();
                }
                let item = |(it, certain): &(&Keyed, bool)| Item {
                    value: it.value.clone(),
                    certain: *certain,
                };
                let items = items.iter().map(item).collect();
                let more = more.map(|more| Arc::new(more.value.clone()));
                Value::possible(Extent::List { items, more }, None, missing)
            }
        };
        Value::Group(Arc::new((key.clone(), items)))
    }
}

/// Whether two keys can come to the same.
fn may_be(key: &Value, other: &Value) -> bool {
    let absent = |value: &Value| match value {
        Value::Open(open) => open.absent,
        value => *value == Value::Absent,
    };
    let equal = ops::truth(&ops::equal(key, other, Span::default()));
    (absent(key) && absent(other)) || equal.yes || equal.fault.is_some()
}
