//! Periods: made from dates, compared with dates, with each other and with durations.

use super::measure::Measure;
use super::strict::{lift1, lift2, mismatch, outcome, strict};
use crate::quantity::{
    Date, Duration, Fault as Quantity, Number, Period, completed_months, completed_years,
    started_months, started_years,
};
use crate::text::Span;
use crate::value::range::Range;
use crate::value::{Bound, Extent, Fault, FaultKind, MonthsReading, Order, Part, Value};
use std::cmp::Ordering;

/// The period from a first day to a last; an end that is not written is open. Of a month, the
/// first or the last day counts.
#[must_use]
pub fn period_from(start: Option<&Value>, end: Option<&Value>, at: Span) -> Value {
    if let (Some(Value::Date(start)), Some(Value::Date(end))) = (start, end) {
        return outcome(Period::new(Some(*start), Some(*end)), Value::Period, at);
    }
    match (start, end) {
        (Some(start), Some(end)) => {
            let period = lift2((start, end), Extent::Any, at, |start, end| {
                match (first_day(start), last_day(end)) {
                    (Some(start), Some(end)) => {
                        outcome(Period::new(Some(start), Some(end)), Value::Period, at)
                    }
                    _ => mismatch(at),
                }
            });
            or_reversed(period, start, end, at)
        }
        (Some(start), None) => lift1(start, Extent::Any, at, |start| {
            first_day(start).map_or(mismatch(at), |day| half_open(Some(day), None))
        }),
        (None, Some(end)) => lift1(end, Extent::Any, at, |end| {
            last_day(end).map_or(mismatch(at), |day| half_open(None, Some(day)))
        }),
        (None, None) => half_open(None, None),
    }
}

/// A period with an open end, which cannot end before it starts.
fn half_open(start: Option<Date>, end: Option<Date>) -> Value {
    Value::Period(Period { start, end })
}

fn first_day(value: &Value) -> Option<Date> {
    match value {
        Value::Date(date) => Some(*date),
        Value::Month(month) => Some(month.first_day()),
        Value::Moment(moment) => Some(moment.date),
        _ => None,
    }
}

fn last_day(value: &Value) -> Option<Date> {
    match value {
        Value::Month(month) => Some(month.last_day()),
        other => first_day(other),
    }
}

/// An open period may end before it starts, unless the bounds of its ends say otherwise.
fn or_reversed(period: Value, start: &Value, end: &Value, at: Span) -> Value {
    let Value::Open(open) = &period else {
        return period;
    };
    let ordered = match (Measure::of(start), Measure::of(end)) {
        (Measure::Day(start), Measure::Day(end)) => start.decide(Order::AtMost, &end),
        _ => None,
    };
    if ordered == Some(true) || open.extent != Extent::Any {
        return period;
    }
    let (start, end) = (Date::MAX, Date::MIN);
    let reversed = Fault::arithmetic(Quantity::PeriodEndsBeforeStart { start, end }, at);
    let fault = Some(open.fault.map_or(reversed, |fault| fault.either(reversed)));
    Value::possible(Extent::Any, fault, open.missing.clone())
}

/// The days that two periods have in common; absent when they have none.
#[must_use]
pub fn overlap_of(left: &Value, right: &Value, at: Span) -> Value {
    let overlap =
        |left: &Period, right: &Period| left.overlap(right).map_or(Value::Absent, Value::Period);
    if let (Value::Period(left), Value::Period(right)) = (left, right) {
        return overlap(left, right);
    }
    let result = lift2((left, right), Extent::Any, at, |left, right| match (left, right) {
        (Value::Period(left), Value::Period(right)) => overlap(left, right),
        _ => mismatch(at),
    });
    let missing = result.missing();
    match &result {
        Value::Open(open) if open.extent == Extent::Any => result.or_absent(missing),
        _ => result,
    }
}

/// Whether two periods share a day.
#[must_use]
pub fn overlaps(left: &Value, right: &Value, at: Span) -> Value {
    relation(left, right, at, Period::overlaps)
}

/// Whether every day of a period is one of another's.
#[must_use]
pub fn within(inner: &Value, outer: &Value, at: Span) -> Value {
    relation(inner, outer, at, Period::within)
}

fn relation(left: &Value, right: &Value, at: Span, holds: fn(&Period, &Period) -> bool) -> Value {
    if let (Value::Period(left), Value::Period(right)) = (left, right) {
        return Value::Bool(holds(left, right));
    }
    lift2((left, right), Extent::Bools, at, |left, right| match (left, right) {
        (Value::Period(left), Value::Period(right)) => Value::Bool(holds(left, right)),
        _ => mismatch(at),
    })
}

/// Whether a date, a moment's day or all days of a month lie in a period; no when either is
/// absent.
#[must_use]
pub fn in_period(operand: &Value, period: &Value, at: Span) -> Value {
    match (operand, period) {
        (Value::Date(date), Value::Period(period)) => Value::Bool(period.contains(*date)),
        _ => super::membership::no_when_absent((operand, period), |operand, period| {
            in_open_period(operand, period, at)
        }),
    }
}

fn in_open_period(operand: &Value, period: &Value, at: Span) -> Value {
    let doubt = match strict(&[operand, period], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    if let (Measure::Day(days), Value::Period(period)) = (Measure::of(operand), period) {
        return match day_range_in(days, *period) {
            Some(answer) => doubt.value(Extent::of(&Value::Bool(answer))),
            None => doubt.value(Extent::Bools),
        };
    }
    lift2((operand, period), Extent::Bools, at, |operand, period| {
        in_certain_period(operand, period, at)
    })
}

/// Whether a range of days lies in a period, where it is the same for all of them.
fn day_range_in(days: Range<Date>, period: Period) -> Option<bool> {
    let inside = Range { low: period.start, high: period.end };
    if !days.meets(&inside) {
        return Some(false);
    }
    let holds =
        |bound: Option<Date>, day: Option<Date>, ordered: fn(Date, Date) -> bool| match bound {
            None => true,
            Some(bound) => day.is_some_and(|day| ordered(bound, day)),
        };
    let all = holds(period.start, days.low, |start, low| start <= low)
        && holds(period.end, days.high, |end, high| high <= end);
    all.then_some(true)
}

fn in_certain_period(operand: &Value, period: &Value, at: Span) -> Value {
    match (operand, period) {
        (Value::Date(date), Value::Period(period)) => Value::Bool(period.contains(*date)),
        (Value::Moment(moment), Value::Period(period)) => Value::Bool(period.contains(moment.date)),
        (Value::Month(month), Value::Period(period)) => {
            Value::Bool(period.contains(month.first_day()) && period.contains(month.last_day()))
        }
        _ => strict(&[operand, period], at).err().unwrap_or_else(|| mismatch(at)),
    }
}

/// Whether a period's length is exactly, at least or at most a duration that starts with it.
///
/// A period without an end lasts longer than any duration.
#[must_use]
pub fn lasts(period: &Value, bound: Bound, duration: &Value, at: Span) -> Value {
    if let (Value::Period(period), Value::Duration(duration)) = (period, duration) {
        return lasts_certain(period, bound, duration, at);
    }
    let answer =
        lift2((period, duration), Extent::Bools, at, |period, duration| match (period, duration) {
            (Value::Period(period), Value::Duration(duration)) => {
                lasts_certain(period, bound, duration, at)
            }
            _ => mismatch(at),
        });
    match (answer, duration) {
        // Of an unknown duration it may be working days, of a certain one it can be seen.
        (
            Value::Open(open),
            Value::Duration(Duration { working_days: 1.., .. }) | Value::Open(_),
        ) => {
            let calendar = Fault::arithmetic(Quantity::NeedsCalendar, at);
            let fault = Some(open.fault.map_or(calendar, |fault| fault.either(calendar)));
            Value::possible(open.extent.clone(), fault, open.missing.clone())
        }
        (answer, _) => answer,
    }
}

fn lasts_certain(period: &Period, bound: Bound, duration: &Duration, at: Span) -> Value {
    let holds = |length: Option<Ordering>| {
        let length = length.unwrap_or(Ordering::Greater);
        Value::Bool(match bound {
            Bound::Exactly => length.is_eq(),
            Bound::AtLeast => length.is_ge(),
            Bound::AtMost => length.is_le(),
        })
    };
    outcome(period.lasts_cmp(duration), holds, at)
}

/// Whole months or years between the ends of a period; a fault when an end is open.
#[must_use]
pub fn months_of(reading: MonthsReading, period: &Value, at: Span) -> Value {
    if let Value::Period(period) = period {
        return months_certain(reading, period, at);
    }
    let least = match reading {
        MonthsReading::Completed | MonthsReading::CompletedYears => Number::ZERO,
        MonthsReading::Started | MonthsReading::StartedYears => Number::ONE,
    };
    let months =
        lift1(period, Range { low: Some(least), high: None }.into(), at, |period| match period {
            Value::Period(period) => months_certain(reading, period, at),
            _ => mismatch(at),
        });
    or_endless(months, period, at)
}

fn months_certain(reading: MonthsReading, period: &Period, at: Span) -> Value {
    let (Some(start), Some(end)) = (period.start, period.end) else {
        return endless(at);
    };
    let count = match reading {
        MonthsReading::Completed => completed_months(start, end),
        MonthsReading::Started => started_months(start, end),
        MonthsReading::CompletedYears => completed_years(start, end),
        MonthsReading::StartedYears => started_years(start, end),
    };
    outcome(count, |months| Value::Number(Number::from_i64(months)), at)
}

/// The fault of asking for an end that a period does not have.
fn endless(at: Span) -> Value {
    Value::Fault(Fault::new(FaultKind::Absent, at))
}

/// An unknown period may have open ends.
fn or_endless(value: Value, period: &Value, at: Span) -> Value {
    let unknown = matches!(period, Value::Open(open) if open.extent.values().is_none());
    match value {
        Value::Open(open) if unknown => {
            let absent = Fault::new(FaultKind::Absent, at);
            let fault = Some(open.fault.map_or(absent, |fault| fault.either(absent)));
            Value::possible(open.extent.clone(), fault, open.missing.clone())
        }
        other => other,
    }
}

/// A part of a certain period.
pub(super) fn part_of_period(part: Part, period: &Period, at: Span) -> Value {
    match part {
        Part::Start => period.start.map_or(endless(at), Value::Date),
        Part::End => period.end.map_or(endless(at), Value::Date),
        Part::Days => {
            period.days().map_or(endless(at), |days| Value::Number(Number::from_i64(days)))
        }
        Part::Year
        | Part::Month
        | Part::FirstDay
        | Part::LastDay
        | Part::Quarter
        | Part::Weekday => mismatch(at),
    }
}

/// A part of an open period, month or moment.
pub(super) fn part_of_unknown(part: Part, of: &Value, at: Span) -> Value {
    let each = |value: &Value| super::dates::part(part, value, at);
    let wide: Extent = match part {
        Part::Year => Range::<Number>::ALL.into(),
        Part::Month | Part::Quarter => Extent::Any,
        Part::Weekday => super::years::weekdays().into(),
        Part::FirstDay | Part::LastDay | Part::Start | Part::End => Range::<Date>::ALL.into(),
        Part::Days => Range { low: Some(Number::ONE), high: None }.into(),
    };
    let value = lift1(of, wide, at, each);
    match part {
        Part::Start | Part::End | Part::Days => or_endless(value, of, at),
        Part::Year
        | Part::Month
        | Part::FirstDay
        | Part::LastDay
        | Part::Quarter
        | Part::Weekday => value,
    }
}
