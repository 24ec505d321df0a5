//! Words from outside, made safe for a terminal without moving a byte.

use std::borrow::Cow;

/// The same text with harmless signs in place of control characters.
///
/// Every replacement has the length of what it replaces, so byte offsets stay valid. Line ends
/// (`\n`, `\r\n`) and tabs stay.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let ends_line = c == '\r' && rest.peek() == Some(&'\n');
        safe.push(if is_harmful(c) && !ends_line { stand_in(c) } else { c });
    }
    Cow::Owned(safe)
}

/// Whether a character can move the cursor, change colours or turn the writing direction.
///
/// `\r` counts, since alone it overwrites the line; the caller knows when a line end follows.
fn is_harmful(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        // The marks and overrides of writing direction, and the two Unicode line ends, which
        // would break a line that is one line for every position in it.
        '\u{61c}' | '\u{200e}' | '\u{200f}' => true,
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

/// A visible sign of the same length in UTF-8.
fn stand_in(c: char) -> char {
    match c.len_utf8() {
        1 => '?',
        2 => '¿',
        _ => '\u{fffd}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_overrides_become_signs_of_the_same_length() {
        let hostile = "a\u{1b}[31mb\0\u{7f}\u{9b}c\u{85}\u{202e}d\u{2066}\u{61c}\re\tf\r\ng\n";
        let safe = printable(hostile);
        assert_eq!(safe, "a?[31mb??¿c¿\u{fffd}d\u{fffd}¿?e\tf\r\ng\n");
        assert_eq!(safe.len(), hostile.len());
    }

    #[test]
    fn ordinary_text_is_not_copied() {
        assert!(matches!(printable("Łódź 😀\n\t– ok"), Cow::Borrowed(_)));
    }

    #[test]
    fn every_character_keeps_its_length() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            let safe = printable(&text);
            assert_eq!(safe.len(), text.len(), "{c:?}");
            let kept = matches!(c, '\n' | '\t');
            assert!(kept || !safe.chars().any(char::is_control), "{c:?}");
        }
    }
}
