//! Numbers with the marks of a language.
//!
//! The marks are those of Unicode CLDR: a no-break space between groups and a comma in Polish
//! and Swedish, a point and a comma in Romanian, a comma and a point in English. Polish groups
//! only numbers of five digits and more (`minimumGroupingDigits` is 2), amounts too. Swedish has
//! the minus sign U+2212, the others a hyphen.

use crate::explain::Language;
use crate::quantity::{Number, Rounding, RoundingMode};

/// The space that neither breaks nor stretches between groups and before a unit.
pub(super) const NBSP: char = '\u{a0}';

/// How many places a number gets that no decimal holds.
const PLACES_OF_A_QUOTIENT: i64 = 1_000_000;

/// The marks that a language writes numbers with.
struct Marks {
    group: char,
    decimal: char,
    minus: char,
    /// The least number of digits of the whole part that is grouped.
    grouped_from: usize,
}

fn marks(language: Language) -> Marks {
    match language {
        Language::English => Marks { group: ',', decimal: '.', minus: '-', grouped_from: 4 },
        Language::Polish => Marks { group: NBSP, decimal: ',', minus: '-', grouped_from: 5 },
        Language::Romanian => Marks { group: '.', decimal: ',', minus: '-', grouped_from: 4 },
        Language::Swedish => {
            Marks { group: NBSP, decimal: ',', minus: '\u{2212}', grouped_from: 4 }
        }
    }
}

/// A number with at least so many decimal places. A decimal is written in full; a quotient that
/// no decimal holds is rounded to six places, which the sign ≈ before it says.
pub(super) fn number(value: Number, places: usize, language: Language) -> String {
    if value.as_decimal().is_some() {
        return exact(value, places, language);
    }
    let step = Number::new_ratio(1, PLACES_OF_A_QUOTIENT);
    let rounded = step
        .and_then(|step| Rounding::new(RoundingMode::HalfEven, step))
        .and_then(|rounding| value.round(&rounding));
    match rounded {
        Ok(rounded) => format!("≈{NBSP}{}", exact(rounded, places, language)),
        Err(_) => value.to_string(),
    }
}

/// A number that a decimal holds.
fn exact(value: Number, places: usize, language: Language) -> String {
    let marks = marks(language);
    let plain = value.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    if value.is_negative() {
        text.push(marks.minus);
    }
    let digits = whole.len();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && digits >= marks.grouped_from && (digits - index).is_multiple_of(3) {
            text.push(marks.group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() || places > 0 {
        text.push(marks.decimal);
        text.push_str(fraction);
        text.extend(std::iter::repeat_n('0', places.saturating_sub(fraction.len())));
    }
    text
}
