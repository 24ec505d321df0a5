//! Dates and months whose month is a word: `1 kwietnia 2024 r.`, `den 1 mars 2023`,
//! `3 decembrie 2023`, `April 1, 2024`, `aprilie 2024`.

use super::fold::folded;
use super::month_names::month_named;
use crate::quantity::{Date, Month};

/// What may stand before a day.
const BEFORE: [&str; 4] = ["den", "dnia", "data de", "the"];

/// No date in words is longer, in bytes.
const LONGEST: usize = 60;

/// What may stand after a year: Polish "of the year".
const AFTER: [&str; 3] = [" r.", " r", " roku"];

/// What ends the number of a day: Polish and Swedish a point, English its ordinals.
const ORDINALS: [&str; 5] = [".", "st", "nd", "rd", "th"];

/// Day, month and year, as far as they are written; not every combination is a day.
pub(super) struct NamedDate {
    day: u32,
    month: u32,
    /// None where the words end with the month: `14 iunie`.
    pub(super) year: Option<i32>,
}

impl NamedDate {
    /// The day, in the year written or else in another one.
    pub(super) fn date(&self, other_year: Option<i32>) -> Option<Date> {
        Date::new(self.year.or(other_year)?, self.month, self.day)
    }

    /// Another day of the same month, where there is such a day.
    pub(super) fn on_day(&self, day: &str) -> Option<Date> {
        Date::new(self.year?, self.month, day_of(day)?)
    }
}

/// Reads a date whose month is a word; none where the words have another form.
pub(super) fn named_date(text: &str) -> Option<NamedDate> {
    if text.len() > LONGEST {
        return None;
    }
    let text = text.replace(',', " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = without_first_words(&words);
    let (first, second, rest) = match words {
        [first, second, rest @ ..] => (*first, *second, rest),
        _ => return None,
    };
    let year = if rest.is_empty() { None } else { Some(year_of(&rest.join(" "))?) };
    if let (Some(day), Some(month)) = (day_of(first), month_named(second)) {
        return Some(NamedDate { day, month, year });
    }
    // Only English puts the month first, and then with the year.
    let (month, day) = (month_named(first)?, day_of(second)?);
    year.map(|year| NamedDate { day, month, year: Some(year) })
}

/// Reads a month of a year whose month is a word.
pub(super) fn named_month(text: &str) -> Option<Month> {
    if text.len() > LONGEST {
        return None;
    }
    let (month, year) = text.trim().split_once(char::is_whitespace)?;
    Month::new(year_of(year)?, month_named(month)?)
}

/// Leaves out what may stand before a day.
fn without_first_words<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let begins = |count: usize| {
        let (head, rest) = words.split_at_checked(count)?;
        BEFORE.contains(&folded(&head.join(" ")).as_str()).then_some(rest)
    };
    begins(1).or_else(|| begins(2)).unwrap_or(words)
}

fn without_year_word(text: &str) -> &str {
    AFTER.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text)
}

/// A year of four digits, with or without the Polish word for "year" behind it.
pub(super) fn year_of(text: &str) -> Option<i32> {
    let text = folded(text);
    let text = without_year_word(&text);
    let sound = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if sound { text.parse().ok() } else { None }
}

/// The day of a month: one or two digits, perhaps with an ending.
fn day_of(text: &str) -> Option<u32> {
    let text = folded(text);
    let text = text.as_str();
    let digits = ORDINALS.iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    let sound = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if sound { digits.parse().ok() } else { None }
}
