//! Amounts: `98_400.00 PLN`, and approximate ones: `about 600_000 PLN`.

use super::about::approximate;
use super::currency::{self, Written};
use super::figures::{Figures, Purpose};
use super::scale::scale;
use super::{Read, Words, refuse};
use crate::facts::problems::{
    AmbiguousNumber, Approximate, LocalForm, MissingCurrency, TooManyDigits, UnknownCurrency,
    WrongCurrency,
};
use crate::quantity::{Currency, Money, Number};
use crate::value::Value;

/// Reads an exact amount. `wanted` is the currency of the field; none when any will do.
pub(super) fn read_exact(words: &Words<'_>, wanted: Option<Currency>) -> Read {
    let Some(about) = approximate(words.text) else {
        let amount = read(words, words.text, wanted, "")?;
        if amount.scaled {
            // Nobody has written the last digits, so they are not taken in silence.
            return refuse(LocalForm { site: words.site, plain: &amount.plain, scaled: true });
        }
        return finish(words, amount, Value::Money, "");
    };
    match read(words, about.value, wanted, "about ") {
        Err(problem) if !about.value.contains(|c: char| c.is_ascii_digit()) => Err(problem),
        amount => {
            let plain = amount.map(|amount| format!("about {}", amount.plain)).ok();
            refuse(Approximate { site: words.site, is_money: true, plain: plain.as_deref() })
        }
    }
}

/// Reads an approximate amount; an exact one will do.
pub(super) fn read_about(words: &Words<'_>, wanted: Option<Currency>) -> Read {
    let Some(about) = approximate(words.text) else {
        let amount = read(words, words.text, wanted, "")?;
        return finish(words, amount, Value::About, "");
    };
    let mut amount = read(words, about.value, wanted, "about ")?;
    amount.is_plain &= about.is_plain;
    finish(words, amount, Value::About, "about ")
}

/// An amount that was read.
struct Amount {
    money: Money,
    /// The plain form.
    plain: String,
    /// It stands in the plain form.
    is_plain: bool,
    /// It counts in thousands or millions.
    scaled: bool,
}

/// Takes an amount in the plain form; another one as the locale has it.
fn finish(words: &Words<'_>, amount: Amount, value: fn(Money) -> Value, prefix: &str) -> Read {
    let value = value(amount.money);
    if amount.is_plain {
        return Ok(value);
    }
    words.local(value, &format!("{prefix}{}", amount.plain))
}

/// An amount cut into its parts.
struct Parts<'t> {
    /// The digits with their sign.
    digits: &'t str,
    /// What names the currency; may be empty.
    unit: &'t str,
    /// The parts stand as in the plain form: digits, a space, the unit.
    in_order: bool,
}

/// Cuts a text into digits and a currency; none when it has no digit or letters on both sides.
fn parts(text: &str) -> Option<Parts<'_>> {
    let is_start = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '\u{2212}');
    let start = text.find(is_start)?;
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let digits = text.get(start..end)?;
    let (before, after) = (text.get(..start)?.trim(), text.get(end..)?);
    if before.is_empty() {
        let unit = after.trim_start();
        let in_order = unit.is_empty() || after.strip_prefix(' ') == Some(unit);
        return Some(Parts { digits, unit, in_order });
    }
    after.is_empty().then_some(Parts { digits, unit: before, in_order: false })
}

/// Reads an amount; `prefix` is repeated where two readings are shown.
fn read(words: &Words<'_>, text: &str, wanted: Option<Currency>, prefix: &str) -> Read<Amount> {
    let wants = wanted.map_or_else(
        || "an amount with its currency, such as `1000.00 EUR`".to_owned(),
        |currency| format!("an amount such as `1000.00 {currency}`"),
    );
    let Some(parts) = parts(text) else { return words.wrong(&wants, "") };
    let (times, currency, by_code) = unit_of(words, &parts, wanted, &wants)?;
    // A bare point before three digits may group: amounts of most currencies end after two.
    let purpose = if currency.minor_units() < 3 { Purpose::Coarse } else { Purpose::Fine };
    let written = |plain: &str| format!("{prefix}{} {currency}", in_full(plain, times));
    let (number, plain, is_plain) = match words.figures(parts.digits, purpose) {
        Figures::Plain(number, plain) => (number, plain, true),
        Figures::Local(number, plain) => (number, plain, false),
        Figures::Ambiguous(first, second) => {
            let (first, second) = (&written(&first), &written(&second));
            return refuse(AmbiguousNumber { site: words.site, first, second });
        }
        Figures::TooLong(error) => return refuse(TooManyDigits { site: words.site, error }),
        Figures::Other => return words.wrong(&wants, ""),
    };
    let Ok(number) = number.mul(Number::from_i64(times)) else {
        return words.wrong(&wants, "the amount is too large");
    };
    check_currency(words, number, currency, wanted)?;
    let plain = format!("{} {currency}", in_full(&plain, times));
    let is_plain = is_plain && by_code && parts.in_order;
    Ok(Amount { money: Money::new(number, currency), plain, is_plain, scaled: times != 1 })
}

/// The digits of so many times a number; the digits as they are for one time.
fn in_full(plain: &str, times: i64) -> String {
    let product = || Number::parse(plain).ok()?.mul(Number::from_i64(times)).ok();
    if times == 1 {
        return plain.to_owned();
    }
    product().map_or_else(|| plain.to_owned(), |number| number.to_string())
}

/// How many of which currency an amount counts, and whether the unit is named as in the plain
/// form.
fn unit_of(
    words: &Words<'_>,
    parts: &Parts<'_>,
    wanted: Option<Currency>,
    wants: &str,
) -> Read<(i64, Currency, bool)> {
    let own = words.manner.currency;
    if parts.unit.is_empty() {
        let taken = own.filter(|own| wanted == Some(*own));
        return match taken {
            Some(currency) => Ok((1, currency, true)),
            None => {
                let amount = parts.digits;
                refuse(MissingCurrency { site: words.site, amount, wanted, own })
            }
        };
    }
    let named = |unit: &str| currency::named(unit, words.manner.locale, wanted.or(own));
    let unknown = |shared| {
        // Of several codes that are as near, the expected one is meant.
        let expected = wanted.or(own).map(|currency| currency.code());
        let like = words.manner.nearest(parts.unit, expected).or_else(|| like_a_code(words, parts));
        refuse(UnknownCurrency { site: words.site, unit: parts.unit, like, shared })
    };
    match named(parts.unit) {
        Written::Code(currency) => return Ok((1, currency, true)),
        Written::Word(currency) => return Ok((1, currency, false)),
        Written::Shared(currencies) => return unknown(currencies),
        Written::Unknown => {}
    }
    if let Some((times, unit)) = scale(parts.unit) {
        // The unit was folded, and codes stand in capital letters.
        let code = Currency::parse(&unit.to_uppercase());
        match code.map_or_else(|| named(&unit), Written::Word) {
            Written::Code(currency) | Written::Word(currency) => {
                return Ok((times, currency, false));
            }
            Written::Shared(currencies) => return unknown(currencies),
            Written::Unknown => {}
        }
    }
    if like_a_unit(parts.unit) { unknown(&[]) } else { words.wrong(wants, "") }
}

/// The code most like a unit of three letters; a shorter one is like too many.
fn like_a_code(words: &Words<'_>, parts: &Parts<'_>) -> Option<&'static str> {
    let codes = Currency::all().iter().map(Currency::code);
    let search = parts.unit.chars().count() >= 3;
    search.then(|| words.manner.nearest(parts.unit, codes)).flatten()
}

/// Whether a text may have been meant for a currency: short, and with a letter or a sign such as
/// `$`.
fn like_a_unit(text: &str) -> bool {
    let is_sign = |c: char| c.is_alphabetic() || matches!(c, '$' | '\u{a2}'..='\u{a5}' | '₽' | '₴');
    text.chars().count() <= 12 && text.contains(is_sign)
}

/// Checks the currency of an amount against that of the field.
fn check_currency(
    words: &Words<'_>,
    amount: Number,
    found: Currency,
    wanted: Option<Currency>,
) -> Read<()> {
    match wanted {
        Some(wanted) if wanted != found => {
            refuse(WrongCurrency { site: words.site, amount, found, wanted })
        }
        _ => Ok(()),
    }
}
