//! Words of a language in one form for look-ups: small letters without their marks.
//!
//! Public documents are typed with and without the marks of a language (`miesięcy` and
//! `miesiecy`; the Romanian sources leave them out throughout), with capitals at will, and with
//! spaces that do not break. No two words of the tables of this room differ in that alone.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words in small letters without their marks, with one plain space wherever there is white
/// space. A mark on anything but a letter stays: `4̸8` is not 48.
pub(super) fn folded(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut after_letter = false;
    for c in text.trim().nfd() {
        if is_combining_mark(c) && after_letter {
            continue;
        }
        after_letter = c.is_alphabetic();
        match c {
            'ł' | 'Ł' => words.push('l'),
            c if c.is_whitespace() => {
                if !words.ends_with(' ') {
                    words.push(' ');
                }
            }
            c => words.extend(c.to_lowercase()),
        }
    }
    words
}

/// Takes one of several words off the front of folded words, with the space after it.
pub(super) fn after<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word)?.strip_prefix(' '))
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn marks_capitals_and_spaces_are_evened_out() {
        assert_eq!(folded(" 48\u{a0}Miesięcy "), "48 miesiecy");
        assert_eq!(folded("până\u{202f} la"), "pana la");
        assert_eq!(folded("ZŁOTYCH"), "zlotych");
        // The letter and its mark apart.
        assert_eq!(folded("ma\u{30a}nader"), "manader");
    }

    #[test]
    fn a_mark_on_a_digit_stays() {
        assert_eq!(folded("4\u{338}8"), "4\u{338}8");
        assert_eq!(folded("1\u{200b}0"), "1\u{200b}0");
    }
}
