//! `one of regimes { … }`.

use super::body::Body;
use super::context::Context;
use super::documents::{cites, localised};
use super::expr;
use super::narrow;
use super::typed::{Regime, Regimes, Requirement, Type};
use super::versions;
use crate::syntax::ast::{Alternative, Clause, ClauseKind, OneOf};
use crate::text::Span;

/// The alternatives of a rule.
pub(super) fn check(cx: &mut Context<'_>, body: &mut Body, written: &OneOf, span: Span) -> Regimes {
    let alternatives =
        written.alternatives.iter().map(|alternative| regime(cx, body, alternative)).collect();
    let unknown_after = written.unknown_after.as_ref().map(|date| (date.value, date.span));
    Regimes { alternatives, unknown_after, span }
}

fn regime(cx: &mut Context<'_>, body: &mut Body, written: &Alternative) -> Regime {
    let mark = body.mark();
    let mut regime = Regime {
        name: written.name.value.clone(),
        title: super::typed::Texts::default(),
        validity: versions::validity(cx, body, &written.validity),
        guards: Vec::new(),
        lets: Vec::new(),
        requirements: Vec::new(),
        cite: Vec::new(),
        span: written.span,
    };
    for clause in &written.clauses {
        self::clause(cx, body, &mut regime, clause);
    }
    body.reset(mark);
    regime
}

fn clause(cx: &mut Context<'_>, body: &mut Body, regime: &mut Regime, clause: &Clause) {
    match &clause.kind {
        ClauseKind::Title(words) => regime.title = localised(cx, Some(words)),
        ClauseKind::Cite(written) => regime.cite.extend(cites(cx, body.unit, written)),
        ClauseKind::Validity(written) => regime.validity = versions::validity(cx, body, written),
        ClauseKind::When(condition) => {
            let condition = expr::check_as(cx, body, condition, &Type::Bool);
            body.assume_present(narrow::present_if_true(&condition));
            regime.guards.push(condition);
        }
        ClauseKind::Let { name, value } => {
            let value = expr::check(cx, body, value, None);
            let id = body.introduce(name, value.ty.clone());
            regime.lets.push((id, value));
        }
        ClauseKind::Require(condition) | ClauseKind::Forbid(condition) => {
            let forbidden = matches!(clause.kind, ClauseKind::Forbid(_));
            let condition = expr::check_as(cx, body, condition, &Type::Bool);
            if !forbidden {
                body.assume_present(narrow::present_if_true(&condition));
            }
            regime.requirements.push(Requirement { condition, forbidden, span: clause.span });
        }
        // The grammar lets no other clause stand here.
        _ => {}
    }
}
