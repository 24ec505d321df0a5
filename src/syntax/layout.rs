//! Lines, comments and documentation of a file, and where its words end.
//!
//! In: a text and its marks. Out: a [`Layout`] that answers in logarithmic time which line a
//! place is on, where a stretch ends once trailing space and comments are left off, and which
//! `##` lines stand before a declaration, a field or a member.

use super::scan::{Mark, MarkKind};

/// A `##` line.
struct Documentation<'a> {
    /// The start of the line.
    line: u32,
    /// The start of the next line.
    next: u32,
    /// The words after the mark.
    words: &'a str,
}

/// What is known of a file beside its declarations.
pub(super) struct Layout<'a> {
    text: &'a str,
    lines: Vec<u32>,
    /// Runs of space and comments, in order.
    trivia: Vec<(u32, u32)>,
    comments: Vec<(u32, u32)>,
    documentation: Vec<Documentation<'a>>,
    module: Vec<&'a str>,
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl<'a> Layout<'a> {
    /// Reads the layout off the marks of a text.
    pub(super) fn new(text: &'a str, marks: &[Mark]) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let mut layout = Self {
            text,
            lines: std::iter::once(0).chain(ends.map(|(at, _)| offset(at + 1))).collect(),
            trivia: Vec::new(),
            comments: Vec::new(),
            documentation: Vec::new(),
            module: Vec::new(),
        };
        for mark in marks {
            match mark.kind {
                MarkKind::Space => layout.add_trivia(mark),
                MarkKind::Comment => {
                    layout.add_trivia(mark);
                    layout.add_comment(mark);
                }
                _ => {}
            }
        }
        layout
    }

    fn add_trivia(&mut self, mark: &Mark) {
        let (start, end) = (offset(mark.start), offset(mark.end));
        match self.trivia.last_mut() {
            Some(last) if last.1 == start => last.1 = end,
            _ => self.trivia.push((start, end)),
        }
    }

    fn add_comment(&mut self, mark: &Mark) {
        self.comments.push((offset(mark.start), offset(mark.end)));
        let words = self.text.get(mark.start..mark.end).unwrap_or("").trim_end();
        let line = self.line_start(offset(mark.start));
        if !self.blank_before(line, offset(mark.start)) {
            return;
        }
        if let Some(words) = words.strip_prefix("##!") {
            self.module.push(words.strip_prefix(' ').unwrap_or(words));
        } else if let Some(words) = words.strip_prefix("##") {
            let words = words.strip_prefix(' ').unwrap_or(words);
            let next = offset(mark.end + 1);
            self.documentation.push(Documentation { line, next, words });
        }
    }

    fn line_start(&self, at: u32) -> u32 {
        self.line(at).checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or(0)
    }

    /// Whether only space and comments stand between the start of a line and a place on it.
    fn blank_before(&self, line: u32, at: u32) -> bool {
        let index = self.trivia.partition_point(|run| run.0 < at);
        let run = index.checked_sub(1).and_then(|index| self.trivia.get(index));
        at == line || run.is_some_and(|run| run.0 <= line && run.1 >= at)
    }

    /// The whole text.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The number of the line of a place, from 1.
    pub(super) fn line(&self, at: u32) -> usize {
        self.lines.partition_point(|start| *start <= at)
    }

    /// How many bytes a place is from the start of its line.
    pub(super) fn column(&self, at: u32) -> u32 {
        at - self.line_start(at)
    }

    /// The end of `start..end` without the space and comments at its end.
    pub(super) fn trimmed_end(&self, start: usize, end: usize) -> usize {
        let index = self.trivia.partition_point(|run| (run.0 as usize) < end);
        let run = index.checked_sub(1).and_then(|index| self.trivia.get(index));
        let end = match run {
            Some(run) if run.1 as usize >= end => (run.0 as usize).max(start),
            _ => end,
        };
        // The holes of messages lie in texts, where space is no trivia.
        start + self.text.get(start..end).map_or(0, |words| words.trim_end().len())
    }

    /// The `##` lines directly before the line of a place that is the first on its line.
    pub(super) fn documentation(&self, at: u32) -> Option<String> {
        let mut line = self.line_start(at);
        if !self.blank_before(line, at) {
            return None;
        }
        let mut words = Vec::new();
        while let Ok(index) = self.documentation.binary_search_by_key(&line, |doc| doc.next)
            && let Some(doc) = self.documentation.get(index)
        {
            words.push(doc.words);
            line = doc.line;
        }
        words.reverse();
        (!words.is_empty()).then(|| words.join("\n"))
    }

    /// The `##!` lines of the file.
    pub(super) fn module_documentation(&self) -> Option<String> {
        (!self.module.is_empty()).then(|| self.module.join("\n"))
    }

    /// All comments, documentation among them, in order.
    pub(super) fn comments(&self) -> impl Iterator<Item = (usize, usize)> {
        self.comments.iter().map(|(start, end)| (*start as usize, *end as usize))
    }
}
