//! Step 7, `refine`: clauses that a module adds to a rule of another.
//!
//! The clauses read what the rule reads, its `let`s and loop elements too. Beyond that they read
//! the facts of a record around the one that the rule is for: the one that `for` names, else the
//! only root that the rule is checked on.

use super::adoption::checked_records;
use super::body::Body;
use super::context::{Context, Decl};
use super::definitions::record;
use super::documents::{cites, localised};
use super::problems::{NotAround, RefinedForOne};
use super::rules::{consequence, templates, unless};
use super::typed::{Consequence, Expr, ExprKind, RecordId, Rule, Type};
use super::{expr, versions};
use crate::resolve::{Namespace, UnitId};
use crate::syntax::ast::{Clause, ClauseKind, RefineDecl};
use crate::value::Value;

const OWN: UnitId = UnitId(0);

/// Adds clauses to a rule of another module.
pub(super) fn refine(cx: &mut Context<'_>, unit: UnitId, decl: &RefineDecl) {
    let Some(Decl::Rule(id)) = cx.find(unit, Namespace::Rule, &decl.rule) else {
        cx.report_unknown(unit, Namespace::Rule, "rule", &decl.rule);
        return;
    };
    cx.used.insert(Decl::Rule(id));
    let Some(mut rule) = cx.out.rules.get(id.index()).cloned() else { return };
    let mut body = Body::resume(unit, rule.record, &rule.locals);
    let roots = roots_of(cx, &rule);
    match around(cx, (unit, decl), &rule, &roots) {
        Ok(Some(record)) => {
            body.receiver = Some(record);
            body.around = true;
        }
        Ok(None) => {}
        Err(Lost) => body.receiver_lost = true,
    }
    body.roots = roots;
    for clause in &decl.clauses {
        refine_clause(cx, &mut body, &mut rule, clause);
    }
    rule.locals = body.locals;
    if let Some(slot) = cx.out.rules.get_mut(id.index()) {
        *slot = rule;
    }
}

/// The record after `for` is not one that can be meant, which has been reported.
struct Lost;

/// The roots that a rule is checked on.
fn roots_of(cx: &Context<'_>, rule: &Rule) -> Vec<RecordId> {
    let mut found: Vec<RecordId> = Vec::new();
    for root in checked_records(cx) {
        let checked = rule.record.is_some_and(|own| cx.include_path(root, own).is_some());
        if checked && !found.contains(&root) {
            found.push(root);
        }
    }
    found
}

/// The record around the rule's own whose facts the clauses read; none where that is the rule's.
fn around(
    cx: &mut Context<'_>,
    (unit, decl): (UnitId, &RefineDecl),
    rule: &Rule,
    roots: &[RecordId],
) -> Result<Option<RecordId>, Lost> {
    let Some(path) = &decl.record else {
        let only = match roots {
            [only] if unit == OWN => Some(*only),
            _ => None,
        };
        return Ok(only.filter(|only| rule.record != Some(*only)));
    };
    let named = record(cx, unit, path).ok_or(Lost)?;
    let includes = rule.record.is_some_and(|own| cx.include_path(named, own).is_some());
    let is_in = |root: &RecordId| cx.include_path(*root, named).is_some();
    let reached = roots.iter().any(is_in) || cx.programme(OWN).is_none();
    if !includes || !reached {
        let own = rule.record.map(|own| cx.show(&Type::Record(own)));
        let named = cx.show(&Type::Record(named));
        cx.report(NotAround { rule: decl.rule.text(), own, named, includes, at: path.span });
        return Err(Lost);
    }
    let elsewhere = roots.iter().find(|root| !is_in(root)).copied();
    if let Some(elsewhere) = elsewhere {
        let elsewhere = cx.show(&Type::Record(elsewhere));
        for clause in decl.clauses.iter().filter(|clause| !is_condition(&clause.kind)) {
            let (rule, elsewhere) = (decl.rule.text(), elsewhere.clone());
            cx.report(RefinedForOne { rule, elsewhere, clause: clause.span, at: path.span });
        }
    }
    Ok(Some(named).filter(|named| rule.record != Some(*named)))
}

/// Whether a clause can hold for one root and not for another.
fn is_condition(kind: &ClauseKind) -> bool {
    matches!(kind, ClauseKind::When(_) | ClauseKind::Unless { .. })
}

fn refine_clause(cx: &mut Context<'_>, body: &mut Body, rule: &mut Rule, clause: &Clause) {
    match &clause.kind {
        ClauseKind::Unless { condition, because, cite } => {
            let mut unless = unless(cx, body, condition, because.as_ref(), cite, clause.span);
            unless.condition = where_around(body, unless.condition, false);
            unless.refined_by = cx.unit(body.unit).map(|unit| unit.path.clone());
            rule.exceptions.push(unless);
        }
        ClauseKind::When(condition) => {
            let condition = expr::check_as(cx, body, condition, &Type::Bool);
            rule.guards.push(where_around(body, condition, true));
        }
        ClauseKind::Title(words) => rule.title = localised(cx, Some(words)),
        ClauseKind::Message(words) => rule.message = templates(cx, body, Some(words)),
        ClauseKind::Cite(written) => rule.cite.extend(cites(cx, body.unit, written)),
        ClauseKind::Validity(written) => rule.validity = versions::validity(cx, body, written),
        ClauseKind::IfNot(written) => {
            let kind = consequence(cx, body, &written.kind);
            rule.consequence = Consequence { kind, span: Some(written.span) };
        }
        // The grammar lets no other clause stand here.
        _ => {}
    }
}

/// A condition that counts only where the root is the record around, or includes it.
fn where_around(body: &Body, condition: Expr, otherwise: bool) -> Expr {
    let Some(record) = body.receiver.filter(|_| body.around) else { return condition };
    let span = condition.span;
    let made = |kind| Box::new(Expr { kind, ty: Type::Bool, span });
    let kind = ExprKind::If {
        condition: made(ExprKind::IsAround(record)),
        then: Box::new(condition),
        otherwise: made(ExprKind::Constant(Value::Bool(otherwise))),
    };
    Expr { kind, ty: Type::Bool, span }
}
