//! Spans of whole months, and the two ways in which legal texts count months and years between
//! two days.

use super::{Date, Fault, Month, Period};

/// The last day of a span of months.
pub(super) fn months_end(start: Date, months: i64) -> Result<Date, Fault> {
    let (first, day) = start.month_and_day();
    if day == 1 {
        // The month before is asked, so that a span may end with the last day of the year 9999.
        let months = months.checked_sub(1).ok_or(Fault::DateOutOfRange)?;
        return Ok(first.add_months(months)?.last_day());
    }
    let month = first.add_months(months)?;
    if month.day(day).is_none() {
        return Ok(month.last_day());
    }
    month.day(day - 1).ok_or(Fault::DateOutOfRange)
}

/// How many whole months fit between two days, both included.
///
/// The reading is that of spans: a month is completed on the day before the same day of the
/// next one, or on the last day of a month that has no such day.
///
/// ```
/// use subvent::quantity::{Date, completed_months};
/// let start = Date::parse("2024-04-15").ok_or("a date")?;
/// let day = |text| Date::parse(text).ok_or("a date");
/// assert_eq!(completed_months(start, day("2024-05-13")?)?, 0);
/// assert_eq!(completed_months(start, day("2024-05-14")?)?, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Fault::PeriodEndsBeforeStart`].
pub fn completed_months(start: Date, end: Date) -> Result<i64, Fault> {
    Period::new(Some(start), Some(end))?;
    let apart = Month::of(end).months_since(Month::of(start));
    let fits =
        |months: &i64| *months > 0 && months_end(start, *months).is_ok_and(|last| last <= end);
    Ok([apart + 1, apart, apart - 1].into_iter().find(fits).unwrap_or(0))
}

/// How many months have begun between two days, both included: a month that has begun counts
/// in full.
///
/// ```
/// use subvent::quantity::{Date, started_months};
/// let start = Date::parse("2024-04-15").ok_or("a date")?;
/// let day = |text| Date::parse(text).ok_or("a date");
/// assert_eq!(started_months(start, day("2024-05-14")?)?, 1);
/// assert_eq!(started_months(start, day("2024-05-15")?)?, 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Fault::PeriodEndsBeforeStart`].
pub fn started_months(start: Date, end: Date) -> Result<i64, Fault> {
    let completed = completed_months(start, end)?;
    let complete = completed > 0 && months_end(start, completed)? == end;
    Ok(if complete { completed } else { completed + 1 })
}

/// How many whole years fit between two days, both included.
///
/// A year is a span of 12 months: it is completed on the day before the same date of the next
/// year. One that starts on 29 February is completed on 28 February of a common year.
///
/// ```
/// use subvent::quantity::{Date, completed_years};
/// let day = |text| Date::parse(text).ok_or("a date");
/// assert_eq!(completed_years(day("2021-05-10")?, day("2024-05-08")?)?, 2);
/// assert_eq!(completed_years(day("2021-05-10")?, day("2024-05-09")?)?, 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: an age
///
/// Both days are included, so the day before a birthday completes the year of life. Who turns a
/// year older on the birthday itself counts up to the day before.
///
/// ```
/// use subvent::quantity::{Date, completed_years};
/// let day = |text| Date::parse(text).ok_or("a date");
/// let born = day("2004-02-29")?;
/// assert_eq!(completed_years(born, day("2022-02-27")?)?, 17);
/// assert_eq!(completed_years(born, day("2022-02-28")?)?, 18);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Fault::PeriodEndsBeforeStart`].
pub fn completed_years(start: Date, end: Date) -> Result<i64, Fault> {
    // A longer span of months never ends earlier, so whole years are twelves of whole months.
    Ok(completed_months(start, end)? / 12)
}

/// How many years have begun between two days, both included: a year that has begun counts in
/// full.
///
/// ```
/// use subvent::quantity::{Date, started_years};
/// let day = |text| Date::parse(text).ok_or("a date");
/// assert_eq!(started_years(day("2021-05-10")?, day("2024-05-09")?)?, 3);
/// assert_eq!(started_years(day("2021-05-10")?, day("2024-05-10")?)?, 4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Fault::PeriodEndsBeforeStart`].
pub fn started_years(start: Date, end: Date) -> Result<i64, Fault> {
    Ok((started_months(start, end)? + 11) / 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn the_two_readings_of_whole_months() {
        let months = |start, end| {
            let (start, end) = (date(start), date(end));
            (completed_months(start, end).unwrap(), started_months(start, end).unwrap())
        };
        assert_eq!(months("2024-04-01", "2028-03-31"), (48, 48));
        assert_eq!(months("2024-04-01", "2028-04-01"), (48, 49));
        assert_eq!(months("2024-04-01", "2028-03-30"), (47, 48));
        assert_eq!(months("2024-01-31", "2024-01-31"), (0, 1));
        assert_eq!(months("2024-01-31", "2024-02-29"), (1, 1));
        assert_eq!(months("2024-01-31", "2024-03-01"), (1, 2));
        assert_eq!(months("0001-01-01", "9999-12-31"), (119_988, 119_988));
        assert!(completed_months(date("2024-01-02"), date("2024-01-01")).is_err());
    }
}
