//! Presence, equality, written defaults and evidence.

use super::super::body::Body;
use super::super::context::Context;
use super::super::problems::{
    AlwaysPresent, KnownInCondition, MayBeAbsent, NoSuchName, WrongDefault,
};
use super::super::typed::{DefaultWhen, Expr, ExprKind, State, Type};
use super::remedy::operands;
use super::{check, fit, insist, legal, poison, typed};
use crate::syntax::ast::{self, IsWhat, Name};
use crate::text::Span;

/// `a is V`, `a is present`, `a is absent`, `a is known`.
pub(super) fn is(
    cx: &mut Context<'_>,
    body: &mut Body,
    operand: &ast::Expr,
    what: &IsWhat,
    at: Span,
) -> Expr {
    let operand = check(cx, body, operand, None);
    let asked = match what {
        IsWhat::Value(value) => return equal(cx, body, operand, value, at),
        IsWhat::Present => State::Present,
        IsWhat::Absent => State::Absent,
        IsWhat::Known => State::Known,
        IsWhat::WorkingDay { calendar } => {
            return legal::is_working_day(cx, body, operand, calendar.as_deref(), at);
        }
    };
    if operand.is_poison() {
        return poison(at);
    }
    if asked == State::Known && !body.may_ask_known {
        cx.report(KnownInCondition { at });
        return poison(at);
    }
    if asked != State::Known && !matches!(operand.ty, Type::Optional(_)) {
        let words = cx.out.sources.slice(operand.span).to_owned();
        cx.report(AlwaysPresent { words, at });
    }
    typed(ExprKind::State { operand: Box::new(operand), state: asked }, Type::Bool, at)
}

fn equal(cx: &mut Context<'_>, body: &mut Body, left: Expr, right: &ast::Expr, at: Span) -> Expr {
    let right = check(cx, body, right, Some(left.ty.required()));
    if left.is_poison() || right.is_poison() {
        return poison(at);
    }
    let (a, b) = (left.ty.required(), right.ty.required());
    let share = fit::is_quotient(&left) && *b == Type::Percent;
    let about = matches!(a, Type::About(_)) || matches!(b, Type::About(_));
    if !share && (about || fit::common(a, b).is_none()) {
        cx.report(operands(cx, "is", at, &left, &right));
        return poison(at);
    }
    let (left, right) = (Box::new(left), Box::new(right));
    typed(ExprKind::Equal { left, right }, Type::Bool, at)
}

/// Insists that an operand is not absent, as arithmetic and ordering do.
pub(super) fn present(cx: &mut Context<'_>, operand: Expr) -> Expr {
    if !matches!(operand.ty, Type::Optional(_)) {
        return operand;
    }
    cx.report(absent(cx, &operand));
    poison(operand.span)
}

/// The problem of an operand that may be absent.
pub(super) fn absent(cx: &Context<'_>, operand: &Expr) -> MayBeAbsent {
    MayBeAbsent {
        words: cx.out.sources.slice(operand.span).to_owned(),
        at: operand.span,
        origin: super::origin(cx, operand),
    }
}

/// The same, when absence is all that keeps the expression from being of a type.
pub(super) fn may_be_absent(cx: &Context<'_>, found: &Expr, wanted: &Type) -> Option<MayBeAbsent> {
    match &found.ty {
        Type::Optional(inner) if fit::fits(inner, wanted) => Some(absent(cx, found)),
        _ => None,
    }
}

/// `x default V when absent` and its kin.
pub(super) fn default(
    cx: &mut Context<'_>,
    body: &mut Body,
    (operand, value): (&ast::Expr, &ast::Expr),
    when: DefaultWhen,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let operand = check(cx, body, operand, wanted);
    if operand.is_poison() {
        return poison(at);
    }
    let fits = match when {
        DefaultWhen::Absent => matches!(operand.ty, Type::Optional(_)),
        DefaultWhen::NotInForce => is_dated(&operand),
        DefaultWhen::None => may_be_of_nothing(&operand),
    };
    if !fits {
        cx.report(WrongDefault { when, operand: operand.span, at });
        return poison(at);
    }
    let ty = match when {
        DefaultWhen::Absent => operand.ty.required().clone(),
        _ => operand.ty.clone(),
    };
    let value = check(cx, body, value, Some(&ty));
    let ty = fit::common(&ty, &value.ty).unwrap_or(ty);
    let value = insist(cx, value, &ty);
    if value.is_poison() {
        return poison(at);
    }
    let (operand, value) = (Box::new(operand), Box::new(value));
    typed(ExprKind::Default { operand, value, when }, ty, at)
}

fn is_dated(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Parameter { .. } | ExprKind::Table { .. } | ExprKind::Definition { .. } => true,
        ExprKind::On { operand, .. } => is_dated(operand),
        _ => false,
    }
}

fn may_be_of_nothing(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Aggregate(_) | ExprKind::The { .. } | ExprKind::Pick { .. })
}

/// `x with evidence documented`.
pub(super) fn with_evidence(
    cx: &mut Context<'_>,
    body: &mut Body,
    operand: &ast::Expr,
    level: &Name,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    const LEVELS: [&str; 3] = ["declared", "documented", "verified"];
    let operand = check(cx, body, operand, wanted);
    let found = LEVELS.iter().position(|name| *name == &*level.value);
    let Some(rank) = found.and_then(|at| u8::try_from(at + 1).ok()) else {
        let names = LEVELS.map(str::to_owned);
        cx.report(NoSuchName::single("level of evidence", level, &names));
        return poison(at);
    };
    if operand.is_poison() {
        return poison(at);
    }
    let ty = operand.ty.clone();
    typed(ExprKind::WithEvidence { operand: Box::new(operand), level: rank }, ty, at)
}
