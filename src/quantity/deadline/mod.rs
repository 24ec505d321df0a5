//! Legal periods: when a period that the law counts ends.
//!
//! In: the day or the hour of an event, a [`Length`], a [`Regime`] and a [`Calendar`]. Out: the
//! last day, or the end of the last hour, and on demand the [`Step`]s that lead there. Each law
//! is stated where it differs; the words of the steps are a matter of others.
//!
//! Not everything that ends on a day is a legal period. Regulation (EEC, Euratom) No 1182/71
//! shifts neither a day that a text names (Article 5) nor the validity of an act (Article 4),
//! and a duration from a first day that counts itself is a
//! [`Period`](crate::quantity::Period).

mod backward;
mod forward;
mod hours;
mod length;
mod regime;
mod step;

pub use hours::hours;
pub use length::{Direction, Length};
pub use regime::Regime;
pub use step::Step;

use super::calendar::Calendar;
use super::{Date, Fault};

/// A legal period, apart from the event from which it is counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Term {
    /// How long it is.
    pub length: Length,
    /// After the event or before it.
    pub direction: Direction,
    /// The law by which it is counted.
    pub regime: Regime,
}

/// The last day of a legal period.
///
/// After an event: the day of the event does not count; weeks, months and years end on the day
/// with the same name or number, or on the last day of a month that has no such day; a last day
/// that is not worked is followed by the next one that is. Under the Regulation a period of two
/// days or more holds at least two working days. Before an event (a period "calculated
/// retroactively") nothing is shifted. Months are counted before parts of months, then weeks,
/// days and working days.
///
/// A calendar is needed wherever a working day is: for all periods after an event, and for
/// working days before one.
///
/// ```
/// use subvent::quantity::calendar::{Calendar, Plan};
/// use subvent::quantity::deadline::{Direction, Length, Regime, Term, deadline};
/// use subvent::quantity::{Date, Duration};
/// let calendar = Calendar::new(0, (2021, 2024), &Plan::default()).ok_or("years")?;
/// let day = |text| Date::parse(text).ok_or("a date");
/// let length = Length::from(Duration::from_months(36));
/// let term = Term { length, direction: Direction::After, regime: Regime::Eu };
/// let end = deadline(day("2021-02-28")?, &term, Some(&calendar), None)?;
/// assert_eq!(end, day("2024-02-28")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Fault::OutsideCalendar`], [`Fault::DateOutOfRange`], [`Fault::NegativeLength`] for a length
/// with a part below zero, [`Fault::NeedsCalendar`] without a calendar where one is needed.
pub fn deadline(
    event: Date,
    term: &Term,
    calendar: Option<&Calendar>,
    steps: Option<&mut Vec<Step>>,
) -> Result<Date, Fault> {
    if term.length.is_negative() {
        return Err(Fault::NegativeLength);
    }
    let mut notes = Notes(steps);
    match term.direction {
        Direction::After => forward::last_day(event, term, calendar, &mut notes),
        Direction::Before => backward::last_day(event, term, calendar, &mut notes),
    }
}

/// Where the steps go, when they are asked for.
struct Notes<'a>(Option<&'a mut Vec<Step>>);

impl Notes<'_> {
    fn push(&mut self, step: Step) {
        if let Some(steps) = &mut self.0 {
            steps.push(step);
        }
    }
}
