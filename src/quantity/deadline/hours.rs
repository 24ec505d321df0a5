//! Periods of hours, which run through days that are not worked.

use super::Direction;
use crate::quantity::{Fault, Moment, TimeOfDay};

/// The end of the last hour of a period of hours.
///
/// By Article 3 of the Regulation the hour in which the event falls does not count, the period
/// runs from the beginning of its first hour to the end of its last, and no day shifts it. Before
/// an event it is the beginning of the earliest hour. None where the time of the event is not
/// known.
///
/// ```
/// use subvent::quantity::Moment;
/// use subvent::quantity::deadline::{Direction, hours};
/// let event = Moment::parse("2024-05-31 16:20").ok_or("a moment")?;
/// let end = hours(event, 48, Direction::After)?.ok_or("a time")?;
/// assert_eq!(end.to_string(), "2024-06-02 17:00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Fault::NegativeLength`], [`Fault::DateOutOfRange`].
pub fn hours(event: Moment, count: i64, direction: Direction) -> Result<Option<Moment>, Fault> {
    if count < 0 {
        return Err(Fault::NegativeLength);
    }
    let Some(time) = event.time else { return Ok(None) };
    let hour = i64::from(time.hour());
    let end = match direction {
        // The hour of the event is over at the next full hour.
        Direction::After => hour.checked_add(1).and_then(|next| next.checked_add(count)),
        Direction::Before => hour.checked_sub(count),
    };
    let end = end.ok_or(Fault::DateOutOfRange)?;
    let date = event.date.add_days(end.div_euclid(24))?;
    let hour = u32::try_from(end.rem_euclid(24)).unwrap_or_default();
    Ok(Some(Moment::new(date, TimeOfDay::new(hour, 0, 0))))
}
