//! The days that the periods of a list cover together, and the gaps that they leave.

use std::sync::Arc;

use super::membership::faults_of;
use super::strict::{Doubt, mismatch, strict};
use crate::quantity::{self, Period};
use crate::text::Span;
use crate::value::fault::least;
use crate::value::hull::certain_items;
use crate::value::{Extent, Fault, Item, List, Value};

/// The periods that hold exactly the days of all periods of a list, merged where they meet, in
/// the order of time.
#[must_use]
pub fn union_of(list: &Value, at: Span) -> Value {
    match periods(list, at) {
        Ok(covered) if covered.open.is_none() => of(quantity::union(covered.certain)),
        Ok(covered) => covered.unknown(),
        Err(fault) => fault,
    }
}

/// The periods between those of a list, in the order of time.
#[must_use]
pub fn gaps_between(list: &Value, at: Span) -> Value {
    match periods(list, at) {
        Ok(covered) if covered.open.is_none() => of(quantity::gaps_between(covered.certain)),
        Ok(covered) => covered.unknown(),
        Err(fault) => fault,
    }
}

/// The parts of a period that no period of a list covers, in the order of time.
///
/// Further periods never open a gap, so where the certain ones leave none there is none.
#[must_use]
pub fn gaps_in(whole: &Value, list: &Value, at: Span) -> Value {
    let (covered, whole_in_doubt) = match (periods(list, at), strict(&[whole], at)) {
        (Ok(covered), Ok(doubt)) => (covered, doubt),
        (Err(fault), _) => return least_of(&fault, whole),
        (Ok(covered), Err(fault)) => return least_of(&fault, &covered.unknown()),
    };
    match whole {
        Value::Period(whole) => {
            let gaps = quantity::gaps_in(*whole, covered.certain.iter().copied());
            match covered.open {
                None => of(gaps),
                Some(doubt) if gaps.is_empty() => doubt.value(none()),
                Some(_) => covered.unknown(),
            }
        }
        Value::Open(_) => {
            let list_in_doubt = covered.open.unwrap_or_default();
            unknown(list_in_doubt.and(whole_in_doubt))
        }
        _ => mismatch(at),
    }
}

/// The periods that a list has for certain, and what is in doubt about others.
struct Covered {
    certain: Vec<Period>,
    open: Option<Doubt>,
}

impl Covered {
    fn unknown(self) -> Value {
        unknown(self.open.unwrap_or_default())
    }
}

fn periods(list: &Value, at: Span) -> Result<Covered, Value> {
    let doubt = strict(&[list], at)?;
    match list {
        Value::List(list) => of_items(&certain_items(list), None, None, at),
        Value::Open(open) => match &open.extent {
            Extent::List { items, more } => of_items(items, more.as_deref(), Some(doubt), at),
            _ => Ok(Covered { certain: Vec::new(), open: Some(doubt) }),
        },
        _ => Err(mismatch(at)),
    }
}

fn of_items(
    items: &[Item],
    more: Option<&Value>,
    mut open: Option<Doubt>,
    at: Span,
) -> Result<Covered, Value> {
    let mut certain = Vec::new();
    let mut certain_fault: Option<Fault> = None;
    let further = more.map(|more| Item { value: more.clone(), certain: false });
    for item in items.iter().chain(&further) {
        let doubt = match (strict(&[&item.value], at), &item.value) {
            (Ok(_), Value::Period(period)) => {
                if item.certain {
                    certain.push(*period);
                }
                continue;
            }
            (Ok(doubt), _) => doubt,
            (Err(Value::Fault(fault)), _) if item.certain => {
                certain_fault = least(certain_fault, Some(fault));
                continue;
            }
            (Err(Value::Fault(fault)), _) => Doubt { fault: Some(fault), ..Doubt::default() },
            (Err(Value::Open(open)), _) if item.certain && open.is_fault() => {
                certain_fault = least(certain_fault, open.fault);
                Doubt { fault: open.fault, missing: open.missing.clone() }
            }
            (Err(Value::Open(open)), _) => {
                Doubt { fault: open.fault, missing: open.missing.clone() }
            }
            (Err(_), _) => Doubt::default(),
        };
        open = Some(open.unwrap_or_default().and(doubt));
    }
    match certain_fault {
        Some(fault) => Err(open.unwrap_or_default().with_certain(fault)),
        None => Ok(Covered { certain, open }),
    }
}

/// A value that is certain to be a fault, where another may be a lesser one.
fn least_of(fault: &Value, other: &Value) -> Value {
    let missing = fault.missing().union(&other.missing());
    Value::possible(Extent::Nothing, faults_of(fault, other), missing)
}

fn of(periods: Vec<Period>) -> Value {
    Value::List(List::Items(periods.into_iter().map(Value::Period).collect()))
}

fn none() -> Extent {
    Extent::List { items: Arc::from([]), more: None }
}

/// Any number of periods of which nothing is known.
fn unknown(doubt: Doubt) -> Value {
    let element = Value::unknown(doubt.missing.clone());
    doubt.value(Extent::List { items: Arc::from([]), more: Some(Arc::new(element)) })
}
