//! The time of day behind a date: `2024-05-01 12:00`, `14/06/2023T00:00:00`,
//! `1 kwietnia 2024 r., godz. 12:00`, `den 1 mars 2023 kl. 12.00`.

use super::fold::folded;
use crate::quantity::TimeOfDay;

/// What stands between a date and a time of day, folded.
const BETWEEN: [&str; 11] = [
    "kl.",
    "kl",
    "klockan",
    "o godz.",
    "godz.",
    "o godzinie",
    "godzina",
    "la ora",
    "ora",
    "orele",
    "at",
];

/// A date and the time behind it.
pub(super) struct Timed<'t> {
    /// The words of the date.
    pub(super) date: &'t str,
    /// The time.
    pub(super) time: TimeOfDay,
    /// They are put together as in the plain form, by a space or a `T`.
    pub(super) is_plain: bool,
}

/// Cuts a time of day off the end of some words; none where they do not end with one.
pub(super) fn cut(text: &str) -> Option<Timed<'_>> {
    if let Some((date, time)) = text.split_once(['T', ' '])
        && let Some(time) = TimeOfDay::parse(time.trim())
        && !date.ends_with(',')
    {
        return Some(Timed { date, time, is_plain: true });
    }
    let (before, time) = text.rsplit_once(char::is_whitespace)?;
    let (date, by_word) = without_word(before.trim_end())?;
    // A point divides hours and minutes only after a word that says so.
    let time = match TimeOfDay::parse(time) {
        Some(time) => time,
        None if by_word => TimeOfDay::parse(&time.replace('.', ":"))?,
        None => return None,
    };
    Some(Timed { date, time, is_plain: false })
}

/// Cuts the word before a time off the end of some words, and a comma; says whether there was a
/// word.
fn without_word(text: &str) -> Option<(&str, bool)> {
    let starts = text.char_indices().rev().filter(|(_, c)| c.is_whitespace());
    let starts = starts.map(|(at, _)| at).take(2);
    let cut = starts
        .filter_map(|at| text.split_at_checked(at))
        .find(|(_, word)| BETWEEN.contains(&folded(word).as_str()));
    let (date, by_word) = cut.map_or((text, false), |(date, _)| (date, true));
    let date = date.trim_end();
    Some((date.strip_suffix(',').unwrap_or(date), by_word))
}
