//! Legal periods and working days of values.

use super::measure::Measure;
use super::strict::{Doubt, lift1, mismatch, outcome, strict};
use crate::quantity::calendar::Calendar;
use crate::quantity::deadline::{self, Direction, Term};
use crate::quantity::{Date, Duration, Fault as Quantity, Moment, Number, Period, TimeOfDay};
use crate::text::Span;
use crate::value::range::Range;
use crate::value::{Extent, Fault, FaultKind, Legal, Missing, Open, Value};

/// A day, a moment, a number of days or a condition that a calendar or a law gives.
///
/// `duration` is read where the operation has one. `owed` is what would tell the time of a
/// moment that has none.
#[must_use]
pub fn legal(
    operation: Legal,
    (operand, duration): (&Value, &Value),
    calendar: Option<&Calendar>,
    owed: &Missing,
    at: Span,
) -> Value {
    match operation {
        Legal::Deadline { .. } => last_day(operation, (operand, duration), calendar, at),
        Legal::Hours { count, direction } => hours(operand, (count, direction), owed, at),
        Legal::Shift { .. } => {
            super::working_days::shift(operation, (operand, duration), calendar, at)
        }
        Legal::WorkingDays => super::working_days::count(operand, calendar, at),
        Legal::IsWorkingDay => super::working_days::is_one(operand, calendar, at),
    }
}

/// The law's own words for the operation; nothing for what is no deadline of days.
fn term(operation: Legal, duration: Duration) -> Option<Term> {
    let Legal::Deadline { direction, regime, .. } = operation else { return None };
    Some(Term { length: operation.length(duration), direction, regime })
}

/// The last day of a legal period.
fn last_day(
    operation: Legal,
    (event, duration): (&Value, &Value),
    calendar: Option<&Calendar>,
    at: Span,
) -> Value {
    let end = |event: Date, duration: Duration| {
        let term = term(operation, duration).ok_or(Quantity::NegativeLength)?;
        deadline::deadline(event, &term, calendar, None)
    };
    if let (Some(event), Value::Duration(duration)) = (day(event), duration) {
        return outcome(end(event, *duration), Value::Date, at);
    }
    let doubt = match strict(&[event, duration], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    let Some(durations) = durations(duration) else {
        return of_any_length(operation, event, calendar, doubt, at);
    };
    let results = durations.into_iter().map(|duration| {
        if operation.length(duration).is_negative() {
            return Value::Fault(Fault::arithmetic(Quantity::NegativeLength, at));
        }
        let unbounded = asks(operation, duration).then(|| outside(calendar));
        monotone(event, |event| end(event, duration), unbounded, at)
    });
    doubt.any_of(results)
}

/// Whether a calendar is asked for a period of this length.
fn asks(operation: Legal, duration: Duration) -> bool {
    operation.asks_calendar() || duration.working_days != 0
}

/// A period of which the length is not known lies on one side of its event.
fn of_any_length(
    operation: Legal,
    event: &Value,
    calendar: Option<&Calendar>,
    doubt: Doubt,
    at: Span,
) -> Value {
    let days = days(event);
    let doubt = doubt.or_arithmetic(Some(Quantity::NegativeLength), at);
    let doubt = doubt.or_arithmetic(Some(Quantity::DateOutOfRange), at);
    let doubt = doubt.or_arithmetic(Some(outside(calendar)), at);
    match operation {
        Legal::Deadline { direction: Direction::After, .. } => {
            doubt.value(Range { low: days.low, high: None })
        }
        _ => doubt.value(Range { low: None, high: days.high }),
    }
}

/// Something that keeps the order of days, on the days that a value may be. `unbounded` is the
/// fault that is possible where a day has no bound.
pub(super) fn monotone(
    of: &Value,
    result: impl Fn(Date) -> Result<Date, Quantity>,
    unbounded: Option<Quantity>,
    at: Span,
) -> Value {
    if let Some(day) = day(of) {
        return outcome(result(day), Value::Date, at);
    }
    let days = days(of);
    let missing = of.missing();
    let mut doubt = Doubt { fault: None, missing };
    let mut bound = |day: Option<Date>| match day.map(&result) {
        Some(Ok(day)) => Some(day),
        Some(Err(fault)) => {
            doubt = std::mem::take(&mut doubt).or_arithmetic(Some(fault), at);
            None
        }
        None => {
            doubt = std::mem::take(&mut doubt).or_arithmetic(unbounded, at);
            None
        }
    };
    let (low, high) = (bound(days.low), bound(days.high));
    doubt.value(Range { low, high })
}

/// The fault of a day about which the calendar says nothing.
pub(super) fn outside(calendar: Option<&Calendar>) -> Quantity {
    calendar.map_or(Quantity::NeedsCalendar, |calendar| {
        let (first, _) = calendar.covers();
        calendar.outside(first.add_days(-1).unwrap_or(first))
    })
}

/// The day of a certain date or moment.
pub(super) fn day(value: &Value) -> Option<Date> {
    match value {
        Value::Date(date) => Some(*date),
        Value::Moment(moment) => Some(moment.date),
        _ => None,
    }
}

/// The days that a date or a moment may be.
pub(super) fn days(value: &Value) -> Range<Date> {
    if let Some(day) = day(value) {
        return Range::exactly(day);
    }
    if let Measure::Day(range) = Measure::of(value) {
        return range;
    }
    let Value::Open(open) = value else { return Range::ALL };
    let Extent::Values(values) = &open.extent else { return Range::ALL };
    let found = values.iter().map(day).collect::<Option<Vec<_>>>().unwrap_or_default();
    Range { low: found.iter().min().copied(), high: found.iter().max().copied() }
}

/// The lengths that a duration may have, where they can be told one by one.
pub(super) fn durations(value: &Value) -> Option<Vec<Duration>> {
    let length = |value: &Value| match value {
        Value::Duration(duration) => Some(*duration),
        _ => None,
    };
    match value {
        Value::Open(open) => match &open.extent {
            Extent::Values(values) => values.iter().map(length).collect(),
            _ => None,
        },
        certain => length(certain).map(|duration| vec![duration]),
    }
}

/// The end of the last hour.
fn hours(event: &Value, (count, direction): (i64, Direction), owed: &Missing, at: Span) -> Value {
    let end = |event: Moment| deadline::hours(event, count, direction);
    let certain = |event: &Value| match event {
        Value::Moment(moment) => match end(*moment) {
            Ok(Some(end)) => Value::Moment(end),
            Ok(None) => at_any_hour(*moment, &end, owed, at),
            Err(fault) => Value::Fault(Fault::arithmetic(fault, at)),
        },
        other => strict(&[other], at).err().unwrap_or_else(|| mismatch(at)),
    };
    match event {
        Value::Open(_) => {
            let value = lift1(event, Extent::Any, at, certain);
            or_fault(value, Quantity::DateOutOfRange, at)
        }
        event => certain(event),
    }
}

/// The ends that are possible where only the day of the event is known.
fn at_any_hour(
    event: Moment,
    end: &dyn Fn(Moment) -> Result<Option<Moment>, Quantity>,
    owed: &Missing,
    at: Span,
) -> Value {
    let ends = (0..24).filter_map(|hour| {
        let time = TimeOfDay::new(hour, 0, 0);
        let end = end(Moment::new(event.date, time)).transpose()?;
        Some(outcome(end, Value::Moment, at))
    });
    Doubt { fault: None, missing: owed.clone() }.any_of(ends)
}

/// The same value, where of nothing known a fault is possible too.
pub(super) fn or_fault(value: Value, fault: Quantity, at: Span) -> Value {
    match &value {
        Value::Open(open) if open.extent.values().is_none() => {
            let fault = Fault::new(FaultKind::Arithmetic(fault), at);
            let fault = Some(open.fault.map_or(fault, |other| other.either(fault)));
            Value::Open(std::sync::Arc::new(Open { fault, ..Open::clone(open) }))
        }
        _ => value,
    }
}

/// The days from the first to the last of a certain period with both ends.
pub(super) fn ends(period: &Period) -> Option<(Date, Date)> {
    period.start.zip(period.end)
}

/// A number of days.
pub(super) fn number(days: i64) -> Value {
    Value::Number(Number::from_i64(days))
}
