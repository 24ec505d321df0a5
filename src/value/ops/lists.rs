//! Lists written out, ranges of whole numbers, and lists without repetitions.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::equality::same;
use super::logic::Truth;
use super::measure::Measure;
use super::strict::{Doubt, mismatch, strict};
use crate::quantity::{Date, Duration, Fault as Quantity, Month, Number, TimeOfDay};
use crate::text::Span;
use crate::value::hull::certain_items;
use crate::value::missing::Gathered;
use crate::value::range::Range;
use crate::value::{Extent, Fault, FaultKind, Item, List, Value};

/// A range has at most so many numbers; a longer one is [`FaultKind::Steps`].
const LONGEST_RANGE: i64 = 100_000;

/// Of an open range at most so many numbers are told one by one.
const LONGEST_OPEN_RANGE: i64 = 1_000;

/// The elements of a list that is open are told apart while there are at most so many.
const TOLD_APART: usize = 2_000;

/// In a list that is no longer, each element is compared with each.
const SHORT: usize = 8;

/// A list of elements.
#[must_use]
pub fn list(elements: Vec<Value>) -> Value {
    Value::List(List::Items(elements.into()))
}

/// The whole numbers from one to another, both included; none when the second is less.
#[must_use]
pub fn range(start: &Value, end: &Value, at: Span) -> Value {
    if let (Value::Number(start), Value::Number(end)) = (start, end) {
        return certain_range(*start, *end, at);
    }
    let doubt = match strict(&[start, end], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    match (Measure::of(start), Measure::of(end)) {
        (Measure::Number(start), Measure::Number(end)) => open_range(start, end, doubt, at),
        _ if doubt.missing.is_empty() => mismatch(at),
        _ => some_numbers(Range::ALL, doubt, at),
    }
}

fn certain_range(start: Number, end: Number, at: Span) -> Value {
    let (Some(start), Some(end)) = (start.to_i64(), end.to_i64()) else {
        return Value::Fault(Fault::arithmetic(Quantity::Overflow, at));
    };
    if end < start {
        return list(Vec::new());
    }
    if end.checked_sub(start).is_none_or(|span| span >= LONGEST_RANGE) {
        return Value::Fault(Fault::new(FaultKind::Steps, at));
    }
    list((start..=end).map(|number| Value::Number(Number::from_i64(number))).collect())
}

/// The numbers that a range between open ends can have; those are certain that lie between all
/// possible ends.
fn open_range(start: Range<Number>, end: Range<Number>, doubt: Doubt, at: Span) -> Value {
    let whole = |bound: Option<Number>| bound.and_then(|bound| bound.to_i64());
    let (Some(first), Some(last)) = (whole(start.low), whole(end.high)) else {
        return some_numbers(Range { low: start.low, high: end.high }, doubt, at);
    };
    if last < first {
        return doubt.value(Extent::List { items: Arc::from([]), more: None });
    }
    if last.checked_sub(first).is_none_or(|span| span >= LONGEST_OPEN_RANGE) {
        return some_numbers(Range { low: start.low, high: end.high }, doubt, at);
    }
    let certain = Range { low: start.high, high: end.low };
    let bounded = certain.low.is_some() && certain.high.is_some();
    let items = (first..=last).map(Number::from_i64).map(|number| Item {
        value: Value::Number(number),
        certain: bounded && certain.contains(number),
    });
    doubt.value(Extent::List { items: items.collect(), more: None })
}

/// Any number of whole numbers between two ends, or too many.
fn some_numbers(range: Range<Number>, doubt: Doubt, at: Span) -> Value {
    let element = Value::possible(range.into(), None, doubt.missing.clone());
    let extent = Extent::List { items: Arc::from([]), more: Some(Arc::new(element)) };
    let span = range.high.zip(range.low).and_then(|(high, low)| high.sub(low).ok());
    let short = span.is_some_and(|span| span < Number::from_i64(LONGEST_RANGE));
    if short { doubt.value(extent) } else { doubt.or_fault(FaultKind::Steps, at).value(extent) }
}

/// A list without repetitions, in the order of first occurrence.
#[must_use]
pub fn distinct(value: &Value, at: Span) -> Value {
    let doubt = match strict(&[value], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    match value {
        Value::List(list) => distinct_by_key(list).unwrap_or_else(|| {
            let items = certain_items(list);
            faulty_item(&items).unwrap_or_else(|| distinct_items(&items, None, doubt))
        }),
        Value::Open(open) => match &open.extent {
            Extent::List { items, more } => {
                faulty_item(items).unwrap_or_else(|| distinct_items(items, more.clone(), doubt))
            }
            _ => doubt.value(Extent::Any),
        },
        _ => mismatch(at),
    }
}

/// The least fault among the elements that a list has for certain: nobody can tell whether such
/// an element repeats another.
fn faulty_item(items: &[Item]) -> Option<Value> {
    let faults = items.iter().filter_map(|item| match item.value {
        Value::Fault(fault) if item.certain => Some(fault),
        _ => None,
    });
    faults.min().map(Value::Fault)
}

/// A certain list of certain elements that have keys.
fn distinct_by_key(list: &List) -> Option<Value> {
    if is_distinct(list) {
        return Some(Value::List(list.clone()));
    }
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for element in list.iter() {
        if seen.insert(Key::of(&element)?) {
            kept.push(element);
        }
    }
    Some(Value::List(List::Items(kept.into())))
}

/// Whether a short list of elements that have keys has no repetition, told without memory.
fn is_distinct(list: &List) -> bool {
    let List::Items(items) = list else { return false };
    let unlike = |(at, item): (usize, &Value)| {
        let key = Key::of(item);
        key.is_some() && items.iter().take(at).all(|earlier| Key::of(earlier) != key)
    };
    items.len() <= SHORT && items.iter().enumerate().all(unlike)
}

/// The elements of a list of which some may be the same as others. The first that a list has for
/// certain, and any that differs from all before it, stays certain.
fn distinct_items(items: &[Item], more: Option<Arc<Value>>, doubt: Doubt) -> Value {
    let mut kept: Vec<Item> = Vec::with_capacity(items.len());
    // Those of the kept ones that another may be the same as.
    let mut doubtful = BTreeSet::new();
    let comparable = items.len() <= TOLD_APART;
    for item in items {
        let twin = if comparable { twin_of(item, &kept) } else { Twin::Possible(Vec::new()) };
        match twin {
            Twin::None => kept.push(item.clone()),
            Twin::Certain => {}
            Twin::Possible(earlier) => {
                doubtful.extend(earlier);
                doubtful.insert(kept.len());
                kept.push(Item { certain: kept.is_empty() && item.certain, ..item.clone() });
            }
        }
    }
    let mut missing = Gathered::default();
    missing.add(&doubt.missing);
    for item in doubtful.iter().filter_map(|index| kept.get(*index)) {
        missing.add(&item.value.missing());
    }
    let missing = missing.finish();
    Doubt { missing, ..doubt }.value(Extent::List { items: kept.into(), more })
}

/// An earlier element that is the same.
enum Twin {
    /// There is none.
    None,
    /// There certainly is, so that this element adds nothing.
    Certain,
    /// Those at these positions may be.
    Possible(Vec<usize>),
}

fn twin_of(item: &Item, earlier: &[Item]) -> Twin {
    let mut possible = Vec::new();
    for (index, other) in earlier.iter().enumerate() {
        let truth = same(&item.value, &other.value);
        if truth.is_certainly_yes() && (other.certain || !item.certain) {
            return Twin::Certain;
        }
        if truth != Truth::NO {
            possible.push(index);
        }
    }
    if possible.is_empty() { Twin::None } else { Twin::Possible(possible) }
}

/// What tells certain values of one type apart, in some fixed order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Bool(bool),
    Number(Number),
    Amount(crate::quantity::Currency, Number),
    Date(Date),
    Month(Month),
    Moment(Date, TimeOfDay),
    Duration(i64, i64, i64),
    Period(Option<Date>, Option<Date>),
    Text(Arc<str>),
    Member(u16),
    Record(u32),
}

impl Key {
    fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Bool(answer) => Self::Bool(*answer),
            Value::Number(number) => Self::Number(*number),
            Value::Money(money) => Self::Amount(money.currency, money.amount),
            Value::Date(date) => Self::Date(*date),
            Value::Month(month) => Self::Month(*month),
            // A moment without a time may be the same as any other of its day.
            Value::Moment(moment) => Self::Moment(moment.date, moment.time?),
            Value::Duration(Duration { months, days, working_days }) => {
                Self::Duration(*months, *days, *working_days)
            }
            Value::Period(period) => Self::Period(period.start, period.end),
            Value::Text(text) | Value::Other(text) => Self::Text(text.clone()),
            Value::Member(member) => Self::Member(*member),
            Value::Record(cell) => Self::Record(*cell),
            _ => return None,
        })
    }
}
