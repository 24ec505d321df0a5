//! Calendar months: the months of rate tables and of month arithmetic.

use std::fmt;

use super::date::two_digits;
use super::{Date, Fault};

/// A month of a year from 1 to 9999.
///
/// ```
/// use subvent::quantity::Month;
/// let month = Month::parse("2024-02").ok_or("a month")?;
/// assert_eq!(month.last_day().to_string(), "2024-02-29");
/// assert_eq!(month.add_months(-2)?.to_string(), "2023-12");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// INVARIANT: `year` is from 1 to 9999 and `month` from 1 to 12.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month, when the year is from 1 to 9999 and the month from 1 to 12.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// Reads `2024-01`: four and two digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Self::new(year.parse().ok()?, two_digits(month)?)
    }

    /// The month that a date lies in.
    #[must_use]
    pub fn of(date: Date) -> Self {
        date.month_and_day().0
    }

    /// The month that a civil day lies in, which is a month of the years 1 to 9999.
    pub(super) fn of_civil(year: i32, month: u32) -> Self {
        debug_assert!(Self::new(year, month).is_some(), "the month of a date");
        Self { year, month }
    }

    /// The year, from 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month of the year, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.month
    }

    /// A day of the month, when the month has it.
    #[must_use]
    pub fn day(self, day: u32) -> Option<Date> {
        Date::new(self.year, self.month, day)
    }

    /// The first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        // The fallback is never taken: every month has a first day.
        self.day(1).unwrap_or(Date::MIN)
    }

    /// The last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let length = match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        // The fallback is never taken: every month has a day of its length.
        self.day(length).unwrap_or(Date::MAX)
    }

    /// The month so many months later, or earlier when negative.
    ///
    /// # Errors
    ///
    /// [`Fault::DateOutOfRange`] outside the years 1 to 9999.
    pub fn add_months(self, months: i64) -> Result<Self, Fault> {
        let index = self.index().checked_add(months).ok_or(Fault::DateOutOfRange)?;
        let year = i32::try_from(index.div_euclid(12)).map_err(|_| Fault::DateOutOfRange)?;
        let month = u32::try_from(index.rem_euclid(12)).map_err(|_| Fault::DateOutOfRange)?;
        Self::new(year, month + 1).ok_or(Fault::DateOutOfRange)
    }

    /// How many months after the other this month is; negative when it is before.
    #[must_use]
    pub fn months_since(self, other: Self) -> i64 {
        self.index() - other.index()
    }

    fn index(self) -> i64 {
        i64::from(self.year) * 12 + i64::from(self.month) - 1
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}", self.year, self.month))
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Month({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_strict_form_is_read() {
        for text in ["", "2024", "2024-1", "2024-001", "24-01", "2024-13", "2024-00", "0000-01"] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
        assert_eq!(Month::parse("2024-01-31"), None);
        assert_eq!(Month::parse("0001-12"), Month::new(1, 12));
    }

    #[test]
    fn months_run_over_the_years_end() {
        let month = |text| Month::parse(text).unwrap();
        assert_eq!(month("2024-11").add_months(3), Ok(month("2025-02")));
        assert_eq!(month("2024-01").add_months(-1), Ok(month("2023-12")));
        assert_eq!(month("2025-02").months_since(month("2024-11")), 3);
        assert_eq!(month("9999-12").add_months(1), Err(Fault::DateOutOfRange));
        assert_eq!(month("0001-01").add_months(-1), Err(Fault::DateOutOfRange));
        assert_eq!(month("2024-01").add_months(i64::MAX), Err(Fault::DateOutOfRange));
    }
}
