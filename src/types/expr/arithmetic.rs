//! `+ - * / of`, signs, rounding and reductions.

use super::super::body::Body;
use super::super::context::Context;
use super::super::problems::{Mismatch, StepKind};
use super::super::typed::{Arithmetic, Expr, ExprKind, Type};
use super::fit::is_quotient;
use super::remedy::operands;
use super::{check, check_as, date, insist, logic, origin, poison, state, typed};
use crate::quantity::{Number, Rounding, RoundingMode};
use crate::syntax::ast::{self, BinaryOp, Literal, LiteralKind, UnaryOp};
use crate::text::{Span, Spanned};
use crate::value::Value;

/// An operator between two operands.
pub(super) fn binary(
    cx: &mut Context<'_>,
    body: &mut Body,
    op: &Spanned<BinaryOp>,
    (left, right): (&ast::Expr, &ast::Expr),
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    match op.value {
        BinaryOp::And | BinaryOp::Or => return logic::binary(cx, body, op, left, right, at),
        BinaryOp::Of => return of(cx, body, left, right, wanted, at),
        _ => {}
    }
    let hint = matches!(op.value, BinaryOp::Add | BinaryOp::Subtract).then_some(wanted).flatten();
    let left = check(cx, body, left, hint);
    let left = state::present(cx, left);
    let right = check(cx, body, right, hint);
    let right = state::present(cx, right);
    if left.is_poison() || right.is_poison() {
        return poison(at);
    }
    combine(cx, body, op, left, right, wanted, at)
}

fn combine(
    cx: &mut Context<'_>,
    body: &Body,
    op: &Spanned<BinaryOp>,
    left: Expr,
    right: Expr,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    if matches!(op.value, BinaryOp::Add | BinaryOp::Subtract)
        && let Some(shifted) = date::shift(cx, body, op.value, &left, &right, at)
    {
        return shifted;
    }
    let result = match op.value {
        BinaryOp::Add => sum(&left.ty, &right.ty, Sign::Plus),
        BinaryOp::Subtract => sum(&left.ty, &right.ty, Sign::Minus),
        BinaryOp::Multiply => product(&left.ty, &right.ty),
        _ => quotient(&left.ty, &right.ty, wanted),
    };
    let Some(ty) = result else {
        cx.report(operands(cx, words(op.value), op.span, &left, &right));
        return poison(at);
    };
    let op = match op.value {
        BinaryOp::Add => Arithmetic::Add,
        BinaryOp::Subtract => Arithmetic::Subtract,
        BinaryOp::Multiply => Arithmetic::Multiply,
        _ => Arithmetic::Divide,
    };
    let kind = ExprKind::Arithmetic { op, left: Box::new(left), right: Box::new(right) };
    typed(kind, ty, at)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plus,
    Minus,
}

fn sum(left: &Type, right: &Type, sign: Sign) -> Option<Type> {
    Some(match (left, right) {
        (Type::Integer, Type::Integer) => Type::Integer,
        (Type::Integer | Type::Decimal, Type::Integer | Type::Decimal) => Type::Decimal,
        (Type::Percent, Type::Points) => Type::Percent,
        (Type::Points, Type::Percent) if sign == Sign::Plus => Type::Percent,
        (Type::Percent, Type::Percent) if sign == Sign::Minus => Type::Points,
        (Type::Points, Type::Points) => Type::Points,
        (Type::Money(a), Type::Money(b)) if a == b => Type::Money(*a),
        (Type::Duration, Type::Duration) => Type::Duration,
        _ => return None,
    })
}

fn product(left: &Type, right: &Type) -> Option<Type> {
    Some(match (left, right) {
        (Type::Integer, Type::Integer) => Type::Integer,
        (Type::Integer | Type::Decimal, Type::Integer | Type::Decimal) => Type::Decimal,
        (Type::Money(currency), Type::Integer | Type::Decimal)
        | (Type::Integer | Type::Decimal, Type::Money(currency)) => Type::Money(*currency),
        (Type::Percent, Type::Integer | Type::Decimal)
        | (Type::Integer | Type::Decimal, Type::Percent) => Type::Percent,
        (Type::Points, Type::Integer | Type::Decimal)
        | (Type::Integer | Type::Decimal, Type::Points) => Type::Points,
        (Type::Duration, Type::Integer) | (Type::Integer, Type::Duration) => Type::Duration,
        _ => return None,
    })
}

/// A quotient of like quantities is a ratio; where a percentage is wanted, it is a share.
fn quotient(left: &Type, right: &Type, wanted: Option<&Type>) -> Option<Type> {
    let ratio = || match wanted.map(Type::required) {
        Some(Type::Percent) => Type::Percent,
        _ => Type::Decimal,
    };
    Some(match (left, right) {
        (Type::Integer | Type::Decimal, Type::Integer | Type::Decimal) => ratio(),
        (Type::Money(a), Type::Money(b)) if a == b => ratio(),
        (Type::Percent, Type::Percent) => Type::Decimal,
        (Type::Money(currency), Type::Integer | Type::Decimal) => Type::Money(*currency),
        (Type::Percent, Type::Integer | Type::Decimal) => Type::Percent,
        (Type::Points, Type::Integer | Type::Decimal) => Type::Points,
        _ => return None,
    })
}

fn words(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Or => "or",
        BinaryOp::And => "and",
        BinaryOp::Add => "+",
        BinaryOp::Subtract => "-",
        BinaryOp::Multiply => "*",
        BinaryOp::Divide => "/",
        BinaryOp::Of => "of",
    }
}

/// `15% of x`: a share of an amount, a number or another share.
fn of(
    cx: &mut Context<'_>,
    body: &mut Body,
    share: &ast::Expr,
    base: &ast::Expr,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let share = check_as(cx, body, share, &Type::Percent);
    let base = check(cx, body, base, wanted);
    let base = state::present(cx, base);
    let ty = match &base.ty {
        Type::Poison => return poison(at),
        Type::Money(currency) => Type::Money(*currency),
        Type::Integer | Type::Decimal => Type::Decimal,
        Type::Percent => Type::Percent,
        Type::Points => Type::Points,
        _ => {
            let found = cx.show(&base.ty);
            let origin = origin(cx, &base);
            let expected = "money, a number or a percentage".to_owned();
            cx.report(Mismatch { expected, found, at: base.span, origin, help: None });
            return poison(at);
        }
    };
    if share.is_poison() {
        return poison(at);
    }
    let (left, right) = (Box::new(share), Box::new(base));
    typed(ExprKind::Arithmetic { op: Arithmetic::Multiply, left, right }, ty, at)
}

/// `not a` and `-a`.
pub(super) fn unary(
    cx: &mut Context<'_>,
    body: &mut Body,
    op: UnaryOp,
    operand: &ast::Expr,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    match op {
        UnaryOp::Not => {
            let operand = check_as(cx, body, operand, &Type::Bool);
            if operand.is_poison() {
                return poison(at);
            }
            typed(ExprKind::Not(Box::new(operand)), Type::Bool, at)
        }
        UnaryOp::Negate => negate(cx, body, operand, wanted, at),
    }
}

fn negate(
    cx: &mut Context<'_>,
    body: &mut Body,
    operand: &ast::Expr,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let operand = check(cx, body, operand, wanted);
    let operand = state::present(cx, operand);
    match &operand.kind {
        ExprKind::Constant(Value::Number(number)) => {
            let value = Value::Number(number.neg());
            return typed(ExprKind::Constant(value), operand.ty, at);
        }
        ExprKind::Constant(Value::Money(money)) => {
            return typed(ExprKind::Constant(Value::Money(money.neg())), operand.ty, at);
        }
        _ => {}
    }
    match &operand.ty {
        Type::Poison => poison(at),
        Type::Integer
        | Type::Decimal
        | Type::Percent
        | Type::Points
        | Type::Money(_)
        | Type::Duration => {
            let ty = operand.ty.clone();
            typed(ExprKind::Negate(Box::new(operand)), ty, at)
        }
        _ => insist(cx, operand, &Type::Decimal),
    }
}

/// `x reduced by 5%` is `x` less 5% of it.
pub(super) fn reduced_by(
    cx: &mut Context<'_>,
    body: &mut Body,
    operand: &ast::Expr,
    share: &ast::Expr,
    at: Span,
) -> Expr {
    let operand = check(cx, body, operand, None);
    let operand = state::present(cx, operand);
    let share = check_as(cx, body, share, &Type::Percent);
    if operand.is_poison() || share.is_poison() {
        return poison(at);
    }
    let ty = match &operand.ty {
        Type::Money(_) | Type::Decimal | Type::Percent | Type::Points => operand.ty.clone(),
        Type::Integer => Type::Decimal,
        _ => {
            let money = Type::Money(cx.currency);
            return insist(cx, operand, &money);
        }
    };
    let (left, right) = (Box::new(share), Box::new(operand.clone()));
    let part = ExprKind::Arithmetic { op: Arithmetic::Multiply, left, right };
    let part = typed(part, ty.clone(), at);
    let (left, right) = (Box::new(operand), Box::new(part));
    typed(ExprKind::Arithmetic { op: Arithmetic::Subtract, left, right }, ty, at)
}

/// `x rounded MODE to STEP`.
pub(super) fn rounded(
    cx: &mut Context<'_>,
    body: &mut Body,
    operand: &ast::Expr,
    mode: RoundingMode,
    step: &Literal,
    at: Span,
) -> Expr {
    let operand = check(cx, body, operand, None);
    let operand = state::present(cx, operand);
    if operand.is_poison() {
        return poison(at);
    }
    let Some(size) = step_size(&operand, &step.kind) else {
        let found = Some(cx.show(&operand.ty));
        cx.report(StepKind { found, operand: operand.span, at: step.span });
        return poison(at);
    };
    let Ok(rounding) = Rounding::new(mode, size) else {
        cx.report(StepKind { found: None, operand: operand.span, at: step.span });
        return poison(at);
    };
    let ty = match &operand.ty {
        Type::Decimal if size.is_integer() => Type::Integer,
        ty => ty.clone(),
    };
    typed(ExprKind::Rounded { operand: Box::new(operand), rounding }, ty, at)
}

/// The step in the operand's own unit; a bare number is in that unit.
fn step_size(operand: &Expr, step: &LiteralKind) -> Option<Number> {
    match (&operand.ty, step) {
        (
            Type::Integer | Type::Decimal | Type::Money(_),
            LiteralKind::Integer(n) | LiteralKind::Decimal(n),
        ) => Some(*n),
        (Type::Money(Some(own)), LiteralKind::Money(m)) if *own == m.currency => Some(m.amount),
        (Type::Percent, LiteralKind::Percent(p)) => Some(p.as_fraction()),
        (Type::Points, LiteralKind::Points(p)) => Some(p.as_fraction()),
        (Type::Decimal, LiteralKind::Percent(p)) if is_quotient(operand) => Some(p.as_fraction()),
        _ => None,
    }
}
