//! Names, fields, and what they stand for.

use std::sync::Arc;

use super::super::body::Body;
use super::super::context::{Context, Decl};
use super::super::definitions;
use super::super::narrow;
use super::super::problems::{Mismatch, NeedsArguments, NoSuchMember, NoSuchName, NotForThis};
use super::super::typed::{DefinitionId, Expr, ExprKind, RecordId, Type};
use super::{poison, typed};
use crate::resolve::{Namespace, UnitId};
use crate::syntax::ast::{Name, Path};
use crate::text::Span;
use crate::value::Value;

/// A name on its own: a local, a field or definition of the receiver, a parameter, table or
/// definition of the module, else a member of the enum that the place wants.
pub(super) fn bare(
    cx: &mut Context<'_>,
    body: &mut Body,
    name: &Name,
    wanted: Option<&Type>,
) -> Expr {
    if let Some(id) = body.local(&name.value) {
        let ty = body.locals.get(id.index()).map_or(Type::Poison, |local| local.ty.clone());
        return narrowed(body, typed(ExprKind::Local(id), ty, name.span));
    }
    let member = wanted.and_then(|ty| member_of(cx, ty.required(), name));
    // `define land = sum(c.amount for c in costs where c.kind is land)` means the member.
    let found = match &member {
        Some(_) if is_being_typed(cx, body, name) => None,
        _ => of_receiver(cx, body, name).or_else(|| of_module(cx, body.unit, name)),
    };
    match (found, member) {
        // A member whose enum is wanted comes before a field of another type with that name.
        (Some(found), Some(member)) if found.ty.required() != &member.ty => member,
        (Some(found), _) => found,
        (None, Some(member)) => member,
        (None, None) => unknown(cx, body, name, wanted),
    }
}

/// Whether the name is that of a definition whose type is being found from this very place.
fn is_being_typed(cx: &Context<'_>, body: &Body, name: &Name) -> bool {
    let of_record = body.receiver.and_then(|record| {
        let is_field = cx.find_field(record, &name.value).is_some();
        if is_field { None } else { cx.find_method(record, &name.value, body.unit) }
    });
    let of_module = || match cx.find_in(body.unit, Namespace::Value, &name.value) {
        Some(Decl::Definition(id)) => Some(id),
        _ => None,
    };
    let found = of_record.map(|(_, id)| id).or_else(of_module);
    found.is_some_and(|id| definitions::is_being_typed(cx, id))
}

fn of_receiver(cx: &mut Context<'_>, body: &mut Body, name: &Name) -> Option<Expr> {
    let record = body.receiver?;
    let receiver = body.subject(record, name.span);
    member_of_record(cx, body, receiver, record, name, name.span)
}

/// A field or definition of a record.
pub(super) fn member_of_record(
    cx: &mut Context<'_>,
    body: &mut Body,
    base: Expr,
    record: RecordId,
    name: &Name,
    at: Span,
) -> Option<Expr> {
    if let Some((way, owner, field)) = cx.find_field(record, &name.value) {
        cx.used_fields.insert((owner, field));
        let declared = cx.out.records.get(owner.index())?.fields.get(field as usize)?;
        let ty = declared.ty.clone();
        let ty = if declared.optional { ty.optional() } else { ty };
        let base = Box::new(along(base, &way, cx));
        let kind = ExprKind::Field { base, record: owner, field };
        return Some(narrowed(body, typed(kind, ty, at)));
    }
    let (way, id) = cx.find_method(record, &name.value, body.unit)?;
    let receiver = along(base, &way, cx);
    Some(narrowed(body, definition(cx, id, Some(receiver), at)))
}

/// A record seen as one that it includes.
pub(super) fn along(base: Expr, way: &[(RecordId, u32)], cx: &Context<'_>) -> Expr {
    way.iter().fold(base, |base, (record, include)| {
        let includes = cx.out.records.get(record.index()).map(|r| &r.includes);
        let ty = includes
            .and_then(|list| list.get(*include as usize))
            .map_or(Type::Poison, |id| Type::Record(*id));
        let span = base.span;
        let kind = ExprKind::Include { base: Box::new(base), record: *record, include: *include };
        typed(kind, ty, span)
    })
}

/// The receiver of a body seen as another record, when it is one or includes it.
pub(in crate::types) fn upcast(
    cx: &Context<'_>,
    body: &Body,
    to: RecordId,
    at: Span,
) -> Option<Expr> {
    let from = body.receiver?;
    let way = cx.include_path(from, to)?;
    Some(along(body.subject(from, at), &way, cx))
}

/// Reading a definition: its type is found first where it is not written.
pub(super) fn definition(
    cx: &mut Context<'_>,
    id: DefinitionId,
    receiver: Option<Expr>,
    at: Span,
) -> Expr {
    let ty = definitions::type_of(cx, id, at);
    cx.used.insert(Decl::Definition(id));
    let takes = cx.out.definitions.get(id.index()).map_or(0, |d| d.params.len());
    if takes > 0 {
        let declared = cx.out.definitions.get(id.index()).map(|d| (d.name.clone(), d.span));
        if let Some((name, declared)) = declared {
            cx.report(NeedsArguments { name, count: takes, at, declared });
        }
        return poison(at);
    }
    let receiver = receiver.map(Box::new);
    typed(ExprKind::Definition { id, receiver, arguments: Vec::new() }, ty, at)
}

/// A parameter, table, reading or definition of a module.
pub(super) fn of_module(cx: &mut Context<'_>, unit: UnitId, name: &Name) -> Option<Expr> {
    let decl = cx.find_in(unit, Namespace::Value, &name.value)?;
    let at = name.span;
    match decl {
        Decl::Definition(id) => {
            let receiver = cx.out.definitions.get(id.index())?.receiver;
            match receiver {
                None => Some(definition(cx, id, None, at)),
                Some(record) => {
                    let of = cx.out.records.get(record.index())?.name.clone();
                    cx.report(NotForThis { name: name.value.clone(), record: of, at });
                    Some(poison(at))
                }
            }
        }
        Decl::Parameter(id) => {
            cx.used.insert(decl);
            let table = &cx.out.parameters.get(id.index())?.table;
            let (ty, keys) = (table.ty.clone(), table.params.len());
            if keys > 0 {
                let (name, declared) = (table.name.clone(), table.span);
                cx.report(NeedsArguments { name, count: keys, at, declared });
                return Some(poison(at));
            }
            Some(typed(ExprKind::Parameter { id, arguments: Vec::new() }, ty, at))
        }
        Decl::Table(id) => {
            cx.used.insert(decl);
            let table = cx.out.tables.get(id.index())?;
            let (name, count, declared) = (table.name.clone(), table.params.len(), table.span);
            cx.report(NeedsArguments { name, count, at, declared });
            Some(poison(at))
        }
        Decl::Reading(id) => {
            cx.used.insert(decl);
            let choices = cx.out.readings.get(id.index())?.choices;
            Some(typed(ExprKind::Reading(id), Type::Enum(choices), at))
        }
        _ => None,
    }
}

pub(super) fn member_of(cx: &Context<'_>, ty: &Type, name: &Name) -> Option<Expr> {
    let Type::Enum(id) = ty else { return None };
    let members = &cx.out.enums.get(id.index())?.members;
    let at = members.iter().position(|member| member.name == name.value)?;
    let value = Value::Member(u16::try_from(at).ok()?);
    Some(typed(ExprKind::Constant(value), ty.clone(), name.span))
}

fn unknown(cx: &mut Context<'_>, body: &Body, name: &Name, wanted: Option<&Type>) -> Expr {
    // Where the wanted type or the receiver has a problem of its own, the name may be right.
    if wanted.map(Type::required) == Some(&Type::Poison) || cx.is_incomplete(body) {
        return poison(name.span);
    }
    if let Some(Type::Enum(id)) = wanted.map(Type::required) {
        let problem = cx.out.enums.get(id.index()).map(|declared| {
            let names: Vec<&str> = declared.members.iter().map(|m| &*m.name).collect();
            NoSuchMember::new(&declared.name, name, &names, declared.span)
        });
        if let Some(problem) = problem {
            cx.report(problem);
        }
        return poison(name.span);
    }
    let mut names: Vec<String> = body.names().map(str::to_owned).collect();
    names.extend(body.receiver.map(|record| cx.member_names(record)).unwrap_or_default());
    names.extend(cx.candidates(body.unit, Namespace::Value));
    let problem = NoSuchName::single("fact, definition or parameter", name, &names);
    let elsewhere = enum_with_member(cx, name);
    let around = body.roots.iter().find(|root| {
        cx.find_field(**root, &name.value).is_some()
            || cx.find_method(**root, &name.value, body.unit).is_some()
    });
    let around = around.map(|root| cx.show(&Type::Record(*root)));
    cx.report(problem.perhaps_member(elsewhere).perhaps_around(around));
    poison(name.span)
}

/// An enum that has a member of this name, for a hint.
fn enum_with_member(cx: &Context<'_>, name: &Name) -> Option<String> {
    let declared = cx
        .out
        .enums
        .iter()
        .find(|declared| declared.members.iter().any(|member| member.name == name.value))?;
    Some(format!("{}.{}", declared.name, name.value))
}

/// Takes "or absent" off the type of something that a test has shown to be present.
pub(super) fn narrowed(body: &Body, expr: Expr) -> Expr {
    let Type::Optional(inner) = &expr.ty else { return expr };
    match narrow::path(&expr) {
        Some(path) if body.is_present(&path) => {
            let ty = (**inner).clone();
            Expr { ty, ..expr }
        }
        _ => expr,
    }
}

/// `holds RULE`.
pub(super) fn holds(cx: &mut Context<'_>, body: &mut Body, path: &Path, at: Span) -> Expr {
    let Some(Decl::Rule(rule)) = cx.find(body.unit, Namespace::Rule, path) else {
        cx.report_unknown(body.unit, Namespace::Rule, "rule", path);
        return poison(at);
    };
    cx.used.insert(Decl::Rule(rule));
    let record = super::super::rules::record_of(cx, rule);
    let receiver = record.and_then(|record| upcast(cx, body, record, at));
    match receiver {
        Some(receiver) => {
            let kind = ExprKind::Holds { rule, receiver: Box::new(receiver) };
            typed(kind, Type::Bool, at)
        }
        None => {
            let of = record.map_or_else(|| "?".into(), |id| cx.show(&Type::Record(id)));
            cx.report(NotForThis { name: path.text().into(), record: of.into(), at });
            poison(at)
        }
    }
}

/// `points of GROUP`.
pub(super) fn points_of(cx: &mut Context<'_>, body: &Body, path: &Path, at: Span) -> Expr {
    let Some(record) = body.receiver else { return poison(at) };
    let group: Arc<str> = path.text().into();
    if !super::super::rules::group_exists(cx, &group) {
        let names = super::super::rules::group_names(cx);
        cx.report(NoSuchName::new("group of preferences", path, &names));
        return poison(at);
    }
    let receiver = Box::new(body.subject(record, at));
    typed(ExprKind::PointsOf { group: Some(group), receiver }, Type::Decimal, at)
}

/// `other "…"`: a value of an open enum that is not among its members.
pub(super) fn other(
    cx: &mut Context<'_>,
    text: &crate::text::Spanned<String>,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let open = match wanted.map(Type::required) {
        Some(Type::Enum(id)) => cx.out.enums.get(id.index()).is_some_and(|e| e.open),
        _ => false,
    };
    match wanted.map(Type::required) {
        Some(ty) if open => {
            let value = Value::Other(text.value.as_str().into());
            typed(ExprKind::Constant(value), ty.clone(), at)
        }
        _ => {
            let found = "a value outside an enum".to_owned();
            let expected = wanted.map_or_else(|| "a value".into(), |ty| cx.show(ty));
            let help = Some("only an `open enum` has values beside its members".to_owned());
            cx.report(Mismatch { expected, found, at, origin: None, help });
            poison(at)
        }
    }
}
