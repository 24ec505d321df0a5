//! Percentages: `15%`, `7.5%`.

use super::figures::{Figures, Purpose};
use super::fold::folded;
use super::number;
use super::{Read, Words, refuse};
use crate::facts::problems::{AmbiguousPercent, TooManyDigits};
use crate::quantity::{Number, Percent};
use crate::value::Value;

/// The words for "percent", folded. The sign is the plain form, with or without a space.
const WORDS: [&str; 8] =
    ["procent", "procente", "proc", "proc.", "la suta", "per cent", "percent", "pct"];

/// Reads a percentage. A bare number has two readings and is refused with both.
pub(super) fn read(words: &Words<'_>) -> Read {
    let Some((digits, is_plain)) = split(words.text, "%", &WORDS) else {
        return bare(words, |n| format!("{n}%"), "a percentage such as `15%`");
    };
    let written = |plain| format!("{plain}%");
    let number = number::read(words, digits, Purpose::Fine, "a percentage", written)?;
    let Some(fraction) = fraction(number) else {
        return words.wrong("a percentage", "a percentage has at most 26 digits behind the point");
    };
    if is_plain {
        return Ok(Value::Number(fraction));
    }
    words.local(Value::Number(fraction), &format!("{number}%"))
}

/// A hundredth of a number.
pub(super) fn fraction(number: Number) -> Option<Number> {
    Percent::from_percent(number).ok().map(|percent| percent.as_fraction())
}

/// Cuts the unit off a text and the space before it; says whether it is the plain one, else it
/// is one of the folded words.
pub(super) fn split<'t>(text: &'t str, plain: &str, words: &[&str]) -> Option<(&'t str, bool)> {
    if let Some(digits) = text.strip_suffix(plain) {
        return Some((digits.trim_end(), true));
    }
    let start = text.rfind(|c: char| c.is_ascii_digit())?.checked_add(1)?;
    let (digits, unit) = text.split_at_checked(start)?;
    words.contains(&folded(unit).as_str()).then_some((digits, false))
}

/// The refusal of a value without a unit: both readings of a number, else the type.
pub(super) fn bare(words: &Words<'_>, written: impl Fn(Number) -> String, wants: &str) -> Read {
    match words.figures(words.text, Purpose::Fine) {
        Figures::Plain(number, _) | Figures::Local(number, _) => {
            let whole = number.mul(Number::from_i64(100)).map(&written).ok();
            let hundredths = &written(number);
            refuse(AmbiguousPercent { site: words.site, hundredths, whole: whole.as_deref() })
        }
        Figures::TooLong(error) => refuse(TooManyDigits { site: words.site, error }),
        Figures::Ambiguous(..) | Figures::Other => words.wrong(wants, ""),
    }
}
