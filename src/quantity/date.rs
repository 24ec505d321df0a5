//! Civil dates without a time zone, and what a month does when a day is missing in it.

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Fault, Month};

/// A civil date from 0001-01-01 to 9999-12-31, in the Gregorian calendar throughout.
///
/// ```
/// use subvent::quantity::{Date, MonthEnd};
/// let start = Date::parse("2024-04-01").ok_or("a date")?;
/// assert_eq!(start.add_months(48, None)?.to_string(), "2028-04-01");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: a month after 31 January
///
/// February has no such day; which one stands for it has to be written.
///
/// ```
/// use subvent::quantity::{Date, Fault, MonthEnd};
/// let date = Date::parse("2024-01-31").ok_or("a date")?;
/// assert_eq!(date.add_months(1, Some(MonthEnd::EndOfMonth))?.to_string(), "2024-02-29");
/// assert_eq!(date.add_months(1, Some(MonthEnd::NextMonth))?.to_string(), "2024-03-01");
/// let missing = Fault::MissingDay { year: 2024, month: 2, day: 31 };
/// assert_eq!(date.add_months(1, None), Err(missing));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: a year after a leap day
///
/// ```
/// use subvent::quantity::{Date, MonthEnd};
/// let leap_day = Date::parse("2024-02-29").ok_or("a date")?;
/// assert_eq!(leap_day.add_months(12, Some(MonthEnd::EndOfMonth))?.to_string(), "2025-02-28");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// INVARIANT: from 1 (0001-01-01) to 3_652_059 (9999-12-31), all of which chrono holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

/// Which day stands for one that its month does not have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MonthEnd {
    /// The last day of the month: 31 January and a month is 28 or 29 February.
    EndOfMonth,
    /// The first day of the next month: 31 January and a month is 1 March.
    NextMonth,
}

impl fmt::Display for MonthEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::EndOfMonth => "end of month",
            Self::NextMonth => "next month",
        })
    }
}

impl Date {
    /// 0001-01-01.
    pub const MIN: Self = Self(1);

    /// 9999-12-31.
    pub const MAX: Self = Self(3_652_059);

    /// The date, when there is such a day in the years 1 to 9999.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        Self::from_day_number(date.num_days_from_ce())
    }

    /// Reads `2024-01-31`: four, two and two digits, and a day that exists.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.rsplit_once('-')?;
        let month = Month::parse(month)?;
        Self::new(month.year(), month.month(), two_digits(day)?)
    }

    /// The year, from 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.civil().year()
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.civil().month()
    }

    /// The day of the month, from 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.civil().day()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.civil().weekday()
    }

    /// The number of the day, counted from 0001-01-01 as 1.
    #[must_use]
    pub fn day_number(self) -> i32 {
        self.0
    }

    /// The day with this number, when it is in the years 1 to 9999.
    #[must_use]
    pub fn from_day_number(number: i32) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0).contains(&number).then_some(Self(number))
    }

    /// The day so many days later, or earlier when negative.
    ///
    /// # Errors
    ///
    /// [`Fault::DateOutOfRange`] outside the years 1 to 9999.
    pub fn add_days(self, days: i64) -> Result<Self, Fault> {
        i64::from(self.0)
            .checked_add(days)
            .and_then(|number| i32::try_from(number).ok())
            .and_then(Self::from_day_number)
            .ok_or(Fault::DateOutOfRange)
    }

    /// The same day of the month so many months later, or earlier when negative.
    ///
    /// # Errors
    ///
    /// [`Fault::MissingDay`] when the month has no such day and `month_end` is `None`,
    /// [`Fault::DateOutOfRange`] outside the years 1 to 9999.
    pub fn add_months(self, months: i32, month_end: Option<MonthEnd>) -> Result<Self, Fault> {
        let (month, day) = self.month_and_day();
        let month = month.add_months(i64::from(months))?;
        if let Some(date) = month.day(day) {
            return Ok(date);
        }
        match month_end {
            Some(MonthEnd::EndOfMonth) => Ok(month.last_day()),
            Some(MonthEnd::NextMonth) => month.last_day().add_days(1),
            None => Err(Fault::MissingDay { year: month.year(), month: month.month(), day }),
        }
    }

    /// How many days after the other this day is; negative when it is before.
    #[must_use]
    pub fn days_since(self, other: Self) -> i64 {
        i64::from(self.0) - i64::from(other.0)
    }

    /// The first day of the date's month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Month::of(self).first_day()
    }

    /// The last day of the date's month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        Month::of(self).last_day()
    }

    /// The month and the day of it, from one conversion.
    pub(super) fn month_and_day(self) -> (Month, u32) {
        let civil = self.civil();
        (Month::of_civil(civil.year(), civil.month()), civil.day())
    }

    fn civil(self) -> NaiveDate {
        // The default is never taken: chrono holds every day number of the invariant.
        NaiveDate::from_num_days_from_ce_opt(self.0).unwrap_or_default()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let civil = self.civil();
        f.pad(&format!("{:04}-{:02}-{:02}", civil.year(), civil.month(), civil.day()))
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date({self})")
    }
}

/// The value of exactly two ASCII digits.
pub(super) fn two_digits(text: &str) -> Option<u32> {
    if text.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn only_the_strict_form_of_a_day_that_exists_is_read() {
        let texts = [
            "",
            "2024",
            "2024-01",
            "2024-1-31",
            "2024-01-1",
            "24-01-31",
            "02024-01-31",
            "2024/01/31",
            "01.04.2024",
            "2024-01-31 ",
            " 2024-01-31",
            "2024-01-31T00:00",
            "+024-01-31",
            "2024-13-01",
            "2024-00-10",
            "2024-01-00",
            "2024-04-31",
            "2023-02-29",
            "1900-02-29",
            "0000-01-01",
            "-001-01-01",
            "2024-01--1",
            "2024-01-3\u{0661}",
        ];
        for text in texts {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert_eq!(Date::parse("2000-02-29"), Date::new(2000, 2, 29));
    }

    #[test]
    fn the_first_and_the_last_day() {
        assert_eq!(Date::parse("0001-01-01"), Some(Date::MIN));
        assert_eq!(Date::parse("9999-12-31"), Some(Date::MAX));
        assert_eq!(Date::MIN.add_days(-1), Err(Fault::DateOutOfRange));
        assert_eq!(Date::MAX.add_days(1), Err(Fault::DateOutOfRange));
        assert_eq!(Date::MAX.add_days(i64::MAX), Err(Fault::DateOutOfRange));
        assert_eq!(Date::MAX.add_months(i32::MAX, None), Err(Fault::DateOutOfRange));
        assert_eq!(Date::MIN.add_months(i32::MIN, None), Err(Fault::DateOutOfRange));
        assert_eq!(Date::new(10_000, 1, 1), None);
    }

    /// The month rule of Regulation (EEC, Euratom) No 1182/71, Article 3(2)(c): the same date
    /// number, or the last day of a month that has none.
    #[test]
    fn months_after_the_days_at_a_months_end() {
        let after = |text, months| {
            let end = date(text).add_months(months, Some(MonthEnd::EndOfMonth));
            end.map(|date| date.to_string())
        };
        assert_eq!(after("2023-01-31", 1), Ok("2023-02-28".to_owned()));
        assert_eq!(after("2024-01-31", 1), Ok("2024-02-29".to_owned()));
        assert_eq!(after("2024-02-28", 1), Ok("2024-03-28".to_owned()));
        assert_eq!(after("2024-02-29", 1), Ok("2024-03-29".to_owned()));
        assert_eq!(after("2024-03-31", -1), Ok("2024-02-29".to_owned()));
        assert_eq!(after("2024-02-29", 48), Ok("2028-02-29".to_owned()));
        assert_eq!(after("2023-12-31", 2), Ok("2024-02-29".to_owned()));
    }

    #[test]
    fn days_are_counted_from_the_year_one() {
        assert_eq!(Date::MIN.day_number(), 1);
        // The Unix epoch is day 719163 of the proleptic Gregorian calendar (Rata Die).
        assert_eq!(date("1970-01-01").day_number(), 719_163);
        assert_eq!(date("2024-03-01").days_since(date("2024-02-28")), 2);
        assert_eq!(date("2023-02-28").days_since(date("2023-03-01")), -1);
        assert_eq!(Date::from_day_number(0), None);
        assert_eq!(date("2023-12-31").weekday(), Weekday::Sun);
    }

    #[test]
    fn the_ends_of_a_month() {
        assert_eq!(date("2024-02-10").first_of_month(), date("2024-02-01"));
        assert_eq!(date("2024-02-10").last_of_month(), date("2024-02-29"));
        assert_eq!(Date::MAX.last_of_month(), Date::MAX);
    }
}
