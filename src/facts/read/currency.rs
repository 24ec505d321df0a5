//! Currencies by their codes and by the words and signs of single languages.

use super::fold::folded;
use crate::facts::Locale;
use crate::quantity::Currency;

/// A currency as written after, or before, an amount.
pub(super) enum Written {
    /// By its code.
    Code(Currency),
    /// By a word or sign.
    Word(Currency),
    /// No currency.
    Unknown,
}

/// The words, folded, that mean one currency wherever they stand.
const WORDS: [(&str, Currency); 24] = [
    ("€", Currency::EUR),
    ("euro", Currency::EUR),
    ("euros", Currency::EUR),
    ("eur.", Currency::EUR),
    ("zl", Currency::PLN),
    ("zl.", Currency::PLN),
    ("zloty", Currency::PLN),
    ("zlote", Currency::PLN),
    ("zlotych", Currency::PLN),
    ("zlotego", Currency::PLN),
    ("lei", Currency::RON),
    ("leu", Currency::RON),
    ("kronor", Currency::SEK),
    ("krona", Currency::SEK),
    ("svenska kronor", Currency::SEK),
    ("skr", Currency::SEK),
    ("kc", Currency::CZK),
    ("ft", Currency::HUF),
    ("forint", Currency::HUF),
    ("лв", Currency::BGN),
    ("лв.", Currency::BGN),
    ("£", Currency::GBP),
    ("dkr", Currency::DKK),
    ("nkr", Currency::NOK),
];

/// The currency that a text names. `kr` is that of Sweden, Norway, Denmark or Iceland; it is
/// taken where the locale or the programme's currency says which. Romanian has `de` before the
/// word from 20 on.
pub(super) fn named(text: &str, locale: Option<Locale>, programme: Option<Currency>) -> Written {
    if let Some(currency) = Currency::parse(text) {
        return Written::Code(currency);
    }
    let word = folded(text);
    if word == "kr" || word == "kr." {
        let crowns = [Currency::SEK, Currency::NOK, Currency::DKK, Currency::ISK];
        let swedish = (locale == Some(Locale::Swedish)).then_some(Currency::SEK);
        let own = programme.filter(|currency| crowns.contains(currency));
        return swedish.or(own).map_or(Written::Unknown, Written::Word);
    }
    if let Some(currency) = text.strip_prefix("de ").and_then(Currency::parse) {
        return Written::Word(currency);
    }
    let word = word.strip_prefix("de ").unwrap_or(&word);
    match WORDS.iter().find(|(name, _)| *name == word) {
        Some((_, currency)) => Written::Word(*currency),
        None => Written::Unknown,
    }
}
