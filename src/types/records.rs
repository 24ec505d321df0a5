//! Step 2: enums and records.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::body::Body;
use super::context::{Context, Decl};
use super::documents::localised;
use super::problems::{
    DefaultNotFixed, FieldTwice, IncludeCircle, KeyKind, LimitKind, MemberTwice, NestedInItself,
};
use super::rules::templates;
use super::type_expr;
use super::typed::{
    EnumId, Expr, ExprKind, Field, Invariant, Limit, Limits, Member, RecordId, Type,
};
use crate::quantity::{Money, Number};
use crate::resolve::{Namespace, UnitId};
use crate::syntax::ast::{
    self, CompareOp, EnumMember, FieldDecl, FieldLimit, ItemKind, LiteralKind, RecordDecl,
};
use crate::text::Span;
use crate::value::Value;

/// Fills in all enums, then all records, then what records hold in line.
pub(super) fn check(cx: &mut Context<'_>) {
    for_items(cx, |cx, _, decl, kind| match (decl, kind) {
        (Decl::Enum(id), ItemKind::Enum(written)) => {
            fill_enum(cx, id, written.open, &written.members);
        }
        (Decl::Reading(id), ItemKind::Reading(written)) => {
            let choices = cx.out.readings.get(id.index()).map(|reading| reading.choices);
            if let Some(choices) = choices {
                fill_enum(cx, choices, false, &written.choices);
            }
        }
        _ => {}
    });
    for_items(cx, |cx, unit, decl, kind| {
        if let (Decl::Record(id), ItemKind::Record(written)) = (decl, kind) {
            fill_record(cx, unit, id, written);
        }
    });
    include_circles(cx);
    inline_circles(cx);
    clashing_fields(cx);
    super::programme::roots(cx);
}

/// Runs over all declarations that have a number.
pub(super) fn for_items<'a>(
    cx: &mut Context<'a>,
    mut each: impl FnMut(&mut Context<'a>, UnitId, Decl, &'a ItemKind),
) {
    let resolved = cx.resolved;
    for (index, unit) in resolved.units.iter().enumerate() {
        for (at, item) in unit.module.items.iter().enumerate() {
            if let Some(decl) = cx.decls.get(&(UnitId(index), at)).copied() {
                each(cx, UnitId(index), decl, &item.kind);
            }
        }
    }
}

fn fill_enum(cx: &mut Context<'_>, id: EnumId, open: bool, written: &[EnumMember]) {
    let mut members: Vec<Member> = Vec::new();
    for member in written {
        let title = localised(cx, member.title.as_ref());
        let first = members.iter().find(|other| other.name == member.name.value);
        if let Some(first) = first {
            let (first, second) = (first.span, member.name.span);
            cx.report(MemberTwice { name: member.name.value.clone(), first, second });
            continue;
        }
        members.push(Member {
            name: member.name.value.clone(),
            title,
            documentation: member.documentation.clone(),
            span: member.name.span,
        });
    }
    if let Some(declared) = cx.out.enums.get_mut(id.index()) {
        declared.open = open;
        declared.members = members;
    }
}

fn fill_record(cx: &mut Context<'_>, unit: UnitId, id: RecordId, written: &RecordDecl) {
    let includes: Vec<RecordId> =
        written.includes.iter().filter_map(|path| include(cx, unit, path)).collect();
    if includes.len() < written.includes.len() {
        cx.incomplete.insert(id);
    }
    let mut fields: Vec<Field> = Vec::new();
    for declared in &written.fields {
        let first = fields.iter().find(|other| other.name == declared.name.value);
        if let Some(first) = first {
            let (first, second) = (first.span, declared.name.span);
            cx.report(FieldTwice { name: declared.name.value.clone(), first, second });
            continue;
        }
        let field = field(cx, unit, declared);
        fields.push(field);
    }
    if let Some(record) = cx.out.records.get_mut(id.index()) {
        record.root = written.root;
        record.includes = includes;
        record.fields = fields;
    }
}

fn include(cx: &mut Context<'_>, unit: UnitId, path: &ast::Path) -> Option<RecordId> {
    match cx.find(unit, Namespace::Type, path) {
        Some(Decl::Record(id)) => {
            cx.used.insert(Decl::Record(id));
            Some(id)
        }
        _ => {
            cx.report_unknown(unit, Namespace::Type, "record", path);
            None
        }
    }
}

fn field(cx: &mut Context<'_>, unit: UnitId, written: &FieldDecl) -> Field {
    let (ty, reference) = type_expr::read(cx, unit, &written.ty);
    if written.key && !matches!(ty, Type::Text | Type::Integer | Type::Poison) {
        let found = cx.show(&ty);
        cx.report(KeyKind { found, at: written.ty.span });
    }
    if reference && !names_records(&ty) {
        let found = cx.show(&ty);
        cx.report(KeyKind { found, at: written.ty.span });
    }
    let default = written.default.as_ref().and_then(|expr| constant(cx, unit, expr, &ty));
    Field {
        name: written.name.value.clone(),
        limits: limits(cx, &ty, &written.limits),
        optional: written.optional,
        key: written.key,
        reference,
        default,
        assessed: written.assessed,
        title: localised(cx, written.title.as_ref()),
        documentation: written.documentation.clone(),
        span: written.name.span,
        ty,
    }
}

/// Whether a type is one that a key can name: a record, or a list of records.
fn names_records(ty: &Type) -> bool {
    match ty {
        Type::List(element) => names_records(element),
        ty => matches!(ty, Type::Record(_) | Type::Poison),
    }
}

/// The value of an expression that must be a constant of a type.
fn constant(cx: &mut Context<'_>, unit: UnitId, expr: &ast::Expr, ty: &Type) -> Option<Value> {
    let mut body = Body::new(unit, None);
    let typed = super::expr::check_as(cx, &mut body, expr, ty);
    match typed.kind {
        ExprKind::Constant(value) => Some(value),
        ExprKind::Poison => None,
        _ => {
            cx.report(DefaultNotFixed { at: expr.span });
            None
        }
    }
}

fn limits(cx: &mut Context<'_>, ty: &Type, written: &[FieldLimit]) -> Limits {
    let mut limits = Limits::default();
    for limit in written {
        let span = limit.bound.span;
        let Some(value) = limit_value(ty, &limit.bound.kind) else {
            if *ty != Type::Poison {
                let found = cx.show(ty);
                cx.report(LimitKind { found, at: span });
            }
            continue;
        };
        let inclusive = matches!(limit.op, CompareOp::AtLeast | CompareOp::AtMost);
        let bound = Some(Limit { value, inclusive, span });
        match limit.op {
            CompareOp::AtLeast | CompareOp::Greater | CompareOp::After => limits.low = bound,
            CompareOp::AtMost | CompareOp::Less | CompareOp::Before => limits.high = bound,
        }
    }
    limits
}

/// A bound as a value of the field's type; a bare 0 fits any amount and percentage.
fn limit_value(ty: &Type, literal: &LiteralKind) -> Option<Value> {
    let zero = matches!(literal, LiteralKind::Integer(n) if n.is_zero());
    Some(match (ty, literal) {
        (Type::Integer, LiteralKind::Integer(n))
        | (Type::Decimal, LiteralKind::Integer(n) | LiteralKind::Decimal(n)) => Value::Number(*n),
        (Type::Percent, LiteralKind::Percent(p)) => Value::Number(p.as_fraction()),
        (Type::Points, LiteralKind::Points(p)) => Value::Number(p.as_fraction()),
        (Type::Percent | Type::Points, _) if zero => Value::Number(Number::ZERO),
        (Type::Money(Some(own)), LiteralKind::Money(m)) if m.currency == *own => Value::Money(*m),
        (Type::Money(Some(own)), _) if zero => Value::Money(Money::zero(*own)),
        (Type::Money(None), _) if zero => Value::Number(Number::ZERO),
        (Type::Date, LiteralKind::Date(d)) => Value::Date(*d),
        (Type::Month, LiteralKind::Month(m)) => Value::Month(*m),
        (Type::List(_), LiteralKind::Integer(n)) => Value::Number(*n),
        _ => return None,
    })
}

/// Invariants, once all definitions have their types.
pub(super) fn invariants(cx: &mut Context<'_>) {
    for_items(cx, |cx, unit, decl, kind| {
        let (Decl::Record(id), ItemKind::Record(written)) = (decl, kind) else { return };
        let checked: Vec<Invariant> =
            written.invariants.iter().map(|inv| invariant(cx, unit, id, inv)).collect();
        if let Some(record) = cx.out.records.get_mut(id.index()) {
            record.invariants = checked;
        }
    });
}

fn invariant(
    cx: &mut Context<'_>,
    unit: UnitId,
    record: RecordId,
    written: &ast::Invariant,
) -> Invariant {
    let mut body = Body::new(unit, Some(record));
    let condition: Expr = super::expr::check_as(cx, &mut body, &written.condition, &Type::Bool);
    let message = templates(cx, &mut body, written.message.as_ref());
    Invariant {
        warning: written.warning,
        condition,
        locals: body.locals,
        message,
        span: written.span,
    }
}

/// A record cannot include itself, directly or by way of others.
fn include_circles(cx: &mut Context<'_>) {
    for index in 0..cx.out.records.len() {
        let id = RecordId::new(index);
        let includes = cx.out.records.get(index).map(|r| r.includes.clone()).unwrap_or_default();
        let circular: Vec<RecordId> =
            includes.iter().copied().filter(|to| cx.include_path(*to, id).is_some()).collect();
        if circular.is_empty() {
            continue;
        }
        if let Some(record) = cx.out.records.get_mut(index) {
            record.includes.retain(|to| !circular.contains(to));
            let (name, at) = (record.name.clone(), record.span);
            cx.report(IncludeCircle { name, at });
        }
    }
}

/// A record cannot hold itself in line, because it would have no end; a list of itself is fine.
fn inline_circles(cx: &mut Context<'_>) {
    for index in 0..cx.out.records.len() {
        let start = RecordId::new(index);
        let Some((field, name)) = inline_way_back(cx, start) else { continue };
        if let Some(record) = cx.out.records.get_mut(index)
            && let Some(field) = record.fields.get_mut(field)
        {
            field.ty = Type::Poison;
            let (at, own) = (field.span, record.name.clone());
            cx.report(NestedInItself { record: own, field: name, at });
        }
    }
}

fn inline_way_back(cx: &Context<'_>, start: RecordId) -> Option<(usize, Arc<str>)> {
    let fields = &cx.out.records.get(start.index())?.fields;
    fields.iter().enumerate().find_map(|(at, field)| {
        let inner = inline_record(field)?;
        reaches_inline(cx, inner, start).then(|| (at, field.name.clone()))
    })
}

fn inline_record(field: &Field) -> Option<RecordId> {
    match field.ty {
        Type::Record(id) if !field.reference => Some(id),
        _ => None,
    }
}

fn reaches_inline(cx: &Context<'_>, from: RecordId, target: RecordId) -> bool {
    let mut stack = vec![from];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(id) = stack.pop() {
        if id == target {
            return true;
        }
        if !seen.insert(id) {
            continue;
        }
        let Some(record) = cx.out.records.get(id.index()) else { continue };
        stack.extend(record.includes.iter().copied());
        stack.extend(record.fields.iter().filter_map(inline_record));
    }
    false
}

/// Fields of included records stand beside a record's own, so that their names must differ.
fn clashing_fields(cx: &mut Context<'_>) {
    for index in 0..cx.out.records.len() {
        let mut seen: BTreeMap<Arc<str>, Span> = BTreeMap::new();
        for (name, span) in all_fields(cx, RecordId::new(index)) {
            if let Some(first) = seen.insert(name.clone(), span)
                && first != span
            {
                cx.report(FieldTwice { name, first, second: span });
            }
        }
    }
}

fn all_fields(cx: &Context<'_>, id: RecordId) -> Vec<(Arc<str>, Span)> {
    let mut out = Vec::new();
    let mut stack = vec![id];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(id) = stack.pop() {
        let Some(record) = cx.out.records.get(id.index()) else { continue };
        if !seen.insert(id) {
            continue;
        }
        out.extend(record.fields.iter().map(|field| (field.name.clone(), field.span)));
        stack.extend(record.includes.iter().copied());
    }
    out.reverse();
    out
}
