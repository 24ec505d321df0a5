//! Periods after an event.

use super::{Notes, Regime, Step, Term};
use crate::quantity::calendar::Calendar;
use crate::quantity::{Date, Fault, MonthEnd};

/// The days of half a month: part of a month of 30 days.
pub(super) const HALF_A_MONTH: i64 = 15;

/// The working days that a period of two days or more holds at least, by Article 3(5) of the
/// Regulation.
const LEAST: i64 = 2;

/// More days in a row that are not worked than this are not named one by one.
const MANY: i64 = 31;

pub(super) fn last_day(
    event: Date,
    term: &Term,
    calendar: Option<&Calendar>,
    notes: &mut Notes<'_>,
) -> Result<Date, Fault> {
    let calendar = calendar.ok_or(Fault::NeedsCalendar)?;
    notes.push(Step::EventDay(event));
    let counted = counted(event, term, calendar, notes)?;
    let shifted = shifted(counted, term.regime, calendar, notes)?;
    if term.regime == Regime::Eu && term.length.is_of_two_days() {
        return with_two_working_days(event, shifted, calendar, notes);
    }
    Ok(shifted)
}

/// The last day before anything is shifted.
fn counted(
    event: Date,
    term: &Term,
    calendar: &Calendar,
    notes: &mut Notes<'_>,
) -> Result<Date, Fault> {
    let length = &term.length;
    let mut day = months_later(event, length.whole_months()?, notes)?;
    if length.half_month {
        day = day.add_days(HALF_A_MONTH)?;
        notes.push(Step::HalfMonth(day));
    }
    if length.weeks != 0 {
        day = day.add_days(length.weeks.checked_mul(7).ok_or(Fault::DateOutOfRange)?)?;
        notes.push(Step::SameWeekday(day));
    }
    let free = i64::from(term.regime == Regime::Ro);
    if length.days != 0 {
        day = day.add_days(length.days.checked_add(free).ok_or(Fault::DateOutOfRange)?)?;
        notes.push(if free == 0 { Step::Days(day) } else { Step::FreeDays(day) });
    }
    if length.working_days != 0 {
        let count = length.working_days.checked_add(free).ok_or(Fault::DateOutOfRange)?;
        day = calendar.nth_after(day, count, Some(term.regime))?;
        notes.push(Step::WorkingDays(day));
    }
    Ok(day)
}

/// The day with the same number so many months later, or the last day of a month without it.
pub(super) fn months_later(day: Date, months: i32, notes: &mut Notes<'_>) -> Result<Date, Fault> {
    if months == 0 {
        return Ok(day);
    }
    let end = day.add_months(months, Some(MonthEnd::EndOfMonth))?;
    notes.push(if end.day() == day.day() {
        Step::SameNumber(end)
    } else {
        Step::LastOfMonth { day: end, missing: u8::try_from(day.day()).unwrap_or_default() }
    });
    Ok(end)
}

/// The day itself when it is worked, else the next one that is.
fn shifted(
    last: Date,
    regime: Regime,
    calendar: &Calendar,
    notes: &mut Notes<'_>,
) -> Result<Date, Fault> {
    if calendar.is_working(last, Some(regime))? {
        return Ok(last);
    }
    let next = calendar.nth_after(last, 1, Some(regime))?;
    let named = if notes.0.is_some() { MANY } else { 0 };
    for days in 0..named {
        let day = last.add_days(days)?;
        if day == next {
            break;
        }
        if let Some(why) = calendar.closed(day, Some(regime))? {
            notes.push(Step::Closed { day, why });
        }
    }
    notes.push(Step::Next(next));
    Ok(next)
}

/// The day, or the second working day after the event where that is later.
fn with_two_working_days(
    event: Date,
    last: Date,
    calendar: &Calendar,
    notes: &mut Notes<'_>,
) -> Result<Date, Fault> {
    let (first, _) = calendar.covers();
    let begins = event.add_days(1)?;
    // Days before the calendar are not known to be worked; where there are enough without them,
    // they are not asked for.
    let known = calendar.count(begins.max(first), last, Some(Regime::Eu))?;
    if known >= LEAST {
        return Ok(last);
    }
    let second = calendar.nth_after(event, LEAST, Some(Regime::Eu))?;
    notes.push(Step::TwoWorkingDays(second));
    Ok(second)
}
