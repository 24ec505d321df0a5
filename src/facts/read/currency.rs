//! Currencies by their codes and by the words and signs of single languages.

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

/// The words of currencies that mean one currency wherever they stand.
const WORDS: [(&str, Currency); 21] = [
    ("€", Currency::EUR),
    ("euro", Currency::EUR),
    ("euros", Currency::EUR),
    ("eur.", Currency::EUR),
    ("zł", Currency::PLN),
    ("zl", Currency::PLN),
    ("zloty", Currency::PLN),
    ("złoty", Currency::PLN),
    ("złote", Currency::PLN),
    ("złotych", Currency::PLN),
    ("lei", Currency::RON),
    ("leu", Currency::RON),
    ("kronor", Currency::SEK),
    ("krona", Currency::SEK),
    ("skr", Currency::SEK),
    ("kč", Currency::CZK),
    ("ft", Currency::HUF),
    ("forint", Currency::HUF),
    ("лв", Currency::BGN),
    ("£", Currency::GBP),
    ("dkr", Currency::DKK),
];

/// The currency that a text names. `kr` is that of Sweden, Norway, Denmark or Iceland; it is
/// taken where the locale or the programme's currency says which.
pub(super) fn named(text: &str, locale: Option<Locale>, programme: Option<Currency>) -> Written {
    if let Some(currency) = Currency::parse(text) {
        return Written::Code(currency);
    }
    let word = text.to_lowercase();
    if word == "kr" || word == "kr." {
        let crowns = [Currency::SEK, Currency::NOK, Currency::DKK, Currency::ISK];
        let swedish = (locale == Some(Locale::Swedish)).then_some(Currency::SEK);
        let own = programme.filter(|currency| crowns.contains(currency));
        return swedish.or(own).map_or(Written::Unknown, Written::Word);
    }
    let known = WORDS.iter().find(|(name, _)| *name == word);
    match known {
        Some((_, currency)) => Written::Word(*currency),
        None => Written::Unknown,
    }
}
