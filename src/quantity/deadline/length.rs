//! How long a legal period is.

use crate::quantity::{Duration, Fault};

/// The length of a legal period, in the units that the laws tell apart.
///
/// Weeks are not days here: where neither the first nor the last day of a period of days counts,
/// a week still ends on the same day of the week. Half a month is not part of the months: it is
/// 15 days after the whole ones.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Length {
    /// Months, twelve for a year.
    pub months: i64,
    /// Half a month more.
    pub half_month: bool,
    /// Weeks.
    pub weeks: i64,
    /// Days.
    pub days: i64,
    /// Working days.
    pub working_days: i64,
}

/// On which side of its event a legal period lies.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Direction {
    /// From the event on.
    After,
    /// Back from the event: "calculated retroactively".
    Before,
}

impl Length {
    /// So many weeks.
    #[must_use]
    pub fn from_weeks(weeks: i64) -> Self {
        Self { weeks, ..Self::default() }
    }

    /// The same and half a month.
    #[must_use]
    pub fn and_a_half(self) -> Self {
        Self { half_month: true, ..self }
    }

    /// Whether some part is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        [self.months, self.weeks, self.days, self.working_days].into_iter().any(|part| part < 0)
    }

    /// Whether the period is one of two days or more.
    pub(super) fn is_of_two_days(&self) -> bool {
        let days = self.days.saturating_add(self.working_days);
        self.half_month || self.months > 0 || self.weeks > 0 || days >= 2
    }

    /// The months as the calendar counts them.
    pub(super) fn whole_months(&self) -> Result<i32, Fault> {
        i32::try_from(self.months).map_err(|_| Fault::DateOutOfRange)
    }
}

/// A computed duration has no weeks: they have become days.
impl From<Duration> for Length {
    fn from(duration: Duration) -> Self {
        Self {
            months: duration.months,
            days: duration.days,
            working_days: duration.working_days,
            ..Self::default()
        }
    }
}
