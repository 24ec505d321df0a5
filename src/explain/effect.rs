//! What follows from a violation, and what would mend it, in words.

use super::case::Case;
use super::report::{amount_type, field_type};
use super::words::{ConsequenceWords, fill};
use crate::eval::{Outcome, RuleOutcome};
use crate::types::typed::{ConsequenceKind, Rule, Type};
use crate::value::Value;

/// What follows from a violation; none for another outcome.
pub(super) fn consequence(case: &Case<'_>, rule: &Rule, outcome: &RuleOutcome) -> Option<String> {
    if outcome.outcome != Outcome::Violated {
        return None;
    }
    let words = &case.words().consequences;
    let spoken = case.spoken();
    let effect = outcome.effect.as_ref();
    let write = |value: &Value, ty: &Type| spoken.bounds(value, ty);
    let amount = effect.and_then(|effect| effect.amount.as_ref());
    let amount = amount.map(|value| write(value, amount_type(rule)));
    let until = effect.and_then(|effect| effect.until.as_ref());
    let until = until.map(|value| write(value, &Type::Date));
    Some(match &rule.consequence.kind {
        ConsequenceKind::Reject => words.reject.to_owned(),
        ConsequenceKind::NotEffective => words.condition.to_owned(),
        ConsequenceKind::Advise => words.advise.to_owned(),
        ConsequenceKind::Correct { .. } => either(until, words.correct_until, words.correct),
        other => {
            let (phrase, bare) = of_amount(other, words);
            either(amount, phrase, bare)
        }
    })
}

/// The phrases of a consequence that concerns an amount: with the amount, and without.
fn of_amount(kind: &ConsequenceKind, words: &ConsequenceWords) -> (&'static str, &'static str) {
    match kind {
        ConsequenceKind::Reduce { .. } => (words.reduce_to, words.reduce),
        ConsequenceKind::Exclude(_) => (words.exclude_amount, words.exclude),
        ConsequenceKind::Recover(_) => (words.recover_amount, words.recover),
        _ => (words.sanction_at_most, words.sanction),
    }
}

fn either(value: Option<String>, phrase: &str, bare: &str) -> String {
    value.map_or_else(|| bare.to_owned(), |value| fill(phrase, &[&value]))
}

/// The value of a fact at which the rule would hold.
pub(super) fn repair(case: &Case<'_>, outcome: &RuleOutcome) -> Option<String> {
    let (cell, value) = outcome.reasons.as_ref()?.repair.as_ref()?;
    let value = case.spoken().value(value, field_type(case, *cell));
    Some(fill(case.words().figures.repair, &[&case.facts.path(*cell), &value]))
}
