//! Moments: `2024-05-01 12:00`, the same with a `T`, or a date whose time is not known.

use super::date::day;
use super::{Read, Words, clock};
use crate::quantity::{Date, Moment};
use crate::value::Value;

const WANTS: &str = "a date with or without a time, such as `2024-05-01 12:00`";

/// Reads a moment.
pub(super) fn read(words: &Words<'_>) -> Read {
    let timed = clock::cut(words.text);
    if timed.is_none() && ends_with_a_time(words.text) {
        return words.wrong(WANTS, no_time(words.text));
    }
    let (text, time) = timed.as_ref().map_or((words.text, None), |t| (t.date, Some(t.time)));
    let together = timed.as_ref().is_none_or(|timed| timed.is_plain);
    let written = |date: Date| Moment::new(date, time).to_string();
    let (date, is_plain) = day(words, text, &written, WANTS)?;
    let moment = Moment::new(date, time);
    let value = Value::Moment(moment);
    if is_plain && together { Ok(value) } else { words.local(value, &moment.to_string()) }
}

/// Whether there is something behind the date that was meant as a time.
fn ends_with_a_time(text: &str) -> bool {
    text.contains(':') || text.split_once('T').is_some_and(|(date, _)| Date::parse(date).is_some())
}

/// What to say of a time that cannot be read.
fn no_time(text: &str) -> &'static str {
    let time = text.split_once(['T', ' ']).map_or(text, |(_, time)| time);
    let zone = time.ends_with('Z') || time.contains('+') || time.contains('-');
    if zone {
        "a moment has no time zone; write the date and the time as the clock there shows them"
    } else {
        "write the time in hours and minutes, and seconds where they matter: `12:00` or `12:00:30`"
    }
}
