//! Characters that do not belong in a value: those that are not seen, and digits of other scripts.
//!
//! They come along when a text is copied from a page or a form (zero-width spaces, marks of the
//! direction of writing, soft hyphens, full-width digits). They are never read past in silence:
//! what a reader sees and what is read would differ.

use crate::facts::problems::is_hidden;

/// What stands out in the words of a value, and the words without it.
pub(super) struct Foreign {
    /// The first such character.
    pub(super) character: char,
    /// The words with hidden characters left out and digits in their usual form; none where a
    /// character has no usual form, or turns the digits around for whoever sees them.
    pub(super) cleaned: Option<String>,
}

/// Looks for such characters; none where there are none.
pub(super) fn foreign(text: &str) -> Option<Foreign> {
    let character = text.chars().find(|c| is_foreign(*c))?;
    if text.contains(RIGHT_TO_LEFT_OVERRIDE) {
        return Some(Foreign { character, cleaned: None });
    }
    let kept = text.chars().filter(|c| c.is_ascii() || !is_hidden(*c));
    let cleaned = kept.map(usual).collect();
    Some(Foreign { character, cleaned })
}

/// The mark after which even digits are shown from right to left: what is stored as 51 is seen as
/// 15, and nobody knows which was meant.
const RIGHT_TO_LEFT_OVERRIDE: char = '\u{202e}';

fn is_foreign(c: char) -> bool {
    !c.is_ascii() && (is_hidden(c) || c.is_numeric() || usual(c) != Some(c))
}

/// The first of ten digits in scripts of Europe's neighbours and of large data sets: Arabic,
/// Persian, Devanagari, Bengali, Thai and full-width ones.
const NOUGHTS: [char; 6] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{ff10}'];

/// The usual form of a character; none for a numeral without one.
fn usual(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    let code = u32::from(c);
    let digit = NOUGHTS.iter().find_map(|nought| {
        let value = code.checked_sub(u32::from(*nought))?;
        char::from_digit(value, 10)
    });
    match (digit, c) {
        (Some(digit), _) => Some(digit),
        (None, '\u{66a}') => Some('%'),
        (None, '\u{66b}') => Some('.'),
        (None, '\u{66c}') => Some('_'),
        (None, '\u{3000}') => Some(' '),
        // The full-width forms stand in the order of ASCII.
        (None, '\u{ff01}'..='\u{ff5e}') => char::from_u32(code.checked_sub(0xfee0)?),
        (None, c) if c.is_numeric() => None,
        (None, c) => Some(c),
    }
}
