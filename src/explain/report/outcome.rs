//! The entry of a rule and an element.

use std::borrow::Cow;

use serde::Serialize;

use super::{AsText, CiteEntry, FactEntry, Figure, MissingEntry, element};
use crate::eval::{Comparison, Effect, RuleOutcome};
use crate::explain::case::Case;
use crate::explain::message::{message, title};
use crate::explain::reason::{exception_of, reason};
use crate::quantity::Date;
use crate::text::{SourceMap, Span};
use crate::types::typed::{ConsequenceKind, Rule, RuleKind, Type};
use crate::value::Value;

/// The outcome of one rule on one element.
#[derive(Serialize)]
pub struct OutcomeEntry<'a> {
    /// The rule's full name.
    pub rule: &'a str,
    /// The clause's number in its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<&'a str>,
    /// The path of the element.
    pub element: Option<String>,
    /// The outcome, in one word.
    pub outcome: &'static str,
    /// What follows from a violation, in one word.
    pub consequence: &'static str,
    /// The rule's title.
    pub title: Cow<'a, str>,
    /// What to say of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// What was measured, for a single comparison.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measured: Option<Figure<'a>>,
    /// What it was measured against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Figure<'a>>,
    /// The distance, negative when the rule fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<Figure<'a>>,
    /// Every comparison that fails, in the order of the rule.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failing: Vec<ComparisonEntry<'a>>,
    /// The regime that holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regime: Option<&'a str>,
    /// The readings decided that the outcome rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
    /// What follows, in figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<EffectEntry<'a>>,
    /// A fact and the value at which the rule would hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repair: Option<RepairEntry<'a>>,
    /// What could still change the outcome.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<MissingEntry>,
    /// The facts that were read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactEntry<'a>>,
    /// Why it does not apply, or the fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The module that added the exception which keeps the rule quiet, where it is not the
    /// rule's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refined_by: Option<&'a str>,
    /// The legal sources.
    pub cite: Vec<CiteEntry<'a>>,
    /// The date on which the rule was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<AsText<Date>>,
    /// Where the rule stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub defined_at: Option<PlaceEntry<'a>>,
}

/// A comparison in figures.
#[derive(Serialize)]
pub struct ComparisonEntry<'a> {
    /// What was measured.
    pub measured: Figure<'a>,
    /// What it was measured against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Figure<'a>>,
    /// The distance, negative when it fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<Figure<'a>>,
}

/// What follows from a violation, in figures.
#[derive(Serialize)]
pub struct EffectEntry<'a> {
    /// The amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Figure<'a>>,
    /// The last day of a correction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Figure<'a>>,
}

/// A fact and the value at which the rule would hold.
#[derive(Serialize)]
pub struct RepairEntry<'a> {
    /// The fact.
    pub path: String,
    /// The value.
    pub value: Figure<'a>,
}

/// A place in a file.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Debug)]
pub struct PlaceEntry<'a> {
    /// The file.
    pub file: &'a str,
    /// The line, from 1.
    pub line: usize,
}

impl<'a> PlaceEntry<'a> {
    pub(super) fn new(sources: &'a SourceMap, span: Span) -> Option<Self> {
        let source = sources.get(span.source)?;
        Some(Self { file: source.name(), line: sources.position(span).line })
    }
}

impl<'a> OutcomeEntry<'a> {
    /// The entry of an outcome; none when its rule is not in the programme.
    pub(super) fn new(case: &Case<'a>, outcome: &'a RuleOutcome) -> Option<Self> {
        let rule = case.rule(outcome)?;
        let ComparisonParts { measured, limit, margin } = single(case, outcome);
        let cells = outcome.reasons.as_ref().map(|reasons| reasons.facts.as_slice());
        Some(Self {
            rule: &rule.path,
            clause: rule.number.as_deref(),
            element: element(case, rule, outcome),
            outcome: outcome.outcome.word(),
            consequence: consequence_name(rule),
            title: title(case, rule),
            message: message(case, outcome),
            measured,
            limit,
            margin,
            failing: failing(case, outcome),
            regime: regime(rule, outcome),
            reading: reading(case, outcome),
            effect: outcome.effect.as_ref().and_then(|effect| self::effect(case, rule, effect)),
            repair: repair(case, outcome),
            missing: MissingEntry::all(case, &outcome.missing),
            facts: FactEntry::all(case, cells.unwrap_or_default()),
            reason: reason(case, outcome),
            refined_by: exception_of(rule, outcome).and_then(|it| it.refined_by.as_deref()),
            cite: case.cite(rule, outcome),
            as_of: outcome.as_of.map(AsText),
            defined_at: PlaceEntry::new(case.submission.sources, rule.span),
        })
    }
}

#[derive(Default)]
struct ComparisonParts<'a> {
    measured: Option<Figure<'a>>,
    limit: Option<Figure<'a>>,
    margin: Option<Figure<'a>>,
}

/// The figures of the one comparison; none of them when there are several.
fn single<'a>(case: &Case<'a>, outcome: &'a RuleOutcome) -> ComparisonParts<'a> {
    let [only] = outcome.comparisons.as_slice() else { return ComparisonParts::default() };
    let ComparisonEntry { measured, limit, margin } = comparison(case, only);
    ComparisonParts { measured: Some(measured), limit, margin }
}

fn failing<'a>(case: &Case<'a>, outcome: &'a RuleOutcome) -> Vec<ComparisonEntry<'a>> {
    let failing = outcome.comparisons.iter().filter(|comparison| !comparison.holds);
    failing.map(|failing| comparison(case, failing)).collect()
}

fn comparison<'a>(case: &Case<'a>, comparison: &'a Comparison) -> ComparisonEntry<'a> {
    let types = case.submission.legend.figures_at(comparison.span);
    let figure = |value: &'a Option<Value>, ty: &'a Type| {
        value.as_ref().map(|value| Figure::new(case, value, ty))
    };
    ComparisonEntry {
        measured: Figure::new(case, &comparison.measured, &types.measured),
        limit: figure(&comparison.limit, &types.limit),
        margin: figure(&comparison.margin, &types.margin),
    }
}

fn regime<'a>(rule: &'a Rule, outcome: &RuleOutcome) -> Option<&'a str> {
    let index = usize::try_from(outcome.regime?).ok()?;
    Some(&rule.regimes.as_ref()?.alternatives.get(index)?.name)
}

/// The readings that are decided; an undecided one made no difference.
fn reading(case: &Case<'_>, outcome: &RuleOutcome) -> Option<String> {
    let checked = case.checked();
    let decided = outcome.readings.iter().filter_map(|id| {
        let reading = checked.readings.get(id.index())?;
        let choices = checked.enums.get(reading.choices.index())?;
        Some(&*choices.members.get(usize::from(reading.decided?))?.name)
    });
    let names: Vec<&str> = decided.collect();
    if names.is_empty() { None } else { Some(names.join(", ")) }
}

fn effect<'a>(case: &Case<'a>, rule: &'a Rule, effect: &'a Effect) -> Option<EffectEntry<'a>> {
    let amount = effect.amount.as_ref();
    let until = effect.until.as_ref();
    if amount.is_none() && until.is_none() {
        return None;
    }
    Some(EffectEntry {
        amount: amount.map(|value| Figure::new(case, value, amount_type(rule))),
        until: until.map(|value| Figure::new(case, value, &Type::Date)),
    })
}

/// The type of the amount of an effect.
pub(in crate::explain) fn amount_type(rule: &Rule) -> &Type {
    match &rule.consequence.kind {
        ConsequenceKind::Reduce { amount: one, .. }
        | ConsequenceKind::Exclude(one)
        | ConsequenceKind::Recover(one)
        | ConsequenceKind::Sanction(one) => &one.ty,
        _ => &Type::Poison,
    }
}

fn repair<'a>(case: &Case<'a>, outcome: &'a RuleOutcome) -> Option<RepairEntry<'a>> {
    let (cell, value) = outcome.reasons.as_ref()?.repair.as_ref()?;
    let value = Figure::new(case, value, super::field_type(case, *cell));
    Some(RepairEntry { path: case.facts.path(*cell), value })
}

/// The word for what follows from a violation of a rule.
pub(in crate::explain) fn consequence_name(rule: &Rule) -> &'static str {
    match rule.kind {
        RuleKind::Preference => "prefer",
        RuleKind::Permission => "permit",
        RuleKind::Information => "advise",
        RuleKind::Rule => match &rule.consequence.kind {
            ConsequenceKind::Reject => "reject",
            ConsequenceKind::Correct { .. } => "correct",
            ConsequenceKind::Reduce { .. } => "reduce",
            ConsequenceKind::Exclude(_) => "exclude",
            ConsequenceKind::NotEffective => "condition",
            ConsequenceKind::Recover(_) => "recover",
            ConsequenceKind::Sanction(_) => "sanction",
            ConsequenceKind::Advise => "advise",
        },
    }
}
