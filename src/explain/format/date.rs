//! Days, months, moments and periods in a language.
//!
//! Dates are written in figures, so that they stand in any sentence without being inflected:
//! `01.05.2024` in Polish and Romanian, where everybody reads the day first, and `2024-05-01`,
//! the form of ISO 8601, in Swedish and English. CLDR's short English date is not used: the
//! first of May and the fifth of January would look alike to readers of different countries.

use crate::explain::Language;
use crate::explain::words::{fill, words};
use crate::quantity::{Date, Moment, Month, Period};

/// A day.
pub(super) fn date(date: Date, language: Language) -> String {
    if day_first(language) {
        format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
    } else {
        date.to_string()
    }
}

/// A month of a year.
pub(super) fn month(month: Month, language: Language) -> String {
    if day_first(language) {
        format!("{:02}.{:04}", month.month(), month.year())
    } else {
        month.to_string()
    }
}

/// A day and its time, where that is known.
pub(super) fn moment(moment: Moment, language: Language) -> String {
    let day = date(moment.date, language);
    moment.time.map_or(day.clone(), |time| format!("{day} {time}"))
}

/// A period, whose ends may be open.
pub(super) fn period(period: Period, language: Language) -> String {
    let words = &words(language).values;
    match (period.start, period.end) {
        (Some(start), Some(end)) => {
            fill(words.period, &[&date(start, language), &date(end, language)])
        }
        (Some(start), None) => fill(words.period_from, &[&date(start, language)]),
        (None, Some(end)) => fill(words.period_until, &[&date(end, language)]),
        (None, None) => words.period_always.to_owned(),
    }
}

fn day_first(language: Language) -> bool {
    matches!(language, Language::Polish | Language::Romanian)
}
