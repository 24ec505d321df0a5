//! Step 9: conditions that rest on advice about what is known.
//!
//! Advice may ask `is known`, and its outcome may then change when a fact is added. No condition
//! may rest on such an outcome: what is said with facts missing would be taken back.

use std::collections::BTreeSet;

use super::context::Context;
use super::cycles::{in_definition, in_rule, in_table};
use super::problems::KnownInCondition;
use super::typed::{Checked, ConsequenceKind, Expr, ExprKind, Rule, RuleId, State, Texts};
use crate::text::Span;

/// Reports every `holds` of a rule that asks what is known.
pub(super) fn check(cx: &mut Context<'_>) {
    let asking = asking(&cx.out);
    if asking.is_empty() {
        return;
    }
    for at in resting(&cx.out, &asking) {
        cx.report(KnownInCondition { at });
    }
}

/// The rules whose conditions ask what is known.
fn asking(checked: &Checked) -> BTreeSet<RuleId> {
    let rules = checked.rules.iter().enumerate();
    let asking = rules
        .filter(|(_, rule)| matches!(rule.consequence.kind, ConsequenceKind::Advise) && asks(rule));
    asking.map(|(index, _)| RuleId::new(index)).collect()
}

fn asks(rule: &Rule) -> bool {
    let mut silent = Rule { message: Texts::default(), ..rule.clone() };
    silent.exceptions.iter_mut().for_each(|unless| unless.because = Texts::default());
    let mut found = false;
    in_rule(&silent, &mut |expr| {
        expr.walk(&mut |inner| {
            found |= matches!(inner.kind, ExprKind::State { state: State::Known, .. });
        });
    });
    found
}

/// The places that rest on one of these rules.
fn resting(checked: &Checked, asking: &BTreeSet<RuleId>) -> Vec<Span> {
    let mut places = Vec::new();
    let mut visit = |expr: &Expr| {
        expr.walk(&mut |inner| {
            if matches!(&inner.kind, ExprKind::Holds { rule, .. } if asking.contains(rule)) {
                places.push(inner.span);
            }
        });
    };
    checked.definitions.iter().for_each(|definition| in_definition(definition, &mut visit));
    checked.tables.iter().for_each(|table| in_table(table, &mut visit));
    checked.rules.iter().for_each(|rule| in_rule(rule, &mut visit));
    places
}
