//! Words for thousands and millions before a currency: `1,5 mln zł`, `600 tys. zł`, `4,5 mnkr`.

use super::fold::{after, folded};

/// A thousand, folded; the longer before one that it begins with.
const THOUSAND: [&str; 10] =
    ["de mii", "mii", "mie", "tys.", "tys", "tysiecy", "tysiace", "tysiac", "tusen", "thousand"];

/// A million.
const MILLION: [&str; 15] = [
    "de milioane",
    "milioane",
    "milion",
    "miliony",
    "milionow",
    "miljoner",
    "miljon",
    "millions",
    "million",
    "mln.",
    "mln",
    "mil.",
    "mil",
    "mn",
    "mio",
];

/// A thousand millions. The English "billion" is not among them: it has been both.
const MILLIARD: [&str; 10] = [
    "de miliarde",
    "miliarde",
    "miliard",
    "miliardy",
    "miliardow",
    "miljarder",
    "miljard",
    "mld.",
    "mld",
    "milliard",
];

/// What Swedish offices write in one word with the crown.
const TOGETHER: [(&str, i64); 4] =
    [("tkr", 1_000), ("mnkr", 1_000_000), ("mkr", 1_000_000), ("mdkr", 1_000_000_000)];

/// How many of a unit a word means, and the folded name of the unit; none where there is no such
/// word. `Mnkr` is a million of `kr`.
pub(super) fn scale(unit: &str) -> Option<(i64, String)> {
    let unit = folded(unit);
    if let Some((_, times)) = TOGETHER.iter().find(|(word, _)| *word == unit) {
        return Some((*times, "kr".to_owned()));
    }
    let scales =
        [(&THOUSAND[..], 1_000), (&MILLION[..], 1_000_000), (&MILLIARD[..], 1_000_000_000)];
    scales.into_iter().find_map(|(words, times)| {
        let unit = after(&unit, words)?;
        Some((times, unit.to_owned()))
    })
}
