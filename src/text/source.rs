//! Texts with a name and a line index.

use std::sync::Arc;

use super::{SourceId, Span};

/// One text: a rule file, a proposal, or a table beside them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    name: Arc<str>,
    text: Arc<str>,
    line_starts: Arc<[u32]>,
}

/// A place as a person counts it: line and column from 1, the column in characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Source {
    /// A source with the name that diagnostics show for it (usually a relative path).
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let starts = std::iter::once(0)
            .chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1))
            .map(|i| u32::try_from(i).unwrap_or(u32::MAX));
        let line_starts = starts.collect();
        Self { name: name.into(), text, line_starts }
    }

    /// The name shown in diagnostics.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of a span; empty when the span does not lie in this text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    ///
    /// ```
    /// use subvent::text::Source;
    /// let source = Source::new("a", "kwota\nŁódź x");
    /// let at = source.position(source.text().find('x').unwrap());
    /// assert_eq!((at.line, at.column), (2, 6));
    /// ```
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let index = self.line_starts.partition_point(|start| *start as usize <= offset);
        let start = index
            .checked_sub(1)
            .and_then(|i| self.line_starts.get(i))
            .map_or(0, |start| *start as usize);
        let before = self.text.get(start..offset).unwrap_or("");
        Position { line: index.max(1), column: before.chars().count() + 1 }
    }

    /// The text of a line counted from 1, without its line end.
    #[must_use]
    pub fn line(&self, line: usize) -> Option<&str> {
        let start = *self.line_starts.get(line.checked_sub(1)?)? as usize;
        let end = self.line_starts.get(line).map_or(self.text.len(), |next| *next as usize);
        Some(self.text.get(start..end)?.trim_end_matches(['\n', '\r']))
    }

    /// The number of the line, from 1, that a byte offset lies in; an offset past the end lies
    /// in the last line.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        self.line_starts.partition_point(|start| *start as usize <= offset).max(1)
    }

    /// The bytes of a line counted from 1, without its line end.
    ///
    /// ```
    /// use subvent::text::Source;
    /// let source = Source::new("a", "Łódź\r\nx");
    /// assert_eq!(source.line_range(1), Some(0..7));
    /// assert_eq!(source.line_range(2), Some(9..10));
    /// ```
    #[must_use]
    pub fn line_range(&self, line: usize) -> Option<std::ops::Range<usize>> {
        let start = *self.line_starts.get(line.checked_sub(1)?)? as usize;
        Some(start..start + self.line(line)?.len())
    }

    /// How many lines the text has; an empty text has one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }
}

/// All sources of a set of rules, or of rules and one proposal.
///
/// Sources are shared: a clone is cheap, and [`SourceMap::with`] adds a proposal to the rules'
/// sources without touching them.
#[derive(Clone, Default, Debug)]
pub struct SourceMap {
    sources: Vec<Arc<Source>>,
}

impl SourceMap {
    /// A map without sources.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a source and returns its number.
    pub fn add(&mut self, source: impl Into<Arc<Source>>) -> SourceId {
        self.sources.push(source.into());
        SourceId::new(self.sources.len() - 1)
    }

    /// This map and one more source, which gets the number [`SourceMap::next_id`].
    #[must_use]
    pub fn with(&self, source: impl Into<Arc<Source>>) -> Self {
        let mut map = self.clone();
        map.add(source);
        map
    }

    /// The number that the next source will get.
    #[must_use]
    pub fn next_id(&self) -> SourceId {
        SourceId::new(self.sources.len())
    }

    /// The source with this number.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&Arc<Source>> {
        self.sources.get(id.index())
    }

    /// The words of a span, empty when its source is not in the map.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).map_or("", |source| source.slice(span))
    }

    /// Line and column of the start of a span.
    #[must_use]
    pub fn position(&self, span: Span) -> Position {
        let start = span.start as usize;
        self.get(span.source)
            .map_or(Position { line: 1, column: 1 }, |source| source.position(start))
    }

    /// All sources in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Arc<Source>)> {
        self.sources.iter().enumerate().map(|(index, source)| (SourceId::new(index), source))
    }
}
