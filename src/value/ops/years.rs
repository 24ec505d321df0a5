//! Quarters, days of the week and fiscal years of dates.

use super::measure::Measure;
use super::strict::{Doubt, lift2, mismatch, outcome, strict};
use crate::quantity::{
    Date, Fault as Quantity, Number, Period, Weekday, fiscal_year_of, quarter_of,
};
use crate::text::Span;
use crate::value::range::Range;
use crate::value::{Extent, Fault, Value};

/// The fiscal year that a date lies in; of `starting` the month and the day count.
#[must_use]
pub fn fiscal_year(date: &Value, starting: &Value, at: Span) -> Value {
    if let (Value::Open(_), Value::Date(starting)) = (date, starting) {
        return fiscal_year_of_open(date, *starting, at);
    }
    let each = |date: &Value, starting: &Value| match (day(date), day(starting)) {
        (Some(date), Some(starting)) => outcome(fiscal_year_of(date, starting), Value::Period, at),
        _ => mismatch(at),
    };
    let year = lift2((date, starting), Extent::Any, at, each);
    match year {
        // Of an open start nothing is known, so it may be a 29 February.
        Value::Open(open) if open.extent == Extent::Any => {
            let doubt = Doubt { fault: open.fault, missing: open.missing.clone() };
            doubt.or_arithmetic(Some(super::dates::odd_day_fault()), at).value(Extent::Any)
        }
        decided => decided,
    }
}

/// The fiscal year of an open date: certain where all days that it may be lie in one.
fn fiscal_year_of_open(date: &Value, starting: Date, at: Span) -> Value {
    let doubt = match strict(&[date], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    let range = match Measure::of(date) {
        Measure::Day(range) => range,
        _ => Range::ALL,
    };
    if let Err(fault @ Quantity::MissingDay { .. }) = fiscal_year_of(starting, starting) {
        return doubt.with_certain(Fault::arithmetic(fault, at));
    }
    let of = |day: Option<Date>| day.map(|day| fiscal_year_of(day, starting));
    match (of(range.low), of(range.high)) {
        (Some(Ok(low)), Some(Ok(high))) => doubt.value(same(low, high)),
        (Some(Err(fault)), _) | (_, Some(Err(fault))) => {
            doubt.or_arithmetic(Some(fault), at).value(Extent::Any)
        }
        _ => doubt.value(Extent::Any),
    }
}

/// The quarter of any day of a range.
pub(super) fn quarter_of_range(range: Range<Date>) -> Extent {
    match range.low.zip(range.high) {
        Some((low, high)) => same(quarter_of(low), quarter_of(high)),
        None => Extent::Any,
    }
}

fn same(low: Period, high: Period) -> Extent {
    if low == high { Extent::of(&Value::Period(low)) } else { Extent::Any }
}

/// The day of the week as ISO 8601 numbers it: Monday is 1 and Sunday 7.
pub(super) fn weekday(weekday: Weekday) -> Number {
    Number::from_i64(i64::from(weekday.number_from_monday()))
}

/// The day of the week of any day of a range: from Monday to Sunday.
pub(super) fn weekdays() -> Range<Number> {
    Range { low: Some(Number::ONE), high: Some(Number::from_i64(7)) }
}

fn day(value: &Value) -> Option<Date> {
    match value {
        Value::Date(date) => Some(*date),
        Value::Moment(moment) => Some(moment.date),
        _ => None,
    }
}
