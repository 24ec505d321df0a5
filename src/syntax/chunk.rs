//! The declarations of a file by its layout, before any of them is parsed.
//!
//! In: the marks of a file. Out: [`Chunk`]s, each from a word at the left margin that begins a
//! declaration to the next such word. So one mistake costs one declaration: whatever is wrong
//! inside a chunk, the next begins at its own margin. What the layout alone shows to be wrong
//! (brackets, quotation marks, indentation, unknown words) is already in the chunk's problem.

use super::layout::Layout;
use super::parse::MAX_DECLARATIONS;
use super::problems::{
    NotIndented, StrayClose, TooNested, Unclosed, UnclosedText, UnknownDeclaration,
};
use super::scan::{Mark, MarkKind, is_word};
use super::words;
use crate::diagnostic::Diagnostic;
use crate::text::{SourceId, Span};

/// How deep brackets may be nested.
///
/// At this depth the parser stays well within the 2 MiB that a thread has by default, even
/// without optimisation, whichever form the brackets belong to.
pub(super) const MAX_NESTING: usize = 64;

/// A stretch of text that should be one declaration.
pub(super) struct Chunk {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Where it ends, in bytes.
    pub(super) end: usize,
    /// What keeps it from being parsed.
    pub(super) problem: Option<Diagnostic>,
}

/// Cuts a file into declarations, and stops at the first one too many.
pub(super) fn chunks(source: SourceId, layout: &Layout<'_>, marks: &[Mark]) -> Vec<Chunk> {
    let mut cutter = Cutter { source, layout, chunks: Vec::new(), open: Vec::new() };
    for mark in marks {
        if cutter.chunks.len() > MAX_DECLARATIONS {
            break;
        }
        if !matches!(mark.kind, MarkKind::Space | MarkKind::Comment) {
            cutter.add(mark);
        }
    }
    cutter.finish(layout.text().len());
    cutter.chunks
}

struct Cutter<'l, 'a> {
    source: SourceId,
    layout: &'l Layout<'a>,
    chunks: Vec<Chunk>,
    /// The brackets that are open in the last chunk.
    open: Vec<(char, usize)>,
}

impl Cutter<'_, '_> {
    fn add(&mut self, mark: &Mark) {
        let word = self.layout.text().get(mark.start..mark.end).unwrap_or("");
        if self.at_margin(mark.start) {
            self.at_the_margin(mark, word);
        }
        match mark.kind {
            MarkKind::Open(bracket) => self.open(bracket, mark.start),
            MarkKind::Close(bracket) => self.close(bracket, mark),
            MarkKind::OpenText => {
                let block = word.starts_with("\"\"\"");
                let words = if block { 3 } else { word.trim_end().len() };
                let at = self.span(mark.start, mark.start + words);
                self.refuse(UnclosedText { at, block });
            }
            _ => {}
        }
    }

    fn at_margin(&self, at: usize) -> bool {
        let before = self.layout.text().get(..at).and_then(|text| text.chars().next_back());
        matches!(before, None | Some('\n' | '\u{FEFF}'))
    }

    fn at_the_margin(&mut self, mark: &Mark, word: &str) {
        let starts = mark.kind == MarkKind::Word && words::DECLARATIONS.contains(&word);
        if starts && !self.is_key(mark.end) {
            self.begin(mark.start, None);
            return;
        }
        if matches!(mark.kind, MarkKind::Close(_)) {
            if self.chunks.is_empty() {
                self.begin(mark.start, None);
            }
            return;
        }
        let at = self.span(mark.start, mark.end);
        if !self.chunks.is_empty() && (!self.open.is_empty() || is_inner(mark, word)) {
            self.refuse(NotIndented { at });
        } else {
            let word = word.to_owned();
            self.begin(mark.start, Some(UnknownDeclaration { at, word }.into()));
        }
    }

    /// Whether a colon follows, so that the word is the name of a field.
    fn is_key(&self, end: usize) -> bool {
        let rest = self.layout.text().get(end..).unwrap_or("");
        rest.trim_start_matches([' ', '\t']).starts_with(':')
    }

    fn begin(&mut self, start: usize, problem: Option<Diagnostic>) {
        self.finish(start);
        self.chunks.push(Chunk { start, end: start, problem });
    }

    /// Ends the last chunk.
    fn finish(&mut self, end: usize) {
        if let Some((bracket, at)) = self.open.first().copied() {
            let found = self.layout.trimmed_end(at, end);
            let (open, before) = (self.span(at, at + 1), self.span(found, found));
            self.refuse(Unclosed { bracket, open, before });
        }
        self.open.clear();
        if let Some(last) = self.chunks.last_mut() {
            last.end = end;
        }
    }

    fn open(&mut self, bracket: char, at: usize) {
        if self.open.len() >= MAX_NESTING {
            let at = self.span(at, at + 1);
            self.refuse(TooNested { at, limit: MAX_NESTING });
        }
        self.open.push((bracket, at));
    }

    fn close(&mut self, bracket: char, mark: &Mark) {
        let at = self.span(mark.start, mark.end);
        match self.open.pop() {
            None => self.refuse(StrayClose { at, bracket }),
            Some((open, _)) if words::partner(open) == bracket => {}
            Some((open, start)) => {
                let opened = self.span(start, start + 1);
                self.refuse(Unclosed { bracket: open, open: opened, before: at });
                while let Some((open, _)) = self.open.last().copied()
                    && words::partner(open) != bracket
                {
                    self.open.pop();
                }
                self.open.pop();
            }
        }
    }

    /// Notes what is wrong with the last chunk, unless something already is.
    fn refuse(&mut self, problem: impl Into<Diagnostic>) {
        if let Some(last) = self.chunks.last_mut()
            && last.problem.is_none()
        {
            last.problem = Some(problem.into());
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, start, end)
    }
}

/// Whether a mark at the margin is rather a part of the declaration before it.
fn is_inner(mark: &Mark, word: &str) -> bool {
    mark.kind != MarkKind::Word
        || words::CLAUSES.contains(&word)
        || !word.starts_with(|letter: char| is_word(letter) && !letter.is_numeric())
}
