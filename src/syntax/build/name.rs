//! Names and paths.

use std::sync::Arc;

use pest::iterators::Pair;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Built, Ctx, children};
use crate::syntax::ast::{Expr, ExprKind, Name, Path};
use crate::syntax::grammar::Rule;

/// A name, without back-ticks and in Unicode's composed form.
pub(super) fn name(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Name {
    Name::new(composed(pair.as_str().trim_matches('`')), ctx.span(pair))
}

/// A word in Unicode's composed form.
pub(super) fn composed(word: &str) -> Arc<str> {
    if is_nfc(word) { Arc::from(word) } else { Arc::from(word.nfc().collect::<String>()) }
}

/// The first name among the children.
pub(super) fn name_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Name> {
    Ok(name(ctx, &ctx.need(pair, Rule::name)?))
}

/// A path of names with dots.
pub(super) fn path(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Path {
    let names =
        pair.clone().into_inner().filter(|p| matches!(p.as_rule(), Rule::name | Rule::word));
    Path { segments: names.map(|p| name(ctx, &p)).collect(), span: ctx.span(pair) }
}

/// The first path among the children.
pub(super) fn path_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Path> {
    Ok(path(ctx, &ctx.need(pair, Rule::path)?))
}

/// All paths among the children.
pub(super) fn paths_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Vec<Path> {
    children(pair, Rule::path).map(|p| path(ctx, &p)).collect()
}

/// A path where a value stands: a name and fields of it.
pub(super) fn path_expression(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let path = path(ctx, pair);
    let mut names = path.segments.into_iter();
    let Some(first) = names.next() else { return ctx.internal(pair) };
    let start = Expr { span: first.span, kind: ExprKind::Name(first) };
    let _level = ctx.level(names.len(), pair)?;
    Ok(names.fold(start, |base, name| Expr {
        span: base.span.to(name.span),
        kind: ExprKind::Field { base: Box::new(base), name },
    }))
}
