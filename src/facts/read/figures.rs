//! The figures of a number: from letters to an exact number, in the plain form or in the two
//! conventions of grouping and decimal signs.
//!
//! The plain form is `-?digits[.digits]`, with `_` between digits and an exponent as JSON has
//! it. Two conventions exist besides: the continental one writes `1.763.370,50` or
//! `1 763 370,50`, the English one `1,763,370.50`. A text with different readings under the two
//! is ambiguous unless the locale or the plain form decides.

use crate::facts::Locale;
use crate::quantity::{Number, NumberError};

/// What a text says as a number.
pub(super) enum Figures {
    /// The plain form, and its digits without `_` or exponent.
    Plain(Number, String),
    /// Another way of writing with one reading, and its plain form.
    Local(Number, String),
    /// Two readings, both in the plain form: the continental and the English one.
    Ambiguous(String, String),
    /// A number with more digits than are held.
    TooLong(NumberError),
    /// No number.
    Other,
}

/// What a number is for, which decides whether three digits behind a point are likely.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A number that may well have three decimal places: `4.553` is plain.
    Fine,
    /// A whole number or an amount of a currency with fewer than three places: `1.763` may be
    /// 1763 in groups.
    Coarse,
}

/// The typographic minus, which word processors write.
const MINUS: char = '\u{2212}';

/// Reads the figures of a text without space around it.
pub(super) fn figures(text: &str, purpose: Purpose, locale: Option<Locale>) -> Figures {
    let (negative, magnitude) = match text.strip_prefix(['-', MINUS]) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let signed = |digits: String| if negative { format!("-{digits}") } else { digits };
    let continental = grouped(magnitude, ',', |c| is_space(c) || c == '.').map(signed);
    let english = grouped(magnitude, '.', |c| is_space(c) || c == ',').map(signed);
    if let Some(plain) = plain(magnitude).map(signed) {
        return match plain_figures(plain, continental, purpose, locale) {
            Figures::Plain(number, plain) if text.starts_with(MINUS) => {
                Figures::Local(number, plain)
            }
            figures => figures,
        };
    }
    match (continental, english, locale) {
        (Some(a), Some(b), None) if a != b => Figures::Ambiguous(a, b),
        (_, Some(b), Some(Locale::English)) => local(b),
        (Some(a), ..) => local(a),
        (None, Some(b), _) => local(b),
        (None, None, _) => Figures::Other,
    }
}

/// The figures of a text in the plain form, which may also be one with a grouping point.
fn plain_figures(
    plain: String,
    continental: Option<String>,
    purpose: Purpose,
    locale: Option<Locale>,
) -> Figures {
    let decided = |plain: String| match Number::parse(&plain) {
        Ok(number) => Figures::Plain(number, plain),
        Err(error) => Figures::TooLong(error),
    };
    // Only a point is in question: `1.763`. Groups of spaces are never in the plain form.
    let other = continental.filter(|other| *other != plain && plain.contains('.'));
    let Some(other) = other else { return decided(plain) };
    match (purpose, locale) {
        (_, Some(Locale::English)) | (Purpose::Fine, None) => decided(plain),
        (Purpose::Coarse, Some(Locale::Romanian)) => local(other),
        _ => Figures::Ambiguous(other, plain),
    }
}

fn local(plain: String) -> Figures {
    match Number::parse(&plain) {
        Ok(number) => Figures::Local(number, plain),
        Err(error) => Figures::TooLong(error),
    }
}

/// The plain digits of a text in the plain form: no sign, `_` and exponent resolved.
fn plain(text: &str) -> Option<String> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent_of(exponent)?),
        None => (text, 0),
    };
    let (whole, behind) = match mantissa.split_once('.') {
        Some((whole, behind)) => (digits(whole)?, digits(behind)?),
        None => (digits(mantissa)?, String::new()),
    };
    if whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    Some(shifted(&whole, &behind, exponent))
}

/// Digits with single `_` between them, taken out.
fn digits(text: &str) -> Option<String> {
    let sound = text
        .split('_')
        .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    sound.then(|| text.replace('_', ""))
}

/// An exponent of at most three digits.
fn exponent_of(text: &str) -> Option<i32> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if unsigned.len() > 3 || !unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// Moves the point by an exponent.
fn shifted(whole: &str, behind: &str, exponent: i32) -> String {
    if exponent == 0 {
        let point = if behind.is_empty() { "" } else { "." };
        return format!("{whole}{point}{behind}");
    }
    let all: String = [whole, behind].concat();
    let point = i64::try_from(whole.len()).unwrap_or(i64::MAX).saturating_add(exponent.into());
    let length = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let (before, after) = if point <= 0 {
        let zeros = usize::try_from(point.unsigned_abs()).unwrap_or(0);
        (String::new(), "0".repeat(zeros) + &all)
    } else if point >= length {
        let zeros = usize::try_from(point - length).unwrap_or(0);
        (all + &"0".repeat(zeros), String::new())
    } else {
        let at = usize::try_from(point).unwrap_or(0);
        let (before, after) = all.split_at_checked(at).unwrap_or((&all, ""));
        (before.to_owned(), after.to_owned())
    };
    let before = before.trim_start_matches('0');
    let before = if before.is_empty() { "0" } else { before };
    if after.is_empty() { before.to_owned() } else { format!("{before}.{after}") }
}

/// The plain digits of a number with groups of three and a decimal sign; none when it is not
/// written so. All groups are divided by one sign.
fn grouped(text: &str, decimal: char, divides: impl Fn(char) -> bool) -> Option<String> {
    let (whole, behind) = match text.split_once(decimal) {
        Some((whole, behind)) => (whole, Some(behind)),
        None => (text, None),
    };
    let sound = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if behind.is_some_and(|behind| !sound(behind)) {
        return None;
    }
    let sign = whole.chars().find(|c| !c.is_ascii_digit());
    let digits = match sign {
        None if sound(whole) => whole.to_owned(),
        Some(sign) if divides(sign) => {
            let mut groups = whole.split(sign);
            let first = groups.next()?;
            let first_sound = sound(first) && first.len() <= 3 && !first.starts_with('0');
            if !first_sound || !groups.all(|group| sound(group) && group.len() == 3) {
                return None;
            }
            whole.split(sign).collect()
        }
        _ => return None,
    };
    let digits = digits.trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    Some(behind.map_or_else(|| digits.to_owned(), |behind| format!("{digits}.{behind}")))
}

/// The spaces that divide groups: the ordinary, the unbreakable, the narrow and the thin one,
/// and the apostrophe of Switzerland.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}')
}
