//! Periods: `2024-04-01 to 2028-03-31`, either end `open`; or a map with `start` and `end`.

use super::date::day;
use super::{Read, Words, refuse};
use crate::facts::problems::{PeriodOrder, Site};
use crate::quantity::{Date, Period};
use crate::value::Value;

const WANTS: &str = "a period such as `2024-04-01 to 2028-03-31`";

/// What stands between the two dates; the first is the plain form.
const BETWEEN: [&str; 9] = [" to ", " – ", " — ", " - ", "–", " do ", " till ", " până la ", "/"];

/// Reads a period in one line.
pub(super) fn read(words: &Words<'_>) -> Read {
    let cut = |between: &&'static str| {
        let (start, end) = words.text.split_once(between)?;
        let dates = start.ends_with(end_of_date) && end.trim().starts_with(begin_of_date);
        dates.then_some((start.trim(), end.trim(), *between))
    };
    let Some((start, end, between)) = BETWEEN.iter().find_map(cut) else {
        return words.wrong(WANTS, "for a period without an end write `2024-04-01 to open`");
    };
    let (start, start_plain) = end_point(words, start)?;
    let (end, end_plain) = end_point(words, end)?;
    let period = ordered(&words.site, start, end)?;
    let value = Value::Period(period);
    if start_plain && end_plain && between == " to " {
        return Ok(value);
    }
    words.local(value, &written(&period))
}

/// Whether a character can end a date or the word `open`.
fn end_of_date(c: char) -> bool {
    c.is_ascii_digit() || c == 'n'
}

/// Whether a character can begin a date or the word `open`.
fn begin_of_date(c: char) -> bool {
    c.is_ascii_digit() || c == 'o'
}

/// Reads one end of a period; `open` is none.
pub(in crate::facts) fn end_point(words: &Words<'_>, text: &str) -> Read<(Option<Date>, bool)> {
    if text == "open" {
        return Ok((None, true));
    }
    let (date, is_plain) = day(words, text, &|date| date.to_string(), WANTS)?;
    Ok((Some(date), is_plain))
}

/// Reads a period from the words of its two ends, each a value of its own.
pub(in crate::facts) fn period_from_map(start: &Words<'_>, end: &Words<'_>) -> Read {
    let point = |words: &Words<'_>| {
        let (date, is_plain) = end_point(words, words.text)?;
        match date {
            Some(day) if !is_plain => words.local(date, &day.to_string()),
            _ => Ok(date),
        }
    };
    Ok(Value::Period(ordered(&end.site, point(start)?, point(end)?)?))
}

/// A period that does not end before it starts.
fn ordered(site: &Site<'_>, start: Option<Date>, end: Option<Date>) -> Read<Period> {
    match (Period::new(start, end), start, end) {
        (Ok(period), ..) => Ok(period),
        (Err(_), Some(start), Some(end)) => refuse(PeriodOrder { site: *site, start, end }),
        // An open end is never before a start.
        (Err(_), ..) => Ok(Period { start, end }),
    }
}

/// The plain form.
fn written(period: &Period) -> String {
    let end = |date: Option<Date>| date.map_or_else(|| "open".to_owned(), |date| date.to_string());
    format!("{} to {}", end(period.start), end(period.end))
}
