//! `< <= > >=`, `before`, `after`, tolerance and beginnings of texts.

use super::super::body::Body;
use super::super::context::Context;
use super::super::typed::{Arithmetic, Expr, ExprKind, Order, Type};
use super::fit::is_quotient;
use super::remedy::operands;
use super::{check, check_as, insist, poison, state, typed, unit};
use crate::syntax::ast::{self, CompareOp};
use crate::text::{Span, Spanned};

/// An ordering of two values. A direct quotient on the left is kept as two numbers.
pub(super) fn compare(
    cx: &mut Context<'_>,
    body: &mut Body,
    op: &Spanned<CompareOp>,
    (left, right): (&ast::Expr, &ast::Expr),
    at: Span,
) -> Expr {
    let left = check(cx, body, left, None);
    let left = state::present(cx, left);
    let right = check(cx, body, right, Some(&left.ty));
    let right = state::present(cx, right);
    if left.is_poison() || right.is_poison() {
        return poison(at);
    }
    if !comparable(&left, &right, op.value) {
        cx.report(operands(cx, words(op.value), op.span, &left, &right));
        return poison(at);
    }
    if let Some(problem) = unit::mixed(cx, words(op.value), op.span, &left, &right) {
        cx.report(problem);
        return poison(at);
    }
    let kind = match left.kind {
        ExprKind::Arithmetic { op: Arithmetic::Divide, left: numerator, right: denominator }
            if matches!(left.ty, Type::Decimal | Type::Percent)
                && !matches!(numerator.ty, Type::Percent | Type::Points) =>
        {
            ExprKind::CompareQuotient {
                op: order(op.value),
                numerator,
                denominator,
                bound: Box::new(right),
            }
        }
        _ => {
            ExprKind::Compare { op: order(op.value), left: Box::new(left), right: Box::new(right) }
        }
    };
    typed(kind, Type::Bool, at)
}

fn order(op: CompareOp) -> Order {
    match op {
        CompareOp::Less | CompareOp::Before => Order::Less,
        CompareOp::AtMost => Order::AtMost,
        CompareOp::Greater | CompareOp::After => Order::Greater,
        CompareOp::AtLeast => Order::AtLeast,
    }
}

fn words(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Less => "<",
        CompareOp::AtMost => "<=",
        CompareOp::Greater => ">",
        CompareOp::AtLeast => ">=",
        CompareOp::Before => "before",
        CompareOp::After => "after",
    }
}

fn comparable(left: &Expr, right: &Expr, op: CompareOp) -> bool {
    let temporal = |ty: &Type| matches!(ty, Type::Date | Type::Month | Type::Moment);
    if matches!(op, CompareOp::Before | CompareOp::After) {
        return temporal(&left.ty) && left.ty == right.ty;
    }
    match (&left.ty, &right.ty) {
        (Type::Integer | Type::Decimal, Type::Integer | Type::Decimal) => true,
        (Type::Percent, Type::Decimal) => is_quotient(right),
        (Type::Decimal, Type::Percent) => is_quotient(left),
        (Type::Percent, Type::Percent)
        | (Type::Points, Type::Points)
        | (Type::Duration, Type::Duration) => true,
        (Type::Money(a), Type::Money(b)) => a == b,
        (a, b) => temporal(a) && a == b,
    }
}

/// `a within 5% of b`: the one comparison that approximate amounts allow.
pub(super) fn within_tolerance(
    cx: &mut Context<'_>,
    body: &mut Body,
    (operand, tolerance, reference): (&ast::Expr, &ast::Expr, &ast::Expr),
    at: Span,
) -> Expr {
    let operand = check(cx, body, operand, None);
    let operand = state::present(cx, operand);
    let tolerance = check_as(cx, body, tolerance, &Type::Percent);
    let reference = check(cx, body, reference, Some(&operand.ty));
    let reference = state::present(cx, reference);
    if operand.is_poison() || tolerance.is_poison() || reference.is_poison() {
        return poison(at);
    }
    let fits = match (&operand.ty, &reference.ty) {
        (Type::Money(a) | Type::About(a), Type::Money(b) | Type::About(b)) => a == b,
        (Type::Integer | Type::Decimal, Type::Integer | Type::Decimal) => true,
        (a, b) => a == b && matches!(a, Type::Percent | Type::Points),
    };
    if !fits {
        cx.report(operands(cx, "within … of", at, &operand, &reference));
        return poison(at);
    }
    let kind = ExprKind::WithinTolerance {
        operand: Box::new(operand),
        tolerance: Box::new(tolerance),
        reference: Box::new(reference),
    };
    typed(kind, Type::Bool, at)
}

/// `name starts with "EU"`.
pub(super) fn starts_with(
    cx: &mut Context<'_>,
    body: &mut Body,
    text: &ast::Expr,
    prefix: &ast::Expr,
    at: Span,
) -> Expr {
    let text = check(cx, body, text, None);
    let text = state::present(cx, text);
    let text = insist(cx, text, &Type::Text);
    let prefix = check_as(cx, body, prefix, &Type::Text);
    if text.is_poison() || prefix.is_poison() {
        return poison(at);
    }
    let (text, prefix) = (Box::new(text), Box::new(prefix));
    typed(ExprKind::StartsWith { text, prefix }, Type::Bool, at)
}
