//! `if`, `choose` and `match`.

use super::super::body::Body;
use super::super::context::Context;
use super::super::exhaustive;
use super::super::narrow;
use super::super::typed::{Expr, ExprKind, Type};
use super::{check, check_as, fit, insist, poison, state, typed};
use crate::syntax::ast::{self, ChooseArm, MatchArm};
use crate::text::Span;

/// Brings alternatives to one type; the first that does not fit is reported.
fn unify(cx: &mut Context<'_>, values: &mut [Expr], wanted: Option<&Type>) -> Type {
    let mut ty = wanted.cloned();
    for value in values.iter() {
        if value.ty == Type::Poison {
            continue;
        }
        ty = match ty {
            None => Some(value.ty.clone()),
            Some(known) => Some(fit::common(&known, &value.ty).unwrap_or(known)),
        };
    }
    let ty = match (wanted, ty) {
        // A hint is not a demand: keep the alternatives' own type when none of them fits it.
        (Some(hint), Some(_)) if !values.iter().any(|value| fit::fits(&value.ty, hint)) => {
            values.first().map_or(Type::Poison, |value| value.ty.clone())
        }
        (_, Some(ty)) => ty,
        (_, None) => Type::Poison,
    };
    for value in values.iter_mut() {
        if !fit::fits(&value.ty, &ty) {
            *value = insist(cx, value.clone(), &ty);
        }
    }
    if values.iter().any(|value| value.ty == Type::Poison) {
        Type::Poison
    } else {
        narrowest(values, ty)
    }
}

/// The common type without a hint's excess, such as "or absent" that no alternative has.
fn narrowest(values: &[Expr], ty: Type) -> Type {
    let mut own: Option<Type> = None;
    for value in values {
        own = match own {
            None => Some(value.ty.clone()),
            Some(known) => fit::common(&known, &value.ty),
        };
        if own.is_none() {
            return ty;
        }
    }
    own.unwrap_or(ty)
}

/// `if C then A else B`.
pub(super) fn if_else(
    cx: &mut Context<'_>,
    body: &mut Body,
    (condition, then, otherwise): (&ast::Expr, &ast::Expr, &ast::Expr),
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let condition = check_as(cx, body, condition, &Type::Bool);
    let mark = body.mark();
    body.assume_present(narrow::present_if_true(&condition));
    let then = check(cx, body, then, wanted);
    body.reset(mark);
    body.assume_present(narrow::present_if_false(&condition));
    let hint = wanted.cloned().unwrap_or_else(|| then.ty.clone());
    let otherwise = check(cx, body, otherwise, Some(&hint));
    body.reset(mark);
    let mut values = [then, otherwise];
    let ty = unify(cx, &mut values, wanted);
    if ty == Type::Poison || condition.is_poison() {
        return poison(at);
    }
    let [then, otherwise] = values;
    let kind = ExprKind::If {
        condition: Box::new(condition),
        then: Box::new(then),
        otherwise: Box::new(otherwise),
    };
    typed(kind, ty, at)
}

/// `choose { A when C1  B when C2  otherwise D }`.
pub(super) fn choose(
    cx: &mut Context<'_>,
    body: &mut Body,
    arms: &[ChooseArm],
    otherwise: Option<&ast::Expr>,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let mark = body.mark();
    let (mut conditions, mut values) = (Vec::new(), Vec::new());
    let mut hint = wanted.cloned();
    for arm in arms {
        let condition = check_as(cx, body, &arm.condition, &Type::Bool);
        let inner = body.mark();
        body.assume_present(narrow::present_if_true(&condition));
        let value = check(cx, body, &arm.value, hint.as_ref());
        body.reset(inner);
        // A later arm is reached only where the conditions before it do not hold.
        body.assume_present(narrow::present_if_false(&condition));
        hint.get_or_insert_with(|| value.ty.clone());
        conditions.push(condition);
        values.push(value);
    }
    let has_otherwise = otherwise.is_some();
    if let Some(otherwise) = otherwise {
        let value = check(cx, body, otherwise, hint.as_ref());
        values.push(value);
    }
    body.reset(mark);
    let ty = unify(cx, &mut values, wanted);
    if ty == Type::Poison || conditions.iter().any(Expr::is_poison) {
        return poison(at);
    }
    let otherwise = if has_otherwise { values.pop().map(Box::new) } else { None };
    let arms = conditions.into_iter().zip(values).collect();
    typed(ExprKind::Choose { arms, otherwise }, ty, at)
}

/// `match x { micro, small -> A  otherwise -> B }`; without `otherwise` it must be exhaustive.
pub(super) fn matching(
    cx: &mut Context<'_>,
    body: &mut Body,
    operand: &ast::Expr,
    arms: &[MatchArm],
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let operand = check(cx, body, operand, None);
    let operand = state::present(cx, operand);
    let (mut patterns, mut values) = (Vec::new(), Vec::new());
    let mut otherwise_at = None;
    let mut hint = wanted.cloned();
    for (index, arm) in arms.iter().enumerate() {
        let checked: Vec<Expr> =
            arm.patterns.iter().map(|p| pattern(cx, body, p, &operand.ty)).collect();
        if checked.is_empty() {
            otherwise_at = Some(index);
        }
        let value = check(cx, body, &arm.value, hint.as_ref());
        hint.get_or_insert_with(|| value.ty.clone());
        patterns.push(checked);
        values.push(value);
    }
    if operand.is_poison() || patterns.iter().flatten().any(Expr::is_poison) {
        return poison(at);
    }
    exhaustive::matching(cx, &operand, &patterns, otherwise_at.is_some(), at);
    let ty = unify(cx, &mut values, wanted);
    if ty == Type::Poison {
        return poison(at);
    }
    let mut arms: Vec<(Vec<Expr>, Expr)> = patterns.into_iter().zip(values).collect();
    let otherwise = otherwise_at.map(|index| Box::new(arms.remove(index).1));
    typed(ExprKind::Match { operand: Box::new(operand), arms, otherwise }, ty, at)
}

fn pattern(cx: &mut Context<'_>, body: &mut Body, pattern: &ast::Expr, ty: &Type) -> Expr {
    let checked = check_as(cx, body, pattern, ty);
    if checked.is_poison() || matches!(checked.kind, ExprKind::Constant(_)) {
        return checked;
    }
    cx.report(super::super::problems::PatternNotFixed { at: pattern.span });
    poison(pattern.span)
}
