//! Periods: all days from one to another, both included, and how long they last.

use std::cmp::Ordering;
use std::fmt;

use super::{Date, Duration, Fault, Month};

/// The days from `start` to `end`, both included; an end that is `None` is open.
///
/// ```
/// use std::cmp::Ordering;
/// use subvent::quantity::{Date, Duration, Period};
/// let period = Period::new(Date::parse("2024-04-01"), Date::parse("2028-03-31"))?;
/// assert_eq!(period.lasts_cmp(&Duration::from_months(48))?, Some(Ordering::Equal));
/// assert_eq!(period.to_string(), "2024-04-01 to 2028-03-31");
/// # Ok::<(), subvent::quantity::Fault>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Period {
    /// The first day, or none when the period has no beginning.
    pub start: Option<Date>,
    /// The last day, or none when the period has no end.
    pub end: Option<Date>,
}

impl Period {
    /// The days from `start` to `end`.
    ///
    /// # Errors
    ///
    /// [`Fault::PeriodEndsBeforeStart`].
    pub fn new(start: Option<Date>, end: Option<Date>) -> Result<Self, Fault> {
        match (start, end) {
            (Some(start), Some(end)) if end < start => {
                Err(Fault::PeriodEndsBeforeStart { start, end })
            }
            _ => Ok(Self { start, end }),
        }
    }

    /// Whether the day is one of the period's.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        self.start.is_none_or(|start| start <= date) && self.end.is_none_or(|end| date <= end)
    }

    /// Whether every day of this period is one of the other's.
    #[must_use]
    pub fn within(&self, other: &Self) -> bool {
        let starts_inside = match (self.start, other.start) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(outer)) => outer <= own,
        };
        let ends_inside = match (self.end, other.end) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(outer)) => own <= outer,
        };
        starts_inside && ends_inside
    }

    /// Whether the two periods share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.overlap(other).is_some()
    }

    /// The days that both periods have, when there are any.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> Option<Self> {
        let start = self.start.max(other.start);
        let end = match (self.end, other.end) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        Self::new(start, end).ok()
    }

    /// The number of days, both ends counted; `None` when an end is open.
    #[must_use]
    pub fn days(&self) -> Option<i64> {
        Some(self.end?.days_since(self.start?) + 1)
    }

    /// The last day of a span that starts on `start`, that day included.
    ///
    /// A span of n months ends on the day before the same day n months later; where that month
    /// has no such day, on its last day. Days are counted after the months. A span of nothing
    /// ends on the day before its start.
    ///
    /// ```
    /// use subvent::quantity::{Date, Duration, Period};
    /// let start = Date::parse("2024-04-01").ok_or("a date")?;
    /// let end = Period::span_end(start, &Duration::from_months(48))?;
    /// assert_eq!(end.to_string(), "2028-03-31");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Example: a span from 31 January
    ///
    /// ```
    /// use subvent::quantity::{Date, Duration, Period};
    /// let start = Date::parse("2023-01-31").ok_or("a date")?;
    /// let end = Period::span_end(start, &Duration::from_months(1))?;
    /// assert_eq!(end.to_string(), "2023-02-28");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Fault::NeedsCalendar`] when the duration has working days, [`Fault::DateOutOfRange`].
    pub fn span_end(start: Date, duration: &Duration) -> Result<Date, Fault> {
        if duration.working_days != 0 {
            return Err(Fault::NeedsCalendar);
        }
        if duration.months == 0 {
            let days = duration.days.checked_sub(1).ok_or(Fault::DateOutOfRange)?;
            return start.add_days(days);
        }
        months_end(start, duration.months)?.add_days(duration.days)
    }

    /// How the period's length compares with a duration that starts on the same day.
    ///
    /// `None` when an end of the period is open, because it then has no length.
    ///
    /// # Errors
    ///
    /// As for [`span_end`](Self::span_end).
    pub fn lasts_cmp(&self, duration: &Duration) -> Result<Option<Ordering>, Fault> {
        let (Some(start), Some(end)) = (self.start, self.end) else {
            return Ok(None);
        };
        Ok(Some(end.cmp(&Self::span_end(start, duration)?)))
    }
}

/// The last day of a span of months.
fn months_end(start: Date, months: i64) -> Result<Date, Fault> {
    let first = Month::of(start);
    let day = start.day();
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
    Ok([apart + 1, apart, apart - 1]
        .into_iter()
        .find(fits)
        .unwrap_or(0))
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

/// `2024-04-01 to 2028-03-31`, `from 2024-04-01`, `to 2028-03-31` or `always`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&match (self.start, self.end) {
            (Some(start), Some(end)) => format!("{start} to {end}"),
            (Some(start), None) => format!("from {start}"),
            (None, Some(end)) => format!("to {end}"),
            (None, None) => "always".to_owned(),
        })
    }
}
