//! Periods: all days from one to another, both included, and how long they last.

use std::cmp::Ordering;
use std::fmt;

use super::span::months_end;
use super::{Date, Duration, Fault};

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

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn period(start: &str, end: &str) -> Period {
        Period::new(Date::parse(start), Date::parse(end)).unwrap()
    }

    fn end_of(start: &str, duration: Duration) -> Result<String, Fault> {
        Period::span_end(date(start), &duration).map(|date| date.to_string())
    }

    #[test]
    fn spans_of_months_at_a_months_end() {
        let months = |start, months| end_of(start, Duration::from_months(months)).unwrap();
        assert_eq!(months("2024-01-31", 1), "2024-02-29");
        assert_eq!(months("2024-01-30", 1), "2024-02-29");
        assert_eq!(months("2024-01-29", 1), "2024-02-28");
        assert_eq!(months("2023-01-29", 1), "2023-02-28");
        assert_eq!(months("2024-02-29", 12), "2025-02-28");
        assert_eq!(months("2024-02-29", 48), "2028-02-28");
        assert_eq!(months("2024-02-01", 1), "2024-02-29");
        assert_eq!(months("9999-12-01", 1), "9999-12-31");
    }

    #[test]
    fn spans_of_days_and_of_both() {
        assert_eq!(end_of("2024-02-28", Duration::from_days(2)).unwrap(), "2024-02-29");
        assert_eq!(end_of("2024-02-28", Duration::from_days(0)).unwrap(), "2024-02-27");
        assert_eq!(end_of("0001-01-01", Duration::from_days(5)).unwrap(), "0001-01-05");
        let both = Duration { months: 1, days: 5, working_days: 0 };
        assert_eq!(end_of("2024-01-31", both).unwrap(), "2024-03-05");
        let working = Duration::from_working_days(1);
        assert_eq!(end_of("2024-01-31", working), Err(Fault::NeedsCalendar));
        let days = Duration::from_days(i64::MIN);
        assert_eq!(end_of("2024-01-31", days), Err(Fault::DateOutOfRange));
        let months = Duration::from_months(i64::MIN);
        assert_eq!(end_of("2024-02-01", months), Err(Fault::DateOutOfRange));
    }

    #[test]
    fn a_day_more_or_less_than_48_months() {
        let months = Duration::from_months(48);
        let lasts = |end| period("2024-04-01", end).lasts_cmp(&months).unwrap();
        assert_eq!(lasts("2028-03-30"), Some(Ordering::Less));
        assert_eq!(lasts("2028-03-31"), Some(Ordering::Equal));
        assert_eq!(lasts("2028-04-01"), Some(Ordering::Greater));
        assert_eq!(lasts("open"), None);
    }

    #[test]
    fn open_ends_hold_everything() {
        let (from, to) = (period("2024-01-01", "open"), period("open", "2024-12-31"));
        assert!(from.contains(Date::MAX) && !from.contains(date("2023-12-31")));
        assert!(to.contains(Date::MIN) && !to.contains(date("2025-01-01")));
        assert_eq!(from.overlap(&to), Some(period("2024-01-01", "2024-12-31")));
        assert!(!from.within(&to) && from.within(&period("open", "open")));
        assert_eq!(from.days(), None);
        assert_eq!(from.to_string(), "from 2024-01-01");
        assert_eq!(to.to_string(), "to 2024-12-31");
        assert_eq!(period("open", "open").to_string(), "always");
    }

    #[test]
    fn both_ends_belong_to_a_period() {
        let january = period("2024-01-01", "2024-01-31");
        assert_eq!(january.days(), Some(31));
        assert!(january.overlaps(&period("2024-01-31", "2024-02-01")));
        assert!(!january.overlaps(&period("2024-02-01", "2024-02-29")));
        let backwards = Period::new(Date::parse("2024-01-02"), Date::parse("2024-01-01"));
        let (start, end) = (date("2024-01-02"), date("2024-01-01"));
        assert_eq!(backwards, Err(Fault::PeriodEndsBeforeStart { start, end }));
    }
}
