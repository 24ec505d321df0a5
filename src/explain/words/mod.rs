//! The fixed phrases of reports, by language.
//!
//! In: a language. Out: a [`Words`], the same fields in every language, so that a phrase cannot
//! be forgotten in one. Phrases have numbered places, `{0}`, which [`fill`] fills. They are made
//! so that values, names of rules and paths need no inflection in them.

mod en;
mod fields;
mod legal;
mod pl;
mod reasons;
mod ro;
mod sv;

pub use fields::*;
pub use legal::LegalWords;
pub use reasons::*;

use super::Language;

/// The phrases of a language.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::English => &en::WORDS,
        Language::Polish => &pl::WORDS,
        Language::Romanian => &ro::WORDS,
        Language::Swedish => &sv::WORDS,
    }
}

/// Puts arguments into the numbered places of a phrase, in one pass: what stands in an argument
/// is never taken for a place. A place without an argument stays empty.
///
/// ```
/// use subvent::explain::fill;
/// assert_eq!(fill("{1} before {0}", &["a", "{0}"]), "{0} before a");
/// ```
#[must_use]
pub fn fill(phrase: &str, arguments: &[&str]) -> String {
    let mut text = String::with_capacity(phrase.len());
    let mut rest = phrase;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((place, after)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        let argument = place.parse::<usize>().ok().and_then(|index| arguments.get(index));
        text.push_str(argument.copied().unwrap_or_default());
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests;
