//! Bytes of a file to text.
//!
//! Only UTF-8 is read. Another encoding is named, not converted: a guess that is wrong for one
//! letter would change a name or an amount, and spans would point into a text that the user
//! does not have.

use super::problems::Encoding;
use crate::diagnostic::Diagnostic;

/// Why bytes are not UTF-8 text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DecodeProblem {
    offset: usize,
    line: usize,
    column: usize,
    byte: u8,
    guess: EncodingGuess,
}

/// What the bytes look like instead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EncodingGuess {
    /// UTF-16, as in a spreadsheet's "Unicode text".
    Utf16,
    /// A one-byte Windows code page: Windows-1250 in Central Europe, Windows-1252 in the West.
    WindowsCodePage,
    /// UTF-8 that ends in the middle of a character: a file cut off.
    Truncated,
    /// Nothing familiar.
    Unknown,
}

impl DecodeProblem {
    /// The first byte that is not UTF-8, counted from 0.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Its line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// Its column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// Its value.
    #[must_use]
    pub fn byte(&self) -> u8 {
        self.byte
    }

    /// What the bytes look like.
    #[must_use]
    pub fn guess(&self) -> EncodingGuess {
        self.guess
    }
}

impl From<DecodeProblem> for Diagnostic {
    fn from(problem: DecodeProblem) -> Self {
        Encoding { problem }.into()
    }
}

impl std::fmt::Display for DecodeProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&Diagnostic::from(*self).message)
    }
}

impl std::error::Error for DecodeProblem {}

/// The text of a file, without a leading byte order mark.
///
/// Give the result both to the [`Source`](crate::text::Source) and to the reader: their offsets
/// then agree.
///
/// # Errors
///
/// The first byte that is not UTF-8, with a guess at the encoding. Text that is valid UTF-8 but
/// plainly UTF-16 (every second byte zero at its start) is refused too.
///
/// ```
/// use subvent::data::{EncodingGuess, decode};
/// assert_eq!(decode(b"\xEF\xBB\xBFgrant: 1").unwrap(), "grant: 1");
/// let problem = decode(b"city: \xA3\xF3d\x9F").unwrap_err(); // Łódź in Windows-1250
/// assert_eq!((problem.line(), problem.column()), (1, 7));
/// assert_eq!(problem.guess(), EncodingGuess::WindowsCodePage);
/// ```
pub fn decode(bytes: &[u8]) -> Result<String, DecodeProblem> {
    if looks_like_utf16(bytes) {
        let byte = bytes.first().copied().unwrap_or(0);
        let guess = EncodingGuess::Utf16;
        return Err(DecodeProblem { offset: 0, line: 1, column: 1, byte, guess });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        Err(error) => Err(locate(bytes, error)),
    }
}

/// A byte order mark of UTF-16, or a first character with a zero byte beside it.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..])
        || matches!(bytes, [a, 0, b, 0, ..] | [0, a, 0, b, ..] if *a != 0 && *b != 0)
}

/// The place of the first byte that is not UTF-8.
fn locate(bytes: &[u8], error: std::str::Utf8Error) -> DecodeProblem {
    let offset = error.valid_up_to();
    let valid = bytes.get(..offset).and_then(|head| std::str::from_utf8(head).ok()).unwrap_or("");
    let line = valid.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = valid.chars().rev().take_while(|c| *c != '\n').count() + 1;
    let byte = bytes.get(offset).copied().unwrap_or(0);
    let guess = match error.error_len() {
        None => EncodingGuess::Truncated,
        Some(_) if is_code_page_text(bytes, byte) => EncodingGuess::WindowsCodePage,
        Some(_) => EncodingGuess::Unknown,
    };
    DecodeProblem { offset, line, column, byte, guess }
}

/// Whether the bytes look like a text and the byte is a sign in Windows-1250 or Windows-1252.
fn is_code_page_text(bytes: &[u8], byte: u8) -> bool {
    let is_binary = |b: &u8| *b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r');
    // 0x81 and 0x90 are signs in neither page; a spreadsheet or a PDF has control characters.
    !matches!(byte, 0x81 | 0x90) && !bytes.iter().take(4096).any(is_binary)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Place and guess for bytes that are not UTF-8.
    fn problem(bytes: &[u8]) -> (usize, usize, usize, EncodingGuess) {
        let problem = decode(bytes).unwrap_err();
        (problem.offset(), problem.line(), problem.column(), problem.guess())
    }

    #[test]
    fn the_place_is_counted_in_characters_of_its_line() {
        let bytes = b"a: 1\n\xC5\x81\xC3\xB3d: \xB3\n";
        assert_eq!(problem(bytes), (12, 2, 6, EncodingGuess::WindowsCodePage));
        assert_eq!(decode(bytes).unwrap_err().byte(), 0xB3);
    }

    #[test]
    fn encodings_are_guessed() {
        // "Örebro" in Windows-1252, "ażur" in Windows-1250.
        assert_eq!(problem(b"\xD6rebro").3, EncodingGuess::WindowsCodePage);
        assert_eq!(problem(b"a\xBFur").3, EncodingGuess::WindowsCodePage);
        assert_eq!(problem(b"\xFF\xFEa\0").3, EncodingGuess::Utf16);
        assert_eq!(problem(b"\xFE\xFF\0a").3, EncodingGuess::Utf16);
        assert_eq!(problem(b"a\0b\0").3, EncodingGuess::Utf16);
        assert_eq!(problem(b"\0a\0b").3, EncodingGuess::Utf16);
        assert_eq!(problem(b"city: \xC5").3, EncodingGuess::Truncated);
        assert_eq!(problem(b"PK\x03\x04\xF0\x28\x8C").3, EncodingGuess::Unknown);
    }

    #[test]
    fn utf8_is_text_and_loses_only_its_mark() {
        assert_eq!(decode("\u{feff}Łódź 😀".as_bytes()).unwrap(), "Łódź 😀");
        assert_eq!(decode(b"").unwrap(), "");
        assert_eq!(decode("a\u{feff}".as_bytes()).unwrap(), "a\u{feff}");
    }

    #[test]
    fn the_message_names_byte_and_place() {
        let problem = Diagnostic::from(decode(b"a\xBFur").unwrap_err());
        assert_eq!(problem.message, "the file is not UTF-8: byte 0xBF at line 1, column 2");
        assert_eq!(problem.code.as_str(), "data::encoding");
    }
}
