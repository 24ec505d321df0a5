//! Step 4: tables and parameters. Both are rows of conditions on keys, by date.

use super::body::Body;
use super::context::{Context, Decl};
use super::definitions::{frame, params};
use super::documents::{cites, localised};
use super::exhaustive;
use super::expr;
use super::problems::{GridShape, PatternCount, PatternNotFixed, RowKind};
use super::records::for_items;
use super::typed::{Expr, ExprKind, Local, LocalId, Order, Rows, Table, Type, Version};
use super::{type_expr, versions};
use crate::quantity::Currency;
use crate::resolve::UnitId;
use crate::syntax::ast::{
    self, CompareOp, ExprKind as Ast, Grid, ItemKind, Literal, LiteralKind, MoneyType,
    ParameterBody, ParameterDecl, Pattern, TableBody, TableRow, TableVersion, TypeExprKind,
};
use crate::text::Span;
use crate::value::Value;

/// Keys and types of all parameters and tables.
pub(super) fn signatures(cx: &mut Context<'_>) {
    for_items(cx, |cx, unit, decl, kind| match (decl, kind) {
        (Decl::Parameter(id), ItemKind::Parameter(written)) => {
            let (params, locals) = params(cx, unit, &written.params);
            let ty = parameter_type(cx, unit, written);
            let title = localised(cx, written.title.as_ref());
            if let Some(parameter) = cx.out.parameters.get_mut(id.index()) {
                let table = &mut parameter.table;
                (table.params, table.locals, table.ty, table.title) = (params, locals, ty, title);
                parameter.unknown_after = written.unknown_after.as_ref().map(|d| (d.value, d.span));
            }
        }
        (Decl::Table(id), ItemKind::Table(written)) => {
            let (params, locals) = params(cx, unit, &written.params);
            let ty = type_expr::read(cx, unit, &written.ty).0;
            let title = localised(cx, written.title.as_ref());
            if let Some(table) = cx.out.tables.get_mut(id.index()) {
                (table.params, table.locals, table.ty, table.title) = (params, locals, ty, title);
            }
        }
        _ => {}
    });
    for_items(cx, |cx, unit, decl, kind| {
        if let (Decl::Reading(id), ItemKind::Reading(written)) = (decl, kind) {
            super::parameters::reading(cx, unit, id, written);
        }
    });
}

/// The type of a parameter. `money` alone takes the currency that all its values are written in.
fn parameter_type(cx: &mut Context<'_>, unit: UnitId, written: &ParameterDecl) -> Type {
    let bare = matches!(written.ty.kind, TypeExprKind::Money(MoneyType::Programme));
    let mut currencies: Vec<Option<Currency>> =
        written.versions.iter().flat_map(|version| values(&version.body)).map(currency).collect();
    currencies.dedup();
    match currencies.as_slice() {
        [Some(currency)] if bare => Type::Money(Some(*currency)),
        _ => type_expr::read(cx, unit, &written.ty).0,
    }
}

fn values(body: &ParameterBody) -> Vec<&ast::Expr> {
    match body {
        ParameterBody::Value(value) => vec![value],
        ParameterBody::Rows(rows) => rows.iter().map(|row| &row.value).collect(),
    }
}

fn currency(value: &ast::Expr) -> Option<Currency> {
    match &value.kind {
        Ast::Literal(Literal { kind: LiteralKind::Money(money), .. }) => Some(money.currency),
        _ => None,
    }
}

/// Contents of all parameters and tables.
pub(super) fn bodies(cx: &mut Context<'_>) {
    for_items(cx, |cx, unit, decl, kind| match (decl, kind) {
        (Decl::Parameter(id), ItemKind::Parameter(written)) => {
            super::parameters::body(cx, unit, id, written);
        }
        (Decl::Table(id), ItemKind::Table(written)) => {
            let Some(table) = cx.out.tables.get(id.index()) else { return };
            let table = contents(cx, unit, &table.clone(), &written.versions);
            let cite = cites(cx, unit, &written.cite);
            if let Some(slot) = cx.out.tables.get_mut(id.index()) {
                *slot = Table { cite, ..table };
            }
        }
        _ => {}
    });
}

/// A table with its versions checked.
pub(super) fn contents(
    cx: &mut Context<'_>,
    unit: UnitId,
    table: &Table,
    written: &[TableVersion],
) -> Table {
    let count = table.params.len();
    let keys: Vec<Local> = table.locals.iter().take(count).cloned().collect();
    let mut body = frame(unit, None, &keys);
    let mut dated = Vec::new();
    for version in written {
        let at = version_span(version, table.span);
        let rows = match &version.body {
            TableBody::Grid(grid) => grid_rows(cx, &mut body, &keys, &table.ty, grid),
            TableBody::Rows(rows) => list_rows(cx, &mut body, &keys, &table.ty, rows),
        };
        exhaustive::table(cx, &keys, &rows, at);
        dated.push(Version {
            validity: versions::validity(cx, &mut body, &version.validity),
            body: rows,
            cite: cites(cx, unit, &version.cite),
            span: at,
        });
    }
    versions::arrange(cx, &table.name, &mut dated, None);
    Table { versions: dated, locals: body.locals, ..table.clone() }
}

fn version_span(version: &TableVersion, fallback: Span) -> Span {
    let body = match &version.body {
        TableBody::Grid(grid) => Some(grid.span),
        TableBody::Rows(rows) => {
            rows.first().and_then(|first| rows.last().map(|last| first.span.to(last.span)))
        }
    };
    version.validity.span.or(body).unwrap_or(fallback)
}

/// A grid: rows by the first key, columns by the second.
fn grid_rows(
    cx: &mut Context<'_>,
    body: &mut Body,
    keys: &[Local],
    ty: &Type,
    grid: &Grid,
) -> Rows {
    let mut rows = Vec::new();
    let [row_key, column_key] = keys else {
        cx.report(GridShape { keys: keys.len(), at: grid.span });
        // Stands for the rows that could not be read, so that none of them is said to be missing.
        return Rows { rows, otherwise: Some(expr::poison(grid.span)) };
    };
    let key_of = |cx: &mut Context<'_>, body: &mut Body, key, ty: &Type, written: &ast::Expr| {
        equals(cx, body, key, ty, written).unwrap_or_else(|| expr::poison(written.span))
    };
    let columns: Vec<Expr> =
        grid.header.iter().map(|key| key_of(cx, body, 1, &column_key.ty, key)).collect();
    for row in &grid.rows {
        let key = key_of(cx, body, 0, &row_key.ty, &row.key);
        for (column, cell) in columns.iter().zip(&row.cells) {
            let value = expr::check_as(cx, body, cell, ty);
            rows.push((vec![key.clone(), column.clone()], value));
        }
    }
    Rows { rows, otherwise: None }
}

/// Rows of conditions, and the value of `otherwise`. A row with a problem keeps its place, so that
/// no row is said to be missing, or to be one too many, because of it.
pub(super) fn list_rows(
    cx: &mut Context<'_>,
    body: &mut Body,
    keys: &[Local],
    ty: &Type,
    written: &[TableRow],
) -> Rows {
    let mut rows = Vec::new();
    let mut otherwise = None;
    for row in written {
        let value = expr::check_as(cx, body, &row.value, ty);
        if row.patterns.is_empty() {
            otherwise = Some(value);
            continue;
        }
        if row.patterns.len() != keys.len() {
            let (wanted, found) = (keys.len(), row.patterns.len());
            cx.report(PatternCount { wanted, found, at: row.span });
            rows.push((vec![expr::poison(row.span)], value));
            continue;
        }
        let conditions = row
            .patterns
            .iter()
            .enumerate()
            .filter(|(_, written)| !matches!(written, Pattern::Any(_)))
            .map(|(key, asked)| {
                let condition = pattern(cx, body, keys, key, row, written);
                condition.unwrap_or_else(|| expr::poison(asked.span()))
            })
            .collect();
        rows.push((conditions, value));
    }
    Rows { rows, otherwise }
}

/// One pattern as a condition on its key; nothing for "any" and for one with a problem.
fn pattern(
    cx: &mut Context<'_>,
    body: &mut Body,
    keys: &[Local],
    key: usize,
    row: &TableRow,
    all: &[TableRow],
) -> Option<Expr> {
    let ty = &keys.get(key)?.ty;
    match row.patterns.get(key)? {
        Pattern::Any(_) => None,
        Pattern::From(bound, at) => threshold(cx, body, key, ty, bound, *at, (row, all)),
        Pattern::Compare(op, bound, at) => {
            let bound = expr::check_as(cx, body, bound, ty);
            ordered(cx, ty, *at).then(|| compare(key, ty, order(op.value), bound, *at))
        }
        Pattern::Expr(written) if is_condition(written) => {
            Some(expr::check_as(cx, body, written, &Type::Bool))
        }
        Pattern::Expr(written) => equals(cx, body, key, ty, written),
    }
}

/// Whether a pattern is a condition that mentions the key, and not a value of it.
fn is_condition(written: &ast::Expr) -> bool {
    match &written.kind {
        Ast::Paren(inner) => is_condition(inner),
        Ast::Compare { .. } | Ast::Is { .. } | Ast::In { .. } | Ast::StartsWith { .. } => true,
        Ast::Unary { op, .. } => op.value == ast::UnaryOp::Not,
        Ast::Binary { op, .. } => matches!(op.value, ast::BinaryOp::And | ast::BinaryOp::Or),
        _ => false,
    }
}

fn key_expr(key: usize, ty: &Type, at: Span) -> Expr {
    Expr { kind: ExprKind::Local(LocalId::new(key)), ty: ty.clone(), span: at }
}

fn compare(key: usize, ty: &Type, op: Order, bound: Expr, at: Span) -> Expr {
    let (left, right) = (Box::new(key_expr(key, ty, at)), Box::new(bound));
    Expr { kind: ExprKind::Compare { op, left, right }, ty: Type::Bool, span: at }
}

fn order(op: CompareOp) -> Order {
    match op {
        CompareOp::Less | CompareOp::Before => Order::Less,
        CompareOp::AtMost => Order::AtMost,
        CompareOp::Greater | CompareOp::After => Order::Greater,
        CompareOp::AtLeast => Order::AtLeast,
    }
}

fn equals(
    cx: &mut Context<'_>,
    body: &mut Body,
    key: usize,
    ty: &Type,
    written: &ast::Expr,
) -> Option<Expr> {
    let value = expr::check_as(cx, body, written, ty);
    if value.ty == Type::Poison {
        return None;
    }
    if !matches!(value.kind, ExprKind::Constant(_)) {
        cx.report(PatternNotFixed { at: written.span });
        return None;
    }
    let at = written.span;
    let (left, right) = (Box::new(key_expr(key, ty, at)), Box::new(value));
    Some(Expr { kind: ExprKind::Equal { left, right }, ty: Type::Bool, span: at })
}

fn ordered(cx: &mut Context<'_>, ty: &Type, at: Span) -> bool {
    let fits = matches!(
        ty,
        Type::Integer
            | Type::Decimal
            | Type::Percent
            | Type::Points
            | Type::Money(_)
            | Type::Date
            | Type::Month
            | Type::Poison
    );
    if !fits {
        let found = cx.show(ty);
        cx.report(RowKind { found, at });
    }
    fits
}

/// `from 50`: from this bound to the next one among rows whose other keys are the same.
fn threshold(
    cx: &mut Context<'_>,
    body: &mut Body,
    key: usize,
    ty: &Type,
    bound: &ast::Expr,
    at: Span,
    (row, all): (&TableRow, &[TableRow]),
) -> Option<Expr> {
    if !ordered(cx, ty, at) {
        return None;
    }
    let low = expr::check_as(cx, body, bound, ty);
    let ExprKind::Constant(own) = &low.kind else { return None };
    let own = own.clone();
    let mut next: Option<(Value, Expr)> = None;
    let siblings: Vec<&TableRow> =
        all.iter().filter(|other| same_other_keys(cx, key, row, other)).collect();
    for other in siblings {
        let Some(Pattern::From(bound, _)) = other.patterns.get(key) else { continue };
        let bound = expr::check_as(cx, body, bound, ty);
        let ExprKind::Constant(value) = &bound.kind else { continue };
        let value = value.clone();
        if exhaustive::precedes(&own, &value)
            && next.as_ref().is_none_or(|(nearest, _)| exhaustive::precedes(&value, nearest))
        {
            next = Some((value, bound));
        }
    }
    let from = compare(key, ty, Order::AtLeast, low, at);
    let Some((_, high)) = next else { return Some(from) };
    let below = compare(key, ty, Order::Less, high, at);
    Some(Expr { kind: ExprKind::And(vec![from, below]), ty: Type::Bool, span: at })
}

fn same_other_keys(cx: &Context<'_>, key: usize, a: &TableRow, b: &TableRow) -> bool {
    let words = |pattern: &Pattern| cx.out.sources.slice(pattern.span()).to_owned();
    a.patterns.len() == b.patterns.len()
        && a.patterns
            .iter()
            .zip(&b.patterns)
            .enumerate()
            .all(|(at, (a, b))| at == key || words(a) == words(b))
}

/// The rows of a parameter's version.
pub(super) fn parameter_rows(
    cx: &mut Context<'_>,
    body: &mut Body,
    keys: &[Local],
    ty: &Type,
    written: &ParameterBody,
    at: Span,
) -> Rows {
    match written {
        ParameterBody::Value(value) => {
            let value = expr::check_as(cx, body, value, ty);
            if !keys.is_empty() {
                cx.report(PatternCount { wanted: keys.len(), found: 0, at });
            }
            Rows { rows: vec![(Vec::new(), value)], otherwise: None }
        }
        ParameterBody::Rows(rows) => {
            let rows = list_rows(cx, body, keys, ty, rows);
            exhaustive::table(cx, keys, &rows, at);
            rows
        }
    }
}
