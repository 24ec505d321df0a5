//! Parameters and tables.

use super::frame::{Frame, local};
use super::{Lowering, unknown};
use crate::program::parts::{KeyCases, RowCode, RowsCode, TableCode, UnknownAfter};
use crate::quantity::Period;
use crate::types::typed::{Expr, ExprKind, LocalId, Parameter, Rows, Table, Type, Version};
use crate::value::{Missing, Owed, Value};

/// The code of a parameter.
pub(super) fn parameter(shared: &mut Lowering<'_>, parameter: &Parameter) -> TableCode {
    let known = shared.unknown_after(parameter.unknown_after, &parameter.table.ty);
    lower(shared, &parameter.table, known)
}

/// The code of a table.
pub(super) fn lower(
    shared: &mut Lowering<'_>,
    table: &Table,
    unknown_after: Option<UnknownAfter>,
) -> TableCode {
    let owed = Missing::one(Owed::Fill(table.span));
    let unfilled = unknown::of_type(shared.checked, &table.ty, &owed);
    let mut frame = Frame::new(shared, table.locals.len());
    let versions = table.versions.iter();
    let versions = versions
        .map(|version| (frame.in_force(&version.validity), rows(&mut frame, version)))
        .collect();
    TableCode {
        registers: frame.registers(),
        keys: table.params.iter().map(|id| local(*id)).collect(),
        versions,
        unknown_after,
        unfilled,
        cases: cases(table),
    }
}

fn rows(frame: &mut Frame<'_, '_>, version: &Version<Rows>) -> RowsCode {
    let rows = version.body.rows.iter().map(|(conditions, value)| RowCode {
        conditions: frame.formulas(conditions),
        value: frame.formula(value),
        span: value.span,
    });
    let rows = rows.collect();
    let otherwise = version.body.otherwise.as_ref().map(|value| (frame.formula(value), value.span));
    RowsCode { rows, otherwise }
}

/// The bounds of each key, where rows only compare keys with constants.
fn cases(table: &Table) -> KeyCases {
    let mut bounds: Vec<(LocalId, Vec<Value>)> =
        table.params.iter().map(|key| (*key, Vec::new())).collect();
    let mut rows = table.versions.iter().flat_map(|version| &version.body.rows);
    let simple = rows.all(|(conditions, value)| {
        is_constant(value) && conditions.iter().all(|condition| collect(condition, &mut bounds))
    });
    let otherwise = table.versions.iter().filter_map(|version| version.body.otherwise.as_ref());
    let simple = simple && otherwise.into_iter().all(is_constant);
    let whole = table.params.iter().map(|key| {
        let local = table.locals.get(key.index());
        local.is_some_and(|local| *local.ty.required() == Type::Integer)
    });
    KeyCases {
        whole: whole.collect(),
        bounds: simple.then(|| bounds.into_iter().map(|(_, values)| values).collect()),
    }
}

fn is_constant(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Constant(_))
}

/// Collects what a condition compares keys with. False for a condition of another kind.
fn collect(condition: &Expr, bounds: &mut [(LocalId, Vec<Value>)]) -> bool {
    match &condition.kind {
        ExprKind::Constant(Value::Bool(_)) | ExprKind::Local(_) => true,
        ExprKind::Not(of) => collect(of, bounds),
        ExprKind::And(list) | ExprKind::Or(list) => list.iter().all(|it| collect(it, bounds)),
        ExprKind::Compare { left, right, .. }
        | ExprKind::Equal { left, right }
        | ExprKind::InPeriod { operand: left, period: right } => {
            bound(left, right, bounds) || bound(right, left, bounds)
        }
        ExprKind::OneOf { operand, values, open: false } => {
            values.iter().all(|value| bound(operand, value, bounds))
        }
        _ => false,
    }
}

/// Notes that a key is compared with a constant.
fn bound(key: &Expr, constant: &Expr, bounds: &mut [(LocalId, Vec<Value>)]) -> bool {
    let (ExprKind::Local(id), ExprKind::Constant(value)) = (&key.kind, &constant.kind) else {
        return false;
    };
    let Some((_, values)) = bounds.iter_mut().find(|(key, _)| key == id) else {
        return false;
    };
    match value {
        Value::Period(Period { start, end }) => {
            values.extend([start, end].into_iter().flatten().map(|day| Value::Date(*day)));
        }
        value => values.push(value.clone()),
    }
    true
}
