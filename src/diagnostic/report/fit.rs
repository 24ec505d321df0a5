//! Labels kept inside their text and short enough to draw.

use std::ops::Range;

use super::safe_text::{LONG_LINE, LONG_SPAN};
use crate::text::Source;

/// The most lines that a label is drawn over; a longer one shows only its first line.
const MANY_LINES: usize = 12;

/// A label's place as it is drawn.
pub(super) struct Fitted {
    /// The bytes to underline.
    pub(super) range: Range<usize>,
    /// How many further lines the label covers.
    pub(super) lines_left_out: usize,
}

/// Fits a place to a text: inside it, on character boundaries, at most [`MANY_LINES`] lines, and
/// at most [`LONG_SPAN`] bytes of a line that is too long to draw.
pub(super) fn fit(source: &Source, range: Range<usize>) -> Fitted {
    let text = source.text();
    let mut start = boundary(text, range.start);
    let mut end = boundary(text, range.end).max(start);
    // miette draws nothing behind the last line end, so a label there moves to the last words.
    let words_end = text.trim_end_matches(['\n', '\r']).len();
    if start >= words_end {
        start = words_end;
        end = words_end;
    }
    let first = source.line_at(start);
    let last = source.line_at(end.saturating_sub(1).max(start));
    let lines_left_out = if cannot_be_drawn(source, first, last) { last - first } else { 0 };
    let line_end = source.line_range(first).map_or(end, |line| line.end);
    if lines_left_out > 0 {
        end = line_end.max(start);
    }
    if is_long(source, first) && end - start > LONG_SPAN {
        end = boundary(text, start + LONG_SPAN);
    }
    Fitted { range: start..end, lines_left_out }
}

/// Whether the lines are too many, or several with a very long one among them.
fn cannot_be_drawn(source: &Source, first: usize, last: usize) -> bool {
    last > first && (last - first >= MANY_LINES || (first..=last).any(|line| is_long(source, line)))
}

/// Whether a line is too long to be drawn whole.
pub(super) fn is_long(source: &Source, line: usize) -> bool {
    source.line_range(line).is_some_and(|range| range.len() > LONG_LINE)
}

/// The nearest character boundary at or before an offset.
pub(super) fn boundary(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
