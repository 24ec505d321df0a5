//! How the end of a legal period was found.

use crate::quantity::Date;
use crate::quantity::calendar::Closed;

/// One step on the way to the end of a legal period, in the order in which they are taken.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Step {
    /// The day of the event does not count.
    EventDay(Date),
    /// Months end on the day with the same number.
    SameNumber(Date),
    /// Months end on the last day of a month that has no day with this number.
    LastOfMonth {
        /// The last day.
        day: Date,
        /// The number that the month lacks.
        missing: u8,
    },
    /// Half a month is 15 days, counted after the whole months.
    HalfMonth(Date),
    /// Weeks end on the same day of the week.
    SameWeekday(Date),
    /// Days are counted.
    Days(Date),
    /// Days are counted without the first and the last.
    FreeDays(Date),
    /// Only working days are counted.
    WorkingDays(Date),
    /// The last day is not worked.
    Closed {
        /// The day.
        day: Date,
        /// Why.
        why: Closed,
    },
    /// The period runs to the end of the next working day.
    Next(Date),
    /// The period holds fewer than two working days and runs to the end of the second.
    TwoWorkingDays(Date),
    /// The period is counted backwards, so that its last day stays where it is.
    Unshifted(Date),
}
