//! The phrases of all languages have the same places, and are filled once.

use super::*;

#[test]
fn a_place_is_filled_once_and_arguments_are_not_read_again() {
    assert_eq!(fill("{0} and {1}", &["{1}", "b"]), "{1} and b");
    assert_eq!(fill("{2} is {0}", &["a"]), " is a");
    assert_eq!(fill("a { b", &[]), "a { b");
}

/// The numbered places of a phrase; `\u{a0}` is no place.
fn places(phrase: &str) -> Vec<&str> {
    let is_place = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = phrase.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let mut found: Vec<&str> = parts.filter(is_place).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// All phrases in the order of their fields, out of the derived debug form.
fn phrases(language: Language) -> Vec<String> {
    format!("{:?}", words(language)).split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_language_fills_the_same_places_as_english() {
    let english = phrases(Language::English);
    assert!(english.len() > 120, "{}", english.len());
    for language in Language::ALL {
        let own = phrases(language);
        assert_eq!(own.len(), english.len());
        for (own, english) in own.iter().zip(&english) {
            assert!(!own.is_empty());
            assert_eq!(places(own), places(english), "{language:?}: {own} / {english}");
        }
    }
}

#[test]
fn romanian_letters_have_commas_and_not_cedillas() {
    for phrase in phrases(Language::Romanian) {
        assert!(!phrase.contains(['ş', 'ţ', 'Ş', 'Ţ']), "{phrase}");
    }
}
