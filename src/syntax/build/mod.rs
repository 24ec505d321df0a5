//! From pest's pairs to the syntax tree: one file a construct.
//!
//! In: the pairs of one declaration that parsed. Out: an [`Item`](super::ast::Item), or the one
//! problem that keeps the declaration from being used. Builders look for children by rule, so
//! that words of the language among them do not matter.

mod calendar;
mod chain;
mod citation;
mod clause;
mod comparison;
mod consequence;
mod datum;
mod deadline;
mod define;
mod edge;
mod expect;
mod expression;
mod form;
mod item;
mod list;
mod literal;
mod name;
mod parameter;
mod programme;
mod record;
mod reference;
mod rule;
mod source;
mod string;
mod table;
mod template;
mod test;
mod types;
mod validity;

use std::cell::Cell;

use pest::iterators::Pair;

pub(super) use expression::expression;
pub(super) use item::{Declared, declared};

use super::grammar::Rule;
use super::layout::Layout;
use super::problems::{Internal, TooDeep};
use crate::diagnostic::Diagnostic;
use crate::text::{SourceId, Span};

/// The problem that keeps a declaration from being used.
pub(super) type Refusal = Box<Diagnostic>;

/// A part of the tree, or why there is none.
pub(super) type Built<T> = Result<T, Refusal>;

/// How deep a tree may be, counted in operands of operands.
///
/// Later phases walk trees by recursion; this bound keeps them within a thread's stack.
pub(super) const MAX_DEPTH: usize = 200;

/// Refuses the declaration.
pub(super) fn refuse<T>(problem: impl Into<Diagnostic>) -> Built<T> {
    Err(Box::new(problem.into()))
}

/// Where the pairs at hand lie in their file.
pub(super) struct Ctx<'a> {
    source: SourceId,
    layout: &'a Layout<'a>,
    base: usize,
    depth: Cell<usize>,
}

/// Keeps count of the depth while it lives.
pub(super) struct Level<'c> {
    depth: &'c Cell<usize>,
    by: usize,
}

impl Drop for Level<'_> {
    fn drop(&mut self) {
        self.depth.set(self.depth.get().saturating_sub(self.by));
    }
}

impl<'a> Ctx<'a> {
    /// A context for pairs whose text begins at `base` in the file.
    pub(super) fn new(source: SourceId, layout: &'a Layout<'a>, base: usize) -> Self {
        Self { source, layout, base, depth: Cell::new(0) }
    }

    /// The same file, for a text that begins at another place in it.
    fn at(&self, base: usize) -> Self {
        Self { base, depth: Cell::new(self.depth.get()), ..*self }
    }

    /// The layout of the file.
    fn layout(&self) -> &'a Layout<'a> {
        self.layout
    }

    /// The place of a pair, without the space and comments that pest leaves at its end.
    fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let span = pair.as_span();
        let (start, end) = (self.base + span.start(), self.base + span.end());
        Span::new(self.source, start, self.layout.trimmed_end(start, end))
    }

    /// A place in the file.
    fn place(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, start, end)
    }

    /// Goes `by` levels deeper until the returned value is dropped.
    fn level(&self, by: usize, at: &Pair<'_, Rule>) -> Built<Level<'_>> {
        let depth = self.depth.get() + by;
        if depth > MAX_DEPTH {
            return refuse(TooDeep { at: self.span(at) });
        }
        self.depth.set(depth);
        Ok(Level { depth: &self.depth, by })
    }

    /// A child that the grammar promises.
    fn need<'i>(&self, pair: &Pair<'i, Rule>, rule: Rule) -> Built<Pair<'i, Rule>> {
        child(pair, rule).map_or_else(|| self.internal(pair), Ok)
    }

    /// Our own mistake: grammar and builder do not agree.
    fn internal<T>(&self, pair: &Pair<'_, Rule>) -> Built<T> {
        debug_assert!(false, "the builder does not know the shape of {pair:?}");
        refuse(Internal { at: self.span(pair) })
    }

    /// Whether `part` belongs to `owner` by the layout: it begins on the line on which what
    /// comes before it ends, or it is indented deeper than its owner.
    fn belongs(&self, part: Span, before: Span, owner: Span) -> bool {
        let layout = self.layout;
        layout.line(part.start) == layout.line(before.end)
            || layout.column(part.start) > layout.column(owner.start)
    }
}

/// The first child made by a rule.
fn child<'i>(pair: &Pair<'i, Rule>, rule: Rule) -> Option<Pair<'i, Rule>> {
    pair.clone().into_inner().find(|inner| inner.as_rule() == rule)
}

/// Whether a rule made one of the children.
fn has(pair: &Pair<'_, Rule>, rule: Rule) -> bool {
    child(pair, rule).is_some()
}

/// All children made by a rule.
fn children<'i>(pair: &Pair<'i, Rule>, rule: Rule) -> impl Iterator<Item = Pair<'i, Rule>> {
    pair.clone().into_inner().filter(move |inner| inner.as_rule() == rule)
}
