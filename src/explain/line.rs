//! Lines of text whose parts say what they are, so that a terminal can colour them.

use std::fmt;

use crate::diagnostic::printable;

/// What a piece of text is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// Ordinary words.
    Text,
    /// A heading.
    Heading,
    /// Something that is well.
    Good,
    /// Something that refuses or cannot be computed.
    Bad,
    /// Something that lowers, delays or is not decided.
    Doubt,
    /// Something of less weight.
    Quiet,
    /// The name of a rule, a fact or a definition.
    Name,
    /// A quantity or another value.
    Value,
    /// A legal source.
    Source,
}

/// A piece of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segment {
    /// What it is.
    pub role: Role,
    /// The text, on one line and without control characters.
    pub text: String,
}

/// A line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Line {
    /// How many levels it is indented by; two spaces each.
    pub indent: usize,
    /// Its pieces, which join without anything between them.
    pub segments: Vec<Segment>,
}

impl Line {
    /// An empty line at a level.
    pub(super) fn at(indent: usize) -> Self {
        Self { indent, segments: Vec::new() }
    }

    /// Adds a piece. What a proposal or a rule file brings along cannot steer a terminal or
    /// break the line.
    pub(super) fn with(mut self, role: Role, text: impl AsRef<str>) -> Self {
        let text = printable(text.as_ref()).replace(['\n', '\r', '\t'], " ");
        if !text.is_empty() {
            self.segments.push(Segment { role, text });
        }
        self
    }

    /// Adds a space and a piece; nothing for an empty piece.
    pub(super) fn and(self, role: Role, text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        if text.is_empty() { self } else { self.with(Role::Text, " ").with(role, text) }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.segments.is_empty() {
            return Ok(());
        }
        for _ in 0..self.indent {
            f.write_str("  ")?;
        }
        self.segments.iter().try_for_each(|segment| f.write_str(&segment.text))
    }
}

/// Several lines, displayed as plain text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lines(pub Vec<Line>);

impl Lines {
    /// Adds a line.
    pub(super) fn push(&mut self, line: Line) {
        self.0.push(line);
    }

    /// Adds an empty line and a heading.
    pub(super) fn heading(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.push(Line::default());
        }
        self.push(Line::at(0).with(Role::Heading, text));
    }
}

impl fmt::Display for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
