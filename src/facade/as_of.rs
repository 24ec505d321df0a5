//! The date of assessment.

use std::fmt;
use std::str::FromStr;

use crate::quantity::Date;

/// The date on which a proposal is assessed: it picks the law and the parameters in force.
///
/// It is always given; the library never asks the clock.
///
/// ```
/// use subvent::AsOf;
/// let as_of = AsOf::date(2022, 12, 14)?;
/// assert_eq!(as_of, "2022-12-14".parse()?);
/// assert!(AsOf::date(2023, 2, 29).is_err());
/// # Ok::<(), subvent::NoSuchDate>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AsOf(Date);

impl AsOf {
    /// A date that is known to exist.
    #[must_use]
    pub fn new(date: Date) -> Self {
        Self(date)
    }

    /// A year, a month from 1 and a day from 1.
    ///
    /// # Errors
    /// When there is no such day.
    pub fn date(year: i32, month: u32, day: u32) -> Result<Self, NoSuchDate> {
        let written = || format!("{year:04}-{month:02}-{day:02}");
        Date::new(year, month, day).map(Self).ok_or_else(|| NoSuchDate { written: written() })
    }

    /// The date.
    #[must_use]
    pub fn get(self) -> Date {
        self.0
    }
}

impl From<Date> for AsOf {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

impl FromStr for AsOf {
    type Err = NoSuchDate;

    /// Reads `2022-12-14`, and no other form.
    fn from_str(text: &str) -> Result<Self, NoSuchDate> {
        Date::parse(text).map(Self).ok_or_else(|| NoSuchDate { written: text.to_owned() })
    }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A day that does not exist, or is not written as `2022-12-14`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoSuchDate {
    written: String,
}

impl fmt::Display for NoSuchDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a date such as 2022-12-14", self.written)
    }
}

impl std::error::Error for NoSuchDate {}
