//! Moments: `2024-05-01 12:00`, the same with a `T`, or a date whose time is not known.

use super::date::day;
use super::{Read, Words};
use crate::quantity::{Date, Moment, TimeOfDay};
use crate::value::Value;

const WANTS: &str = "a date with or without a time, such as `2024-05-01 12:00`";

/// Reads a moment.
pub(super) fn read(words: &Words<'_>) -> Read {
    let Some((date, time)) = words.text.split_once(['T', ' ']) else {
        let (date, is_plain) = day(words, words.text, &|date| date.to_string(), WANTS)?;
        return finish(words, Moment::new(date, None), is_plain);
    };
    let Some(time) = TimeOfDay::parse(time.trim()) else {
        return words.wrong(WANTS, no_time(time));
    };
    let written = |date: Date| Moment::new(date, Some(time)).to_string();
    let (date, is_plain) = day(words, date, &written, WANTS)?;
    finish(words, Moment::new(date, Some(time)), is_plain)
}

fn finish(words: &Words<'_>, moment: Moment, is_plain: bool) -> Read {
    let value = Value::Moment(moment);
    if is_plain { Ok(value) } else { words.local(value, &moment.to_string()) }
}

/// What to say of a time that cannot be read.
fn no_time(time: &str) -> &'static str {
    let zone = time.ends_with('Z') || time.contains('+') || time.contains('-');
    if zone {
        "a moment has no time zone; write the date and the time as the clock there shows them"
    } else {
        "write the time in hours and minutes, and seconds where they matter: `12:00` or `12:00:30`"
    }
}
