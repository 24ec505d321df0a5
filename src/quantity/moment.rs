//! A date whose time of day may be unknown, as the start of works in an application is.

use std::fmt;

use super::Date;
use super::date::two_digits;

/// A time of day from 00:00:00 to 23:59:59.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    seconds: u32,
}

impl TimeOfDay {
    /// The time, when the hour is below 24 and minute and second are below 60.
    #[must_use]
    pub fn new(hour: u32, minute: u32, second: u32) -> Option<Self> {
        (hour < 24 && minute < 60 && second < 60)
            .then(|| Self { seconds: (hour * 60 + minute) * 60 + second })
    }

    /// Reads `12:00` or `12:00:30`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let hour = two_digits(parts.next()?)?;
        let minute = two_digits(parts.next()?)?;
        let second = parts.next().map_or(Some(0), two_digits)?;
        if parts.next().is_some() {
            return None;
        }
        Self::new(hour, minute, second)
    }

    /// The hour, from 0 to 23.
    #[must_use]
    pub fn hour(self) -> u32 {
        self.seconds / 3600
    }

    /// The minute, from 0 to 59.
    #[must_use]
    pub fn minute(self) -> u32 {
        self.seconds / 60 % 60
    }

    /// The second, from 0 to 59.
    #[must_use]
    pub fn second(self) -> u32 {
        self.seconds % 60
    }
}

/// `12:00`, with seconds only where there are some.
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = format!("{:02}:{:02}", self.hour(), self.minute());
        if self.second() != 0 {
            text.push_str(&format!(":{:02}", self.second()));
        }
        f.pad(&text)
    }
}

impl fmt::Debug for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TimeOfDay({self})")
    }
}

/// A date with a time of day, or one whose time nobody gave.
///
/// # Example: the same day without a time has no order
///
/// ```
/// use subvent::quantity::Moment;
/// let analysis = Moment::parse("2024-05-01").ok_or("a moment")?;
/// let works = Moment::parse("2024-05-01 12:00").ok_or("a moment")?;
/// assert_eq!(analysis.before(&works), None);
/// let later = Moment::parse("2024-05-02").ok_or("a moment")?;
/// assert_eq!(analysis.before(&later), Some(true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The time, when it is known.
    pub time: Option<TimeOfDay>,
}

impl Moment {
    /// A moment of a day.
    #[must_use]
    pub fn new(date: Date, time: Option<TimeOfDay>) -> Self {
        Self { date, time }
    }

    /// Reads `2024-05-01 12:00`, the same with a `T` for the space, or a date alone.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((date, time)) = text.split_once([' ', 'T']) else {
            return Some(Self::new(Date::parse(text)?, None));
        };
        Some(Self::new(Date::parse(date)?, Some(TimeOfDay::parse(time)?)))
    }

    /// Whether this moment is strictly before the other; `None` when the days are equal and a
    /// time is missing.
    #[must_use]
    pub fn before(&self, other: &Self) -> Option<bool> {
        if self.date != other.date {
            return Some(self.date < other.date);
        }
        Some(self.time? < other.time?)
    }
}

impl From<Date> for Moment {
    fn from(date: Date) -> Self {
        Self::new(date, None)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => f.pad(&format!("{} {time}", self.date)),
            None => fmt::Display::fmt(&self.date, f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn times_are_read_and_printed() {
        assert_eq!(moment("2024-05-01T12:00:00").to_string(), "2024-05-01 12:00");
        assert_eq!(moment("2024-05-01 23:59:58").to_string(), "2024-05-01 23:59:58");
        assert_eq!(moment("2024-05-01").to_string(), "2024-05-01");
        let texts = [
            "2024-05-01 ",
            "2024-05-01 24:00",
            "2024-05-01 12:60",
            "2024-05-01 12:00:60",
            "2024-05-01 1:00",
            "2024-05-01 12",
            "2024-05-01 12:00:00:00",
            "2024-05-01  12:00",
            "12:00",
            "2024-05-01 12:00Z",
        ];
        for text in texts {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }

    #[test]
    fn before_is_strict_and_needs_both_times_on_one_day() {
        let (noon, later) = (moment("2024-05-01 12:00"), moment("2024-05-01 12:01"));
        let day = moment("2024-05-01");
        assert_eq!(noon.before(&later), Some(true));
        assert_eq!(later.before(&noon), Some(false));
        assert_eq!(noon.before(&noon), Some(false));
        assert_eq!(noon.before(&day), None);
        assert_eq!(day.before(&day), None);
        assert_eq!(moment("2024-05-02").before(&later), Some(false));
    }
}
