//! Dates, months and moments: moving them by durations, the days between them, their parts.

use super::measure::Measure;
use super::strict::{lift1, lift2, mismatch, outcome, strict};
use super::{periods, years};
use crate::quantity::{
    Date, Duration, Fault as Quantity, Moment, Month, MonthEnd, Number, quarter_of,
};
use crate::text::Span;
use crate::value::range::Range;
use crate::value::{Direction, Extent, Fault, Part, Value};

/// A date, month or moment moved by a duration.
///
/// Months are counted before days. Where the month has no such day, `month_end` says which
/// stands for it; without it that is a fault. Working days need a calendar, which is a fault.
#[must_use]
pub fn shift(
    date: &Value,
    duration: &Value,
    direction: Direction,
    month_end: Option<MonthEnd>,
    at: Span,
) -> Value {
    match (date, duration) {
        (Value::Open(_), Value::Duration(length)) => {
            shift_open(date, (*length, direction, month_end), at)
        }
        (_, Value::Duration(length)) => shifted(date, (*length, direction, month_end), at),
        _ => shift_by_open(date, duration, (direction, month_end), at),
    }
}

/// A date moved by a duration that is open, absent or a fault.
fn shift_by_open(
    date: &Value,
    duration: &Value,
    (direction, month_end): (Direction, Option<MonthEnd>),
    at: Span,
) -> Value {
    let doubt = match strict(&[date, duration], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    let Value::Open(open) = duration else {
        return mismatch(at);
    };
    if let Some(lengths) = open.extent.values() {
        let moved = |length: &Value| shift(date, length, direction, month_end, at);
        return doubt.any_of(lengths.iter().map(moved));
    }
    // A duration of which nothing is known may lead out of the calendar.
    let doubt = doubt.or_arithmetic(Some(Quantity::DateOutOfRange), at);
    match Measure::of(date) {
        Measure::Day(_) => doubt.value(Range::<Date>::ALL),
        _ => doubt.value(Extent::Any),
    }
}

type Move = (Duration, Direction, Option<MonthEnd>);

/// A certain date, month or moment moved by a certain duration.
fn shifted(date: &Value, by: Move, at: Span) -> Value {
    match date {
        Value::Date(date) => outcome(move_date(*date, by), Value::Date, at),
        Value::Moment(moment) => outcome(
            move_date(moment.date, by),
            |date| Value::Moment(Moment::new(date, moment.time)),
            at,
        ),
        Value::Month(month) => outcome(move_month(*month, by), Value::Month, at),
        other => strict(&[other], at).err().unwrap_or_else(|| mismatch(at)),
    }
}

fn move_date(date: Date, by: Move) -> Result<Date, Quantity> {
    let (months, days) = months_and_days(by)?;
    let date = if months == 0 { date } else { date.add_months(months, by.2)? };
    date.add_days(days)
}

fn move_month(month: Month, by: Move) -> Result<Month, Quantity> {
    match months_and_days(by)? {
        (months, 0) => month.add_months(i64::from(months)),
        // How many months some days are depends on the day of the month, which it does not have.
        _ => Err(Quantity::DaysToMonth),
    }
}

fn months_and_days((length, direction, _): Move) -> Result<(i32, i64), Quantity> {
    if length.working_days != 0 {
        return Err(Quantity::NeedsCalendar);
    }
    let length = match direction {
        Direction::Later => length,
        Direction::Earlier => length.neg()?,
    };
    let months = i32::try_from(length.months).map_err(|_| Quantity::DateOutOfRange)?;
    Ok((months, length.days))
}

/// An open date moved by a certain duration, which keeps the order of dates.
fn shift_open(date: &Value, by: Move, at: Span) -> Value {
    let doubt = match strict(&[date], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    let (months, days) = match months_and_days(by) {
        Ok(months_and_days) => months_and_days,
        Err(fault) => return doubt.with_certain(Fault::arithmetic(fault, at)),
    };
    let Measure::Day(range) = Measure::of(date) else {
        if Extent::of(date).values().is_some() {
            return lift1(date, Extent::Any, at, |date| shifted(date, by, at));
        }
        // It may be a month, which days do not move, or a moment on an odd day.
        let fault = match (months, days) {
            (_, 0) if months == 0 || by.2.is_some() => None,
            (_, 0) => Some(odd_day_fault()),
            _ => Some(Quantity::DaysToMonth),
        };
        return doubt.or_arithmetic(fault, at).value(Extent::Any);
    };
    let mut fault = None;
    let mut bound = |date: Option<Date>, month_end: MonthEnd| {
        let by = (by.0, by.1, by.2.or(Some(month_end)));
        move_date(date?, by).map_err(|outside| fault = Some(outside)).ok()
    };
    let low = bound(range.low, MonthEnd::EndOfMonth);
    let high = bound(range.high, MonthEnd::NextMonth);
    let doubt = doubt.or_arithmetic(fault, at);
    let odd_day = by.2.is_none() && months != 0 && may_be_after_28th(range);
    let doubt = if odd_day { doubt.or_arithmetic(Some(odd_day_fault()), at) } else { doubt };
    doubt.value(Range { low, high })
}

/// Whether a day of the month is possible that not every month has.
fn may_be_after_28th(range: Range<Date>) -> bool {
    match (range.low, range.high) {
        (Some(low), Some(high)) => high.day() > 28 || Month::of(low) != Month::of(high),
        _ => true,
    }
}

/// Some month lacks some day; the shortest February stands for it.
pub(super) fn odd_day_fault() -> Quantity {
    Quantity::MissingDay { year: 1, month: 2, day: 29 }
}

/// The days from one date to a later one, as a duration; negative when it is earlier.
#[must_use]
pub fn days_between(later: &Value, earlier: &Value, at: Span) -> Value {
    if let (Value::Date(later), Value::Date(earlier)) = (later, earlier) {
        return Value::Duration(Duration::from_days(later.days_since(*earlier)));
    }
    lift2((later, earlier), Extent::Any, at, |later, earlier| match (later, earlier) {
        (Value::Date(later), Value::Date(earlier)) => {
            Value::Duration(Duration::from_days(later.days_since(*earlier)))
        }
        (Value::Moment(later), Value::Moment(earlier)) => {
            Value::Duration(Duration::from_days(later.date.days_since(earlier.date)))
        }
        _ => mismatch(at),
    })
}

/// A part of a date, month, moment or period.
#[must_use]
pub fn part(which: Part, of: &Value, at: Span) -> Value {
    match (which, of) {
        (Part::Year, Value::Date(date)) => year(*date),
        (Part::Month, Value::Date(date)) => Value::Month(Month::of(*date)),
        (Part::FirstDay, Value::Date(date)) => Value::Date(date.first_of_month()),
        (Part::LastDay, Value::Date(date)) => Value::Date(date.last_of_month()),
        (Part::Quarter, Value::Date(date)) => Value::Period(quarter_of(*date)),
        (Part::Weekday, Value::Date(date)) => Value::Number(years::weekday(date.weekday())),
        (Part::Quarter, Value::Month(month)) => Value::Period(quarter_of(month.first_day())),
        (Part::Year, Value::Month(month)) => Value::Number(Number::from_i64(month.year().into())),
        (Part::FirstDay, Value::Month(month)) => Value::Date(month.first_day()),
        (Part::LastDay, Value::Month(month)) => Value::Date(month.last_day()),
        (Part::Month, Value::Month(month)) => Value::Month(*month),
        (_, Value::Moment(moment)) => part(which, &Value::Date(moment.date), at),
        (_, Value::Period(period)) => periods::part_of_period(which, period, at),
        (_, Value::Open(_)) => part_of_open(which, of, at),
        (_, other) => strict(&[other], at).err().unwrap_or_else(|| mismatch(at)),
    }
}

fn year(date: Date) -> Value {
    Value::Number(Number::from_i64(date.year().into()))
}

fn part_of_open(which: Part, of: &Value, at: Span) -> Value {
    let Measure::Day(range) = Measure::of(of) else {
        return periods::part_of_unknown(which, of, at);
    };
    let doubt = match strict(&[of], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    match which {
        Part::Year => {
            let year = |date: Date| Number::from_i64(date.year().into());
            doubt.value(Range { low: range.low.map(year), high: range.high.map(year) })
        }
        Part::FirstDay => doubt.value(Range {
            low: range.low.map(Date::first_of_month),
            high: range.high.map(Date::first_of_month),
        }),
        Part::LastDay => doubt.value(Range {
            low: range.low.map(Date::last_of_month),
            high: range.high.map(Date::last_of_month),
        }),
        Part::Month => match range.low.zip(range.high) {
            Some((low, high)) if Month::of(low) == Month::of(high) => {
                doubt.value(Extent::of(&Value::Month(Month::of(low))))
            }
            _ => doubt.value(Extent::Any),
        },
        Part::Quarter => doubt.value(years::quarter_of_range(range)),
        Part::Weekday => doubt.value(years::weekdays()),
        Part::Start | Part::End | Part::Days => mismatch(at),
    }
}

/// A day of a year; a fault where the year has no 29 February.
#[must_use]
pub fn day_of_year(day: u8, month: u8, year: &Value, at: Span) -> Value {
    if let Value::Number(year) = year {
        return outcome(civil(*year, month, day), Value::Date, at);
    }
    let doubt = match strict(&[year], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    let Measure::Number(range) = Measure::of(year) else {
        return if matches!(year, Value::Open(_)) {
            doubt.value(Range::<Date>::ALL)
        } else {
            mismatch(at)
        };
    };
    let leap = month == 2 && day == 29;
    let doubt = if leap { doubt.or_arithmetic(Some(odd_day_fault()), at) } else { doubt };
    // The bounds are those of a day that every year has: the day before or after the leap day.
    let low_day = if leap { (2, 28) } else { (month, day) };
    let high_day = if leap { (3, 1) } else { (month, day) };
    let mut fault = None;
    let mut bound = |year: Option<Number>, (month, day): (u8, u8)| {
        civil(year?, month, day).map_err(|outside| fault = Some(outside)).ok()
    };
    let low = bound(range.low, low_day);
    let high = bound(range.high, high_day);
    doubt.or_arithmetic(fault, at).value(Range { low, high })
}

fn civil(year: Number, month: u8, day: u8) -> Result<Date, Quantity> {
    let year = year.to_i64().and_then(|year| i32::try_from(year).ok());
    let year = year.filter(|year| (1..=9999).contains(year)).ok_or(Quantity::DateOutOfRange)?;
    let (month, day) = (u32::from(month), u32::from(day));
    Date::new(year, month, day).ok_or(Quantity::MissingDay { year, month, day })
}
