//! What a calendar is made of.

use chrono::Weekday;

use super::rule::DayRule;
use crate::quantity::Date;

/// The lines of a calendar, those of the calendars that it includes among them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// Weekly days of rest.
    pub rest: Vec<(Weekday, Span)>,
    /// Holidays, which are known by their position here.
    pub holidays: Vec<(HolidayDays, Span)>,
    /// Days that are worked whatever else is said, from the first to the last.
    pub working: Vec<(Date, Date)>,
}

/// The days from one to another, both included; an end that is `None` is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Span {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

/// The days of a holiday.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HolidayDays {
    /// A day of each year.
    Yearly(DayRule),
    /// Listed days, both included.
    Listed(Date, Date),
}

impl Span {
    /// Whether the day is among them.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

impl HolidayDays {
    /// The days of the holiday in one year.
    #[must_use]
    pub fn in_year(self, year: i32) -> Vec<Date> {
        match self {
            Self::Yearly(rule) => rule.days_in(year).collect(),
            Self::Listed(from, to) => {
                let (first, last) = (Date::new(year, 1, 1), Date::new(year, 12, 31));
                let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
                let (first, last) = (first.max(from), last.min(to));
                let numbers = first.day_number()..=last.day_number();
                numbers.filter_map(Date::from_day_number).collect()
            }
        }
    }
}
