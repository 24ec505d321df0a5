//! Messages: words with expressions in braces, each parsed in place.

use pest::iterators::Pair;

use super::string::{dedented, escaped, inside};
use super::{Built, Ctx, expression, refuse};
use crate::syntax::ast::{Localised, Template, TemplatePart};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::BadHole;
use crate::syntax::recover::parse_hole;
use crate::text::Spanned;

/// The messages by language among the children.
pub(super) fn message_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Localised<Template>> {
    super::string::localised(ctx, &ctx.need(pair, Rule::localised)?, template)
}

/// A text with holes; with triple quotation marks it has none.
fn template(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<Template>> {
    let inside = inside(ctx, pair);
    let parts = if inside.block {
        vec![TemplatePart::Text(dedented(inside.raw))]
    } else {
        parts(ctx, inside.raw, inside.start)?
    };
    Ok(Spanned::new(Template { parts }, inside.span))
}

/// Cuts `raw`, which begins at `start` in the file, into words and holes.
fn parts(ctx: &Ctx<'_>, raw: &str, start: usize) -> Built<Vec<TemplatePart>> {
    let mut parts = Vec::new();
    let mut words = String::new();
    let mut letters = raw.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some((_, next)) if escaped(next).is_some() => words.extend(escaped(next)),
                Some((_, next)) => words.extend(['\\', next]),
                None => words.push('\\'),
            },
            '{' => {
                let rest = letters.as_str();
                let Some(length) = hole_length(rest) else {
                    return refuse(BadHole::unclosed(ctx.place(start + at, start + at + 1)));
                };
                if !words.is_empty() {
                    parts.push(TemplatePart::Text(std::mem::take(&mut words)));
                }
                parts.push(hole(ctx, rest.get(..length).unwrap_or(""), start + at + 1)?);
                // The brace that ends the hole is the last of these bytes.
                while letters.offset() < at + 1 + length + 1 && letters.next().is_some() {}
            }
            _ => words.push(letter),
        }
    }
    if !words.is_empty() {
        parts.push(TemplatePart::Text(words));
    }
    Ok(parts)
}

/// How long a hole is that begins at the start of `rest`; forms in it may have braces.
fn hole_length(rest: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, letter) in rest.char_indices() {
        match letter {
            '{' => open += 1,
            '}' if open == 0 => return Some(at),
            '}' => open -= 1,
            _ => {}
        }
    }
    None
}

/// The expression in a hole that begins at `start` in the file.
fn hole(ctx: &Ctx<'_>, text: &str, start: usize) -> Built<TemplatePart> {
    if text.trim().is_empty() {
        return refuse(BadHole::empty(ctx.place(start - 1, start + text.len() + 1)));
    }
    let inner = ctx.at(start);
    let pair = parse_hole(inner.source, text, start)?;
    let found = inner.need(&pair, Rule::expression)?;
    Ok(TemplatePart::Hole(Box::new(expression(&inner, found)?)))
}
