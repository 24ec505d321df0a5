//! What says that a value is approximate: `about`, `ok.`, `około`, `ca`, `circa`, `~`.

use super::fold::folded;

/// The word of the plain form.
const PLAIN: &str = "about";

/// The words of the languages, folded.
const WORDS: [&str; 25] = [
    PLAIN,
    "approximately",
    "approx",
    "approx.",
    "around",
    "roughly",
    "circa",
    "ca",
    "ca.",
    "c.",
    "cca",
    "cca.",
    "cirka",
    "c:a",
    "ungefar",
    "omkring",
    "ok",
    "ok.",
    "okolo",
    "w przyblizeniu",
    "aproximativ",
    "aprox.",
    "in jur de",
    "~",
    "≈",
];

/// No word for "about" is longer, in bytes.
const LONGEST: usize = 20;

/// An approximate value, cut in two.
pub(super) struct Approximate<'t> {
    /// What follows the word.
    pub(super) value: &'t str,
    /// The word is that of the plain form.
    pub(super) is_plain: bool,
}

/// Cuts the word for "about" off; none where the words do not begin with one.
pub(super) fn approximate(text: &str) -> Option<Approximate<'_>> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let ends = text.char_indices().take_while(|(at, _)| *at <= LONGEST);
    let ends = ends.filter(|(_, c)| c.is_whitespace() || c.is_ascii_digit());
    ends.map(|(at, _)| at).find_map(|at| {
        let (word, value) = text.split_at_checked(at)?;
        let word = folded(word);
        let known = WORDS.contains(&word.as_str());
        known.then(|| Approximate { value: value.trim_start(), is_plain: word == PLAIN })
    })
}
