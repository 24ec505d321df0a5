//! The least extent, as far as extents can say, that holds several possibilities.

use std::sync::Arc;

use super::range::Range;
use super::{Extent, Item, List, Value};
use crate::quantity::{Currency, Date, Number};

/// More different values than this are widened to [`Extent::Any`].
const MANY: usize = 64;

/// Elements of two lists are matched with each other while there are at most so many pairs.
const PAIRS: usize = 10_000;

impl Extent {
    /// The extent of one value; nothing for absence and faults, which are no values.
    #[must_use]
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Absent | Value::Fault(_) => Self::Nothing,
            Value::Open(open) => open.extent.clone(),
            Value::Number(number) => Self::Numbers { low: Some(*number), high: Some(*number) },
            Value::Money(money) => Self::Amounts {
                low: Some(money.amount),
                high: Some(money.amount),
                currency: Some(money.currency),
            },
            Value::Date(date) => Self::Days { low: Some(*date), high: Some(*date) },
            Value::Member(member) => Self::Members { members: Arc::from([*member]), other: false },
            Value::Record(cell) => Self::Record(*cell),
            Value::List(list) => Self::List { items: certain_items(list), more: None },
            other => Self::Values(Arc::from([other.clone()])),
        }
    }

    /// An extent that holds this one and the other.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Nothing, extent) | (extent, Self::Nothing) => extent.clone(),
            (Self::Bools, Self::Bools) => Self::Bools,
            (Self::Numbers { .. }, Self::Numbers { .. }) => {
                number_range(self).hull(&number_range(other)).into()
            }
            (Self::Amounts { currency: a, .. }, Self::Amounts { currency: b, .. }) => {
                let range = number_range(self).hull(&number_range(other));
                amounts(range, a.filter(|a| *b == Some(*a)))
            }
            (Self::Days { .. }, Self::Days { .. }) => {
                day_range(self).hull(&day_range(other)).into()
            }
            (Self::Members { members: a, other: x }, Self::Members { members: b, other: y }) => {
                Self::Members { members: merge(a, b), other: *x || *y }
            }
            (Self::List { items: a, more: more_a }, Self::List { items: b, more: more_b }) => {
                Self::List { items: merge_items(a, b), more: hull_more(more_a, more_b) }
            }
            _ => hull_of_values(self, other),
        }
    }

    /// All values of the extent, where they can be told one by one.
    #[must_use]
    pub fn values(&self) -> Option<Vec<Value>> {
        match self {
            Self::Nothing => Some(Vec::new()),
            Self::Bools => Some(vec![Value::Bool(false), Value::Bool(true)]),
            Self::Members { members, other: false } => {
                Some(members.iter().copied().map(Value::Member).collect())
            }
            Self::Values(values) => Some(values.to_vec()),
            _ => self.single().map(|value| vec![value]),
        }
    }

    /// Whether a certain value is one of the extent's. For lists the answer may be a yes too
    /// many, never a no too many.
    #[must_use]
    pub fn admits(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Any, _) | (Self::Bools, Value::Bool(_)) => true,
            (Self::Members { members, .. }, Value::Member(member)) => {
                members.binary_search(member).is_ok()
            }
            (Self::Members { other, .. }, Value::Other(_)) => *other,
            (Self::Numbers { .. }, Value::Number(number)) => number_range(self).contains(*number),
            (Self::Amounts { currency, .. }, Value::Money(money) | Value::About(money)) => {
                currency.is_none_or(|currency| currency == money.currency)
                    && number_range(self).contains(money.amount)
            }
            (Self::Days { .. }, Value::Date(date)) => day_range(self).contains(*date),
            (Self::Record(cell), Value::Record(other)) => cell == other,
            (Self::List { .. }, Value::List(_)) => true,
            (Self::Values(values), value) => values.contains(value),
            _ => false,
        }
    }
}

impl From<Range<Number>> for Extent {
    fn from(range: Range<Number>) -> Self {
        Self::Numbers { low: range.low, high: range.high }
    }
}

impl From<Range<Date>> for Extent {
    fn from(range: Range<Date>) -> Self {
        Self::Days { low: range.low, high: range.high }
    }
}

/// Amounts in a range.
pub(super) fn amounts(range: Range<Number>, currency: Option<Currency>) -> Extent {
    Extent::Amounts { low: range.low, high: range.high, currency }
}

/// The bounds of numbers or amounts.
fn number_range(extent: &Extent) -> Range<Number> {
    match extent {
        Extent::Numbers { low, high } | Extent::Amounts { low, high, .. } => {
            Range { low: *low, high: *high }
        }
        _ => Range::ALL,
    }
}

fn day_range(extent: &Extent) -> Range<Date> {
    match extent {
        Extent::Days { low, high } => Range { low: *low, high: *high },
        _ => Range::ALL,
    }
}

/// The elements of a certain list, each of which is in it.
pub(super) fn certain_items(list: &List) -> Arc<[Item]> {
    list.iter().map(|value| Item { value, certain: true }).collect()
}

fn merge(a: &[u16], b: &[u16]) -> Arc<[u16]> {
    let mut members: Vec<u16> = a.iter().chain(b).copied().collect();
    members.sort_unstable();
    members.dedup();
    members.into()
}

/// The elements of either list; those that both have for certain stay certain.
fn merge_items(a: &Arc<[Item]>, b: &Arc<[Item]>) -> Arc<[Item]> {
    if a == b {
        return a.clone();
    }
    let mut rest: Vec<Item> = b.to_vec();
    let comparable = a.len().saturating_mul(b.len()) <= PAIRS;
    let mut merged = Vec::with_capacity(a.len() + b.len());
    for item in a.iter() {
        let twin = rest.iter().position(|other| comparable && other.value == item.value);
        let certain = twin.is_some_and(|index| rest.remove(index).certain) && item.certain;
        merged.push(Item { value: item.value.clone(), certain });
    }
    merged.extend(rest.into_iter().map(|item| Item { certain: false, ..item }));
    // The same elements in two orders are not one certain list.
    if let Some(first) = merged.first_mut() {
        first.certain = false;
    }
    merged.into()
}

fn hull_more(a: &Option<Arc<Value>>, b: &Option<Arc<Value>>) -> Option<Arc<Value>> {
    match (a, b) {
        (Some(a), Some(b)) => {
            Some(Arc::new(super::ops::join(&[&**a, &**b], &super::Missing::none())))
        }
        (a, b) => a.clone().or_else(|| b.clone()),
    }
}

/// The hull of extents of which at least one names its values.
fn hull_of_values(a: &Extent, b: &Extent) -> Extent {
    match (a, b) {
        (a, b) if a == b => a.clone(),
        (Extent::Values(values), wide) | (wide, Extent::Values(values))
            if values.iter().all(|value| wide.admits(value)) =>
        {
            wide.clone()
        }
        (Extent::Values(values), wide @ Extent::Members { .. })
        | (wide @ Extent::Members { .. }, Extent::Values(values)) => {
            hull_with_members(wide, values)
        }
        (Extent::Values(values), wide) | (wide, Extent::Values(values)) if is_range(wide) => {
            hull_with_ranges(wide, values)
        }
        _ => match (a.values(), b.values()) {
            (Some(a), Some(b)) => union_of_values(a, b),
            _ => Extent::Any,
        },
    }
}

fn is_range(extent: &Extent) -> bool {
    matches!(extent, Extent::Numbers { .. } | Extent::Amounts { .. } | Extent::Days { .. })
}

/// Members, and values that are members or the other values of an open enum.
fn hull_with_members(members: &Extent, values: &[Value]) -> Extent {
    let others = Extent::Members { members: Arc::from([]), other: true };
    values.iter().fold(members.clone(), |hull, value| match value {
        Value::Member(_) => hull.hull(&Extent::of(value)),
        Value::Other(_) => hull.hull(&others),
        _ => Extent::Any,
    })
}

/// Numbers, amounts or days, and values of the same kind.
fn hull_with_ranges(range: &Extent, values: &[Value]) -> Extent {
    values.iter().fold(range.clone(), |hull, value| match value {
        Value::Number(_) | Value::Money(_) | Value::Date(_) => match Extent::of(value) {
            one if std::mem::discriminant(&one) == std::mem::discriminant(&hull) => hull.hull(&one),
            _ => Extent::Any,
        },
        _ => Extent::Any,
    })
}

fn union_of_values(mut all: Vec<Value>, more: Vec<Value>) -> Extent {
    for value in more {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    match &*all {
        all if all.len() > MANY => Extent::Any,
        [Value::Bool(_), Value::Bool(_)] => Extent::Bools,
        _ => Extent::Values(all.into()),
    }
}
