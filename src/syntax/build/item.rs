//! A whole declaration, dispatched by its kind.

use pest::iterators::Pair;

use super::{
    Built, Ctx, calendar, child, define, name, parameter, programme, record, rule, source, table,
    test,
};
use crate::syntax::ast::{Item, ItemKind, Path, Use};
use crate::syntax::grammar::Rule;

/// What a declaration adds to a module.
pub(crate) enum Declared {
    /// `module PATH`
    Module(Path),
    /// `use PATH as NAME`
    Use(Use),
    /// Any other declaration.
    Item(Box<Item>),
}

/// Reads a `declaration`.
pub(crate) fn declared(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Declared> {
    let Some(inner) = pair.clone().into_inner().next() else { return ctx.internal(pair) };
    match inner.as_rule() {
        Rule::module_line => Ok(Declared::Module(module_path(ctx, &inner)?)),
        Rule::use_line => Ok(Declared::Use(Use {
            path: module_path(ctx, &inner)?,
            alias: child(&inner, Rule::name).map(|word| name::name(ctx, &word)),
            span: ctx.span(&inner),
        })),
        _ => {
            let span = ctx.span(&inner);
            let documentation = ctx.layout().documentation(span.start);
            let kind = kind(ctx, &inner)?;
            Ok(Declared::Item(Box::new(Item { documentation, span, kind })))
        }
    }
}

fn module_path(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Path> {
    Ok(name::path(ctx, &ctx.need(pair, Rule::module_path)?))
}

fn kind(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ItemKind> {
    Ok(match pair.as_rule() {
        Rule::source_item => ItemKind::Source(source::source(ctx, pair)?),
        Rule::programme_item => ItemKind::Programme(programme::programme(ctx, pair)?),
        Rule::enum_item => ItemKind::Enum(record::enumeration(ctx, pair)?),
        Rule::record_item => ItemKind::Record(record::record(ctx, pair)?),
        Rule::define_item => ItemKind::Define(define::define(ctx, pair)?),
        Rule::parameter_item => ItemKind::Parameter(parameter::parameter(ctx, pair)?),
        Rule::table_item => ItemKind::Table(table::table(ctx, pair)?),
        Rule::calendar_item => ItemKind::Calendar(Box::new(calendar::calendar(ctx, pair)?)),
        Rule::reading_item => ItemKind::Reading(rule::reading(ctx, pair)?),
        Rule::fill_item => ItemKind::Fill(define::fill(ctx, pair)?),
        Rule::rule_item => ItemKind::Rule(rule::rule(ctx, pair)?),
        Rule::refine_item => ItemKind::Refine(rule::refine(ctx, pair)?),
        Rule::without_item => ItemKind::Without(rule::without(ctx, pair)?),
        Rule::prefer_item => ItemKind::Prefer(rule::prefer(ctx, pair)?),
        Rule::information_item => ItemKind::Information(rule::information(ctx, pair)?),
        Rule::test_item => ItemKind::Test(test::test(ctx, pair)?),
        _ => return ctx.internal(pair),
    })
}
