//! Step 5: definitions and results.
//!
//! A definition without a written type is checked when its type is first asked for, so that the
//! order of declarations does not matter. Meeting one that is still being checked is a circle.

use super::body::Body;
use super::context::{Context, Decl, Progress};
use super::documents::{cites, localised};
use super::expr::{self, fits};
use super::problems::{CircularDefinition, DeepDefinitions, OpenWithoutType};
use super::records::for_items;
use super::typed::{DefinitionId, Exception, Expr, LocalId, RecordId, Type, Version};
use super::{type_expr, versions};
use crate::resolve::{Namespace, UnitId};
use crate::syntax::ast::{self, DefineDecl, ItemKind, ParamDecl, Path};
use crate::text::Span;

/// How deep definitions without a written type may rest on each other.
const DEPTH_LIMIT: usize = 48;

/// Receivers, parameters and written types, for all definitions and the records of rules.
pub(super) fn signatures(cx: &mut Context<'_>) {
    for_items(cx, |cx, unit, decl, kind| {
        if let (Decl::Definition(id), ItemKind::Define(written)) = (decl, kind) {
            signature(cx, unit, id, written);
        }
    });
    super::rules::signatures(cx);
}

fn signature(cx: &mut Context<'_>, unit: UnitId, id: DefinitionId, written: &DefineDecl) {
    let receiver = written.receiver.as_ref().and_then(|path| record(cx, unit, path));
    let (params, locals) = params(cx, unit, &written.params);
    let ty = written.ty.as_ref().map(|ty| type_expr::read(cx, unit, ty).0);
    if written.open && ty.is_none() {
        cx.report(OpenWithoutType { at: written.name.span });
    }
    let title = localised(cx, written.title.as_ref());
    if let Some(definition) = cx.out.definitions.get_mut(id.index()) {
        definition.result = written.result;
        definition.receiver = receiver;
        definition.params = params;
        definition.locals = locals;
        definition.ty = ty.unwrap_or(Type::Poison);
        definition.title = title;
    }
    if let Some(record) = receiver {
        let name = written.name.value.clone();
        cx.methods.entry((record, name)).or_default().push(id);
    }
    if written.result {
        cx.out.results.push(id);
    }
}

/// The record that a path names.
pub(super) fn record(cx: &mut Context<'_>, unit: UnitId, path: &Path) -> Option<RecordId> {
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

/// Parameters as the first locals of a frame.
pub(super) fn params(
    cx: &mut Context<'_>,
    unit: UnitId,
    written: &[ParamDecl],
) -> (Vec<LocalId>, Vec<super::typed::Local>) {
    let mut body = Body::new(unit, None);
    let ids = written
        .iter()
        .map(|param| {
            let ty = type_expr::read(cx, unit, &param.ty).0;
            body.introduce(&param.name, ty)
        })
        .collect();
    (ids, body.locals)
}

/// A frame in which the parameters of a declaration are in reach.
pub(super) fn frame(
    unit: UnitId,
    receiver: Option<RecordId>,
    params: &[super::typed::Local],
) -> Body {
    let mut body = Body::new(unit, receiver);
    for param in params {
        let name = ast::Name { value: param.name.clone(), span: param.span };
        body.introduce(&name, param.ty.clone());
    }
    body
}

/// Checks the bodies of all definitions that nothing has asked for yet, then what fills them.
pub(super) fn bodies(cx: &mut Context<'_>) {
    for index in 0..cx.out.definitions.len() {
        if cx.progress.get(index) == Some(&Progress::Waiting) {
            check_body(cx, DefinitionId::new(index));
        }
    }
    super::adoption::fills(cx);
}

/// Whether the type of a definition is not written and is just being found from its body.
pub(super) fn is_being_typed(cx: &Context<'_>, id: DefinitionId) -> bool {
    let written = written(cx, id).is_some_and(|decl| decl.ty.is_some());
    !written && cx.progress.get(id.index()) == Some(&Progress::Open)
}

/// The type of a definition, which is checked first when its type is not written.
pub(super) fn type_of(cx: &mut Context<'_>, id: DefinitionId, asked_at: Span) -> Type {
    let written = written(cx, id).is_some_and(|decl| decl.ty.is_some());
    match cx.progress.get(id.index()) {
        Some(Progress::Waiting) if !written => {
            if cx.depth >= DEPTH_LIMIT {
                let declared = cx.out.definitions.get(id.index()).map(|d| d.span);
                cx.report(DeepDefinitions { at: asked_at, declared });
                return Type::Poison;
            }
            check_body(cx, id);
        }
        Some(Progress::Open) if !written => {
            if let Some(definition) = cx.out.definitions.get(id.index()) {
                let (name, declared) = (definition.name.clone(), definition.span);
                cx.circular.insert(Decl::Definition(id));
                cx.report(CircularDefinition {
                    names: vec![name.to_string(), name.to_string()],
                    at: declared,
                    steps: vec![asked_at],
                });
            }
            return Type::Poison;
        }
        _ => {}
    }
    cx.out.definitions.get(id.index()).map_or(Type::Poison, |d| d.ty.clone())
}

fn written<'a>(cx: &Context<'a>, id: DefinitionId) -> Option<&'a DefineDecl> {
    let (unit, item) = cx.definition_places.get(id.index()).copied()?;
    match &cx.unit(unit)?.module.items.get(item)?.kind {
        ItemKind::Define(decl) => Some(decl),
        _ => None,
    }
}

fn check_body(cx: &mut Context<'_>, id: DefinitionId) {
    let Some(decl) = written(cx, id) else { return };
    let Some((unit, _)) = cx.definition_places.get(id.index()).copied() else { return };
    set_progress(cx, id, Progress::Open);
    cx.depth += 1;
    let Some(definition) = cx.out.definitions.get(id.index()) else { return };
    let mut body = frame(unit, definition.receiver, &definition.locals);
    body.receiver_lost = definition.receiver.is_none() && decl.receiver.is_some();
    let mut ty = decl.ty.as_ref().map(|_| definition.ty.clone());
    let as_of = decl.as_of.as_ref().map(|date| expr::check_as(cx, &mut body, date, &Type::Date));
    let mut dated: Vec<Version<Expr>> = Vec::new();
    for version in &decl.versions {
        let value = value_of(cx, &mut body, &version.value, &mut ty);
        dated.push(Version {
            validity: versions::validity(cx, &mut body, &version.validity),
            body: value,
            cite: cites(cx, unit, &version.cite),
            span: version.span,
        });
    }
    let ty = ty.unwrap_or(Type::Poison);
    let exceptions = exceptions(cx, &mut body, &decl.exceptions, &ty);
    versions::arrange(cx, &decl.name.value, &mut dated, None);
    let cite = cites(cx, unit, &decl.cite);
    if let Some(definition) = cx.out.definitions.get_mut(id.index()) {
        definition.ty = ty;
        definition.as_of = as_of;
        definition.versions = dated;
        definition.exceptions = exceptions;
        definition.locals = body.locals;
        definition.cite = cite;
    }
    cx.depth -= 1;
    set_progress(cx, id, Progress::Done);
    expr::report_missing_days(cx);
}

fn set_progress(cx: &mut Context<'_>, id: DefinitionId, progress: Progress) {
    if let Some(slot) = cx.progress.get_mut(id.index()) {
        *slot = progress;
    }
}

/// A base value; the first one gives a type where none is written.
fn value_of(
    cx: &mut Context<'_>,
    body: &mut Body,
    written: &ast::Expr,
    ty: &mut Option<Type>,
) -> Expr {
    let value = expr::check(cx, body, written, ty.as_ref());
    match ty {
        Some(ty) if fits(&value.ty, ty) => value,
        Some(ty) => {
            let ty = ty.clone();
            expr::insist(cx, value, &ty)
        }
        None => {
            *ty = Some(value.ty.clone());
            value
        }
    }
}

/// Exceptions with values of the definition's type.
pub(super) fn exceptions(
    cx: &mut Context<'_>,
    body: &mut Body,
    written: &[ast::Exception],
    ty: &Type,
) -> Vec<Exception> {
    written.iter().map(|exception| self::exception(cx, body, exception, ty)).collect()
}

fn exception(
    cx: &mut Context<'_>,
    body: &mut Body,
    written: &ast::Exception,
    ty: &Type,
) -> Exception {
    let condition = expr::check_as(cx, body, &written.condition, &Type::Bool);
    let mark = body.mark();
    body.assume_present(super::narrow::present_if_true(&condition));
    let value = expr::check_as(cx, body, &written.value, ty);
    let inner = exceptions(cx, body, &written.exceptions, ty);
    body.reset(mark);
    Exception {
        validity: versions::validity(cx, body, &written.validity),
        condition,
        value,
        exceptions: inner,
        cite: cites(cx, body.unit, &written.cite),
        span: written.span,
    }
}

/// The value and exceptions with which another module fills an open definition.
pub(super) fn fill(
    cx: &mut Context<'_>,
    unit: UnitId,
    id: DefinitionId,
    value: &ast::Expr,
    written: &[ast::Exception],
    span: Span,
) {
    let Some(definition) = cx.out.definitions.get(id.index()) else { return };
    let (ty, receiver) = (definition.ty.clone(), definition.receiver);
    let count = definition.params.len();
    let params: Vec<_> = definition.locals.iter().take(count).cloned().collect();
    let mut body = frame(unit, receiver, &params);
    let value = expr::check_as(cx, &mut body, value, &ty);
    let exceptions = exceptions(cx, &mut body, written, &ty);
    if let Some(definition) = cx.out.definitions.get_mut(id.index()) {
        let validity = super::typed::Validity::default();
        definition.versions = vec![Version { validity, body: value, cite: Vec::new(), span }];
        definition.exceptions = exceptions;
        definition.locals = body.locals;
    }
}
