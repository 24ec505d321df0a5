//! Years and quarters as periods: of the calendar, and of accounts that start on another day.

use super::{Date, Fault, Month, Period};

/// The quarter of the calendar year that a day lies in.
///
/// ```
/// use subvent::quantity::{Date, quarter_of};
/// let day = Date::parse("2024-05-17").ok_or("a date")?;
/// assert_eq!(quarter_of(day).to_string(), "2024-04-01 to 2024-06-30");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn quarter_of(day: Date) -> Period {
    let month = Month::of(day);
    let since = i64::from((month.month() - 1) % 3);
    // The fallback is never taken: a quarter lies inside its year.
    let first = month.add_months(-since).unwrap_or(month);
    let last = first.add_months(2).unwrap_or(month);
    Period { start: Some(first.first_day()), end: Some(last.last_day()) }
}

/// The fiscal year that a day lies in, when every fiscal year starts on the month and day of
/// `starting`; the year of `starting` counts for nothing.
///
/// ```
/// use subvent::quantity::{Date, fiscal_year_of};
/// let day = |text| Date::parse(text).ok_or("a date");
/// let year = fiscal_year_of(day("2024-03-31")?, day("2019-04-01")?)?;
/// assert_eq!(year.to_string(), "2023-04-01 to 2024-03-31");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: no fiscal year starts on 29 February
///
/// ```
/// use subvent::quantity::{Date, Fault, fiscal_year_of};
/// let leap_day = Date::parse("2024-02-29").ok_or("a date")?;
/// let missing = Fault::MissingDay { year: 2025, month: 2, day: 29 };
/// assert_eq!(fiscal_year_of(leap_day, leap_day), Err(missing));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Fault::MissingDay`] when `starting` is a 29 February, which most years do not have;
/// [`Fault::DateOutOfRange`] when the fiscal year is not within the years 1 to 9999.
pub fn fiscal_year_of(day: Date, starting: Date) -> Result<Period, Fault> {
    let (month, of_month) = (starting.month(), starting.day());
    if (month, of_month) == (2, 29) {
        return Err(Fault::MissingDay { year: starting.year() + 1, month, day: of_month });
    }
    let in_year = |year: i32| {
        let in_range = Month::new(year, month).ok_or(Fault::DateOutOfRange)?;
        in_range.day(of_month).ok_or(Fault::MissingDay { year, month, day: of_month })
    };
    let started = (day.month(), day.day()) >= (month, of_month);
    let first = if started { day.year() } else { day.year() - 1 };
    let start = in_year(first)?;
    // The last day of the calendar has no day after it, so a year that starts on 1 January ends
    // with its December rather than before the next January.
    let end = if (month, of_month) == (1, 1) {
        Month::new(first, 12).ok_or(Fault::DateOutOfRange)?.last_day()
    } else {
        in_year(first + 1)?.add_days(-1)?
    };
    Period::new(Some(start), Some(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn fiscal(day: &str, starting: &str) -> Result<String, Fault> {
        fiscal_year_of(date(day), date(starting)).map(|year| year.to_string())
    }

    #[test]
    fn quarters_hold_their_ends() {
        let quarter = |text| quarter_of(date(text)).to_string();
        assert_eq!(quarter("2024-01-01"), "2024-01-01 to 2024-03-31");
        assert_eq!(quarter("2024-03-31"), "2024-01-01 to 2024-03-31");
        assert_eq!(quarter("2024-10-01"), "2024-10-01 to 2024-12-31");
        assert_eq!(quarter_of(Date::MIN).to_string(), "0001-01-01 to 0001-03-31");
        assert_eq!(quarter_of(Date::MAX).to_string(), "9999-10-01 to 9999-12-31");
    }

    #[test]
    fn fiscal_years_run_from_their_day_to_the_day_before_it() {
        let april = "2001-04-01";
        assert_eq!(fiscal("2024-03-31", april).unwrap(), "2023-04-01 to 2024-03-31");
        assert_eq!(fiscal("2024-04-01", april).unwrap(), "2024-04-01 to 2025-03-31");
        assert_eq!(fiscal("2024-02-29", "2001-03-01").unwrap(), "2023-03-01 to 2024-02-29");
        assert_eq!(fiscal("2024-06-30", "2020-01-01").unwrap(), "2024-01-01 to 2024-12-31");
        // The British tax year.
        assert_eq!(fiscal("2024-04-05", "2001-04-06").unwrap(), "2023-04-06 to 2024-04-05");
    }

    #[test]
    fn the_edges_of_the_calendar() {
        assert_eq!(fiscal("9999-12-31", "2001-01-01").unwrap(), "9999-01-01 to 9999-12-31");
        assert_eq!(fiscal("0001-01-01", "2001-01-01").unwrap(), "0001-01-01 to 0001-12-31");
        assert_eq!(fiscal("9999-12-31", "2001-04-01"), Err(Fault::DateOutOfRange));
        assert_eq!(fiscal("0001-01-01", "2001-04-01"), Err(Fault::DateOutOfRange));
    }
}
