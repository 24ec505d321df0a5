//! The calendar that counts: written after `by`, chosen by the facts, or named by the programme.

use crate::resolve::{Namespace, UnitId};
use crate::syntax::ast::{self, ExprKind as Ast, Literal, LiteralKind};
use crate::text::Span;
use crate::types::body::Body;
use crate::types::calendars::default_of;
use crate::types::context::{Context, Decl};
use crate::types::expr::check_as;
use crate::types::problems::{NoCalendar, NoSuchName};
use crate::types::typed::{CalendarId, CalendarOf, Type};

const OWN: UnitId = UnitId(0);

/// The calendar after `by`, else the one that the programme names.
pub(super) fn named(
    cx: &mut Context<'_>,
    body: &mut Body,
    written: Option<&ast::Expr>,
    at: Span,
) -> Option<CalendarOf> {
    match written {
        Some(choice) => chosen(cx, body, choice),
        None => implied(cx, body, at, true),
    }
}

/// The calendar that the programme names. Where it names none, that is a problem if one is
/// certainly needed, save in a library that is read on its own.
pub(super) fn implied(
    cx: &mut Context<'_>,
    body: &Body,
    at: Span,
    needed: bool,
) -> Option<CalendarOf> {
    if let Some(id) = default_of(cx, body.unit) {
        cx.used.insert(Decl::Calendar(id));
        return Some(CalendarOf::One(id));
    }
    let written = cx.programme(OWN).is_some_and(|programme| programme.calendar.is_some());
    if needed && cx.programme(OWN).is_some() && !written {
        let known = cx.candidates(body.unit, Namespace::Calendar).into_iter().next();
        cx.report(NoCalendar { at, known });
        return None;
    }
    Some(CalendarOf::None)
}

/// The calendar that `by` names, or the choice between calendars.
pub(super) fn chosen(
    cx: &mut Context<'_>,
    body: &mut Body,
    written: &ast::Expr,
) -> Option<CalendarOf> {
    let mut among = Vec::new();
    let mut complete = true;
    let choice = names(cx, body.unit, written, &mut among, &mut complete);
    if !complete {
        return None;
    }
    if let (Ast::Literal(_), [id]) = (&choice.kind, among.as_slice()) {
        return Some(CalendarOf::One(*id));
    }
    let choice = check_as(cx, body, &choice, &Type::Text);
    among.sort_unstable();
    among.dedup();
    (!choice.is_poison()).then(|| CalendarOf::Chosen { choice: Box::new(choice), among })
}

/// The same choice with the full names of calendars, as texts, in place of their names.
fn names(
    cx: &mut Context<'_>,
    unit: UnitId,
    written: &ast::Expr,
    among: &mut Vec<CalendarId>,
    complete: &mut bool,
) -> ast::Expr {
    let mut name = |expr: &ast::Expr| names(cx, unit, expr, among, complete);
    let kind = match &written.kind {
        Ast::Paren(inner) => return name(inner),
        Ast::If { condition, then, otherwise } => Ast::If {
            condition: condition.clone(),
            then: Box::new(name(then)),
            otherwise: Box::new(name(otherwise)),
        },
        Ast::Choose { arms, otherwise } => Ast::Choose {
            arms: arms
                .iter()
                .map(|arm| ast::ChooseArm {
                    value: name(&arm.value),
                    condition: arm.condition.clone(),
                })
                .collect(),
            otherwise: otherwise.as_deref().map(|other| Box::new(name(other))),
        },
        Ast::Match { operand, arms } => Ast::Match {
            operand: operand.clone(),
            arms: arms
                .iter()
                .map(|arm| ast::MatchArm { value: name(&arm.value), ..arm.clone() })
                .collect(),
        },
        _ => match leaf(cx, unit, written) {
            Some((id, path)) => {
                among.push(id);
                let kind = LiteralKind::Text(path);
                Ast::Literal(Literal { kind, span: written.span })
            }
            None => {
                *complete = false;
                return written.clone();
            }
        },
    };
    ast::Expr { kind, span: written.span }
}

/// The calendar of a name.
fn leaf(cx: &mut Context<'_>, unit: UnitId, written: &ast::Expr) -> Option<(CalendarId, String)> {
    let Some(path) = path(written) else {
        let words = cx.out.sources.slice(written.span).to_owned();
        let name = ast::Name::new(words.into(), written.span);
        let known = cx.candidates(unit, Namespace::Calendar);
        cx.report(NoSuchName::single("calendar", &name, &known));
        return None;
    };
    match cx.find(unit, Namespace::Calendar, &path) {
        Some(decl @ Decl::Calendar(id)) => {
            cx.used.insert(decl);
            Some((id, cx.out.calendars.get(id.index())?.path.to_string()))
        }
        _ => {
            cx.report_unknown(unit, Namespace::Calendar, "calendar", &path);
            None
        }
    }
}

/// A name and fields of it as a path.
fn path(written: &ast::Expr) -> Option<ast::Path> {
    match &written.kind {
        Ast::Name(name) => Some(ast::Path { segments: vec![name.clone()], span: written.span }),
        Ast::Field { base, name } => {
            let mut path = path(base)?;
            path.segments.push(name.clone());
            Some(ast::Path { span: written.span, ..path })
        }
        _ => None,
    }
}
