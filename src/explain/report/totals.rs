//! What violations together leave of amounts, in a report.

use serde::Serialize;

use super::{Figure, amount_type, element};
use crate::eval::{AmountTotal, RuleOutcome, Totals};
use crate::explain::case::{Case, quoted};
use crate::types::typed::{ConsequenceKind, Expr, Rule, Type};

/// An amount that rules lower or exclude.
#[derive(Serialize)]
pub struct AmountEntry<'a> {
    /// The path of the fact, else the words of the rule.
    pub path: String,
    /// The fact as it was given, which is what every rule saw.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<Figure<'a>>,
    /// The lowest amount that a rule leaves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lowest: Option<Figure<'a>>,
    /// The amount that is excluded, once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excluded: Option<Figure<'a>>,
    /// The rules that ask for it, in the order of their outcomes.
    pub rules: Vec<AskingEntry<'a>>,
}

/// A rule that lowers or excludes an amount.
#[derive(Serialize)]
pub struct AskingEntry<'a> {
    /// The rule's full name.
    pub rule: &'a str,
    /// The clause's number in its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<&'a str>,
    /// The path of the element that it was checked on.
    pub element: Option<String>,
    /// To what it lowers, or what it excludes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Figure<'a>>,
}

/// The type of an amount of any currency.
pub(in crate::explain) static ANY_AMOUNT: Type = Type::Money(None);

/// The amounts that are lowered.
pub(super) fn reductions<'a>(case: &Case<'a>, totals: &'a Totals) -> Vec<AmountEntry<'a>> {
    let entry = |total: &'a AmountTotal| {
        let amount = total.amount.as_ref();
        let lowest = amount.map(|value| Figure::new(case, value, type_of(case, total)));
        AmountEntry { lowest, ..AmountEntry::new(case, total) }
    };
    totals.reductions.iter().map(entry).collect()
}

/// The amounts that are excluded.
pub(super) fn exclusions<'a>(case: &Case<'a>, totals: &'a Totals) -> Vec<AmountEntry<'a>> {
    let entry = |total: &'a AmountTotal| {
        let amount = total.amount.as_ref();
        let excluded = amount.map(|value| Figure::new(case, value, type_of(case, total)));
        AmountEntry { excluded, ..AmountEntry::new(case, total) }
    };
    totals.exclusions.iter().map(entry).collect()
}

/// What all exclusions come to, by currency.
pub(super) fn excluded<'a>(case: &Case<'a>, totals: &'a Totals) -> Vec<Figure<'a>> {
    totals.excluded.iter().map(|sum| Figure::new(case, sum, &ANY_AMOUNT)).collect()
}

impl<'a> AmountEntry<'a> {
    fn new(case: &Case<'a>, total: &AmountTotal) -> Self {
        let cell = total.cell;
        let given = cell
            .map(|cell| Figure::new(case, case.facts.value(cell), super::field_type(case, cell)));
        let rules = asking(case, total).map(|(rule, outcome)| {
            let amount = outcome.effect.as_ref().and_then(|effect| effect.amount.as_ref());
            AskingEntry {
                rule: &rule.path,
                clause: rule.number.as_deref(),
                element: element(case, rule, outcome),
                amount: amount.map(|value| Figure::new(case, value, amount_type(rule))),
            }
        });
        let rules = rules.collect();
        Self { path: amount_name(case, total), given, lowest: None, excluded: None, rules }
    }
}

/// The rules that ask for a change of an amount, with their outcomes.
pub(in crate::explain) fn asking<'a>(
    case: &Case<'a>,
    total: &AmountTotal,
) -> impl Iterator<Item = (&'a Rule, &'a RuleOutcome)> {
    let outcomes = total.outcomes.iter().filter_map(|at| case.evaluation.outcomes.get(*at));
    outcomes.filter_map(|outcome| Some((case.rule(outcome)?, outcome)))
}

/// The path of an amount; of one that is no fact its words, and the element where there is one.
pub(in crate::explain) fn amount_name(case: &Case<'_>, total: &AmountTotal) -> String {
    if let Some(cell) = total.cell {
        return case.facts.path(cell);
    }
    let Some((rule, outcome)) = asking(case, total).next() else { return String::new() };
    let words = amount_words(case, rule).unwrap_or_default();
    match element(case, rule, outcome) {
        Some(element) => format!("{words} ({element})"),
        None => words,
    }
}

/// The words of the amount that a rule lowers or excludes.
pub(in crate::explain) fn amount_words(case: &Case<'_>, rule: &Rule) -> Option<String> {
    changed(rule).map(|expr| quoted(case.submission.sources, expr.span))
}

/// The type of an amount.
pub(in crate::explain) fn type_of<'a>(case: &Case<'a>, total: &AmountTotal) -> &'a Type {
    asking(case, total).next().map_or(&ANY_AMOUNT, |(rule, _)| amount_type(rule))
}

fn changed(rule: &Rule) -> Option<&Expr> {
    match &rule.consequence.kind {
        ConsequenceKind::Reduce { amount, .. } | ConsequenceKind::Exclude(amount) => Some(amount),
        _ => None,
    }
}
