//! `in`, `in open`, `includes`.

use super::super::body::Body;
use super::super::context::Context;
use super::super::problems::Mismatch;
use super::super::typed::{Expr, ExprKind, Quantifier, Type};
use super::{check, fit, insist, poison, state, typed};
use crate::syntax::ast::{self, ExprKind as Ast};
use crate::text::Span;

/// `a in [x, y]`, `a in list`, `day in period`; `open` for a list that law leaves open.
pub(super) fn within_set(
    cx: &mut Context<'_>,
    body: &mut Body,
    operand: &ast::Expr,
    set: &ast::Expr,
    open: bool,
    at: Span,
) -> Expr {
    let operand = check(cx, body, operand, None);
    if let Ast::List(values) = &set.kind {
        return one_of(cx, body, operand, values, open, at);
    }
    let wanted = operand.ty.required().clone().list();
    let set = check(cx, body, set, Some(&wanted));
    let set = state::present(cx, set);
    if operand.is_poison() || set.is_poison() {
        return poison(at);
    }
    match &set.ty {
        Type::Period => in_period(cx, operand, set, at),
        Type::List(element) if fit::common(element, operand.ty.required()).is_some() => {
            let (operand, list) = (Box::new(operand), Box::new(set));
            typed(ExprKind::ElementOf { operand, list, open }, Type::Bool, at)
        }
        _ => insist(cx, set, &wanted),
    }
}

fn in_period(cx: &mut Context<'_>, operand: Expr, period: Expr, at: Span) -> Expr {
    if !matches!(operand.ty.required(), Type::Date | Type::Month | Type::Moment) {
        return insist(cx, operand, &Type::Date);
    }
    let (operand, period) = (Box::new(operand), Box::new(period));
    typed(ExprKind::InPeriod { operand, period }, Type::Bool, at)
}

fn one_of(
    cx: &mut Context<'_>,
    body: &mut Body,
    operand: Expr,
    values: &[ast::Expr],
    open: bool,
    at: Span,
) -> Expr {
    let ty = operand.ty.required().clone();
    let values: Vec<Expr> = values
        .iter()
        .map(|value| {
            let value = check(cx, body, value, Some(&ty));
            if fit::common(&ty, &value.ty).is_some() { value } else { insist(cx, value, &ty) }
        })
        .collect();
    if operand.is_poison() || values.iter().any(Expr::is_poison) {
        return poison(at);
    }
    typed(ExprKind::OneOf { operand: Box::new(operand), values, open }, Type::Bool, at)
}

/// `xs includes any of [a, b]`.
pub(super) fn includes(
    cx: &mut Context<'_>,
    body: &mut Body,
    list: &ast::Expr,
    quantifier: Quantifier,
    set: &ast::Expr,
    at: Span,
) -> Expr {
    let list = check(cx, body, list, None);
    let list = state::present(cx, list);
    let ty = list.ty.clone();
    if !matches!(ty, Type::List(_) | Type::Poison) {
        let found = cx.show(&ty);
        let (expected, origin) = ("a list".to_owned(), super::origin(cx, &list));
        cx.report(Mismatch { expected, found, at: list.span, origin, help: None });
        return poison(at);
    }
    let set = check(cx, body, set, Some(&ty));
    let set = insist(cx, set, &ty);
    if list.is_poison() || set.is_poison() {
        return poison(at);
    }
    let kind = ExprKind::Includes { list: Box::new(list), quantifier, set: Box::new(set) };
    typed(kind, Type::Bool, at)
}
