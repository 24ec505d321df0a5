//! Step 10: advice beyond errors: unused declarations, missing translations, shares that take less
//! than they seem to, amounts that nothing rounds, exceptions that may hold at once, divisors that
//! may be zero.

mod divisor;
mod known;
mod overlap;
mod rounding;
mod shown;
mod sign;
mod simple;
mod undivided;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::context::{Context, Decl};
use super::problems::{MissingTranslation, PercentOfSum, Unused};
use super::typed::{RecordId, Texts};
use crate::diagnostic::Severity;
use crate::resolve::UnitId;
use crate::syntax::ast::{BinaryOp, Expr as AstExpr, ExprKind as Ast, IsWhat, ItemKind};
use crate::text::Span;

const OWN: UnitId = UnitId(0);

/// Runs all lints over the programme's own module.
pub(super) fn check(cx: &mut Context<'_>) {
    translations(cx);
    // While something is wrong, what seems unused may only be out of reach.
    if !cx.problems.has_errors() {
        unused_declarations(cx);
        unused_fields(cx);
        unused_modules(cx);
        rounding::check(cx);
        overlap::check(cx);
        divisor::check(cx);
    }
    percent_of_sums(cx);
}

/// Whether words stand in the programme's own module.
fn is_own(cx: &Context<'_>, at: Span) -> bool {
    cx.unit(OWN).is_some_and(|unit| unit.source == at.source)
}

/// Every title, message and reason of the programme's own rules speaks all its languages.
fn translations(cx: &mut Context<'_>) {
    let languages: Vec<Arc<str>> = cx.out.programme.languages.clone();
    if languages.is_empty() {
        return;
    }
    let mut problems = Vec::new();
    for (index, rule) in cx.out.rules.iter().enumerate() {
        if cx.rule_places.get(index).is_none_or(|(unit, _)| *unit != OWN) {
            continue;
        }
        let name = format!("`{}`", rule.name);
        absent(&rule.title, &languages, &format!("the title of {name}"), rule.span, &mut problems);
        absent(
            &rule.message,
            &languages,
            &format!("the message of {name}"),
            rule.span,
            &mut problems,
        );
        for unless in &rule.exceptions {
            let what = format!("the reason of an exception to {name}");
            absent(&unless.because, &languages, &what, unless.span, &mut problems);
        }
    }
    for problem in problems {
        cx.report(problem);
    }
}

fn absent<T>(
    words: &Texts<T>,
    languages: &[Arc<str>],
    what: &str,
    at: Span,
    problems: &mut Vec<MissingTranslation>,
) {
    if words.is_empty() {
        return;
    }
    let spoken = |language: &Arc<str>| words.0.iter().any(|(tag, _)| tag == language);
    let missing: Vec<Arc<str>> =
        languages.iter().filter(|language| !spoken(language)).cloned().collect();
    if !missing.is_empty() {
        problems.push(MissingTranslation { what: what.to_owned(), languages: missing, at });
    }
}

fn unused_declarations(cx: &mut Context<'_>) {
    let own = cx.decls.iter().filter(|((unit, _), _)| *unit == OWN);
    let is_programme = cx.programme(OWN).is_some();
    let unused: Vec<Unused> = own
        .filter(|(_, decl)| !cx.used.contains(decl))
        .filter_map(|(_, decl)| describe(cx, *decl))
        .collect();
    // A library's declarations are there for others.
    if is_programme {
        unused.into_iter().for_each(|problem| cx.report(problem));
    }
}

fn describe(cx: &Context<'_>, decl: Decl) -> Option<Unused> {
    let (what, name, at) = match decl {
        Decl::Definition(id) => {
            let definition = cx.out.definitions.get(id.index())?;
            if definition.result {
                return None;
            }
            ("definition", definition.name.clone(), definition.span)
        }
        Decl::Parameter(id) => {
            let table = &cx.out.parameters.get(id.index())?.table;
            ("parameter", table.name.clone(), table.span)
        }
        Decl::Table(id) => {
            let table = cx.out.tables.get(id.index())?;
            ("table", table.name.clone(), table.span)
        }
        Decl::Reading(id) => {
            let reading = cx.out.readings.get(id.index())?;
            ("reading", reading.name.clone(), reading.span)
        }
        Decl::Document(id) => {
            let document = cx.out.documents.get(id.index())?;
            ("source", document.name.clone(), document.span)
        }
        Decl::Enum(id) => {
            let declared = cx.out.enums.get(id.index())?;
            let of_reading = cx.out.readings.iter().any(|reading| reading.choices == id);
            if of_reading {
                return None;
            }
            ("enum", declared.name.clone(), declared.span)
        }
        Decl::Record(id) => {
            let record = cx.out.records.get(id.index())?;
            if cx.out.programme.roots.iter().any(|root| root.record == id) {
                return None;
            }
            ("record", record.name.clone(), record.span)
        }
        Decl::Rule(_) => return None,
    };
    Some(Unused { what, name, at, severity: Severity::Warning })
}

fn unused_fields(cx: &mut Context<'_>) {
    if cx.programme(OWN).is_none() {
        return;
    }
    let own: BTreeSet<RecordId> = cx
        .decls
        .iter()
        .filter_map(|((unit, _), decl)| match decl {
            Decl::Record(id) if *unit == OWN => Some(*id),
            _ => None,
        })
        .collect();
    let mut unused = Vec::new();
    for id in own {
        let Some(record) = cx.out.records.get(id.index()) else { continue };
        for (at, field) in record.fields.iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            if cx.used_fields.contains(&(id, at)) || field.key {
                continue;
            }
            let (name, at) = (field.name.clone(), field.span);
            unused.push(Unused { what: "fact", name, at, severity: Severity::Advice });
        }
    }
    unused.into_iter().for_each(|problem| cx.report(problem));
}

fn unused_modules(cx: &mut Context<'_>) {
    let Some(unit) = cx.unit(OWN) else { return };
    let unused: Vec<Unused> = unit
        .uses
        .iter()
        .filter(|(alias, _)| !cx.used_modules.contains(&(OWN, (*alias).clone())))
        .map(|(alias, (_, at))| Unused {
            what: "module",
            name: alias.clone(),
            at: *at,
            severity: Severity::Warning,
        })
        .collect();
    unused.into_iter().for_each(|problem| cx.report(problem));
}

/// `15% of a + b` takes the share of `a` only.
fn percent_of_sums(cx: &mut Context<'_>) {
    let Some(unit) = cx.unit(OWN) else { return };
    let mut found = Vec::new();
    for item in &unit.module.items {
        for expr in expressions(&item.kind) {
            sums(expr, &mut found);
        }
    }
    for (share, sum) in found {
        cx.report(PercentOfSum { share, sum });
    }
}

/// The expressions in which a share and a sum can meet.
fn expressions(kind: &ItemKind) -> Vec<&AstExpr> {
    match kind {
        ItemKind::Define(decl) => decl.versions.iter().map(|version| &version.value).collect(),
        _ => super::rules::written(kind)
            .map(|words| words.clauses.iter().filter_map(clause_expression).collect())
            .unwrap_or_default(),
    }
}

fn clause_expression(clause: &crate::syntax::ast::Clause) -> Option<&AstExpr> {
    use crate::syntax::ast::ClauseKind;
    match &clause.kind {
        ClauseKind::Require(expr)
        | ClauseKind::Forbid(expr)
        | ClauseKind::When(expr)
        | ClauseKind::Let { value: expr, .. } => Some(expr),
        _ => None,
    }
}

fn sums(expr: &AstExpr, found: &mut Vec<(Span, Span)>) {
    match &expr.kind {
        Ast::Binary { op, left, right } => {
            let sum = matches!(op.value, BinaryOp::Add | BinaryOp::Subtract);
            if sum
                && let Ast::Binary { op: inner, .. } = &left.kind
                && inner.value == BinaryOp::Of
            {
                found.push((left.span, expr.span));
            }
            sums(left, found);
            sums(right, found);
        }
        Ast::Compare { left, right, .. } => {
            sums(left, found);
            sums(right, found);
        }
        Ast::Is { operand, what, .. } => {
            sums(operand, found);
            if let IsWhat::Value(value) = what {
                sums(value, found);
            }
        }
        Ast::Rounded { operand, .. } | Ast::Unary { operand, .. } => sums(operand, found),
        _ => {}
    }
}
