//! Expressions by hand.

use std::sync::atomic::{AtomicU32, Ordering};

use super::{AMOUNT, COST, COSTS, FLAG, GRANT, OTHER, PROJECT, STATUS, STATUS_FIELD, TOTAL};
use crate::quantity::{Currency, Date, Number};
use crate::text::{SourceId, Span};
use crate::types::typed::*;
use crate::value::Value;

static PLACE: AtomicU32 = AtomicU32::new(0);

/// A place of its own.
pub(in crate::eval::tests) fn span() -> Span {
    let start = PLACE.fetch_add(10, Ordering::Relaxed) as usize;
    Span::new(SourceId::new(0), start, start + 5)
}

pub(in crate::eval::tests) fn money() -> Type {
    Type::Money(Some(Currency::PLN))
}

pub(in crate::eval::tests) fn pln(amount: i64) -> Value {
    Value::money(Number::from_i64(amount), Currency::PLN)
}

pub(in crate::eval::tests) fn number(value: i64) -> Value {
    Value::Number(Number::from_i64(value))
}

pub(in crate::eval::tests) fn share(percent: i64) -> Expr {
    let value = Number::new_ratio(percent, 100).unwrap();
    expr(ExprKind::Constant(Value::Number(value)), Type::Percent)
}

pub(in crate::eval::tests) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(in crate::eval::tests) fn date(text: &str) -> Expr {
    expr(ExprKind::Constant(Value::Date(day(text))), Type::Date)
}

pub(in crate::eval::tests) fn zl(amount: i64) -> Expr {
    expr(ExprKind::Constant(pln(amount)), money())
}

pub(in crate::eval::tests) fn int(value: i64) -> Expr {
    expr(ExprKind::Constant(number(value)), Type::Integer)
}

pub(in crate::eval::tests) fn yes() -> Expr {
    expr(ExprKind::Constant(Value::Bool(true)), Type::Bool)
}

pub(in crate::eval::tests) fn expr(kind: ExprKind, ty: Type) -> Expr {
    Expr { kind, ty, span: span() }
}

pub(in crate::eval::tests) fn member(at: u16) -> Expr {
    expr(ExprKind::Constant(Value::Member(at)), Type::Enum(STATUS))
}

pub(in crate::eval::tests) fn me(record: RecordId) -> Expr {
    expr(ExprKind::Receiver, Type::Record(record))
}

pub(in crate::eval::tests) fn local(at: u32, ty: Type) -> Expr {
    expr(ExprKind::Local(LocalId(at)), ty)
}

pub(in crate::eval::tests) fn of(base: Expr, record: RecordId, field: u32, ty: Type) -> Expr {
    expr(ExprKind::Field { base: Box::new(base), record, field }, ty)
}

/// A field of the project that the rule is for.
pub(in crate::eval::tests) fn fact(field: u32, ty: Type) -> Expr {
    of(me(PROJECT), PROJECT, field, ty)
}

pub(in crate::eval::tests) fn grant() -> Expr {
    fact(GRANT, money())
}

pub(in crate::eval::tests) fn total() -> Expr {
    fact(TOTAL, money())
}

pub(in crate::eval::tests) fn flag() -> Expr {
    fact(FLAG, Type::Bool)
}

pub(in crate::eval::tests) fn other() -> Expr {
    fact(OTHER, Type::Bool)
}

pub(in crate::eval::tests) fn costs() -> Expr {
    fact(COSTS, Type::Record(COST).list())
}

/// A field of the cost in the first local.
pub(in crate::eval::tests) fn cost(field: u32, ty: Type) -> Expr {
    of(local(0, Type::Record(COST)), COST, field, ty)
}

pub(in crate::eval::tests) fn status_is(at: u16) -> Expr {
    equal(fact(STATUS_FIELD, Type::Enum(STATUS)), member(at))
}

pub(in crate::eval::tests) fn compare(op: Order, left: Expr, right: Expr) -> Expr {
    expr(ExprKind::Compare { op, left: Box::new(left), right: Box::new(right) }, Type::Bool)
}

pub(in crate::eval::tests) fn at_most(left: Expr, right: Expr) -> Expr {
    compare(Order::AtMost, left, right)
}

pub(in crate::eval::tests) fn equal(left: Expr, right: Expr) -> Expr {
    expr(ExprKind::Equal { left: Box::new(left), right: Box::new(right) }, Type::Bool)
}

pub(in crate::eval::tests) fn and(operands: Vec<Expr>) -> Expr {
    expr(ExprKind::And(operands), Type::Bool)
}

pub(in crate::eval::tests) fn or(operands: Vec<Expr>) -> Expr {
    expr(ExprKind::Or(operands), Type::Bool)
}

pub(in crate::eval::tests) fn not(operand: Expr) -> Expr {
    expr(ExprKind::Not(Box::new(operand)), Type::Bool)
}

pub(in crate::eval::tests) fn arithmetic(
    op: Arithmetic,
    left: Expr,
    right: Expr,
    ty: Type,
) -> Expr {
    expr(ExprKind::Arithmetic { op, left: Box::new(left), right: Box::new(right) }, ty)
}

pub(in crate::eval::tests) fn times(left: Expr, right: Expr) -> Expr {
    let ty = right.ty.clone();
    arithmetic(Arithmetic::Multiply, left, right, ty)
}

/// A comprehension over the costs, with the cost in the first local.
pub(in crate::eval::tests) fn over_costs(
    kind: AggregateKind,
    element: Expr,
    condition: Option<Expr>,
    ty: Type,
) -> Expr {
    let generators = vec![(LocalId(0), costs())];
    let aggregate = Aggregate { kind, generators, condition, element };
    expr(ExprKind::Aggregate(Box::new(aggregate)), ty)
}

pub(in crate::eval::tests) fn sum_of_costs() -> Expr {
    over_costs(AggregateKind::Sum, cost(AMOUNT, money()), None, money())
}

pub(in crate::eval::tests) fn call(id: u32, ty: Type) -> Expr {
    let receiver = Some(Box::new(me(PROJECT)));
    expr(ExprKind::Definition { id: DefinitionId(id), receiver, arguments: vec![] }, ty)
}

pub(in crate::eval::tests) fn parameter_value(id: u32, arguments: Vec<Expr>, ty: Type) -> Expr {
    expr(ExprKind::Parameter { id: ParameterId(id), arguments }, ty)
}
