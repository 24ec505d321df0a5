//! A file that is not UTF-8.

use crate::data::{DecodeProblem, EncodingGuess};
use crate::diagnostic::{Code, Diagnostic};

/// Bytes that are not text; there is no source to point into.
pub(in crate::data) struct Encoding {
    /// Where, and what it looks like.
    pub(in crate::data) problem: DecodeProblem,
}

impl From<Encoding> for Diagnostic {
    fn from(Encoding { problem }: Encoding) -> Self {
        let message = match problem.guess() {
            EncodingGuess::Utf16 => "the file is not UTF-8; it looks like UTF-16".to_owned(),
            EncodingGuess::Truncated => format!(
                "the file ends in the middle of a character, at line {}, column {}",
                problem.line(),
                problem.column()
            ),
            EncodingGuess::WindowsCodePage | EncodingGuess::Unknown => format!(
                "the file is not UTF-8: byte 0x{:02X} at line {}, column {}",
                problem.byte(),
                problem.line(),
                problem.column()
            ),
        };
        let help = match problem.guess() {
            EncodingGuess::Utf16 => "save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")",
            EncodingGuess::WindowsCodePage => {
                "it looks like Windows-1250 or Windows-1252; save it as UTF-8"
            }
            EncodingGuess::Truncated => "the file may have been cut off; send it again",
            EncodingGuess::Unknown => "save it as UTF-8; it may not be a text file at all",
        };
        Self::error(Code::DATA_ENCODING, message).help(help)
    }
}
