//! `and`, `or`, and how many of some conditions hold.

use super::super::body::Body;
use super::super::context::Context;
use super::super::narrow;
use super::super::problems::MixedLogic;
use super::super::typed::{Expr, ExprKind, Type};
use super::{check_as, poison, typed};
use crate::syntax::ast::{self, BinaryOp, ExprKind as Ast};
use crate::text::{Span, Spanned};

/// `a and b and c`, `a or b`; mixing the two needs parentheses.
pub(super) fn binary(
    cx: &mut Context<'_>,
    body: &mut Body,
    op: &Spanned<BinaryOp>,
    left: &ast::Expr,
    right: &ast::Expr,
    at: Span,
) -> Expr {
    let mut parts = Vec::new();
    chain(op.value, left, &mut parts);
    chain(op.value, right, &mut parts);
    let mixed = parts.iter().find_map(|part| other_operator(op.value, part));
    if let Some(other) = mixed {
        cx.report(MixedLogic { first: op.span, second: other });
    }
    let mark = body.mark();
    let mut checked = Vec::new();
    for part in parts {
        let part = check_as(cx, body, part, &Type::Bool);
        // Within `a and b`, `b` matters only where `a` holds; within `a or b`, where it does not.
        let shown = match op.value {
            BinaryOp::And => narrow::present_if_true(&part),
            _ => narrow::present_if_false(&part),
        };
        body.assume_present(shown);
        checked.push(part);
    }
    body.reset(mark);
    if checked.iter().any(Expr::is_poison) {
        return poison(at);
    }
    let kind = match op.value {
        BinaryOp::And => ExprKind::And(checked),
        _ => ExprKind::Or(checked),
    };
    typed(kind, Type::Bool, at)
}

/// Takes `(a and b) and c` apart; parentheses stay together.
fn chain<'e>(op: BinaryOp, expr: &'e ast::Expr, parts: &mut Vec<&'e ast::Expr>) {
    let mut stack = vec![expr];
    while let Some(expr) = stack.pop() {
        match &expr.kind {
            Ast::Binary { op: own, left, right } if own.value == op => {
                stack.push(right);
                stack.push(left);
            }
            _ => parts.push(expr),
        }
    }
}

fn other_operator(op: BinaryOp, part: &ast::Expr) -> Option<Span> {
    match &part.kind {
        Ast::Binary { op: own, .. }
            if own.value != op && matches!(own.value, BinaryOp::And | BinaryOp::Or) =>
        {
            Some(own.span)
        }
        _ => None,
    }
}

/// `at least 2 of [a, b, c]`.
pub(super) fn count_of(
    cx: &mut Context<'_>,
    body: &mut Body,
    bound: ast::Bound,
    number: &ast::Expr,
    conditions: &[ast::Expr],
    at: Span,
) -> Expr {
    let number = check_as(cx, body, number, &Type::Integer);
    let conditions: Vec<Expr> =
        conditions.iter().map(|c| check_as(cx, body, c, &Type::Bool)).collect();
    if number.is_poison() || conditions.iter().any(Expr::is_poison) {
        return poison(at);
    }
    let number = Box::new(number);
    typed(ExprKind::CountOf { bound, number, conditions }, Type::Bool, at)
}
