//! `parameter`: values by date, and by key.

use pest::iterators::Pair;

use super::define::own_citations;
use super::source::once;
use super::{
    Built, Ctx, child, citation, expression, literal, name, refuse, string, table, types, validity,
};
use crate::syntax::ast::{ParameterBody, ParameterDecl, ParameterVersion};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::NoValue;

/// `parameter NAME(KEYS): T { … }` or `parameter NAME: T = VALUE`
pub(super) fn parameter(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ParameterDecl> {
    let mark = ctx.need(pair, Rule::type_mark)?;
    let mut decl = ParameterDecl {
        name: name::name_in(ctx, pair)?,
        params: types::params_in(ctx, pair)?,
        ty: types::type_in(ctx, &mark)?,
        versions: Vec::new(),
        unknown_after: None,
        title: None,
        cite: Vec::new(),
    };
    if let Some(short) = child(pair, Rule::parameter_short) {
        decl.versions.push(value(ctx, &short, &mut Vec::new())?);
        for part in short.into_inner() {
            add(ctx, &part, &mut decl)?;
        }
        return Ok(decl);
    }
    for part in ctx.need(pair, Rule::parameter_block)?.into_inner() {
        add(ctx, &part, &mut decl)?;
    }
    if decl.versions.is_empty() {
        return refuse(NoValue { at: decl.name.span, what: "parameter" });
    }
    Ok(decl)
}

fn add(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, decl: &mut ParameterDecl) -> Built<()> {
    match pair.as_rule() {
        Rule::title_clause => {
            once(ctx, pair, &mut decl.title, "title", string::localised_in(ctx, pair)?)?;
        }
        Rule::cite_clause => decl.cite.extend(citation::citations(ctx, pair)?),
        Rule::unknown_after => {
            let date = literal::date_in(ctx, pair)?;
            once(ctx, pair, &mut decl.unknown_after, "unknown after", date)?;
        }
        Rule::parameter_value => decl.versions.push(value(ctx, pair, &mut decl.cite)?),
        Rule::parameter_rows => decl.versions.push(rows(ctx, pair, &mut decl.cite)?),
        _ => {}
    }
    Ok(())
}

/// `VALUE from D to D cite …`; citations of the whole parameter go to `general`.
fn value(
    ctx: &Ctx<'_>,
    pair: &Pair<'_, Rule>,
    general: &mut Vec<crate::syntax::ast::Citation>,
) -> Built<ParameterVersion> {
    let value = expression::operand_in(ctx, pair, Rule::expression)?;
    let validity = validity::validity_in(ctx, pair)?;
    let mut span = validity.span.map_or(value.span, |dates| value.span.to(dates));
    let mut cite = Vec::new();
    if pair.as_rule() == Rule::parameter_value {
        let (own, rest) = own_citations(ctx, pair, span)?;
        general.extend(rest);
        cite = own;
    }
    span = cite.last().map_or(span, |last| span.to(last.span));
    Ok(ParameterVersion { body: ParameterBody::Value(value), validity, cite, span })
}

/// `from D { key -> value, … } cite …`
fn rows(
    ctx: &Ctx<'_>,
    pair: &Pair<'_, Rule>,
    general: &mut Vec<crate::syntax::ast::Citation>,
) -> Built<ParameterVersion> {
    let end = ctx.span(&ctx.need(pair, Rule::close_brace)?);
    let (cite, rest) = own_citations(ctx, pair, end)?;
    general.extend(rest);
    Ok(ParameterVersion {
        body: ParameterBody::Rows(table::rows(ctx, pair)?),
        validity: validity::validity_in(ctx, pair)?,
        span: ctx.span(pair).before().to(cite.last().map_or(end, |last| last.span)),
        cite,
    })
}
