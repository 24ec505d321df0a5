//! Makes the tree of the parser's events, without recursion, and applies the policy.

use granit_parser::{Event, ScalarStyle as Quoting, Span as Range};

use crate::data::limits::{Budget, Stop};
use crate::data::map::MapBuilder;
use crate::data::problems::{Anchor, KeyFault, KeyKind, Reuse, SecondDocument, Tag};
use crate::data::{DataNode, DataValue, Scalar, ScalarStyle};
use crate::diagnostic::Diagnostics;
use crate::text::{SourceId, Span, Spanned};

/// Whether the reader should go on.
pub(super) enum Next {
    /// There may be more.
    More,
    /// The first document is complete.
    Enough,
}

/// The tree under construction.
pub(super) struct Builder<'t, 'l, 'd> {
    source: SourceId,
    text: &'t str,
    budget: Budget<'l>,
    found: &'d mut Diagnostics,
    open: Vec<Frame>,
    root: Option<DataNode>,
    documents: usize,
}

/// A list or map that is not complete.
struct Frame {
    /// From its first sign to the last one read.
    span: Span,
    content: Content,
}

enum Content {
    List(Vec<DataNode>),
    Map { entries: MapBuilder, key: Key },
}

/// Which half of an entry a map expects, and what its key was.
enum Key {
    Expected,
    Read(Spanned<String>),
    /// A key that was reported; its value is dropped.
    Refused,
}

impl<'t, 'l, 'd> Builder<'t, 'l, 'd> {
    pub(super) fn new(
        source: SourceId,
        text: &'t str,
        budget: Budget<'l>,
        found: &'d mut Diagnostics,
    ) -> Self {
        Self { source, text, budget, found, open: Vec::new(), root: None, documents: 0 }
    }

    /// The finished tree; `None` for a text without a value.
    pub(super) fn finish(self) -> Option<DataNode> {
        self.root
    }

    /// Takes one event. An error is a problem after which reading makes no sense.
    pub(super) fn take(&mut self, event: Event<'_>, range: &Range) -> Result<Next, Stop> {
        let span = self.place(range);
        match event {
            Event::DocumentStart(..) => return Ok(self.start_document(span)),
            Event::Scalar(text, quoting, _, tag) => {
                self.refuse_tag(tag.is_some(), range, span);
                self.scalar(&text, quoting, span)?;
            }
            Event::SequenceStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), range, span);
                self.start(Content::List(Vec::new()), span)?;
            }
            Event::MappingStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), range, span);
                let content = Content::Map { entries: MapBuilder::default(), key: Key::Expected };
                self.start(content, span)?;
            }
            Event::SequenceEnd => self.end(span, "]"),
            Event::MappingEnd => self.end(span, "}"),
            Event::Anchor(..) => self.found.push(Anchor { reuse: Reuse::Anchor, span }),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.found.push(Anchor { reuse: Reuse::Alias, span });
                self.budget.node(span)?;
                self.alias(span);
            }
            // Stream and document ends say nothing, and comments are not asked for.
            _ => {}
        }
        Ok(Next::More)
    }

    /// A range of the parser as a span, kept inside the text and on character boundaries.
    fn place(&self, range: &Range) -> Span {
        let bytes = range.byte_range().unwrap_or(0..0);
        if self.text.get(bytes.clone()).is_some() {
            return Span::new(self.source, bytes.start, bytes.end);
        }
        debug_assert!(false, "the YAML parser gave a range outside the text");
        Span::new(self.source, 0, 0)
    }

    fn start_document(&mut self, span: Span) -> Next {
        self.documents += 1;
        if self.documents == 1 {
            return Next::More;
        }
        self.found.push(SecondDocument { span });
        Next::Enough
    }

    fn refuse_tag(&mut self, tagged: bool, range: &Range, value: Span) {
        if tagged {
            let span = range.tag_span().map_or(value, |tag| self.place(&tag));
            self.found.push(Tag { span, value });
        }
    }

    fn scalar(&mut self, text: &str, quoting: Quoting, span: Span) -> Result<(), Stop> {
        self.budget.node(span)?;
        let span = self.without_line_ends(span, quoting);
        self.budget.words(text, span)?;
        let style = match quoting {
            Quoting::Plain => ScalarStyle::Plain,
            _ => ScalarStyle::Quoted,
        };
        if self.expects_key() {
            let key = self.key(text, style, span);
            self.set_key(key);
            return Ok(());
        }
        let value = match (style, text) {
            // The parser gives `~` with an empty range for a value that is not written at all.
            (ScalarStyle::Plain, "" | "~" | "null") => DataValue::Null,
            _ => DataValue::Scalar(Scalar { text: text.to_owned(), style }),
        };
        self.add(DataNode { span, value });
        Ok(())
    }

    /// A block of text reaches, for the parser, into the blank lines behind it.
    fn without_line_ends(&self, span: Span, quoting: Quoting) -> Span {
        if !matches!(quoting, Quoting::Literal | Quoting::Folded) {
            return span;
        }
        let words = self.text.get(span.range()).unwrap_or("");
        let start = span.start as usize;
        Span::new(self.source, start, start + words.trim_end().len())
    }

    /// A scalar in the place of a key: a name, or a reported fault.
    fn key(&mut self, text: &str, style: ScalarStyle, span: Span) -> Key {
        if style == ScalarStyle::Plain && span.is_empty() {
            self.found.push(KeyKind { fault: KeyFault::Empty, span });
            return Key::Refused;
        }
        if style == ScalarStyle::Plain && text == "<<" {
            self.found.push(Anchor { reuse: Reuse::Merge, span });
            return Key::Refused;
        }
        Key::Read(Spanned::new(text.to_owned(), span))
    }

    /// An alias: nothing in the place of a value, refused in the place of a key.
    fn alias(&mut self, span: Span) {
        if self.expects_key() {
            self.set_key(Key::Refused);
        } else {
            self.add(DataNode { span, value: DataValue::Null });
        }
    }

    fn start(&mut self, content: Content, span: Span) -> Result<(), Stop> {
        self.budget.node(span)?;
        self.budget.depth(self.open.len(), span)?;
        self.open.push(Frame { span, content });
        Ok(())
    }

    /// Closes the innermost list or map; `bracket` is its closing sign when it has one.
    fn end(&mut self, span: Span, bracket: &str) {
        let Some(frame) = self.open.pop() else {
            return;
        };
        // A block ends, for the parser, where the next thing begins; for a reader it ends with
        // its last value.
        let closed = self.text.get(span.range()) == Some(bracket);
        let span = if closed { frame.span.to(span) } else { frame.span };
        let value = match frame.content {
            Content::List(items) => DataValue::List(items),
            Content::Map { entries, .. } => entries.finish(),
        };
        if self.expects_key() {
            let is_list = matches!(value, DataValue::List(_));
            let fault = if is_list { KeyFault::List } else { KeyFault::Map };
            self.found.push(KeyKind { fault, span });
            self.set_key(Key::Refused);
            return;
        }
        self.add(DataNode { span, value });
    }

    fn expects_key(&self) -> bool {
        let content = self.open.last().map(|frame| &frame.content);
        matches!(content, Some(Content::Map { key: Key::Expected, .. }))
    }

    fn set_key(&mut self, new: Key) {
        if let Some(Frame { content: Content::Map { key, .. }, span }) = self.open.last_mut() {
            if let Key::Read(name) = &new {
                *span = span.to(name.span);
            }
            *key = new;
        }
    }

    /// Puts a value where it belongs.
    fn add(&mut self, node: DataNode) {
        let Some(frame) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        frame.span = frame.span.to(node.span);
        match &mut frame.content {
            Content::List(items) => items.push(node),
            Content::Map { entries, key } => {
                if let Key::Read(name) = std::mem::replace(key, Key::Expected) {
                    entries.add(name, node, self.found);
                }
            }
        }
    }
}
