//! The operations that count by a calendar or by the law of legal periods.

use crate::quantity::MonthEnd;
use crate::quantity::deadline::{Direction, Length, Regime};

/// An operation that counts by a calendar or by a law.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Legal {
    /// `deadline(…)` of days and longer units: the last day of a period. Its duration is added
    /// to the weeks and the half month here.
    Deadline {
        /// The weeks of the period.
        weeks: i64,
        /// The period has half a month besides.
        half_month: bool,
        /// After the event or before it.
        direction: Direction,
        /// The law.
        regime: Regime,
    },
    /// `deadline(48 hours after m)`: the end of the last hour.
    Hours {
        /// How many hours.
        count: i64,
        /// After the event or before it.
        direction: Direction,
    },
    /// `d + 10 working days`, with months and days before the working days.
    Shift {
        /// `-` instead of `+`.
        subtract: bool,
        /// Which day stands for one that its month does not have.
        month_end: Option<MonthEnd>,
    },
    /// `working days in p`
    WorkingDays,
    /// `d is a working day`
    IsWorkingDay,
}

impl Legal {
    /// Whether the operation asks a calendar for certain, whatever its duration is.
    #[must_use]
    pub fn asks_calendar(self) -> bool {
        match self {
            Self::Deadline { direction, .. } => direction == Direction::After,
            Self::Hours { .. } | Self::Shift { .. } => false,
            Self::WorkingDays | Self::IsWorkingDay => true,
        }
    }

    /// The length of a legal period with this duration.
    pub(crate) fn length(self, duration: crate::quantity::Duration) -> Length {
        let length = Length::from(duration);
        match self {
            Self::Deadline { weeks, half_month, .. } => Length { weeks, half_month, ..length },
            _ => length,
        }
    }
}
