//! From pest's error to a problem in the words of the language.
//!
//! In: the text that did not parse, pest's furthest position and the rules it tried there. Out:
//! one problem. The traps that people fall into are recognised first, each with its repair, in
//! this order: literals, foreign signs, spacing, texts, commas, words. What is left says what is
//! there and what is expected.

mod comma;
mod expected;
mod literal;
mod sign;
mod spacing;
mod text;
mod word;

use pest::error::{Error, ErrorVariant, InputLocation};

use super::grammar::Rule;
use super::problems::{TooDeep, Unexpected};
use super::scan::is_word;
use crate::diagnostic::Diagnostic;
use crate::text::{SourceId, Span};

/// The place at which a text stops to make sense.
struct Place<'t> {
    source: SourceId,
    text: &'t str,
    /// The offset of the place in the text.
    at: usize,
    /// The offset of the text in its file.
    start: usize,
    /// The rules that would have fitted.
    wanted: &'t [Rule],
}

impl<'t> Place<'t> {
    /// What stands at the place and after it.
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// What stands before the place, without space at its end.
    fn before(&self) -> &'t str {
        self.text.get(..self.at).unwrap_or("").trim_end()
    }

    /// `length` bytes from the place on.
    fn span(&self, length: usize) -> Span {
        let at = self.start + self.at;
        Span::new(self.source, at, at + length)
    }

    /// From an offset in the text, before the place, to `length` bytes after the place.
    fn span_from(&self, offset: usize, length: usize) -> Span {
        Span::new(self.source, self.start + offset, self.start + self.at + length)
    }

    /// The word at the place; empty when there is none.
    fn word(&self) -> &'t str {
        let rest = self.rest();
        rest.get(..rest.find(|c| !is_word(c)).unwrap_or(rest.len())).unwrap_or("")
    }

    fn wants(&self, rule: Rule) -> bool {
        self.wanted.contains(&rule)
    }
}

/// The problem of a text that begins at `start` in the file.
pub(super) fn explain(
    source: SourceId,
    text: &str,
    start: usize,
    error: &Error<Rule>,
) -> Diagnostic {
    let (InputLocation::Pos(at) | InputLocation::Span((at, _))) = error.location;
    let wanted = match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => positives.as_slice(),
        // The parser itself speaks only when the stack is used up.
        ErrorVariant::CustomError { .. } => {
            return TooDeep { at: Span::new(source, start + at, start + at) }.into();
        }
    };
    let place = Place { source, text, at, start, wanted };
    literal::find(&place)
        .or_else(|| sign::find(&place))
        .or_else(|| spacing::find(&place))
        .or_else(|| text::find(&place))
        .or_else(|| comma::find(&place))
        .or_else(|| word::find(&place))
        .unwrap_or_else(|| unexpected(&place))
}

fn unexpected(place: &Place<'_>) -> Diagnostic {
    let (found, length) = found(place.rest());
    let at = if length == 0 {
        let end = place.before().len();
        Span::new(place.source, place.start + end, place.start + end)
    } else {
        place.span(length)
    };
    Unexpected { at, found, expected: expected::expected(place.wanted) }.into()
}

/// What stands at the start of `rest`, as words of a message, and how long it is.
fn found(rest: &str) -> (String, usize) {
    let Some(first) = rest.chars().next() else { return ("the end".to_owned(), 0) };
    if first == '"' {
        let end = rest.get(1..).and_then(|inside| inside.find('"'));
        return ("a text".to_owned(), end.map_or(1, |end| end + 2));
    }
    let length = match rest.find(|c| !is_word(c)) {
        Some(0) => first.len_utf8(),
        Some(end) => end,
        None => rest.len(),
    };
    (format!("`{}`", rest.get(..length).unwrap_or("")), length)
}
