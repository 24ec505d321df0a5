//! From pest's error to a problem in the words of the language.
//!
//! In: the text that did not parse and pest's furthest position. Out: one problem that says what
//! is there and what is expected.

use pest::error::{Error, ErrorVariant, InputLocation};

use super::grammar::Rule;
use super::layout::Layout;
use super::problems::{TooDeep, Unexpected};
use crate::diagnostic::Diagnostic;
use crate::text::{SourceId, Span};

/// The problem of a text that begins at `start` in the file.
pub(super) fn explain(
    source: SourceId,
    _layout: &Layout<'_>,
    text: &str,
    start: usize,
    error: &Error<Rule>,
) -> Diagnostic {
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let rest = text.get(at..).unwrap_or("");
    let found: String = rest.chars().take_while(|c| !c.is_whitespace()).collect();
    let span = Span::new(source, start + at, start + at + found.len());
    match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => {
            Unexpected { at: span, found, expected: format!("{positives:?}") }.into()
        }
        ErrorVariant::CustomError { .. } => TooDeep { at: span }.into(),
    }
}
