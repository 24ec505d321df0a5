//! `table`: grids and lists of rows, by date.

use pest::iterators::Pair;

use super::define::own_citations;
use super::expression::operand_in;
use super::source::once;
use super::{
    Built, Ctx, child, children, citation, comparison, expression, has, literal, name, refuse,
    string, types, validity,
};
use crate::syntax::ast::{
    Citation, Expr, Grid, GridRow, Localised, Pattern, TableBody, TableDecl, TableRow,
    TableVersion, Validity,
};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{GridWidth, MixedTable, NoValue};

/// `table NAME(KEYS): T { … }` or `open table …`
pub(super) fn table(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<TableDecl> {
    let head = ctx.need(pair, Rule::table_head)?;
    let open = has(pair, Rule::kw_open);
    let block = child(pair, Rule::table_block);
    let contents = contents(ctx, block.as_ref().unwrap_or(pair))?;
    if contents.versions.is_empty() && !open {
        return refuse(NoValue { at: ctx.span(&head), what: "table" });
    }
    let mark = ctx.need(&head, Rule::type_mark)?;
    Ok(TableDecl {
        name: name::name_in(ctx, &head)?,
        open,
        params: types::params_in(ctx, &head)?,
        ty: types::type_in(ctx, &mark)?,
        versions: contents.versions,
        title: contents.title,
        cite: contents.cite,
    })
}

/// What stands between the braces of a table.
#[derive(Default)]
pub(super) struct Contents {
    pub(super) versions: Vec<TableVersion>,
    pub(super) title: Option<Localised<String>>,
    pub(super) cite: Vec<Citation>,
}

/// Reads the contents of a table; rows without dates are one version that always stands.
pub(super) fn contents(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Contents> {
    let mut contents = Contents::default();
    let mut undated = None;
    for part in pair.clone().into_inner() {
        match part.as_rule() {
            Rule::title_clause => {
                let title = string::localised_in(ctx, &part)?;
                once(ctx, &part, &mut contents.title, "title", title)?;
            }
            Rule::cite_clause => contents.cite.extend(citation::citations(ctx, &part)?),
            Rule::table_version => {
                let version = version(ctx, &part, &mut contents.cite)?;
                contents.versions.push(version);
            }
            Rule::grid if undated.is_none() => {
                undated = Some(TableBody::Grid(grid(ctx, &part)?));
            }
            Rule::table_row if undated.is_none() => {
                undated = Some(TableBody::Rows(rows(ctx, pair)?));
            }
            Rule::grid => return refuse(MixedTable { at: ctx.span(&part) }),
            Rule::table_row if matches!(undated, Some(TableBody::Grid(_))) => {
                return refuse(MixedTable { at: ctx.span(&part) });
            }
            _ => {}
        }
        if undated.is_some() && !contents.versions.is_empty() {
            return refuse(MixedTable { at: ctx.span(&part) });
        }
    }
    let whole = |body| TableVersion { validity: Validity::default(), body, cite: Vec::new() };
    contents.versions.extend(undated.map(whole));
    Ok(contents)
}

fn version(
    ctx: &Ctx<'_>,
    pair: &Pair<'_, Rule>,
    general: &mut Vec<Citation>,
) -> Built<TableVersion> {
    let end = ctx.span(&ctx.need(pair, Rule::close_brace)?);
    let (cite, rest) = own_citations(ctx, pair, end)?;
    general.extend(rest);
    let body = match child(pair, Rule::grid) {
        Some(lines) => TableBody::Grid(grid(ctx, &lines)?),
        None => TableBody::Rows(rows(ctx, pair)?),
    };
    Ok(TableVersion { validity: validity::validity_in(ctx, pair)?, body, cite })
}

/// The rows among the children.
pub(super) fn rows(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Vec<TableRow>> {
    children(pair, Rule::table_row).map(|part| row(ctx, &part)).collect()
}

fn row(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<TableRow> {
    let patterns = children(pair, Rule::pattern).map(|part| pattern(ctx, &part));
    let value = operand_in(ctx, pair, Rule::sum)?;
    let span = ctx.span(pair).before().to(value.span);
    Ok(TableRow { patterns: patterns.collect::<Built<_>>()?, value, span })
}

fn pattern(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Pattern> {
    let Some(inner) = pair.clone().into_inner().next() else { return ctx.internal(pair) };
    let span = ctx.span(&inner);
    Ok(match inner.as_rule() {
        Rule::any_pattern => Pattern::Any(span),
        Rule::from_pattern => Pattern::From(operand_in(ctx, &inner, Rule::sum)?, span),
        Rule::order_pattern => {
            let op = comparison::order_op(ctx, &inner)?;
            Pattern::Compare(op, operand_in(ctx, &inner, Rule::sum)?, span)
        }
        _ => Pattern::Expr(expression(ctx, inner)?),
    })
}

/// A grid; every row has as many cells as the header has columns.
fn grid(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Grid> {
    let head = ctx.need(pair, Rule::grid_header)?;
    let header = cells(ctx, &head)?;
    let mut rows = Vec::new();
    for line in children(pair, Rule::grid_row) {
        let span = ctx.span(&line);
        let mut cells = cells(ctx, &line)?.into_iter();
        let Some(key) = cells.next() else { return ctx.internal(&line) };
        let cells: Vec<Expr> = cells.collect();
        if cells.len() != header.len() {
            let (expected, found) = (header.len(), cells.len());
            return refuse(GridWidth { at: span, header: ctx.span(&head), expected, found });
        }
        rows.push(GridRow { key, cells, span });
    }
    if rows.is_empty() {
        return refuse(NoValue { at: ctx.span(&head), what: "grid" });
    }
    Ok(Grid { header, rows, span: ctx.span(pair) })
}

fn cells(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Vec<Expr>> {
    children(pair, Rule::grid_cell).map(|part| cell(ctx, &part)).collect()
}

fn cell(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    if let Some(path) = child(pair, Rule::path) {
        return name::path_expression(ctx, &path);
    }
    literal::signed(ctx, &ctx.need(pair, Rule::signed_literal)?).map(literal::expression)
}
