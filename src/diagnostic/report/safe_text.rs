//! A source text as miette may see it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::fit::{boundary, is_long};
use super::printable::printable;
use crate::text::{Source, SourceId, SourceMap};

/// Lines of more bytes are drawn as a window.
pub(super) const LONG_LINE: usize = 2_000;
/// The bytes shown on each side of a label in a window.
const MARGIN: usize = 120;
/// The most bytes that a label covers in a window.
pub(super) const LONG_SPAN: usize = 240;

/// A text without harmful characters that hands out at most a window of a very long line.
///
/// miette formats columns with a width of 16 bits and panics beyond; a minified JSON proposal
/// would take a service down.
#[derive(Clone)]
pub(super) struct SafeText {
    source: Arc<Source>,
}

impl SafeText {
    /// The text of a source; it is copied only when something in it had to be replaced, or when
    /// its last line has no end, since miette draws no label there.
    pub(super) fn new(source: &Arc<Source>) -> Self {
        let name = printable(source.name()).replace(['\n', '\t'], "?");
        let text = printable(source.text());
        if name == source.name() && text == source.text() && text.ends_with('\n') {
            return Self { source: Arc::clone(source) };
        }
        let mut text = text.into_owned();
        if !text.ends_with('\n') {
            text.push('\n');
        }
        Self { source: Arc::new(Source::new(name, text)) }
    }

    /// The text: every byte where it is in the original, and a line end after the last line.
    pub(super) fn source(&self) -> &Source {
        &self.source
    }

    /// The bytes to show for a span with context around it; `None` when they are too many.
    fn window(&self, span: &Range<usize>, before: usize, after: usize) -> Option<Range<usize>> {
        let source = &*self.source;
        let first = source.line_at(span.start);
        let last = source.line_at(span.end.saturating_sub(1).max(span.start));
        if (first..=last).any(|line| is_long(source, line)) {
            let line = self.whole_line(first)?;
            // Labels are cut to fit; only the sum of two far from each other does not, and then
            // miette draws them apart. A label that begins within the other's margin does fit.
            if first != last || span.len() > 2 * LONG_SPAN + MARGIN {
                return None;
            }
            let start = boundary(source.text(), span.start.saturating_sub(MARGIN));
            let end = boundary(source.text(), span.end + MARGIN);
            return Some(start.max(line.start)..end.min(line.end).max(span.end));
        }
        let short = |line: &usize| !is_long(source, *line);
        let above = (1..first).rev().take(before).take_while(short).last().unwrap_or(first);
        let below =
            (last + 1..=source.line_count()).take(after).take_while(short).last().unwrap_or(last);
        let (above, below) = (self.whole_line(above)?, self.whole_line(below)?);
        Some(above.start..below.end.max(span.end))
    }

    /// The bytes of a line with its line end: miette draws an empty label only before a byte.
    fn whole_line(&self, line: usize) -> Option<Range<usize>> {
        let start = self.source.line_range(line)?.start;
        let next = self.source.line_range(line + 1);
        Some(start..next.map_or(self.source.text().len(), |next| next.start))
    }
}

impl SourceCode for SafeText {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context_lines_before: usize,
        context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let text = self.source.text();
        let start = boundary(text, span.offset());
        let end = boundary(text, span.offset().saturating_add(span.len())).max(start);
        let bytes = if context_lines_before == 0 && context_lines_after == 0 {
            start..end
        } else {
            self.window(&(start..end), context_lines_before, context_lines_after)
                .ok_or(MietteError::OutOfBounds)?
        };
        let data = text.get(bytes.clone()).unwrap_or("");
        let position = self.source.position(bytes.start);
        Ok(Box::new(MietteSpanContents::new_named(
            self.source.name().to_owned(),
            data.as_bytes(),
            (bytes.start, bytes.len()).into(),
            position.line.saturating_sub(1),
            position.column.saturating_sub(1),
            data.matches('\n').count(),
        )))
    }
}

impl std::fmt::Debug for SafeText {
    /// The name only: a text may be long, and personal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("SafeText").field(&self.source.name()).finish()
    }
}

/// The safe texts of a map, each made once and only when a problem points into it.
pub(in crate::diagnostic) struct SafeTexts<'m> {
    sources: &'m SourceMap,
    made: BTreeMap<SourceId, SafeText>,
}

impl<'m> SafeTexts<'m> {
    /// Texts for the sources of a map.
    pub(in crate::diagnostic) fn new(sources: &'m SourceMap) -> Self {
        Self { sources, made: BTreeMap::new() }
    }

    /// The text of a source; `None` for a source that is not in the map.
    pub(super) fn get(&mut self, id: SourceId) -> Option<SafeText> {
        let source = self.sources.get(id)?;
        Some(self.made.entry(id).or_insert_with(|| SafeText::new(source)).clone())
    }
}
