//! Calendars: which days are worked.
//!
//! In: weekly days of rest, holidays and days worked in spite of them, for whole years. Out: a
//! [`Calendar`] that answers from bits which are computed once: whether a day is worked, how many
//! of a period's days are, which day is the n-th after another. A day outside the years covered
//! is a fault, never a working day. What "worked" means for a legal period is a matter of the
//! [`Regime`].

mod closed;
mod days;
mod easter;
mod plan;
mod rule;

pub use closed::{Closed, Eve};
pub use easter::{Church, FIRST_YEAR, LAST_YEAR, easter};
pub use plan::{HolidayDays, Plan, Span};
pub use rule::{DayRule, Nth};

use std::collections::{BTreeMap, BTreeSet};

use self::days::DaySet;
use super::deadline::Regime;
use super::{Date, Fault};

/// The most years that a calendar covers: after 400 the Gregorian calendar repeats itself.
pub const MAX_YEARS: i32 = 400;

/// The senses in which a day is worked: by the calendar alone, then by each law.
const SENSES: [Option<Regime>; 5] =
    [None, Some(Regime::Eu), Some(Regime::Pl), Some(Regime::Se), Some(Regime::Ro)];

/// The days of some years, each worked or not.
///
/// ```
/// use subvent::quantity::calendar::{Calendar, DayRule, HolidayDays, Plan, Span};
/// use subvent::quantity::{Date, Fault, Weekday};
/// let new_year = HolidayDays::Yearly(DayRule::Fixed { month: 1, day: 1 });
/// let weekend = [Weekday::Sat, Weekday::Sun].map(|day| (day, Span::default()));
/// let plan = Plan {
///     rest: weekend.to_vec(),
///     holidays: vec![(new_year, Span::default())],
///     working: Vec::new(),
/// };
/// let calendar = Calendar::new(0, (2024, 2025), &plan).ok_or("years")?;
/// let day = |text| Date::parse(text).ok_or("a date");
/// let friday = day("2024-12-27")?;
/// assert_eq!(calendar.nth_after(friday, 3, None)?, day("2025-01-02")?);
/// assert_eq!(calendar.count(friday, day("2025-01-02")?, None)?, 4);
/// assert!(matches!(calendar.is_working(day("2026-01-02")?, None), Err(Fault::OutsideCalendar { .. })));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar {
    /// The number by which faults name it.
    number: u16,
    first: Date,
    last: Date,
    /// Days that some line says are worked.
    working: DaySet,
    /// Weekly days of rest, on the days when they were.
    rest: DaySet,
    /// The first holiday that falls on a day, by its position in the plan.
    holidays: BTreeMap<Date, u32>,
    /// Days that are worked: by the calendar alone, then by each regime.
    open: [DaySet; 5],
}

impl Calendar {
    /// The calendar of the years from the first to the last.
    ///
    /// `number` is the name that faults give it. None when the years are not in order, outside
    /// [`FIRST_YEAR`] to [`LAST_YEAR`], or more than [`MAX_YEARS`].
    #[must_use]
    pub fn new(number: u16, (from, to): (i32, i32), plan: &Plan) -> Option<Self> {
        if from < FIRST_YEAR || LAST_YEAR < to || to < from || to - from >= MAX_YEARS {
            return None;
        }
        let (first, last) = (Date::new(from, 1, 1)?, Date::new(to, 12, 31)?);
        let len = usize::try_from(last.days_since(first)).ok()? + 1;
        let day = |position: usize| {
            first.add_days(i64::try_from(position).unwrap_or(i64::MAX)).unwrap_or(last)
        };
        let worked = worked((from, to), plan);
        let rests = |day: Date| {
            let weekday = day.weekday();
            plan.rest.iter().any(|(rest, span)| *rest == weekday && span.contains(day))
        };
        let mut calendar = Self {
            number,
            first,
            last,
            working: DaySet::new(len, |at| worked.contains(&day(at))),
            rest: DaySet::new(len, |at| rests(day(at))),
            holidays: holidays((from, to), plan),
            open: Default::default(),
        };
        // One look at each day for all laws, for what a day is in the week takes the longest.
        let closed: Vec<[bool; 5]> = (0..len)
            .map(|at| {
                let day = day(at);
                let weekday = day.weekday();
                SENSES.map(|law| calendar.closed_at((day, weekday), at, law).is_some())
            })
            .collect();
        calendar.open = [0, 1, 2, 3, 4].map(|sense| {
            let is_closed = |at: usize| closed.get(at).and_then(|day| day.get(sense)).copied();
            DaySet::new(len, |at| is_closed(at) == Some(false))
        });
        Some(calendar)
    }

    /// The first and the last day covered.
    #[must_use]
    pub fn covers(&self) -> (Date, Date) {
        (self.first, self.last)
    }

    /// Whether a day is worked: by the calendar alone, or in the sense of a law.
    ///
    /// # Errors
    ///
    /// [`Fault::OutsideCalendar`].
    pub fn is_working(&self, day: Date, regime: Option<Regime>) -> Result<bool, Fault> {
        Ok(self.open(regime).contains(self.position(day)?))
    }

    /// Why a day is not worked; none when it is.
    ///
    /// # Errors
    ///
    /// [`Fault::OutsideCalendar`].
    pub fn closed(&self, day: Date, regime: Option<Regime>) -> Result<Option<Closed>, Fault> {
        Ok(self.closed_at((day, day.weekday()), self.position(day)?, regime))
    }

    /// How many days are worked from the first to the last, both included; 0 when the last is
    /// before the first.
    ///
    /// # Errors
    ///
    /// [`Fault::OutsideCalendar`].
    pub fn count(&self, first: Date, last: Date, regime: Option<Regime>) -> Result<i64, Fault> {
        let (start, end) = (self.position(first)?, self.position(last)?);
        let open = self.open(regime);
        Ok(i64::from(open.before(end + 1).saturating_sub(open.before(start))))
    }

    /// The n-th working day after a day, which does not count itself; the day itself for 0.
    /// Before the day, when `n` is negative.
    ///
    /// # Errors
    ///
    /// [`Fault::OutsideCalendar`].
    pub fn nth_after(&self, day: Date, n: i64, regime: Option<Regime>) -> Result<Date, Fault> {
        if n == 0 {
            return Ok(day);
        }
        let open = self.open(regime);
        let (next, edge) = if n > 0 {
            // The day before the first is no day of the calendar, but the one after it is.
            (self.position(day.add_days(1)?)?, self.last.add_days(1))
        } else {
            (self.position(day.add_days(-1)?)? + 1, self.first.add_days(-1))
        };
        let before = i64::from(open.before(next));
        let rank = if n > 0 { before.checked_add(n - 1) } else { before.checked_add(n) };
        let found = rank.and_then(|rank| u32::try_from(rank).ok()).and_then(|r| open.nth(r));
        let days = found.and_then(|position| i64::try_from(position).ok());
        match days {
            Some(days) => self.first.add_days(days),
            None => Err(self.outside(edge?)),
        }
    }

    /// The fault of a day that is not covered.
    #[must_use]
    pub fn outside(&self, day: Date) -> Fault {
        let year = |day: Date| u16::try_from(day.year()).unwrap_or(u16::MAX);
        Fault::OutsideCalendar {
            calendar: self.number,
            date: day,
            from: year(self.first),
            to: year(self.last),
        }
    }

    fn position(&self, day: Date) -> Result<usize, Fault> {
        let covered = (self.first..=self.last).contains(&day);
        let position = usize::try_from(day.days_since(self.first)).ok();
        position.filter(|_| covered).ok_or_else(|| self.outside(day))
    }

    fn open(&self, regime: Option<Regime>) -> &DaySet {
        let [alone, eu, pl, se, ro] = &self.open;
        match regime {
            None => alone,
            Some(Regime::Eu) => eu,
            Some(Regime::Pl) => pl,
            Some(Regime::Se) => se,
            Some(Regime::Ro) => ro,
        }
    }
}

/// The days that are worked whatever else is said.
fn worked((from, to): (i32, i32), plan: &Plan) -> BTreeSet<Date> {
    let listed = plan.working.iter().map(|(from, to)| HolidayDays::Listed(*from, *to));
    listed.flat_map(|days| (from..=to).flat_map(move |year| days.in_year(year))).collect()
}

/// The first holiday of each day.
fn holidays((from, to): (i32, i32), plan: &Plan) -> BTreeMap<Date, u32> {
    let mut days = BTreeMap::new();
    for ((holiday, span), position) in plan.holidays.iter().zip(0_u32..) {
        for year in from..=to {
            for day in holiday.in_year(year) {
                if span.contains(day) {
                    days.entry(day).or_insert(position);
                }
            }
        }
    }
    days
}
