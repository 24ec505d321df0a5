//! Texts: one line with escapes, or several lines as they stand.

use pest::iterators::Pair;

use super::{Built, Ctx, children, has, refuse};
use crate::syntax::ast::{LanguageTag, Localised};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::RepeatedLanguage;
use crate::text::{Span, Spanned};

/// What stands between the quotation marks of a text.
pub(super) struct Inside<'i> {
    /// The characters as written.
    pub(super) raw: &'i str,
    /// The offset of the first of them in the file.
    pub(super) start: usize,
    /// The text has triple quotation marks, so nothing in it is special.
    pub(super) block: bool,
    /// The whole text with its quotation marks.
    pub(super) span: Span,
}

/// Takes the quotation marks off a `string`.
pub(super) fn inside<'i>(ctx: &Ctx<'_>, pair: &Pair<'i, Rule>) -> Inside<'i> {
    let block = has(pair, Rule::block_string);
    let (marks, width) = if block { ("\"\"\"", 3) } else { ("\"", 1) };
    let text = pair.as_str();
    let raw = text.strip_prefix(marks).and_then(|rest| rest.strip_suffix(marks)).unwrap_or(text);
    let span = ctx.span(pair);
    Inside { raw, start: span.start as usize + width, block, span }
}

/// A text with its escapes resolved; holes mean nothing here.
pub(super) fn text(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Spanned<String> {
    let inside = inside(ctx, pair);
    let value = if inside.block { dedented(inside.raw) } else { unescaped(inside.raw) };
    Spanned::new(value, inside.span)
}

/// A text whose characters all stand for themselves, save `\"` and `\\`: quotes of a source,
/// places in it and names of tests.
pub(super) fn raw_text(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Spanned<String> {
    let inside = inside(ctx, pair);
    let value = if inside.block {
        dedented(inside.raw)
    } else {
        inside.raw.replace("\\\"", "\"").replace("\\\\", "\\")
    };
    Spanned::new(value, inside.span)
}

/// The first text among the children, as it stands.
pub(super) fn raw_text_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<String>> {
    Ok(raw_text(ctx, &ctx.need(pair, Rule::string)?))
}

/// The first text among the children.
pub(super) fn text_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<String>> {
    Ok(text(ctx, &ctx.need(pair, Rule::string)?))
}

/// What an escaped character stands for; none when the backslash stands for itself.
pub(super) fn escaped(letter: char) -> Option<char> {
    match letter {
        '"' | '\\' | '{' | '}' => Some(letter),
        'n' => Some('\n'),
        't' => Some('\t'),
        _ => None,
    }
}

fn unescaped(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut letters = raw.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            out.push(letter);
            continue;
        }
        let Some(next) = letters.next() else { break };
        match escaped(next) {
            Some(meant) => out.push(meant),
            None => out.extend(['\\', next]),
        }
    }
    out
}

/// A text of several lines without the space that only indents it in the file.
pub(super) fn dedented(raw: &str) -> String {
    let raw = raw.replace("\r\n", "\n");
    let Some((first, rest)) = raw.split_once('\n') else { return raw };
    let filled = || rest.lines().filter(|line| !line.trim().is_empty());
    let indent = filled().map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let mut lines: Vec<&str> = Vec::new();
    if !first.trim().is_empty() {
        lines.push(first);
    }
    lines.extend(rest.lines().map(|line| line.get(indent..).unwrap_or("")));
    if lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    lines.join("\n")
}

/// A language tag.
pub(super) fn language(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> LanguageTag {
    Spanned::new(pair.as_str().into(), ctx.span(pair))
}

/// Texts by language, each read by `read`.
///
/// A language that stands twice is refused: one of the two texts would never be shown.
pub(super) fn localised<T>(
    ctx: &Ctx<'_>,
    pair: &Pair<'_, Rule>,
    read: impl Fn(&Ctx<'_>, &Pair<'_, Rule>) -> Built<Spanned<T>>,
) -> Built<Localised<T>> {
    let mut entries: Vec<(LanguageTag, Spanned<T>)> = Vec::new();
    for tagged in children(pair, Rule::tagged_text) {
        let tag = language(ctx, &ctx.need(&tagged, Rule::language)?);
        if let Some((first, _)) = entries.iter().find(|(known, _)| known.value == tag.value) {
            return refuse(RepeatedLanguage { first: first.span, again: tag });
        }
        entries.push((tag, read(ctx, &ctx.need(&tagged, Rule::string)?)?));
    }
    Ok(Localised { entries, span: ctx.span(pair) })
}

/// Texts by language without holes.
pub(super) fn localised_text(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Localised<String>> {
    localised(ctx, pair, |ctx, pair| Ok(text(ctx, pair)))
}

/// The texts by language among the children.
pub(super) fn localised_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Localised<String>> {
    localised_text(ctx, &ctx.need(pair, Rule::localised)?)
}
