//! Facts written in tests: maps, lists, and scalars as they stand.

use pest::iterators::Pair;

use super::{Built, Ctx, child, children, name, record, refuse, string};
use crate::syntax::ast::{Change, Datum, DatumKind, Name};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{MissingComma, RepeatedKey};
use crate::text::Spanned;

/// A map, a list, a text or a scalar by the rule that made it.
pub(super) fn datum(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Datum> {
    let _level = ctx.level(1, pair)?;
    let kind = match pair.as_rule() {
        Rule::datum_map => DatumKind::Map(map(ctx, pair)?),
        Rule::datum_list => {
            record::separated(ctx, pair, Rule::datum)?;
            let values = children(pair, Rule::datum).map(|value| only(ctx, &value));
            DatumKind::List(values.collect::<Built<_>>()?)
        }
        Rule::datum_text => DatumKind::Text(string::text_in(ctx, pair)?.value),
        Rule::scalar => scalar(ctx, pair)?,
        _ => return ctx.internal(pair),
    };
    Ok(Datum { kind, span: ctx.span(pair) })
}

fn only(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Datum> {
    match pair.clone().into_inner().next() {
        Some(inner) => datum(ctx, &inner),
        None => ctx.internal(pair),
    }
}

fn map(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Vec<(Name, Datum)>> {
    record::separated(ctx, pair, Rule::entry)?;
    let mut entries: Vec<(Name, Datum)> = Vec::new();
    let mut seen = std::collections::BTreeMap::new();
    for part in children(pair, Rule::entry) {
        let key = key(ctx, &ctx.need(&part, Rule::entry_key)?);
        if let Some(first) = seen.insert(key.value.clone(), key.span) {
            return refuse(RepeatedKey { first, again: key });
        }
        let value = value(ctx, &part)?;
        entries.push((key, value));
    }
    Ok(entries)
}

fn key(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Name {
    let span = ctx.span(pair);
    match child(pair, Rule::string) {
        Some(text) => Name::new(string::text(ctx, &text).value.into(), span),
        None => Name::new(name::composed(&pair.as_str().replace('`', "")), span),
    }
}

/// The value of an entry or a change: its last child.
fn value(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Datum> {
    match pair.clone().into_inner().last() {
        Some(inner) => datum(ctx, &inner),
        None => ctx.internal(pair),
    }
}

/// A scalar as it stands. `a: 1 b: 2` on one line lacks a comma, which would otherwise become
/// part of the first value.
fn scalar(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<DatumKind> {
    let text = pair.as_str();
    if let Some(at) = text.find(": ").or_else(|| text.ends_with(':').then_some(text.len())) {
        let before = text.get(..at).unwrap_or("");
        let value = before.rfind(char::is_whitespace).unwrap_or(0);
        let start = ctx.span(pair).start as usize;
        return refuse(MissingComma { after: ctx.place(start, start + value) });
    }
    Ok(match text {
        "unknown" | "null" => DatumKind::Unknown,
        _ => DatumKind::Scalar(ungrouped(text)),
    })
}

/// The text without `_` between digits.
fn ungrouped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut digit = false;
    while let Some(letter) = letters.next() {
        let between = digit && letters.peek().is_some_and(char::is_ascii_digit);
        if letter == '_' && between {
            continue;
        }
        // A name such as `art_2_3` keeps its marks: only a run that begins with a digit counts.
        digit = letter.is_ascii_digit() && (digit || !out.ends_with(is_word));
        out.push(letter);
    }
    out
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The changes of `with { … }`.
pub(super) fn changes(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Vec<Change>> {
    record::separated(ctx, pair, Rule::change)?;
    children(pair, Rule::change).map(|part| change(ctx, &part)).collect()
}

fn change(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Change> {
    let path = fact_path(ctx, &ctx.need(pair, Rule::fact_path)?);
    let value = value(ctx, pair)?;
    let removed = value.kind == DatumKind::Scalar("missing".to_owned());
    Ok(Change { path, value: (!removed).then_some(value) })
}

/// The path of a fact as written.
pub(super) fn fact_path(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Spanned<String> {
    Spanned::new(name::composed(pair.as_str()).to_string(), ctx.span(pair))
}
