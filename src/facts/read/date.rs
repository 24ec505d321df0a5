//! Dates: `2024-04-01`; day first, or with the month as a word, where a country writes so and
//! says so.

use super::named_date::named_date;
use super::{Read, Words, clock, refuse};
use crate::facts::Locale;
use crate::facts::problems::{AmbiguousDate, NoSuchDate};
use crate::quantity::{Date, TimeOfDay};
use crate::value::Value;

const WANTS: &str = "a date such as `2024-04-01`";

const NO_TIME: &str = "a date has no time of day and no time zone";

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
    let written = |date: Date| date.to_string();
    if let Some(timed) = clock::cut(words.text) {
        let (date, _) = day(words, timed.date, &written, WANTS)?;
        // Midnight says nothing, so it is left out; another time is too much.
        if TimeOfDay::new(0, 0, 0) == Some(timed.time) {
            return words.local(Value::Date(date), &date.to_string());
        }
        return words.wrong(WANTS, NO_TIME);
    }
    if words.text.contains(':') {
        return words.wrong(WANTS, NO_TIME);
    }
    let (date, is_plain) = day(words, words.text, &written, WANTS)?;
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
        Written::Other => words.wrong(wants, help(text)),
    }
}

/// What a text says as a date, under a locale or none.
pub(super) fn date(text: &str, locale: Option<Locale>) -> Written {
    if let Some(date) = Date::parse(text) {
        return Written::Plain(date);
    }
    if let Some((separator, parts)) = three_parts(text) {
        return in_figures(separator, parts, locale);
    }
    if let Some(date) = compact(text) {
        return Written::Local(date);
    }
    match named_date(text) {
        Some(named) if named.year.is_some() => {
            named.date(None).map_or(Written::NoSuchDay, Written::Local)
        }
        _ => Written::Other,
    }
}

/// What three numbers with a sign between them say as a date.
fn in_figures(separator: char, parts: [&str; 3], locale: Option<Locale>) -> Written {
    let [first, second, third] = parts;
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

/// The short form of ISO 8601: `20240401`.
fn compact(text: &str) -> Option<Date> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = text.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// What to do with words that are no date.
fn help(text: &str) -> &'static str {
    let short_year = three_parts(text)
        .is_some_and(|(_, parts)| parts.iter().all(|part| number(part).is_some_and(|n| n < 100)));
    if short_year { "write the year with four digits, then the month and the day" } else { "" }
}

/// Three parts with the same sign between them.
fn three_parts(text: &str) -> Option<(char, [&str; 3])> {
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    // Word processors write the hyphens U+2010 and U+2011, which look like the one on keyboards.
    if !matches!(separator, '.' | '/' | '-' | '\u{2010}' | '\u{2011}') {
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
