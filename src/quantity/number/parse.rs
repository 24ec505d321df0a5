//! Reading a number as it is written: digits, at most one point, at most one minus.
//!
//! Groups (`1_000`), exponents, a leading `+` and a bare point are for the formats around to
//! accept or to refuse; they do not arrive here.

use std::fmt;
use std::str::FromStr;

use super::Number;
use super::fraction::PLACES;

/// Why a text is not a number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NumberError {
    /// Not of the form `-?digits[.digits]`.
    Malformed,
    /// More than 28 significant digits, or more than 28 of them behind the point.
    TooManyDigits,
    /// More than 28 digits before the point.
    OutOfRange,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "not a number in plain notation",
            Self::TooManyDigits => "more than 28 significant digits",
            Self::OutOfRange => "more than 28 digits before the point",
        })
    }
}

impl std::error::Error for NumberError {}

impl Number {
    /// Reads `-?digits[.digits]`, exactly.
    ///
    /// Zeros before the first and behind the last other digit behind the point count for
    /// nothing, so `1.50` is `1.5` however many zeros follow.
    ///
    /// ```
    /// use subvent::quantity::{Number, NumberError};
    /// assert_eq!(Number::parse("-12.50")?.to_string(), "-12.5");
    /// assert_eq!(Number::parse("1_000"), Err(NumberError::Malformed));
    /// assert_eq!(Number::parse("1e3"), Err(NumberError::Malformed));
    /// # Ok::<(), NumberError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`NumberError`] when the text has another form or more digits than a number holds.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let (negative, magnitude) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, behind) = match magnitude.split_once('.') {
            Some((whole, behind)) => (digits(whole)?, digits(behind)?),
            None => (digits(magnitude)?, ""),
        };
        let whole = whole.trim_start_matches('0');
        let behind = behind.trim_end_matches('0');
        check_length(whole, behind)?;
        let mut mantissa = 0_i128;
        for digit in whole.bytes().chain(behind.bytes()) {
            // INVARIANT: at most 28 digits from the first that is not zero, so no overflow.
            mantissa = mantissa * 10 + i128::from(digit - b'0');
        }
        let mantissa = if negative { -mantissa } else { mantissa };
        let scale = u32::try_from(behind.len()).map_err(|_| NumberError::TooManyDigits)?;
        Self::finite(mantissa, scale).ok_or(NumberError::TooManyDigits)
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        Self::parse(text)
    }
}

fn digits(text: &str) -> Result<&str, NumberError> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::Malformed);
    }
    Ok(text)
}

fn check_length(whole: &str, behind: &str) -> Result<(), NumberError> {
    let limit = PLACES as usize;
    if whole.len() > limit {
        return Err(NumberError::OutOfRange);
    }
    if behind.len() > limit || whole.len() + behind.len() > limit {
        return Err(NumberError::TooManyDigits);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_forms_are_malformed() {
        let texts = [
            "",
            "-",
            ".",
            "-.",
            "5.",
            ".5",
            "+5",
            "--5",
            "1.2.3",
            "1e3",
            "1_000",
            " 1",
            "1 ",
            "0x1",
            "1,5",
            "\u{0661}",
            "\u{2212}1",
            "NaN",
            "1/3",
        ];
        for text in texts {
            assert_eq!(Number::parse(text), Err(NumberError::Malformed), "{text}");
        }
    }

    #[test]
    fn zeros_around_the_digits_count_for_nothing() {
        assert_eq!(Number::parse("007.50"), Number::parse("7.5"));
        assert_eq!(Number::parse("-0.00"), Ok(Number::ZERO));
        let zeros = "0".repeat(1_000);
        assert_eq!(Number::parse(&format!("{zeros}1.{zeros}")), Ok(Number::ONE));
    }

    #[test]
    fn twenty_eight_digits_are_read_and_twenty_nine_are_not() {
        let digits = "1234567890123456789012345678";
        for text in [digits.to_owned(), format!("0.{digits}"), format!("-1{}.5", "0".repeat(26))] {
            assert_eq!(Number::parse(&text).map(|n| n.to_string()), Ok(text));
        }
        assert_eq!(Number::parse(&format!("{digits}9")), Err(NumberError::OutOfRange));
        assert_eq!(Number::parse(&format!("{digits}.9")), Err(NumberError::TooManyDigits));
        let tiny = format!("0.{}1", "0".repeat(28));
        assert_eq!(Number::parse(&tiny), Err(NumberError::TooManyDigits));
    }
}
