//! A parse error of the JSON parser as a problem with its place.

use jsonc_parser::ParseStringErrorKind as StringKind;
use jsonc_parser::errors::{ParseError, ParseErrorKind as Kind};

use crate::data::problems::{JsonFault, JsonSyntax};
use crate::diagnostic::Diagnostic;
use crate::text::{SourceId, Span};

/// The problem that stopped the parser.
pub(super) fn problem(source: SourceId, text: &str, error: &ParseError) -> Diagnostic {
    let range = error.range();
    let fault = match fault(error.kind()) {
        // The parser reads a word up to a blank or colon, and then minds the sign behind it.
        JsonFault::Sign if starts_word(text, range.start) => JsonFault::BareWord,
        other => other,
    };
    let (start, end) = match fault {
        // The range of something unclosed reaches to the end of the text; its start is enough.
        JsonFault::OpenBracket(_) | JsonFault::OpenString => (range.start, range.start + 1),
        _ => (range.start, range.end),
    };
    let whole = |at: usize| (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i));
    let span = Span::new(source, whole(start).unwrap_or(0), whole(end).unwrap_or(0));
    JsonSyntax { fault, span }.into()
}

/// Whether a letter stands at the offset.
fn starts_word(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic)
}

/// The parser's errors, by what a writer has to do about them.
fn fault(kind: &Kind) -> JsonFault {
    match kind {
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => JsonFault::Comment,
        Kind::TrailingCommasNotAllowed => JsonFault::TrailingComma,
        Kind::ExpectedComma => JsonFault::NoComma,
        Kind::UnexpectedComma => JsonFault::ExtraComma,
        Kind::ExpectedColonAfterObjectKey => JsonFault::NoColon,
        Kind::UnexpectedColon => JsonFault::ExtraColon,
        Kind::ExpectedObjectValue => JsonFault::NoValue,
        Kind::ExpectedStringObjectProperty => JsonFault::BareKey,
        Kind::UnexpectedWord => JsonFault::BareWord,
        Kind::SingleQuotedStringsNotAllowed => JsonFault::SingleQuotes,
        Kind::MultipleRootJsonValues => JsonFault::SecondValue,
        Kind::UnexpectedCloseBrace | Kind::UnexpectedCloseBracket => JsonFault::CloseBracket,
        Kind::UnterminatedArray => JsonFault::OpenBracket('['),
        Kind::UnterminatedObject => JsonFault::OpenBracket('{'),
        Kind::String(StringKind::UnterminatedStringLiteral) => JsonFault::OpenString,
        Kind::String(_) => JsonFault::Escape,
        other => number_fault(other),
    }
}

/// The errors about numbers; everything else is a sign out of place.
fn number_fault(kind: &Kind) -> JsonFault {
    JsonFault::Number(match kind {
        Kind::BareDecimalPointNumbersNotAllowed => {
            "write a digit on both sides of the decimal point, as in `0.5`"
        }
        Kind::UnaryPlusNumbersNotAllowed => "leave out the plus sign",
        Kind::HexadecimalNumbersNotAllowed => "write the number in decimal digits",
        Kind::NonFiniteNumbersNotAllowed => "write a finite number",
        Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral => "write digits here",
        _ => return JsonFault::Sign,
    })
}
