//! What the languages put before, between and behind the two dates of a period:
//! `01.04.2024–31.03.2028`, `od … do …`, `din … până la …`, `från och med … till och med …`.

use super::fold::{after, folded};

/// What stands before the first date where a word stands between the two, folded. The longer
/// comes before one that it begins with.
const FROM: [&str; 15] = [
    "od dnia",
    "od",
    "din data de",
    "din",
    "de la data de",
    "de la",
    "intre",
    "incepand cu",
    "fran och med den",
    "fran och med",
    "fr.o.m.",
    "fran",
    "from",
    "between",
    "mellan",
];

/// What stands between the two dates, and before the last where there is no first one, folded.
const UNTIL: [&str; 11] = [
    "do dnia",
    "do",
    "pana la data de",
    "pana la",
    "pana in",
    "till och med den",
    "till och med",
    "t.o.m.",
    "till",
    "to",
    "until",
];

/// What stands between the two dates only.
const AND: [&str; 4] = ["la", "and", "och", "si"];

/// What says that there is neither a start nor an end, in the words of reports.
const ALWAYS: [&str; 4] =
    ["bez ograniczenia w czasie", "fara limita de timp", "utan tidsgrans", "without limit in time"];

/// The words of the two ends, folded; none for one that is open.
pub(super) struct Ends {
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
}

/// Cuts a period into its ends; none where it has the form of none.
pub(super) fn ends(text: &str) -> Option<Ends> {
    let text = folded(text);
    if ALWAYS.contains(&text.as_str()) {
        return Some(Ends { start: None, end: None });
    }
    let (start, from) = match after(&text, &FROM) {
        Some(rest) => (rest, true),
        None => (text.as_str(), false),
    };
    if let Some((start, end)) = by_word(start).or_else(|| by_dash(start)) {
        return Some(Ends { start: Some(start.to_owned()), end: Some(end.to_owned()) });
    }
    match after(&text, &UNTIL) {
        Some(end) => Some(Ends { start: None, end: Some(end.to_owned()) }),
        None => from.then(|| Ends { start: Some(start.to_owned()), end: None }),
    }
}

/// Cuts at the word between the dates.
fn by_word(text: &str) -> Option<(&str, &str)> {
    UNTIL.iter().chain(&AND).find_map(|word| {
        let (start, rest) = text.split_once(&format!(" {word} "))?;
        date_like(start, rest).then_some((start, rest))
    })
}

/// Cuts at the dash, or stroke, between the dates: a long one, a short one with spaces, or the
/// only short one there is.
fn by_dash(text: &str) -> Option<(&str, &str)> {
    let cut = |sign: &str| {
        let (start, end) = text.split_once(sign)?;
        let (start, end) = (start.trim(), end.trim());
        let once = !start.contains(sign) && !end.contains(sign);
        (once && date_like(start, end)).then_some((start, end))
    };
    ["\u{2013}", "\u{2014}", " - ", "-", "/"].into_iter().find_map(cut)
}

/// Whether two texts can be dates or `open`: both have a digit, or say `open`.
fn date_like(start: &str, end: &str) -> bool {
    let like = |text: &str| text == "open" || text.bytes().any(|byte| byte.is_ascii_digit());
    like(start) && like(end)
}
