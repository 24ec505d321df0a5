//! Periods: `2024-04-01 to 2028-03-31`, either end `open`; or a map with `start` and `end`.
//! The forms of the languages are in `period_forms`.

use super::date::day;
use super::named_date::{named_date, year_of};
use super::period_forms::{Ends, ends};
use super::{Read, Words, refuse};
use crate::facts::problems::{PeriodOrder, Site};
use crate::quantity::{Date, Period};
use crate::value::Value;

const WANTS: &str = "a period such as `2024-04-01 to 2028-03-31`";

/// Reads a period in one line.
pub(super) fn read(words: &Words<'_>) -> Read {
    let plain = words.text.split_once(" to ").and_then(|(start, end)| {
        let (start, end) = (plain_end(start.trim())?, plain_end(end.trim())?);
        Some((start, end))
    });
    if let Some((start, end)) = plain {
        return Ok(Value::Period(ordered(&words.site, start, end)?));
    }
    let Some(ends) = ends(words.text) else {
        return words.wrong(WANTS, "for a period without an end write `2024-04-01 to open`");
    };
    if let Some(years) = whole_years(&ends) {
        // Nobody has written the days, so they are not taken in silence, under no locale.
        let help = format!("name the first and the last day: `{}`", written(&years));
        return words.wrong(WANTS, &help);
    }
    let start = start_of(words, &ends)?;
    let end = local_end(words, ends.end.as_deref())?;
    let period = ordered(&words.site, start, end)?;
    words.local(Value::Period(period), &written(&period))
}

/// One end in the plain form; `open` is none.
fn plain_end(text: &str) -> Option<Option<Date>> {
    if text == "open" { Some(None) } else { Date::parse(text).map(Some) }
}

/// A period of whole years, of which only the years are written: `2021-2027`.
fn whole_years(ends: &Ends) -> Option<Period> {
    let year = |end: &Option<String>| year_of(end.as_deref()?);
    let (first, last) = (year(&ends.start)?, year(&ends.end)?);
    Period::new(Date::new(first, 1, 1), Date::new(last, 12, 31)).ok()
}

/// The start of a period. The end gives it the month and the year that are written once:
/// `14 iunie – 14 septembrie 2023`, `1–30 kwietnia 2024`.
fn start_of(words: &Words<'_>, ends: &Ends) -> Read<Option<Date>> {
    let shared = || {
        let (start, end) = (ends.start.as_deref()?, named_date(ends.end.as_deref()?)?);
        match named_date(start) {
            Some(start) if start.year.is_none() => start.date(end.year),
            Some(_) => None,
            None => end.on_day(start),
        }
    };
    match shared() {
        Some(date) => Ok(Some(date)),
        None => local_end(words, ends.start.as_deref()),
    }
}

/// Reads one end in any form; nothing is an open end.
fn local_end(words: &Words<'_>, text: Option<&str>) -> Read<Option<Date>> {
    match text {
        None | Some("open") => Ok(None),
        Some(text) => day(words, text, &|date| date.to_string(), WANTS).map(|(date, _)| Some(date)),
    }
}

/// Reads a period from the words of its two ends, each a value of its own.
pub(in crate::facts) fn period_from_map(start: &Words<'_>, end: &Words<'_>) -> Read {
    let point = |words: &Words<'_>| {
        if words.text == "open" {
            return Ok(None);
        }
        let (date, is_plain) = day(words, words.text, &|date| date.to_string(), WANTS)?;
        if is_plain { Ok(Some(date)) } else { words.local(Some(date), &date.to_string()) }
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
