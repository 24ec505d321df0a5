//! The laws of legal periods, day by day.
//!
//! Written from the texts: Regulation (EEC, Euratom) No 1182/71, Articles 111 to 115 of the Polish
//! Civil Code, the Swedish Act (1930:173), Articles 2551 to 2556 of the Romanian Civil Code. It
//! takes one day after the other and shares no code with the library.

use super::calendar;

/// A law.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Law {
    Eu,
    Pl,
    Se,
    Ro,
}

/// A period and the law by which it is counted.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    pub months: i64,
    pub half_month: bool,
    pub weeks: i64,
    pub days: i64,
    pub working_days: i64,
    pub backwards: bool,
    pub law: Law,
}

/// The first and the last day that there is: 0001-01-01 and 9999-12-31.
pub const DAYS: (i64, i64) = (-719_162, 2_932_896);

/// The last day of a period, or nothing where it cannot be told. `works` says of a day whether it
/// is worked, as far as the calendar knows.
pub fn last_day(event: i64, term: &Term, works: &dyn Fn(i64) -> Option<bool>) -> Option<i64> {
    let parts = [term.months, term.weeks, term.days, term.working_days];
    if parts.iter().any(|part| *part < 0) {
        return None;
    }
    let way = if term.backwards { -1 } else { 1 };
    let mut day = months_away(event, way * term.months)?;
    if term.half_month {
        day += way * 15;
    }
    day += way * 7 * term.weeks;
    // In Romania neither the first nor the last day of a period of days counts.
    let free = i64::from(term.law == Law::Ro);
    if term.days > 0 {
        day += way * (term.days + free);
    }
    if term.working_days > 0 {
        let mut left = term.working_days + free;
        while left > 0 {
            day += way;
            left -= i64::from(works(day)?);
        }
    }
    let there = |day: i64| (DAYS.0..=DAYS.1).contains(&day).then_some(day);
    there(day)?;
    if term.backwards {
        return Some(day);
    }
    while !works(day)? {
        day += 1;
    }
    let long =
        term.half_month || term.months > 0 || term.weeks > 0 || term.days + term.working_days >= 2;
    if term.law == Law::Eu && long {
        day = with_two_working_days(event, day, works)?;
    }
    there(day)
}

fn months_away(day: i64, months: i64) -> Option<i64> {
    if months == 0 {
        return Some(day);
    }
    let month = calendar::month_of(day) + months;
    // From January of year 1 to December of year 9999.
    (12..120_000).contains(&month).then_some(())?;
    calendar::add_months(day, months, Some(subvent::quantity::MonthEnd::EndOfMonth))
}

fn with_two_working_days(
    event: i64,
    last: i64,
    works: &dyn Fn(i64) -> Option<bool>,
) -> Option<i64> {
    let known = (event + 1..=last).filter(|day| works(*day) == Some(true)).take(2).count();
    if known == 2 {
        return Some(last);
    }
    let mut day = event;
    let mut held = 0;
    while held < 2 {
        day += 1;
        held += i32::from(works(day)?);
    }
    Some(day)
}
