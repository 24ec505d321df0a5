//! The elements of a list, those that it has for certain and those that it may have.

use std::sync::Arc;

use crate::text::Span;
use crate::value::{Extent, Fault, FaultKind, Item, List, Missing, Value};

/// What is known of the elements of a list.
#[derive(Clone, Debug)]
pub(in crate::eval) struct Elements {
    /// Those of a list that is known.
    known: Option<List>,
    /// Those of a list that is open; none where there are none.
    items: Option<Arc<[Item]>>,
    /// Any number of further elements that are like this.
    pub(in crate::eval) more: Option<Arc<Value>>,
    /// What would tell the list; nothing for one that is known.
    pub(in crate::eval) missing: Missing,
    /// The list may be this fault.
    pub(in crate::eval) fault: Option<Fault>,
}

impl Elements {
    /// The elements of the value of a list.
    ///
    /// # Errors
    ///
    /// The fault that the list certainly is.
    pub(in crate::eval) fn of(value: &Value, at: Span) -> Result<Self, Fault> {
        let absent = Fault::new(FaultKind::Absent, at);
        match value {
            Value::List(list) => Ok(Self::known(list.clone())),
            Value::Fault(fault) => Err(*fault),
            Value::Open(open) => {
                let fault = match (open.fault, open.absent.then_some(absent)) {
                    (Some(a), Some(b)) => Some(a.either(b)),
                    (a, b) => a.or(b),
                };
                let missing = open.missing.clone();
                Ok(match &open.extent {
                    Extent::List { items, more } => Self {
                        known: None,
                        items: Some(items.clone()),
                        more: more.clone(),
                        missing,
                        fault,
                    },
                    Extent::Nothing => {
                        Self { known: None, items: None, more: None, missing, fault }
                    }
                    Extent::Values(values) => Self {
                        known: None,
                        items: Some(any_of(values)),
                        more: None,
                        missing,
                        fault,
                    },
                    _ => {
                        let more = Some(Arc::new(Value::unknown(missing.clone())));
                        Self { known: None, items: None, more, missing, fault }
                    }
                })
            }
            _ => Err(absent),
        }
    }

    fn known(list: List) -> Self {
        Self { known: Some(list), items: None, more: None, missing: Missing::none(), fault: None }
    }

    /// Whether the list is known, elements and all.
    pub(in crate::eval) fn as_known(&self) -> Option<&List> {
        self.known.as_ref()
    }

    /// How many elements there are, further ones left out.
    pub(in crate::eval) fn len(&self) -> usize {
        match (&self.known, &self.items) {
            (Some(list), _) => list.len(),
            (None, Some(items)) => items.len(),
            (None, None) => 0,
        }
    }

    /// An element and whether it is in the list.
    pub(in crate::eval) fn get(&self, index: usize) -> Option<(Value, Value)> {
        match &self.known {
            Some(list) => Some((list.get(index)?, Value::Bool(true))),
            None => {
                let item = self.items.as_ref()?.get(index)?;
                // Under an assumption an element may be in doubt although nothing is missing.
                let included = if item.certain {
                    Value::Bool(true)
                } else {
                    Value::unknown_bool(self.missing.clone())
                };
                Some((item.value.clone(), included))
            }
        }
    }
}

/// The elements of several lists of which one is meant.
fn any_of(values: &[Value]) -> Arc<[Item]> {
    let lists = values.iter().filter_map(|value| match value {
        Value::List(list) => Some(list),
        _ => None,
    });
    lists.flat_map(List::iter).map(|value| Item { value, certain: false }).collect()
}
