//! Dates: `2024-04-01`; day first where a country writes so and says so.

use super::{Read, Words, refuse};
use crate::facts::Locale;
use crate::facts::problems::{AmbiguousDate, NoSuchDate};
use crate::quantity::{Date, TimeOfDay};
use crate::value::Value;

const WANTS: &str = "a date such as `2024-04-01`";

/// What a text says as a date.
pub(super) enum Written {
    /// The plain form.
    Plain(Date),
    /// Another form with one reading.
    Local(Date),
    /// Day first, and month first.
    Ambiguous(Date, Date),
    /// A date's form, but no such day.
    NoSuchDay,
    /// No date.
    Other,
}

/// Reads a date.
pub(super) fn read(words: &Words<'_>) -> Read {
    if let Some(time) = time_after(words.text) {
        return with_time(words, time);
    }
    let (date, is_plain) = day(words, words.text, &|date| date.to_string(), WANTS)?;
    if is_plain { Ok(Value::Date(date)) } else { words.local(Value::Date(date), &date.to_string()) }
}

/// Reads the date at the head of some words, and whether it stands in the plain form; `written`
/// makes the whole value of a date, for repairs.
pub(super) fn day(
    words: &Words<'_>,
    text: &str,
    written: &dyn Fn(Date) -> String,
    wants: &str,
) -> Read<(Date, bool)> {
    match date(text, words.manner.locale) {
        Written::Plain(date) => Ok((date, true)),
        Written::Local(date) => Ok((date, false)),
        Written::Ambiguous(first, second) => {
            let (first, second) = (&written(first), &written(second));
            refuse(AmbiguousDate { site: words.site, first, second })
        }
        Written::NoSuchDay => refuse(NoSuchDate { site: words.site, date: text }),
        Written::Other => words.wrong(wants, ""),
    }
}

/// Where the time of day begins, for a text with a `T` or a space before a time.
fn time_after(text: &str) -> Option<(&str, &str)> {
    let (date, time) = text.split_once(['T', ' '])?;
    (date.bytes().any(|b| b.is_ascii_digit()) && time.contains(':')).then_some((date, time))
}

/// A date with a time of day: midnight is left out as repair, another time is too much.
fn with_time(words: &Words<'_>, (day_text, time): (&str, &str)) -> Read {
    let (date, _) = day(words, day_text, &|date| date.to_string(), WANTS)?;
    let midnight = TimeOfDay::new(0, 0, 0);
    if TimeOfDay::parse(time) == midnight {
        return words.local(Value::Date(date), &date.to_string());
    }
    words.wrong(WANTS, "a date has no time of day and no time zone")
}

/// What a text says as a date, under a locale or none.
pub(super) fn date(text: &str, locale: Option<Locale>) -> Written {
    if let Some(date) = Date::parse(text) {
        return Written::Plain(date);
    }
    let Some((separator, [first, second, third])) = three_parts(text) else {
        return Written::Other;
    };
    let (Some(a), Some(b), Some(c)) = (number(first), number(second), number(third)) else {
        return Written::Other;
    };
    let year = |n: u32| i32::try_from(n).unwrap_or(0);
    if first.len() == 4 && second.len() <= 2 && third.len() <= 2 {
        return Date::new(year(a), b, c).map_or(Written::NoSuchDay, Written::Local);
    }
    if third.len() != 4 || first.len() > 2 || second.len() > 2 {
        return Written::Other;
    }
    let day_first = Date::new(year(c), b, a);
    // A point is written between day, month and year only where the day comes first.
    let month_first = match locale {
        _ if separator == '.' => None,
        Some(Locale::Polish | Locale::Romanian | Locale::Swedish) => None,
        Some(Locale::English) | None => Date::new(year(c), a, b),
    };
    match (day_first, month_first) {
        (Some(one), Some(two)) if one != two => Written::Ambiguous(one, two),
        (Some(date), _) | (None, Some(date)) => Written::Local(date),
        (None, None) => Written::NoSuchDay,
    }
}

/// Three parts with the same sign between them.
fn three_parts(text: &str) -> Option<(char, [&str; 3])> {
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '.' | '/' | '-') {
        return None;
    }
    let mut parts = text.split(separator);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some((separator, three))
}

/// A number of one to four digits.
pub(super) fn number(text: &str) -> Option<u32> {
    let sound = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if sound { text.parse().ok() } else { None }
}
