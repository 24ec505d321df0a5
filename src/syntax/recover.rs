//! Parsing one declaration, or one hole of a message, with all that can go wrong.
//!
//! In: a chunk. Out: what it declares, or the one problem that keeps it from being used. A chunk
//! counts only when all of it parses: an accepted prefix would change what a rule means.

use pest::Parser;
use pest::iterators::Pair;

use super::build::{Built, Ctx, Declared, declared};
use super::chunk::Chunk;
use super::explain::explain;
use super::grammar::{Grammar, Rule};
use super::layout::Layout;
use super::problems::Internal;
use crate::text::{SourceId, Span};

/// What a chunk declares.
pub(super) fn parse_chunk(source: SourceId, layout: &Layout<'_>, chunk: &Chunk) -> Built<Declared> {
    if let Some(problem) = &chunk.problem {
        return Err(Box::new(problem.clone()));
    }
    let text = layout.text().get(chunk.start..chunk.end).unwrap_or("");
    let pair = parse_whole(Rule::declaration, source, text, chunk.start)?;
    declared(&Ctx::new(source, layout, chunk.start), &pair)
}

/// The pairs of an expression in a hole, whose text begins at `start` in the file.
pub(super) fn parse_hole<'i>(
    source: SourceId,
    text: &'i str,
    start: usize,
) -> Built<Pair<'i, Rule>> {
    parse_whole(Rule::hole, source, text, start)
}

fn parse_whole<'i>(
    rule: Rule,
    source: SourceId,
    text: &'i str,
    start: usize,
) -> Built<Pair<'i, Rule>> {
    match Grammar::parse(rule, text) {
        Ok(mut pairs) => pairs.next().map_or_else(
            || {
                let at = Span::new(source, start, start + text.len());
                Err(Box::new(Internal { at }.into()))
            },
            Ok,
        ),
        Err(error) => Err(Box::new(explain(source, text, start, &error))),
    }
}
