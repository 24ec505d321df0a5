//! Comprehensions: lists of values, sums, counts, extremes, and how many satisfy a condition.

use super::super::body::Body;
use super::super::context::Context;
use super::super::problems::AggregateKindMismatch;
use super::super::typed::{Aggregate, AggregateKind, Expr, ExprKind, LocalId, Type};
use super::list::{assume, elements};
use super::{check, check_as, insist, poison, state, typed};
use crate::syntax::ast::{self, Binding, Bound, Comprehension, Name};
use crate::text::Span;
use crate::value::Value;

/// `(E for x in L where C)`: a list.
pub(super) fn list(
    cx: &mut Context<'_>,
    body: &mut Body,
    comprehension: &Comprehension,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let hint = match wanted.map(Type::required) {
        Some(Type::List(element)) => Some((**element).clone()),
        _ => None,
    };
    comprehended(cx, body, AggregateKind::List, comprehension, hint.as_ref(), at)
}

/// `sum(E for x in L where C)` and its kin.
pub(super) fn comprehended(
    cx: &mut Context<'_>,
    body: &mut Body,
    kind: AggregateKind,
    comprehension: &Comprehension,
    hint: Option<&Type>,
    at: Span,
) -> Expr {
    let mark = body.mark();
    let mut generators = Vec::new();
    for generator in &comprehension.generators {
        let Some((list, element)) = elements(cx, body, &generator.list) else {
            body.reset(mark);
            return poison(at);
        };
        let id = body.introduce(&generator.variable, element);
        generators.push((id, list));
    }
    let condition = comprehension
        .condition
        .as_ref()
        .map(|condition| check_as(cx, body, condition, &Type::Bool));
    assume(body, condition.as_ref());
    let element = element(cx, body, kind, &comprehension.element, hint);
    body.reset(mark);
    if element.is_poison() || condition.as_ref().is_some_and(Expr::is_poison) {
        return poison(at);
    }
    finish(cx, Aggregate { kind, generators, condition, element }, at)
}

fn element(
    cx: &mut Context<'_>,
    body: &mut Body,
    kind: AggregateKind,
    element: &ast::Expr,
    hint: Option<&Type>,
) -> Expr {
    match kind {
        AggregateKind::All | AggregateKind::Any => check_as(cx, body, element, &Type::Bool),
        AggregateKind::Count => check(cx, body, element, None),
        _ => {
            let element = check(cx, body, element, hint);
            state::present(cx, element)
        }
    }
}

/// The type of the whole, where its elements allow it.
fn finish(cx: &mut Context<'_>, aggregate: Aggregate, at: Span) -> Expr {
    let element = aggregate.element.ty.clone();
    let ty = match aggregate.kind {
        AggregateKind::List => Some(element.clone().list()),
        AggregateKind::Count => Some(Type::Integer),
        AggregateKind::All | AggregateKind::Any => Some(Type::Bool),
        AggregateKind::Sum => addable(&element).then(|| element.clone()),
        AggregateKind::Average => match &element {
            Type::Integer => Some(Type::Decimal),
            ty if addable(ty) && *ty != Type::Duration => Some(ty.clone()),
            _ => None,
        },
        AggregateKind::Min | AggregateKind::Max => orderable(&element).then(|| element.clone()),
    };
    match ty {
        Some(ty) => typed(ExprKind::Aggregate(Box::new(aggregate)), ty, at),
        None => {
            let found = cx.show(&element);
            let word = name(aggregate.kind);
            cx.report(AggregateKindMismatch { word, found, at: aggregate.element.span });
            poison(at)
        }
    }
}

fn name(kind: AggregateKind) -> &'static str {
    match kind {
        AggregateKind::List => "a list",
        AggregateKind::Sum => "sum",
        AggregateKind::Count => "count",
        AggregateKind::All => "all",
        AggregateKind::Any => "any",
        AggregateKind::Min => "min",
        AggregateKind::Max => "max",
        AggregateKind::Average => "average",
    }
}

/// Types of which a sum can be taken. Amounts in any currency have no zero to begin with.
pub(super) fn addable(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Integer
            | Type::Decimal
            | Type::Percent
            | Type::Points
            | Type::Money(Some(_))
            | Type::Duration
    )
}

/// Types of which a least and a greatest exist.
pub(super) fn orderable(ty: &Type) -> bool {
    addable(ty) || matches!(ty, Type::Date | Type::Month)
}

/// `sum(L)`, `min(L)`, `all(L)`: of a list as it is.
pub(super) fn of_list(
    cx: &mut Context<'_>,
    body: &mut Body,
    kind: AggregateKind,
    list: Expr,
    at: Span,
) -> Expr {
    let Type::List(element) = &list.ty else { return poison(at) };
    let element = (**element).clone();
    let mark = body.mark();
    let hidden = Name { value: "·".into(), span: list.span };
    let id = body.introduce(&hidden, element.clone());
    body.reset(mark);
    let item = typed(ExprKind::Local(id), element, list.span);
    let item = match kind {
        AggregateKind::All | AggregateKind::Any => insist(cx, item, &Type::Bool),
        _ => item,
    };
    if item.is_poison() {
        return poison(at);
    }
    finish(cx, Aggregate { kind, generators: vec![(id, list)], condition: None, element: item }, at)
}

/// `count(x in L where C)`.
pub(super) fn count(cx: &mut Context<'_>, body: &mut Body, binding: &Binding, at: Span) -> Expr {
    match bound_elements(cx, body, binding) {
        Some((variable, list, condition)) => {
            let one = typed(
                ExprKind::Constant(Value::Number(crate::quantity::Number::ONE)),
                Type::Integer,
                at,
            );
            let aggregate = Aggregate {
                kind: AggregateKind::Count,
                generators: vec![(variable, list)],
                condition,
                element: one,
            };
            finish(cx, aggregate, at)
        }
        None => poison(at),
    }
}

fn bound_elements(
    cx: &mut Context<'_>,
    body: &mut Body,
    binding: &Binding,
) -> Option<(LocalId, Expr, Option<Expr>)> {
    let (list, element) = elements(cx, body, &binding.list)?;
    let mark = body.mark();
    let id = body.introduce(&binding.variable, element);
    let condition =
        binding.condition.as_ref().map(|condition| check_as(cx, body, condition, &Type::Bool));
    body.reset(mark);
    if condition.as_ref().is_some_and(Expr::is_poison) {
        return None;
    }
    Some((id, list, condition))
}

/// `exactly 1 of p in partners where C`.
pub(super) fn count_is(
    cx: &mut Context<'_>,
    body: &mut Body,
    bound: Bound,
    number: &ast::Expr,
    binding: &Binding,
    at: Span,
) -> Expr {
    let number = check_as(cx, body, number, &Type::Integer);
    let count = count(cx, body, binding, at);
    if number.is_poison() || count.is_poison() {
        return poison(at);
    }
    let (number, count) = (Box::new(number), Box::new(count));
    typed(ExprKind::CountIs { bound, number, count }, Type::Bool, at)
}
