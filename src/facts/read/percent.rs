//! Percentages: `15%`, `7.5%`.

use super::figures::{Figures, Purpose};
use super::number;
use super::{Read, Words, refuse};
use crate::facts::problems::{AmbiguousPercent, TooManyDigits};
use crate::quantity::{Number, Percent};
use crate::value::Value;

/// The signs and words for "percent"; the sign is the plain form, with or without a space.
const SUFFIXES: [&str; 7] = ["%", "procent", "proc.", "la sută", "per cent", "percent", "pct"];

/// Reads a percentage. A bare number has two readings and is refused with both.
pub(super) fn read(words: &Words<'_>) -> Read {
    let Some((digits, suffix)) = split(words.text, &SUFFIXES) else {
        return bare(words, |n| format!("{n}%"), "a percentage such as `15%`");
    };
    let written = |plain| format!("{plain}%");
    let number = number::read(words, digits, Purpose::Fine, "a percentage", written)?;
    let Some(fraction) = fraction(number) else {
        return words.wrong("a percentage", "a percentage has at most 26 digits behind the point");
    };
    if suffix == "%" {
        return Ok(Value::Number(fraction));
    }
    words.local(Value::Number(fraction), &format!("{number}%"))
}

/// A hundredth of a number.
pub(super) fn fraction(number: Number) -> Option<Number> {
    Percent::from_percent(number).ok().map(|percent| percent.as_fraction())
}

/// Cuts a suffix off a text and the space before it.
pub(super) fn split<'t>(
    text: &'t str,
    suffixes: &[&'static str],
) -> Option<(&'t str, &'static str)> {
    suffixes.iter().find_map(|suffix| Some((text.strip_suffix(suffix)?.trim_end(), *suffix)))
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
