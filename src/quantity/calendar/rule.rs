//! Which day of a year a holiday is.

use chrono::Weekday;

use super::easter::{Church, easter};
use crate::quantity::{Date, Month};

/// The day of a year on which a holiday falls.
///
/// ```
/// use subvent::quantity::calendar::{Church, DayRule};
/// use subvent::quantity::{Date, Weekday};
/// let midsummer = DayRule::OnOrAfter { weekday: Weekday::Sat, month: 6, day: 20 };
/// assert_eq!(midsummer.day_of(2024), Date::parse("2024-06-22"));
/// let corpus_christi = DayRule::Easter { church: Church::Western, offset: 60 };
/// assert_eq!(corpus_christi.day_of(2024), Date::parse("2024-05-30"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DayRule {
    /// `3 May`: the same day each year; 29 February in leap years only.
    Fixed {
        /// The month, from 1.
        month: u8,
        /// The day of the month, from 1.
        day: u8,
    },
    /// `easter + 60 days`
    Easter {
        /// Whose Easter.
        church: Church,
        /// Days after Easter Sunday; negative before it.
        offset: i16,
    },
    /// `saturday from 20 June`: the first such weekday on that day or later.
    OnOrAfter {
        /// The day of the week.
        weekday: Weekday,
        /// The month, from 1.
        month: u8,
        /// The day of the month, from 1.
        day: u8,
    },
    /// `wednesday before 23 November`: the last such weekday before that day.
    Before {
        /// The day of the week.
        weekday: Weekday,
        /// The month, from 1.
        month: u8,
        /// The day of the month, from 1.
        day: u8,
    },
    /// `first monday of May`, `last monday of August`
    Nth {
        /// Which of the month's weekdays.
        nth: Nth,
        /// The day of the week.
        weekday: Weekday,
        /// The month, from 1.
        month: u8,
    },
}

/// Which of the days of a month that fall on one weekday.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Nth {
    /// From 1 for the first to 5 for the fifth, which not every month has.
    At(u8),
    /// The last.
    Last,
}

impl DayRule {
    /// The day by the rule for this year; none when the year has no such day.
    ///
    /// A day counted from Easter, or a weekday before a day in January, may lie in another
    /// year than the one it is counted for.
    #[must_use]
    pub fn day_of(self, year: i32) -> Option<Date> {
        match self {
            Self::Fixed { month, day } => Date::new(year, u32::from(month), u32::from(day)),
            Self::Easter { church, offset } => {
                easter(year, church)?.add_days(i64::from(offset)).ok()
            }
            Self::OnOrAfter { weekday, month, day } => {
                on_or_after(Date::new(year, u32::from(month), u32::from(day))?, weekday)
            }
            Self::Before { weekday, month, day } => {
                let bound = Date::new(year, u32::from(month), u32::from(day))?;
                on_or_after(bound.add_days(-7).ok()?, weekday)
            }
            Self::Nth { nth, weekday, month } => nth_of(year, u32::from(month), nth, weekday),
        }
    }

    /// The days of one year, counted for that year or for its neighbours.
    pub(super) fn days_in(self, year: i32) -> impl Iterator<Item = Date> {
        let around = year.saturating_sub(1)..=year.saturating_add(1);
        around.filter_map(move |counted| self.day_of(counted)).filter(move |d| d.year() == year)
    }
}

/// The first such weekday on the day or later.
fn on_or_after(day: Date, weekday: Weekday) -> Option<Date> {
    let (wanted, found) = (weekday.num_days_from_monday(), day.weekday().num_days_from_monday());
    day.add_days(i64::from((7 + wanted - found) % 7)).ok()
}

fn nth_of(year: i32, month: u32, nth: Nth, weekday: Weekday) -> Option<Date> {
    let month = Month::new(year, month)?;
    match nth {
        Nth::At(count) => {
            let first = on_or_after(month.first_day(), weekday)?;
            let day = first.add_days(7 * (i64::from(count) - 1)).ok()?;
            (Month::of(day) == month).then_some(day)
        }
        Nth::Last => on_or_after(month.last_day().add_days(-6).ok()?, weekday),
    }
}
