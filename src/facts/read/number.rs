//! Whole numbers and decimals.

use super::figures::{Figures, Purpose};
use super::{Read, Words, refuse};
use crate::facts::problems::{AmbiguousNumber, TooManyDigits};
use crate::quantity::Number;
use crate::value::Value;

/// Reads a whole number: `48`, `1_000`.
pub(super) fn read_whole(words: &Words<'_>) -> Read {
    let number = read(words, words.text, Purpose::Coarse, "a whole number", |plain| plain)?;
    if !number.is_integer() {
        return words.wrong("a whole number", "a whole number has no digits behind the point");
    }
    Ok(Value::Number(number))
}

/// Reads a decimal: `1_000.50`.
pub(super) fn read_decimal(words: &Words<'_>) -> Read {
    read(words, words.text, Purpose::Fine, "a number", |plain| plain).map(Value::Number)
}

/// Reads the figures of a number; `written` makes the whole value of plain figures, for repairs.
pub(super) fn read(
    words: &Words<'_>,
    text: &str,
    purpose: Purpose,
    wants: &str,
    written: impl Fn(String) -> String,
) -> Read<Number> {
    match words.figures(text, purpose) {
        Figures::Plain(number, _) => Ok(number),
        Figures::Local(number, plain) => words.local(number, &written(plain)),
        Figures::Ambiguous(first, second) => {
            let (first, second) = (&written(first), &written(second));
            refuse(AmbiguousNumber { site: words.site, first, second })
        }
        Figures::TooLong(error) => refuse(TooManyDigits { site: words.site, error }),
        Figures::Other => words.wrong(wants, "write digits with a point, such as `1000.50`"),
    }
}
