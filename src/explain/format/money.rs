//! Amounts, shares and percentage points in a language.

use super::number::{NBSP, number};
use crate::explain::Language;
use crate::explain::words::words;
use crate::quantity::{Currency, Money, Number};

/// An amount with at least the places of its currency, then the sign that the language has for
/// it, else its code.
pub(super) fn money(amount: Money, language: Language) -> String {
    let places = usize::try_from(amount.currency.minor_units()).unwrap_or(0);
    let digits = number(amount.amount, places, language);
    format!("{digits}{NBSP}{}", sign(amount.currency, language))
}

/// What a language calls a currency after an amount. English texts are read across borders and
/// keep the code; elsewhere the own currency and the euro have their usual sign. Romanian offices
/// write `lei` and `euro` as words ("1.763.370 euro" in the county of Bacău), where CLDR has the
/// codes; the words need no `de` before them, because the amounts have decimal places.
fn sign(currency: Currency, language: Language) -> &'static str {
    match (language, currency) {
        (Language::English, _) => currency.code(),
        (Language::Polish, Currency::PLN) => "zł",
        (Language::Romanian, Currency::RON) => "lei",
        (Language::Romanian, Currency::EUR) => "euro",
        (Language::Swedish, Currency::SEK) => "kr",
        (_, Currency::EUR) => "€",
        _ => currency.code(),
    }
}

/// A share that is stored as a fraction: 0.15 is 15%. Romanian and Swedish set the sign apart.
pub(super) fn percent(fraction: Number, language: Language) -> String {
    let Some(hundredths) = hundredths(fraction) else {
        return number(fraction, 0, language);
    };
    let digits = number(hundredths, 0, language);
    match language {
        Language::English | Language::Polish => format!("{digits}%"),
        Language::Romanian | Language::Swedish => format!("{digits}{NBSP}%"),
    }
}

/// A difference of shares that is stored as a fraction: 0.1 is 10 percentage points.
pub(super) fn points(fraction: Number, language: Language) -> String {
    let Some(count) = hundredths(fraction) else {
        return number(fraction, 0, language);
    };
    let unit = words(language).units.percentage_points.after(count, language);
    format!("{}{NBSP}{unit}", number(count, 0, language))
}

/// A hundred times the fraction, when a number holds it.
fn hundredths(fraction: Number) -> Option<Number> {
    fraction.mul(Number::from_i64(100)).ok()
}
