//! `define`, `result` and `fill`, with their versions and exceptions.

use pest::iterators::Pair;

use super::source::once;
use super::{
    Built, Ctx, child, children, citation, expression, has, name, refuse, string, table, types,
    validity,
};
use crate::syntax::ast::{
    Citation, DefineDecl, DefineVersion, Exception, FillBody, FillDecl, Localised,
};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::NoValue;
use crate::text::Span;

/// `define NAME for R: T = EXPR …`, `result …` or `open define …`
pub(super) fn define(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<DefineDecl> {
    let head = ctx.need(pair, Rule::define_head)?;
    let open = has(pair, Rule::kw_open);
    let body = body(ctx, pair)?;
    if body.versions.is_empty() && !open {
        return refuse(NoValue { at: ctx.span(&head), what: "definition" });
    }
    let as_of = child(&head, Rule::as_of_clause);
    Ok(DefineDecl {
        name: name::name_in(ctx, &head)?,
        result: has(pair, Rule::kw_result),
        open,
        receiver: receiver(ctx, &head)?,
        params: types::params_in(ctx, &head)?,
        ty: types::type_mark(ctx, &head)?,
        as_of: as_of
            .map(|clause| expression::operand_in(ctx, &clause, Rule::expression))
            .transpose()?,
        versions: body.versions,
        exceptions: body.exceptions,
        title: body.title,
        cite: body.cite,
    })
}

/// The record after `for` among the children, when there is one.
pub(super) fn receiver(
    ctx: &Ctx<'_>,
    pair: &Pair<'_, Rule>,
) -> Built<Option<crate::syntax::ast::Path>> {
    child(pair, Rule::receiver).map(|part| name::path_in(ctx, &part)).transpose()
}

#[derive(Default)]
struct Body {
    versions: Vec<DefineVersion>,
    exceptions: Vec<Exception>,
    title: Option<Localised<String>>,
    cite: Vec<Citation>,
}

fn body(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Body> {
    let short = child(pair, Rule::define_short).or_else(|| child(pair, Rule::fill_value));
    if let Some(short) = short {
        return short_body(ctx, &short);
    }
    let mut body = Body::default();
    let lines = child(pair, Rule::define_block).unwrap_or_else(|| pair.clone());
    for part in lines.into_inner() {
        match part.as_rule() {
            Rule::define_version => version(ctx, &part, &mut body)?,
            _ => describe(ctx, &part, &mut body)?,
        }
    }
    Ok(body)
}

/// `= EXPR from D … cite … except … title …`: what stands on the value's own line or deeper is
/// the value's, the rest is the definition's.
fn short_body(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Body> {
    let value = expression::operand_in(ctx, pair, Rule::expression)?;
    let mut span = value.span;
    if let Some(dates) = child(pair, Rule::validity) {
        span = span.to(ctx.span(&dates));
    }
    let mut base = DefineVersion {
        value,
        validity: validity::validity_in(ctx, pair)?,
        cite: Vec::new(),
        span,
    };
    let mut body = Body::default();
    for part in pair.clone().into_inner() {
        let own = ctx.layout().line(ctx.span(&part).start) == ctx.layout().line(span.end);
        if part.as_rule() == Rule::cite_clause && own {
            base.cite.extend(citation::citations(ctx, &part)?);
        } else {
            describe(ctx, &part, &mut body)?;
        }
    }
    body.versions.push(base);
    Ok(body)
}

fn version(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, body: &mut Body) -> Built<()> {
    let value = expression::operand_in(ctx, pair, Rule::expression)?;
    let validity = validity::validity_in(ctx, pair)?;
    let mut span = validity.span.map_or(value.span, |dates| value.span.to(dates));
    let (own, general) = own_citations(ctx, pair, span)?;
    if let Some(last) = own.last() {
        span = span.to(last.span);
    }
    body.cite.extend(general);
    body.versions.push(DefineVersion { value, validity, cite: own, span });
    Ok(())
}

/// The citations among the children, cut into those of the entry that ends at `end` and those
/// of the whole declaration.
pub(super) fn own_citations(
    ctx: &Ctx<'_>,
    pair: &Pair<'_, Rule>,
    end: Span,
) -> Built<(Vec<Citation>, Vec<Citation>)> {
    let Some(clause) = child(pair, Rule::cite_clause) else {
        return Ok((Vec::new(), Vec::new()));
    };
    let citations = citation::citations(ctx, &clause)?;
    if ctx.belongs(ctx.span(&clause), end, ctx.span(pair)) {
        Ok((citations, Vec::new()))
    } else {
        Ok((Vec::new(), citations))
    }
}

/// An exception, a title or citations of the definition; other parts are read elsewhere.
fn describe(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, body: &mut Body) -> Built<()> {
    match pair.as_rule() {
        Rule::exception => {
            let (exception, general) = exception(ctx, pair)?;
            body.exceptions.push(exception);
            body.cite.extend(general);
        }
        Rule::title_clause => {
            once(ctx, pair, &mut body.title, "title", string::localised_in(ctx, pair)?)?;
        }
        Rule::cite_clause => body.cite.extend(citation::citations(ctx, pair)?),
        _ => {}
    }
    Ok(())
}

/// An exception, and the citations after it that are not its own.
fn exception(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<(Exception, Vec<Citation>)> {
    let _level = ctx.level(1, pair)?;
    let mut parts = children(pair, Rule::expression).map(|part| expression(ctx, part));
    let (Some(value), Some(condition)) = (parts.next(), parts.next()) else {
        return ctx.internal(pair);
    };
    let (value, condition) = (value?, condition?);
    let validity = validity::validity_in(ctx, pair)?;
    let mut end = validity.span.unwrap_or(condition.span);
    let (mut cite, general) = own_citations(ctx, pair, end)?;
    end = cite.last().map_or(end, |last| last.span);
    let mut exceptions = Vec::new();
    if let Some(block) = child(pair, Rule::exception_block) {
        for part in children(&block, Rule::exception) {
            let (inner, more) = exception(ctx, &part)?;
            exceptions.push(inner);
            cite.extend(more);
        }
        cite.extend(citation::citations_in(ctx, &block)?);
        end = ctx.span(&block);
    }
    let span = ctx.span(pair).before().to(end);
    Ok((Exception { value, condition, validity, cite, exceptions, span }, general))
}

/// `fill PATH = EXPR …` or `fill PATH { … }`
pub(super) fn fill(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<FillDecl> {
    let target = name::path_in(ctx, pair)?;
    if let Some(block) = child(pair, Rule::table_block) {
        let contents = table::contents(ctx, &block)?;
        let mut cite = contents.cite;
        cite.extend(citation::citations_in(ctx, pair)?);
        return Ok(FillDecl { target, body: FillBody::Table(contents.versions), cite });
    }
    let body = body(ctx, pair)?;
    let mut cite = body.cite;
    let Some(base) = body.versions.into_iter().next() else { return ctx.internal(pair) };
    cite.splice(0..0, base.cite);
    Ok(FillDecl { target, body: FillBody::Value(base.value, body.exceptions), cite })
}
