//! `base.name`: fields, definitions of records, members of enums, and things of other modules.

use std::sync::Arc;

use super::super::body::Body;
use super::super::context::{Context, Decl};
use super::super::problems::{NoSuchMember, NoSuchName};
use super::super::typed::{EnumId, Expr, ExprKind, Type};
use super::name::{along, definition, member_of, member_of_record, narrowed, of_module};
use super::{poison, state, typed};
use crate::resolve::{Namespace, UnitId};
use crate::syntax::ast::{self, ExprKind as Ast, Name};
use crate::text::Span;

/// `base.name`: a field, a definition of a record, a member of an enum, or something of a
/// module.
pub(super) fn check(
    cx: &mut Context<'_>,
    body: &mut Body,
    base: &ast::Expr,
    name: &Name,
    at: Span,
) -> Expr {
    if let Some(found) = qualified(cx, body, base, name, at) {
        return found;
    }
    let base = super::check(cx, body, base, None);
    if let Type::Group(parts) = base.ty.required() {
        return group_part(cx, base.clone(), parts.clone(), name, at);
    }
    let record = match &base.ty {
        Type::Poison => return poison(at),
        Type::Record(record) => *record,
        Type::Optional(inner) => {
            if let Type::Record(_) = **inner {
                cx.report(state::absent(cx, &base));
                return poison(at);
            }
            return no_fields(cx, &base, name, at);
        }
        _ => return no_fields(cx, &base, name, at),
    };
    if let Some(found) = member_of_record(cx, body, base, record, name, at) {
        return found;
    }
    let names = cx.member_names(record);
    let of = cx.show(&Type::Record(record));
    cx.report(NoSuchName::single(&format!("field or definition of `{of}`"), name, &names));
    poison(at)
}

fn no_fields(cx: &mut Context<'_>, base: &Expr, name: &Name, at: Span) -> Expr {
    let of = cx.show(&base.ty);
    cx.report(NoSuchName::single(&format!("part of a {of}"), name, &[]));
    poison(at)
}

fn group_part(
    cx: &mut Context<'_>,
    base: Expr,
    parts: Arc<(Type, Type)>,
    name: &Name,
    at: Span,
) -> Expr {
    match &*name.value {
        "key" => typed(ExprKind::GroupKey(Box::new(base)), parts.0.clone(), at),
        "items" => typed(ExprKind::GroupItems(Box::new(base)), parts.1.clone().list(), at),
        _ => {
            let names = ["key".to_owned(), "items".to_owned()];
            cx.report(NoSuchName::single("part of a group", name, &names));
            poison(at)
        }
    }
}

/// `Area.e_services`, `cpr.threshold`, `cpr.Area.e_services`.
fn qualified(
    cx: &mut Context<'_>,
    body: &mut Body,
    base: &ast::Expr,
    name: &Name,
    at: Span,
) -> Option<Expr> {
    let (unit, type_name) = match &base.kind {
        Ast::Name(first) => {
            if is_value(cx, body, first) {
                return None;
            }
            if let Some(found) = enum_named(cx, body.unit, &first.value) {
                return Some(enum_member(cx, found, name, at));
            }
            let unit = cx.used_module(body.unit, &first.value)?;
            return Some(module_member(cx, body, unit, first, name, at));
        }
        Ast::Field { base, name: type_name } => {
            let Ast::Name(first) = &base.kind else { return None };
            if is_value(cx, body, first) {
                return None;
            }
            (cx.used_module(body.unit, &first.value)?, type_name)
        }
        _ => return None,
    };
    let found = enum_named(cx, unit, &type_name.value)?;
    Some(enum_member(cx, found, name, at))
}

fn is_value(cx: &Context<'_>, body: &mut Body, name: &Name) -> bool {
    let of_receiver = body.receiver.is_some_and(|record| {
        cx.find_field(record, &name.value).is_some()
            || cx.find_method(record, &name.value, body.unit).is_some()
    });
    of_receiver
        || body.local(&name.value).is_some()
        || cx.find_in(body.unit, Namespace::Value, &name.value).is_some()
}

fn enum_named(cx: &mut Context<'_>, unit: UnitId, name: &str) -> Option<EnumId> {
    match cx.find_in(unit, Namespace::Type, name)? {
        Decl::Enum(id) => {
            cx.used.insert(Decl::Enum(id));
            Some(id)
        }
        _ => None,
    }
}

fn enum_member(cx: &mut Context<'_>, id: EnumId, name: &Name, at: Span) -> Expr {
    if let Some(found) = member_of(cx, &Type::Enum(id), name) {
        return Expr { span: at, ..found };
    }
    if let Some(declared) = cx.out.enums.get(id.index()) {
        let names: Vec<&str> = declared.members.iter().map(|m| &*m.name).collect();
        let problem = NoSuchMember::new(&declared.name, name, &names, declared.span);
        cx.report(problem);
    }
    poison(at)
}

fn module_member(
    cx: &mut Context<'_>,
    body: &mut Body,
    unit: UnitId,
    alias: &Name,
    name: &Name,
    at: Span,
) -> Expr {
    // A definition of the other module for a record that the receiver is or includes.
    let method = body.receiver.and_then(|record| {
        let (way, id) = cx.find_method(record, &name.value, unit)?;
        let of_unit = cx.definition_places.get(id.index()).is_some_and(|(u, _)| *u == unit);
        of_unit.then_some((record, way, id))
    });
    if let Some((record, way, id)) = method {
        let receiver = along(body.subject(record, at), &way, cx);
        return narrowed(body, definition(cx, id, Some(receiver), at));
    }
    if let Some(found) = of_module(cx, unit, name) {
        return Expr { span: at, ..found };
    }
    let names: Vec<String> = cx
        .unit(unit)
        .map(|unit| unit.scope.names(Namespace::Value).map(str::to_owned).collect())
        .unwrap_or_default();
    cx.report(NoSuchName::single(&format!("declaration of `{}`", alias.value), name, &names));
    poison(at)
}
