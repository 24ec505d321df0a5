//! Completeness: every combination of keys has exactly one row, every value one arm.
//!
//! Each condition on a key is read as a set of values: named ones, or a range. The values at
//! which conditions change divide every key into finitely many regions, of which one value each
//! stands for all; the rows are tried on every combination of those. Conditions that are neither
//! are left to evaluation.

use super::context::Context;
use super::problems::{ArmTwice, NotExhaustive, RowMissing, RowsOverlap};
use super::typed::{Expr, ExprKind, Local, LocalId, Order, Rows, Type};
use crate::quantity::{Date, Money, Month, Number};
use crate::text::Span;
use crate::value::Value;

/// The most combinations of keys that are tried.
pub(super) const COMBINATION_LIMIT: usize = 20_000;

/// What a row asks of one key.
enum Ask {
    Equal(Value),
    Range { order: Order, bound: Value },
}

/// Checks that every combination of keys has exactly one row.
pub(super) fn table(cx: &mut Context<'_>, keys: &[Local], rows: &Rows, at: Span) {
    let poisoned =
        rows.rows.iter().flat_map(|(c, v)| c.iter().chain([v])).any(|e| e.ty == Type::Poison);
    if poisoned || keys.iter().any(|key| key.ty == Type::Poison) {
        return;
    }
    let Some(asked) =
        rows.rows.iter().map(|(conditions, _)| asks(conditions)).collect::<Option<Vec<_>>>()
    else {
        return;
    };
    let Some(regions) = keys
        .iter()
        .enumerate()
        .map(|(key, local)| regions(cx, &local.ty, key, &asked))
        .collect::<Option<Vec<_>>>()
    else {
        return;
    };
    let combinations = regions.iter().map(Vec::len).try_fold(1usize, usize::checked_mul);
    if combinations.is_none_or(|count| count > COMBINATION_LIMIT) {
        return;
    }
    for combination in product(&regions) {
        let hits: Vec<usize> =
            (0..asked.len()).filter(|row| holds(asked.get(*row), &combination)).collect();
        match hits.as_slice() {
            [] if rows.otherwise.is_none() => {
                let keys = describe(cx, keys, &combination);
                cx.report(RowMissing { keys, at });
                return;
            }
            [first, second, ..] => {
                let span = |row: &usize| {
                    rows.rows.get(*row).map_or(at, |(conditions, value)| {
                        conditions.first().map_or(value.span, |c| c.span.to(value.span))
                    })
                };
                let (first, second) = (span(first), span(second));
                let keys = describe(cx, keys, &combination);
                cx.report(RowsOverlap { keys, first, second });
                return;
            }
            _ => {}
        }
    }
}

type Row = Vec<(usize, Ask)>;

fn asks(conditions: &[Expr]) -> Option<Row> {
    let mut row = Vec::new();
    for condition in conditions {
        collect(condition, &mut row)?;
    }
    Some(row)
}

fn collect(condition: &Expr, row: &mut Row) -> Option<()> {
    match &condition.kind {
        ExprKind::And(parts) => parts.iter().try_for_each(|part| collect(part, row)),
        ExprKind::Equal { left, right } => {
            row.push((local(left)?, Ask::Equal(constant(right)?)));
            Some(())
        }
        ExprKind::Compare { op, left, right } => {
            row.push((local(left)?, Ask::Range { order: *op, bound: constant(right)? }));
            Some(())
        }
        ExprKind::Local(id) => {
            row.push((id.index(), Ask::Equal(Value::Bool(true))));
            Some(())
        }
        ExprKind::Not(inner) => {
            row.push((local(inner)?, Ask::Equal(Value::Bool(false))));
            Some(())
        }
        _ => None,
    }
}

fn local(expr: &Expr) -> Option<usize> {
    match expr.kind {
        ExprKind::Local(LocalId(id)) => usize::try_from(id).ok(),
        _ => None,
    }
}

fn constant(expr: &Expr) -> Option<Value> {
    match &expr.kind {
        ExprKind::Constant(value) => Some(value.clone()),
        _ => None,
    }
}

/// One value for every region that the conditions divide a key into.
fn regions(cx: &Context<'_>, ty: &Type, key: usize, rows: &[Row]) -> Option<Vec<Value>> {
    let asks = rows.iter().flatten().filter(|(of, _)| *of == key);
    let bounds = asks.map(|(_, ask)| match ask {
        Ask::Equal(value) | Ask::Range { bound: value, .. } => value.clone(),
    });
    samples(cx, ty, bounds.collect())
}

/// One value for every region that some constants divide a type into; of a type without order and
/// without constants, nothing in particular.
pub(super) fn samples(cx: &Context<'_>, ty: &Type, mut bounds: Vec<Value>) -> Option<Vec<Value>> {
    match ty {
        Type::Bool => return Some(vec![Value::Bool(true), Value::Bool(false)]),
        Type::Enum(id) => {
            let declared = cx.out.enums.get(id.index())?;
            let count = u16::try_from(declared.members.len()).ok()?;
            let mut values: Vec<Value> = (0..count).map(Value::Member).collect();
            if declared.open {
                values.push(Value::Other("other".into()));
            }
            return Some(values);
        }
        _ => {}
    }
    if bounds.is_empty() {
        return Some(vec![Value::Absent]);
    }
    if let Type::Text = ty {
        bounds.push(Value::Text("·".into()));
        return Some(bounds);
    }
    ordered_regions(bounds, ty)
}

/// Below the first bound, each bound, between each two, and above the last.
fn ordered_regions(mut bounds: Vec<Value>, ty: &Type) -> Option<Vec<Value>> {
    bounds.sort_by(|a, b| {
        if precedes(a, b) {
            std::cmp::Ordering::Less
        } else if precedes(b, a) {
            std::cmp::Ordering::Greater
        } else {
            std::cmp::Ordering::Equal
        }
    });
    bounds.dedup();
    let mut values = Vec::new();
    values.extend(step(bounds.first()?, -1));
    for pair in bounds.windows(2) {
        let [low, high] = pair else { continue };
        values.push(low.clone());
        values.extend(between(low, high, ty));
    }
    let last = bounds.last()?;
    values.push(last.clone());
    values.extend(step(last, 1));
    Some(values)
}

fn step(value: &Value, by: i64) -> Option<Value> {
    Some(match value {
        Value::Number(number) => Value::Number(number.add(Number::from_i64(by)).ok()?),
        Value::Money(money) => {
            let amount = money.amount.add(Number::from_i64(by)).ok()?;
            Value::Money(Money::new(amount, money.currency))
        }
        Value::Date(date) => Value::Date(date.add_days(by).ok()?),
        Value::Month(month) => Value::Month(month.add_months(by).ok()?),
        _ => return None,
    })
}

fn between(low: &Value, high: &Value, ty: &Type) -> Option<Value> {
    let middle = |a: Number, b: Number| a.add(b).ok()?.div(Number::from_i64(2)).ok();
    let value = match (low, high) {
        (Value::Number(a), Value::Number(_)) if *ty == Type::Integer => {
            Value::Number(a.add(Number::ONE).ok()?)
        }
        (Value::Number(a), Value::Number(b)) => Value::Number(middle(*a, *b)?),
        (Value::Money(a), Value::Money(b)) => {
            Value::Money(Money::new(middle(a.amount, b.amount)?, a.currency))
        }
        (Value::Date(a), Value::Date(_)) => Value::Date(a.add_days(1).ok()?),
        (Value::Month(a), Value::Month(_)) => Value::Month(a.add_months(1).ok()?),
        _ => return None,
    };
    precedes(&value, high).then_some(value)
}

/// Whether one constant comes before another of its kind.
pub(super) fn precedes(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a < b,
        (Value::Money(a), Value::Money(b)) => a.amount < b.amount,
        (Value::Date(a), Value::Date(b)) => a < b,
        (Value::Month(a), Value::Month(b)) => a < b,
        (Value::Text(a), Value::Text(b)) => a < b,
        _ => false,
    }
}

pub(super) fn product(regions: &[Vec<Value>]) -> Vec<Vec<Value>> {
    regions.iter().fold(vec![Vec::new()], |combinations, values| {
        combinations
            .iter()
            .flat_map(|combination| {
                values.iter().map(move |value| {
                    let mut longer = combination.clone();
                    longer.push(value.clone());
                    longer
                })
            })
            .collect()
    })
}

fn holds(row: Option<&Row>, combination: &[Value]) -> bool {
    let Some(row) = row else { return false };
    row.iter().all(|(key, ask)| {
        let Some(value) = combination.get(*key) else { return false };
        match ask {
            Ask::Equal(wanted) => value == wanted,
            Ask::Range { order, bound } => match order {
                Order::Less => precedes(value, bound),
                Order::AtMost => !precedes(bound, value),
                Order::Greater => precedes(bound, value),
                Order::AtLeast => !precedes(value, bound),
            },
        }
    })
}

fn describe(cx: &Context<'_>, keys: &[Local], combination: &[Value]) -> String {
    let part =
        |(key, value): (&Local, &Value)| format!("{} is {}", key.name, words(cx, value, &key.ty));
    let shown = keys.iter().zip(combination).filter(|(_, value)| **value != Value::Absent);
    let parts: Vec<String> = shown.map(part).collect();
    if parts.is_empty() { "any key".to_owned() } else { parts.join(" and ") }
}

pub(super) fn words(cx: &Context<'_>, value: &Value, ty: &Type) -> String {
    match (value, ty) {
        (Value::Bool(true), _) => "yes".into(),
        (Value::Bool(false), _) => "no".into(),
        (Value::Member(at), Type::Enum(id)) => cx
            .out
            .enums
            .get(id.index())
            .and_then(|declared| declared.members.get(usize::from(*at)))
            .map_or_else(String::new, |member| format!("`{}`", member.name)),
        (Value::Other(_), _) => "any other value".into(),
        (Value::Number(number), Type::Percent) => {
            crate::quantity::Percent::from_fraction(*number).to_string()
        }
        (Value::Number(number), _) => number.to_string(),
        (Value::Money(money), _) => money.to_string(),
        (Value::Date(date), _) => Date::to_string(date),
        (Value::Month(month), _) => Month::to_string(month),
        (Value::Text(_), _) => "any other text".into(),
        _ => "any value".into(),
    }
}

/// Checks that a `match` names every value, and none twice.
pub(super) fn matching(
    cx: &mut Context<'_>,
    operand: &Expr,
    patterns: &[Vec<Expr>],
    otherwise: bool,
    at: Span,
) {
    let mut seen: Vec<(Value, Span)> = Vec::new();
    for pattern in patterns.iter().flatten() {
        let ExprKind::Constant(value) = &pattern.kind else { continue };
        if let Some((_, first)) = seen.iter().find(|(other, _)| other == value) {
            cx.report(ArmTwice { first: *first, second: pattern.span });
            continue;
        }
        seen.push((value.clone(), pattern.span));
    }
    if otherwise {
        return;
    }
    let row: Vec<Row> =
        seen.iter().map(|(value, _)| vec![(0, Ask::Equal(value.clone()))]).collect();
    let finite = matches!(operand.ty, Type::Bool | Type::Enum(_));
    let all = if finite { regions(cx, &operand.ty, 0, &row) } else { None };
    let missing: Vec<String> = match all {
        Some(all) => all
            .iter()
            .filter(|value| !seen.iter().any(|(known, _)| known == *value))
            .map(|value| words(cx, value, &operand.ty))
            .collect(),
        None => vec!["any other value".to_owned()],
    };
    if !missing.is_empty() {
        cx.report(NotExhaustive { missing, at });
    }
}
