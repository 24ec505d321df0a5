//! Looking at an open value case by case.

use std::sync::Arc;

use crate::quantity::{Date, Money, Number};
use crate::value::{Extent, Missing, Open, Value};

/// The cases of an open value that together hold all that it can be, or none where there are too
/// many to tell. A value that may be absent has that as one case and the rest as another.
pub(in crate::eval) fn possible_cases(value: &Value) -> Option<Vec<Value>> {
    let Value::Open(open) = value else { return None };
    if open.fault.is_some() {
        return None;
    }
    let mut cases = Vec::new();
    let present = Open { absent: false, ..Open::clone(open) };
    match (finite(&open.extent), open.absent) {
        (Some(values), _) => cases.extend(values),
        (None, true) => cases.push(present.settle()),
        (None, false) => return None,
    }
    cases.extend(open.absent.then_some(Value::Absent));
    (cases.len() > 1).then_some(cases)
}

/// The values of an extent that has few.
fn finite(extent: &Extent) -> Option<Vec<Value>> {
    match extent {
        Extent::Members { members, other: true } => {
            let mut cases: Vec<Value> = members.iter().copied().map(Value::Member).collect();
            let other = Extent::Members { members: Arc::from([]), other: true };
            let missing = Missing::none();
            cases.push(Value::Open(Arc::new(Open {
                extent: other,
                absent: false,
                fault: None,
                missing,
            })));
            Some(cases)
        }
        Extent::Bools | Extent::Members { .. } | Extent::Values(_) => extent.values(),
        _ => None,
    }
}

/// One key of a table for each stretch between the bounds that its rows compare it with. None
/// where that cannot be told.
pub(super) fn key_cases(value: &Value, bounds: &[Value], whole: bool) -> Option<Vec<Value>> {
    let Value::Open(open) = value else { return Some(vec![value.clone()]) };
    if bounds.is_empty() {
        return Some(vec![value.clone()]);
    }
    let mut cases = match &open.extent {
        Extent::Numbers { low, high } => {
            let bounds = bounds.iter().filter_map(number).collect();
            numbers(bounds, *low, *high, whole).into_iter().map(Value::Number).collect()
        }
        Extent::Amounts { low, high, currency } => {
            let currency = (*currency)?;
            let bounds = bounds.iter().filter_map(number).collect();
            let amounts = numbers(bounds, *low, *high, false).into_iter();
            amounts.map(|amount| Value::Money(Money { amount, currency })).collect()
        }
        Extent::Days { low, high } => {
            let bounds = bounds.iter().filter_map(day).collect();
            days(bounds, *low, *high).into_iter().map(Value::Date).collect()
        }
        Extent::Members { members, other: true } => {
            let mut cases: Vec<Value> = members.iter().copied().map(Value::Member).collect();
            cases.extend(bounds.iter().filter(|bound| matches!(bound, Value::Other(_))).cloned());
            // No rule file can write this value, so it stands for all that no row names.
            cases.push(Value::Other(Arc::from("\0")));
            cases
        }
        extent => extent.values()?,
    };
    cases.extend(open.absent.then_some(Value::Absent));
    cases.extend(open.fault.map(Value::Fault));
    Some(cases)
}

fn number(value: &Value) -> Option<Number> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Money(money) => Some(money.amount),
        _ => None,
    }
}

fn day(value: &Value) -> Option<Date> {
    match value {
        Value::Date(day) => Some(*day),
        _ => None,
    }
}

/// The bounds between two ends, the ends, and a number of each stretch between them.
fn numbers(
    bounds: Vec<Number>,
    low: Option<Number>,
    high: Option<Number>,
    whole: bool,
) -> Vec<Number> {
    let points = points(bounds, low, high);
    let mut found = Vec::new();
    if low.is_none() {
        found.extend(points.first().and_then(|first| first.sub(Number::ONE).ok()));
    }
    for (at, point) in points.iter().enumerate() {
        found.push(*point);
        let Some(next) = points.get(at + 1) else { continue };
        let between = if whole {
            point.add(Number::ONE).ok().filter(|between| between < next)
        } else {
            let two = Number::from_i64(2);
            point.add(*next).and_then(|sum| sum.div(two)).ok()
        };
        found.extend(between);
    }
    if high.is_none() {
        found.extend(points.last().and_then(|last| last.add(Number::ONE).ok()));
    }
    found
}

fn days(bounds: Vec<Date>, low: Option<Date>, high: Option<Date>) -> Vec<Date> {
    let (low, high) = (low.unwrap_or(Date::MIN), high.unwrap_or(Date::MAX));
    let points = points(bounds, Some(low), Some(high));
    let mut found = Vec::new();
    for (at, point) in points.iter().enumerate() {
        found.push(*point);
        let next = points.get(at + 1);
        let between = point.add_days(1).ok();
        found.extend(between.filter(|between| next.is_some_and(|next| between < next)));
    }
    found
}

/// The bounds between two ends and the ends themselves, sorted; nought where there is nothing.
fn points<T: Ord + Copy>(mut bounds: Vec<T>, low: Option<T>, high: Option<T>) -> Vec<T> {
    bounds.retain(|bound| {
        low.is_none_or(|low| low <= *bound) && high.is_none_or(|high| *bound <= high)
    });
    bounds.extend(low);
    bounds.extend(high);
    bounds.sort_unstable();
    bounds.dedup();
    bounds
}

/// All that an open value can be, one by one, absence and fault included; none for a value that
/// is not open or has too many.
pub(super) fn separate(value: &Value) -> Option<Vec<Value>> {
    let Value::Open(open) = value else { return None };
    let mut cases = finite(&open.extent)?;
    cases.extend(open.absent.then_some(Value::Absent));
    cases.extend(open.fault.map(Value::Fault));
    Some(cases)
}
