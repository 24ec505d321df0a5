//! Percentage points: `10 percentage points`, `10 pp`.

use super::figures::Purpose;
use super::{Read, Words, number, percent};
use crate::quantity::Number;
use crate::value::Value;

/// The plain words.
const PLAIN: [&str; 3] = ["percentage points", "percentage point", "pp"];

/// The words of the languages, folded, in every form that they take after a number.
const WORDS: [&str; 12] = [
    "punktow procentowych",
    "punkty procentowe",
    "punktu procentowego",
    "punkt procentowy",
    "pkt proc.",
    "p.p.",
    "puncte procentuale",
    "de puncte procentuale",
    "punct procentual",
    "procentenheter",
    "procentenhet",
    "percentage points",
];

/// Reads percentage points. A percentage is refused: a bonus of 10 points is not 10% of
/// something.
pub(super) fn read(words: &Words<'_>) -> Read {
    let plain = PLAIN.iter().find_map(|unit| percent::split(words.text, unit, &[]));
    if let Some((digits, _)) = plain {
        return Ok(points(words, digits)?.1);
    }
    if let Some((digits, _)) = percent::split(words.text, "%", &WORDS).filter(|(_, sign)| !sign) {
        let (number, value) = points(words, digits)?;
        return words.local(value, &written(number));
    }
    if words.text.ends_with('%') {
        return words.wrong(
            "percentage points",
            "a percentage is a share of something; \
             a difference of shares is written `10 percentage points`",
        );
    }
    percent::bare(words, written, "percentage points such as `10 percentage points`")
}

fn points(words: &Words<'_>, digits: &str) -> Read<(Number, Value)> {
    let in_full = |plain| format!("{plain} percentage points");
    let number = number::read(words, digits, Purpose::Fine, "percentage points", in_full)?;
    match percent::fraction(number) {
        Some(fraction) => Ok((number, Value::Number(fraction))),
        None => words.wrong("percentage points", "at most 26 digits behind the point are held"),
    }
}

fn written(number: Number) -> String {
    format!("{number} percentage points")
}
