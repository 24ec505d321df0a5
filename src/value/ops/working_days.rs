//! Working days by a calendar alone: counted, added, asked for.

use super::dates;
use super::legal::{day, days, durations, ends, monotone, number, or_fault, outside};
use super::strict::{lift1, mismatch, outcome, strict};
use crate::quantity::calendar::Calendar;
use crate::quantity::{Date, Duration, Fault as Quantity, Moment, Number};
use crate::text::Span;
use crate::value::range::Range;
use crate::value::{Direction, Extent, Fault, FaultKind, Legal, Value};

/// A date or moment plus or minus a duration: its months and days first, then its working days.
pub(super) fn shift(
    operation: Legal,
    (date, duration): (&Value, &Value),
    calendar: Option<&Calendar>,
    at: Span,
) -> Value {
    let Legal::Shift { subtract, month_end } = operation else { return mismatch(at) };
    let direction = if subtract { Direction::Earlier } else { Direction::Later };
    if let Value::Duration(length) = duration {
        return shifted(date, *length, (direction, month_end), calendar, at);
    }
    let doubt = match strict(&[date, duration], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    match durations(duration) {
        Some(lengths) => doubt.any_of(
            lengths
                .into_iter()
                .map(|length| shifted(date, length, (direction, month_end), calendar, at)),
        ),
        None => {
            let plain = dates::shift(date, duration, direction, month_end, at);
            or_fault(plain, outside(calendar), at)
        }
    }
}

fn shifted(
    date: &Value,
    length: Duration,
    (direction, month_end): (Direction, Option<crate::quantity::MonthEnd>),
    calendar: Option<&Calendar>,
    at: Span,
) -> Value {
    let days = Value::Duration(Duration { working_days: 0, ..length });
    let moved = dates::shift(date, &days, direction, month_end, at);
    if length.working_days == 0 {
        return moved;
    }
    let count = match direction {
        Direction::Later => Some(length.working_days),
        Direction::Earlier => length.working_days.checked_neg(),
    };
    let later = |day: Date| {
        let calendar = calendar.ok_or(Quantity::NeedsCalendar)?;
        calendar.nth_after(day, count.ok_or(Quantity::DateOutOfRange)?, None)
    };
    match &moved {
        Value::Moment(moment) => {
            let at_its_time = |date| Value::Moment(Moment::new(date, moment.time));
            outcome(later(moment.date), at_its_time, at)
        }
        Value::Date(date) => outcome(later(*date), Value::Date, at),
        Value::Open(_) if is_of_dates(&moved) => {
            let doubt = match strict(&[&moved], at) {
                Ok(doubt) => doubt,
                Err(fault) => return fault,
            };
            doubt.any_of([monotone(&moved, later, Some(outside(calendar)), at)])
        }
        Value::Open(_) => or_fault(
            lift1(&moved, Extent::Any, at, |moment| match moment {
                Value::Moment(moment) => {
                    let at_its_time = |date| Value::Moment(Moment::new(date, moment.time));
                    outcome(later(moment.date), at_its_time, at)
                }
                other => {
                    day(other).map_or(mismatch(at), |day| outcome(later(day), Value::Date, at))
                }
            }),
            outside(calendar),
            at,
        ),
        Value::Month(_) => Value::Fault(Fault::arithmetic(Quantity::NeedsCalendar, at)),
        other => strict(&[other], at).err().unwrap_or_else(|| mismatch(at)),
    }
}

/// Whether what is possible are dates, and no moments.
fn is_of_dates(value: &Value) -> bool {
    matches!(value, Value::Open(open) if matches!(open.extent, Extent::Days { .. }))
}

/// How many days of a period are worked; a fault when an end is open.
pub(super) fn count(period: &Value, calendar: Option<&Calendar>, at: Span) -> Value {
    let endless = Fault::new(FaultKind::Absent, at);
    let count = |period: &Value| {
        let Value::Period(period) = period else { return mismatch(at) };
        let Some((first, last)) = ends(period) else { return Value::Fault(endless) };
        let Some(calendar) = calendar else {
            return Value::Fault(Fault::arithmetic(Quantity::NeedsCalendar, at));
        };
        outcome(calendar.count(first, last, None), number, at)
    };
    if matches!(period, Value::Period(_)) {
        return count(period);
    }
    let any = Range { low: Some(Number::ZERO), high: None };
    let value = or_fault(lift1(period, any.into(), at, count), outside(calendar), at);
    match &value {
        Value::Open(open) if matches!(period, Value::Open(p) if p.extent.values().is_none()) => {
            let fault = Some(open.fault.map_or(endless, |fault| fault.either(endless)));
            Value::possible(open.extent.clone(), fault, open.missing.clone())
        }
        _ => value,
    }
}

/// Whether a day is worked.
pub(super) fn is_one(of: &Value, calendar: Option<&Calendar>, at: Span) -> Value {
    let is_working = |value: &Value| {
        let Some(day) = day(value) else { return mismatch(at) };
        let Some(calendar) = calendar else {
            return Value::Fault(Fault::arithmetic(Quantity::NeedsCalendar, at));
        };
        outcome(calendar.is_working(day, None), Value::Bool, at)
    };
    match of {
        Value::Date(_) | Value::Moment(_) => is_working(of),
        Value::Open(_) => {
            let answer = lift1(of, Extent::Bools, at, is_working);
            if within(days(of), calendar) { answer } else { or_outside(answer, of, calendar, at) }
        }
        other => strict(&[other], at).err().unwrap_or_else(|| mismatch(at)),
    }
}

/// Whether all days are among those that the calendar covers.
fn within(days: Range<Date>, calendar: Option<&Calendar>) -> bool {
    let Some((first, last)) = calendar.map(Calendar::covers) else { return false };
    days.low.is_some_and(|low| first <= low) && days.high.is_some_and(|high| high <= last)
}

/// An answer about days of which some may not be covered.
fn or_outside(answer: Value, of: &Value, calendar: Option<&Calendar>, at: Span) -> Value {
    let Value::Open(open) = &answer else { return answer };
    if matches!(of, Value::Open(of) if of.extent.values().is_some()) {
        return answer;
    }
    let fault = Fault::arithmetic(outside(calendar), at);
    let fault = Some(open.fault.map_or(fault, |other| other.either(fault)));
    Value::possible(open.extent.clone(), fault, open.missing.clone())
}
