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
    /// By a word that these share, where nothing says which is meant.
    Shared(&'static [Currency]),
    /// No currency.
    Unknown,
}

/// The words, folded, that several currencies share.
const SHARED: [(&[&str], &[Currency]); 4] = [
    (&["kr", "kr."], &[Currency::SEK, Currency::NOK, Currency::DKK, Currency::ISK]),
    (&["kroner"], &[Currency::NOK, Currency::DKK]),
    (
        &["crowns", "koron", "korony", "coroane"],
        &[Currency::SEK, Currency::NOK, Currency::DKK, Currency::ISK, Currency::CZK],
    ),
    (
        &["$", "dollars", "dollar", "dolarow", "dolari"],
        &[Currency::USD, Currency::CAD, Currency::AUD],
    ),
];

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
/// taken where the locale or the currency that is asked for says which. Romanian has `de` before
/// the word from 20 on.
pub(super) fn named(text: &str, locale: Option<Locale>, wanted: Option<Currency>) -> Written {
    if let Some(currency) = Currency::parse(text) {
        return Written::Code(currency);
    }
    if let Some(currency) = text.strip_prefix("de ").and_then(Currency::parse) {
        return Written::Word(currency);
    }
    let word = folded(text);
    let word = word.strip_prefix("de ").unwrap_or(&word);
    if let Some((_, currencies)) = SHARED.iter().find(|(names, _)| names.contains(&word)) {
        let swedish = matches!(word, "kr" | "kr.") && locale == Some(Locale::Swedish);
        let swedish = swedish.then_some(Currency::SEK);
        let wanted = wanted.filter(|currency| currencies.contains(currency));
        return swedish.or(wanted).map_or(Written::Shared(currencies), Written::Word);
    }
    match WORDS.iter().find(|(name, _)| *name == word) {
        Some((_, currency)) => Written::Word(*currency),
        None => Written::Unknown,
    }
}
