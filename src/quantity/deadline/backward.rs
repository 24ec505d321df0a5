//! Periods before an event. The last day, which is the earliest, is never shifted.

use super::forward::{HALF_A_MONTH, months_later};
use super::{Notes, Regime, Step, Term};
use crate::quantity::calendar::Calendar;
use crate::quantity::{Date, Fault};

pub(super) fn last_day(
    event: Date,
    term: &Term,
    calendar: Option<&Calendar>,
    notes: &mut Notes<'_>,
) -> Result<Date, Fault> {
    let length = &term.length;
    notes.push(Step::EventDay(event));
    let months = length.whole_months()?.checked_neg().ok_or(Fault::DateOutOfRange)?;
    let mut day = months_later(event, months, notes)?;
    if length.half_month {
        day = day.add_days(-HALF_A_MONTH)?;
        notes.push(Step::HalfMonth(day));
    }
    if length.weeks != 0 {
        day = day.add_days(length.weeks.checked_mul(-7).ok_or(Fault::DateOutOfRange)?)?;
        notes.push(Step::SameWeekday(day));
    }
    let free = i64::from(term.regime == Regime::Ro);
    if length.days != 0 {
        day = day.add_days(back(length.days, free)?)?;
        notes.push(if free == 0 { Step::Days(day) } else { Step::FreeDays(day) });
    }
    if length.working_days != 0 {
        let calendar = calendar.ok_or(Fault::NeedsCalendar)?;
        day = calendar.nth_after(day, back(length.working_days, free)?, Some(term.regime))?;
        notes.push(Step::WorkingDays(day));
    }
    notes.push(Step::Unshifted(day));
    Ok(day)
}

fn back(count: i64, free: i64) -> Result<i64, Fault> {
    count.checked_add(free).and_then(i64::checked_neg).ok_or(Fault::DateOutOfRange)
}
