//! Lengths of time in calendar units. Months, days and working days are kept apart: none is
//! ever turned into another, because no one number of days is a month.

use std::cmp::Ordering;
use std::fmt;

use super::Fault;

/// So many months, days and working days; a year is 12 months, a week 7 days.
///
/// ```
/// use subvent::quantity::Duration;
/// assert_eq!(Duration::from_years(4)?, Duration::from_months(48));
/// assert_eq!(Duration::from_months(48).to_string(), "4 years");
/// assert_eq!(Duration::from_months(50).to_string(), "50 months");
/// # Ok::<(), subvent::quantity::Fault>(())
/// ```
///
/// # Example: two months and sixty days have no order
///
/// ```
/// use std::cmp::Ordering;
/// use subvent::quantity::Duration;
/// let (months, days) = (Duration::from_months(2), Duration::from_days(60));
/// assert_eq!(months.compare(&days), None);
/// assert_eq!(days.compare(&Duration::from_days(61)), Some(Ordering::Less));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Duration {
    /// Months, twelve for a year.
    pub months: i64,
    /// Days, seven for a week.
    pub days: i64,
    /// Working days, which only a calendar can count.
    pub working_days: i64,
}

#[expect(
    clippy::should_implement_trait,
    reason = "the operators of the standard library cannot return a fault"
)]
impl Duration {
    /// So many months.
    #[must_use]
    pub fn from_months(months: i64) -> Self {
        Self { months, ..Self::default() }
    }

    /// So many days.
    #[must_use]
    pub fn from_days(days: i64) -> Self {
        Self { days, ..Self::default() }
    }

    /// So many working days.
    #[must_use]
    pub fn from_working_days(working_days: i64) -> Self {
        Self { working_days, ..Self::default() }
    }

    /// So many years of 12 months.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`] when the months are not held.
    pub fn from_years(years: i64) -> Result<Self, Fault> {
        years.checked_mul(12).map(Self::from_months).ok_or(Fault::Overflow)
    }

    /// So many weeks of 7 days.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`] when the days are not held.
    pub fn from_weeks(weeks: i64) -> Result<Self, Fault> {
        weeks.checked_mul(7).map(Self::from_days).ok_or(Fault::Overflow)
    }

    /// The sum, unit by unit.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`].
    pub fn add(self, other: Self) -> Result<Self, Fault> {
        let sum = |a: i64, b: i64| a.checked_add(b).ok_or(Fault::Overflow);
        Ok(Self {
            months: sum(self.months, other.months)?,
            days: sum(self.days, other.days)?,
            working_days: sum(self.working_days, other.working_days)?,
        })
    }

    /// The same length backwards.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`].
    pub fn neg(self) -> Result<Self, Fault> {
        let opposite = |n: i64| n.checked_neg().ok_or(Fault::Overflow);
        Ok(Self {
            months: opposite(self.months)?,
            days: opposite(self.days)?,
            working_days: opposite(self.working_days)?,
        })
    }

    /// Which of two durations is the longer, where that is certain without a calendar.
    ///
    /// `None` when one has more of one unit and less of another.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        let units = [
            self.months.cmp(&other.months),
            self.days.cmp(&other.days),
            self.working_days.cmp(&other.working_days),
        ];
        match (units.contains(&Ordering::Less), units.contains(&Ordering::Greater)) {
            (false, false) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Less),
            (false, true) => Some(Ordering::Greater),
            (true, true) => None,
        }
    }
}

/// `50 months`, or `4 years` when the months make whole years; units joined by ` + `.
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let months =
            if self.months % 12 == 0 { (self.months / 12, "year") } else { (self.months, "month") };
        let units = [months, (self.days, "day"), (self.working_days, "working day")];
        let parts: Vec<String> = units
            .into_iter()
            .filter(|(count, _)| *count != 0)
            .map(|(count, unit)| {
                let plural = if count.unsigned_abs() == 1 { "" } else { "s" };
                format!("{count} {unit}{plural}")
            })
            .collect();
        f.pad(if parts.is_empty() { "0 days".to_owned() } else { parts.join(" + ") }.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_printed_apart() {
        let text = |months, days, working_days| Duration { months, days, working_days }.to_string();
        assert_eq!(text(0, 0, 0), "0 days");
        assert_eq!(text(1, 0, 0), "1 month");
        assert_eq!(text(-12, 0, 0), "-1 year");
        assert_eq!(text(36, 1, 10), "3 years + 1 day + 10 working days");
        assert_eq!(Duration::from_weeks(3).unwrap().to_string(), "21 days");
    }

    #[test]
    fn lengths_are_compared_only_where_no_calendar_is_needed() {
        let month = Duration::from_months(1);
        let more = month.add(Duration::from_days(1)).unwrap();
        assert_eq!(month.compare(&more), Some(Ordering::Less));
        assert_eq!(more.compare(&month), Some(Ordering::Greater));
        assert_eq!(month.compare(&month), Some(Ordering::Equal));
        assert_eq!(month.compare(&Duration::from_days(28)), None);
        assert_eq!(Duration::from_days(14).compare(&Duration::from_working_days(10)), None);
    }

    #[test]
    fn too_long_is_a_fault() {
        assert_eq!(Duration::from_years(i64::MAX), Err(Fault::Overflow));
        assert_eq!(Duration::from_weeks(i64::MIN), Err(Fault::Overflow));
        let longest = Duration::from_days(i64::MAX);
        assert_eq!(longest.add(Duration::from_days(1)), Err(Fault::Overflow));
        assert_eq!(Duration::from_months(i64::MIN).neg(), Err(Fault::Overflow));
    }
}
