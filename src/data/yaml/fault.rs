//! A scan error of the YAML parser as a problem with its place.

use granit_parser::{ErrorKind, ScanError};

use super::TooDeep;
use crate::data::problems::{YamlFault, YamlSyntax};
use crate::diagnostic::Diagnostic;
use crate::text::{SourceId, Span};

/// The problem that stopped the parser.
pub(super) fn problem(source: SourceId, text: &str, depth: usize, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0);
    let span = character(source, text, at);
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        return TooDeep { limit: depth, span }.into();
    }
    let fault = fault(error.kind());
    let span = match fault {
        YamlFault::Tab => tabs(source, text, at).unwrap_or(span),
        _ => span,
    };
    YamlSyntax { fault, span }.into()
}

/// The character at an offset; an empty span at the end of the text.
fn character(source: SourceId, text: &str, at: usize) -> Span {
    let at = (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    // A line end cannot be seen, so the place is just before it.
    let shown = match text.get(at..at + length) {
        Some("\n" | "\r") => 0,
        _ => length,
    };
    Span::new(source, at, at + shown)
}

/// The tabs that the line of an offset begins with: the parser points behind them.
fn tabs(source: SourceId, text: &str, at: usize) -> Option<Span> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..)?;
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    let first = line.get(..indent)?.find('\t')?;
    let last = line.get(..indent)?.rfind('\t')?;
    Some(Span::new(source, start + first, start + last + 1))
}

/// The parser's many errors, by what a writer has to do about them.
fn fault(kind: &ErrorKind) -> YamlFault {
    use ErrorKind as E;
    use YamlFault as F;
    match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabInPlainScalar
        | E::TabAtBlockScalarStart => F::Tab,
        E::InvalidIndentation
        | E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::InvalidQuotedScalarIndent
        | E::InvalidFlowScalarIndent
        | E::MappingKeyNotAllowed
        | E::ExpectedDocumentStart => F::Indentation,
        E::SimpleKeyExpected | E::InvalidSimpleKey => F::NoColon,
        E::MappingValueNotAllowed | E::InvalidColonPlacement => F::SecondColon,
        E::UnclosedFlowCollection { open } => F::OpenBracket(*open),
        E::UnexpectedEofFlowSequence => F::OpenBracket('['),
        E::UnexpectedEofFlowMapping | E::UnexpectedEofImplicitFlowMapping => F::OpenBracket('{'),
        E::MisplacedFlowCollectionEnd | E::MismatchedFlowCollectionEnd { .. } => F::CloseBracket,
        E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::FlowMappingValueAdjacentCollection => F::Separator,
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => F::OpenQuote,
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            F::AfterQuote
        }
        E::UnexpectedCharacter { character } => F::Character(*character),
        E::BomInsideDocument => F::Character('\u{feff}'),
        other => lesser_fault(other),
    }
}

/// The rarer errors.
fn lesser_fault(kind: &ErrorKind) -> YamlFault {
    use ErrorKind as E;
    use YamlFault as F;
    match kind {
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => F::Escape,
        E::BlockEntryInFlowCollection
        | E::BlockSequenceEntryNotAllowed
        | E::InvalidBlockEntryWhitespace
        | E::PlainScalarStartsWithDashFlowIndicator => F::Dash,
        E::ZeroBlockScalarIndent | E::InvalidBlockScalarHeader | E::InvalidBlockScalarIndent => {
            F::TextBlock
        }
        E::CommentInterceptedScalar | E::CommentNotSeparated => F::Comment,
        E::DirectiveDisallowed | E::MissingDocumentEndBeforeDirective => F::Directive,
        E::UnknownAnchor
        | E::MissingAnchorOrAliasName
        | E::UndeclaredTagHandle
        | E::ExpectedTagBang
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte
        | E::InvalidTagUtf8 => F::Property,
        _ => F::Other,
    }
}
