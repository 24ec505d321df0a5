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
        Some(_) if is_code_page_letter(byte) => EncodingGuess::WindowsCodePage,
        Some(_) => EncodingGuess::Unknown,
    };
    DecodeProblem { offset, line, column, byte, guess }
}

/// Whether the byte is a letter, a quotation mark or a dash that European texts use in
/// Windows-1250 or Windows-1252.
fn is_code_page_letter(byte: u8) -> bool {
    // The lower half of 0x80–0x9F holds quotation marks, dashes and Ś Ť Ž Ź ś ť ž ź; from 0xA0
    // on there are letters and signs. The excluded ones are unused in both pages.
    !matches!(byte, 0x00..=0x7F | 0x81 | 0x90 | 0x98)
}
