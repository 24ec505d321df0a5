//! Lists as values: written out, without repetitions, grouped, and elements picked from them.

use std::sync::Arc;

use super::super::body::Body;
use super::super::context::Context;
use super::super::narrow;
use super::super::problems::{EmptyList, LinkEnds, Mismatch};
use super::super::typed::{Carry, Edge, Expr, ExprKind, Linked, LocalId, Type};
use super::{check, check_as, fit, insist, poison, state, typed};
use crate::syntax::ast::{self, Name};
use crate::text::Span;

/// A list and the type of its elements; the problem of anything else is reported.
pub(in crate::types) fn elements(
    cx: &mut Context<'_>,
    body: &mut Body,
    list: &ast::Expr,
) -> Option<(Expr, Type)> {
    let list = check(cx, body, list, None);
    let list = state::present(cx, list);
    match &list.ty {
        Type::List(element) => {
            let element = (**element).clone();
            Some((list, element))
        }
        Type::Poison => None,
        _ => {
            let found = cx.show(&list.ty);
            let (expected, origin) = ("a list".to_owned(), super::origin(cx, &list));
            cx.report(Mismatch { expected, found, at: list.span, origin, help: None });
            None
        }
    }
}

/// `[a, b]`.
pub(super) fn literal(
    cx: &mut Context<'_>,
    body: &mut Body,
    items: &[ast::Expr],
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let hint = match wanted.map(Type::required) {
        Some(Type::List(element)) => Some((**element).clone()),
        _ => None,
    };
    let mut ty = hint.clone();
    let mut checked = Vec::new();
    for item in items {
        let item = check(cx, body, item, ty.as_ref());
        let item = state::present(cx, item);
        let common = ty.as_ref().map_or(Some(item.ty.clone()), |ty| fit::common(ty, &item.ty));
        match (common, &ty) {
            (Some(common), _) => ty = Some(common),
            (None, Some(known)) => {
                let known = known.clone();
                insist(cx, item.clone(), &known);
            }
            (None, None) => {}
        }
        checked.push(item);
    }
    let Some(ty) = ty else {
        cx.report(EmptyList { at });
        return poison(at);
    };
    typed(ExprKind::List(checked), ty.list(), at)
}

/// `distinct L`.
pub(super) fn distinct(cx: &mut Context<'_>, body: &mut Body, list: &ast::Expr, at: Span) -> Expr {
    let Some((list, element)) = elements(cx, body, list) else { return poison(at) };
    typed(ExprKind::Distinct(Box::new(list)), element.list(), at)
}

/// Introduces the element of a list and checks something with it in reach.
fn with_element<T>(
    cx: &mut Context<'_>,
    body: &mut Body,
    variable: &Name,
    element: Type,
    then: impl FnOnce(&mut Context<'_>, &mut Body, LocalId) -> T,
) -> T {
    let mark = body.mark();
    let id = body.introduce(variable, element);
    let result = then(cx, body, id);
    body.reset(mark);
    result
}

/// `group x in L by KEY`.
pub(super) fn group(
    cx: &mut Context<'_>,
    body: &mut Body,
    variable: &Name,
    list: &ast::Expr,
    key: &ast::Expr,
    at: Span,
) -> Expr {
    let Some((list, element)) = elements(cx, body, list) else { return poison(at) };
    let (id, key) = with_element(cx, body, variable, element.clone(), |cx, body, id| {
        (id, check(cx, body, key, None))
    });
    if key.is_poison() {
        return poison(at);
    }
    let ty = Type::Group(Arc::new((key.ty.clone(), element))).list();
    typed(ExprKind::Group { variable: id, list: Box::new(list), key: Box::new(key) }, ty, at)
}

/// `the x in L where C`.
pub(super) fn the(
    cx: &mut Context<'_>,
    body: &mut Body,
    variable: &Name,
    list: &ast::Expr,
    condition: &ast::Expr,
    at: Span,
) -> Expr {
    let Some((list, element)) = elements(cx, body, list) else { return poison(at) };
    let (id, condition) = with_element(cx, body, variable, element.clone(), |cx, body, id| {
        (id, check_as(cx, body, condition, &Type::Bool))
    });
    if condition.is_poison() {
        return poison(at);
    }
    let (list, condition) = (Box::new(list), Box::new(condition));
    typed(ExprKind::The { variable: id, list, condition }, element, at)
}

/// `first of L by KEY`, `last of x in L by x.key`. Without a variable the key is a field.
pub(super) fn pick(
    cx: &mut Context<'_>,
    body: &mut Body,
    edge: Edge,
    variable: Option<&Name>,
    (list, key): (&ast::Expr, &ast::Expr),
    at: Span,
) -> Expr {
    let Some((list, element)) = elements(cx, body, list) else { return poison(at) };
    let hidden = Name { value: "·".into(), span: list.span };
    let name = variable.cloned().unwrap_or_else(|| hidden.clone());
    let key = match variable {
        Some(_) => key.clone(),
        None => of_hidden(&hidden, key),
    };
    let (id, key) = with_element(cx, body, &name, element.clone(), |cx, body, id| {
        (id, ordered(cx, body, &key))
    });
    if key.is_poison() {
        return poison(at);
    }
    let (list, key) = (Box::new(list), Box::new(key));
    typed(ExprKind::Pick { edge, variable: id, list, key }, element, at)
}

/// `KEY` as `element.KEY`, however long the path of fields is.
fn of_hidden(hidden: &Name, key: &ast::Expr) -> ast::Expr {
    let base = |name: &Name| ast::ExprKind::Field {
        base: Box::new(ast::Expr { kind: ast::ExprKind::Name(hidden.clone()), span: name.span }),
        name: name.clone(),
    };
    let kind = match &key.kind {
        ast::ExprKind::Name(name) => base(name),
        ast::ExprKind::Field { base, name } => {
            ast::ExprKind::Field { base: Box::new(of_hidden(hidden, base)), name: name.clone() }
        }
        other => other.clone(),
    };
    ast::Expr { kind, span: key.span }
}

/// A key by which elements can be put in order.
fn ordered(cx: &mut Context<'_>, body: &mut Body, key: &ast::Expr) -> Expr {
    let key = check(cx, body, key, None);
    let key = state::present(cx, key);
    let sortable = matches!(
        key.ty,
        Type::Integer
            | Type::Decimal
            | Type::Percent
            | Type::Points
            | Type::Money(Some(_))
            | Type::Date
            | Type::Month
            | Type::Text
            | Type::Poison
    );
    if sortable {
        return key;
    }
    let (found, origin) = (cx.show(&key.ty), super::origin(cx, &key));
    let expected = "something with an order, such as a date or a number".to_owned();
    cx.report(Mismatch { expected, found, at: key.span, origin, help: None });
    poison(key.span)
}

/// `carry s from INIT through a in L by KEY as EXPR`.
pub(super) fn carry(
    cx: &mut Context<'_>,
    body: &mut Body,
    carry: &ast::Carry,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let init = check(cx, body, &carry.init, wanted);
    let Some((list, element)) = elements(cx, body, &carry.list) else { return poison(at) };
    if init.is_poison() {
        return poison(at);
    }
    let ty = wanted.filter(|wanted| fit::fits(&init.ty, wanted)).unwrap_or(&init.ty).clone();
    let mark = body.mark();
    let variable = body.introduce(&carry.variable, element);
    let key = ordered(cx, body, &carry.key);
    let state = body.introduce(&carry.state, ty.clone());
    let next = check_as(cx, body, &carry.next, &ty);
    body.reset(mark);
    if key.is_poison() || next.is_poison() {
        return poison(at);
    }
    let carry = super::super::typed::Carry { state, init, variable, list, key, next };
    typed(ExprKind::Carry(Box::<Carry>::new(carry)), ty, at)
}

/// `linked with X through l in LINKS either way where C`.
pub(super) fn linked(
    cx: &mut Context<'_>,
    body: &mut Body,
    linked: &ast::Linked,
    at: Span,
) -> Expr {
    let start = check(cx, body, &linked.start, None);
    let start = state::present(cx, start);
    let Some((links, element)) = elements(cx, body, &linked.links) else { return poison(at) };
    if start.is_poison() {
        return poison(at);
    }
    let ty = start.ty.clone();
    let mark = body.mark();
    let variable = body.introduce(&linked.variable, element.clone());
    let from = link_end(cx, body, &linked.variable, "from", &ty);
    let to = link_end(cx, body, &linked.variable, "to", &ty);
    let condition =
        linked.condition.as_ref().map(|condition| check_as(cx, body, condition, &Type::Bool));
    body.reset(mark);
    let (Some(from), Some(to)) = (from, to) else {
        let (link, end) = (cx.show(&element), cx.show(&ty));
        cx.report(LinkEnds { link, end, at: links.span });
        return poison(at);
    };
    if condition.as_ref().is_some_and(Expr::is_poison) {
        return poison(at);
    }
    let either_way = linked.either_way;
    let linked = Linked { start, variable, links, from, to, either_way, condition };
    typed(ExprKind::Linked(Box::new(linked)), ty.list(), at)
}

/// One end of a link: a field `from` or `to` of the type of the start.
fn link_end(
    cx: &mut Context<'_>,
    body: &mut Body,
    variable: &Name,
    end: &str,
    ty: &Type,
) -> Option<Expr> {
    let id = body.local(&variable.value)?;
    let Type::Record(record) = body.locals.get(id.index())?.ty else { return None };
    cx.find_field(record, end)?;
    let name = Name { value: end.into(), span: variable.span };
    let base = ast::Expr { kind: ast::ExprKind::Name(variable.clone()), span: variable.span };
    let field = super::field::check(cx, body, &base, &name, variable.span);
    (field.ty == *ty).then_some(field)
}

/// What the condition on elements shows to be present for what follows it.
pub(super) fn assume(body: &mut Body, condition: Option<&Expr>) {
    if let Some(condition) = condition {
        body.assume_present(narrow::present_if_true(condition));
    }
}
