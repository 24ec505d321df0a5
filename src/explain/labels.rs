//! What a finding points at: the facts that decide, and the sides of the comparison.

use super::case::Case;
use super::owed::Owner;
use super::report::field_type;
use crate::diagnostic::Label;
use crate::eval::{Comparison, Outcome, RuleOutcome};
use crate::text::Span;
use crate::types::typed::Rule;
use crate::value::{Owed, Value};

/// The most facts that a finding points at: more labels would hide the lines below them.
const FACTS: usize = 4;

/// The facts that decide an outcome: for an undetermined one those that are missing, else the
/// repaired fact and those that lie nearest to the clause.
pub(super) fn fact_labels(case: &Case<'_>, outcome: &RuleOutcome) -> Vec<Label> {
    if outcome.outcome == Outcome::Undetermined {
        return missing_labels(case, outcome);
    }
    let mut labels: Vec<Label> = Vec::new();
    for cell in deciding(case, outcome) {
        let Some(span) = case.facts.written(cell) else { continue };
        if labels.len() < FACTS && labels.iter().all(|label| label.span != span) {
            labels.push(Label { span, text: named_or_valued(case, cell, span) });
        }
    }
    labels
}

/// The deciding facts in lines of text, for a proposal without lines of its own.
pub(super) fn fact_lines(case: &Case<'_>, outcome: &RuleOutcome) -> Vec<String> {
    if outcome.outcome == Outcome::Undetermined {
        return Vec::new();
    }
    let cells = deciding(case, outcome);
    if cells.iter().any(|cell| case.facts.written(*cell).is_some()) {
        return Vec::new();
    }
    let line = |cell: u32| format!("{} = {}", case.facts.path(cell), value_of(case, cell));
    cells.into_iter().take(FACTS).map(line).collect()
}

/// The value of a fact; its path where the words already are the value.
fn named_or_valued(case: &Case<'_>, cell: u32, span: Span) -> String {
    let value = value_of(case, cell);
    if case.submission.sources.slice(span) == value { case.facts.path(cell) } else { value }
}

fn value_of(case: &Case<'_>, cell: u32) -> String {
    case.spoken().bounds(case.facts.value(cell), field_type(case, cell))
}

/// The cells that were read, the nearest to the clause first. Records and lists of them are left
/// out: what decides are the facts inside.
fn deciding(case: &Case<'_>, outcome: &RuleOutcome) -> Vec<u32> {
    let Some(reasons) = &outcome.reasons else { return Vec::new() };
    let mut steps: Vec<(u16, u32)> =
        reasons.steps.iter().filter_map(|step| Some((step.depth, step.cell?))).collect();
    steps.sort_unstable();
    let repaired = reasons.repair.as_ref().map(|(cell, _)| *cell);
    let nearest = steps.into_iter().map(|(_, cell)| cell);
    let mut cells: Vec<u32> = Vec::new();
    for cell in repaired.into_iter().chain(nearest).chain(reasons.facts.iter().copied()) {
        let scalar = !matches!(case.facts.value(cell), Value::Record(_) | Value::List(_));
        if scalar && !cells.contains(&cell) && cells.len() < 4 * FACTS {
            cells.push(cell);
        }
    }
    cells
}

/// The places of the facts that an outcome waits for: the words that leave one open, or the end
/// of the record that lacks it, where it would be added. One label for all that one owes there.
fn missing_labels(case: &Case<'_>, outcome: &RuleOutcome) -> Vec<Label> {
    let words = &case.words().missing;
    let mut places: Vec<(Span, Owner, Vec<String>)> = Vec::new();
    for owed in outcome.missing.iter() {
        let (Owed::Fact(cell) | Owed::Evidence(cell, _)) = owed else { continue };
        let Some(place) = case.facts.place(cell) else { continue };
        let span = case.facts.written(cell).unwrap_or(place.after());
        let owner = Owner::of(owed, case.facts);
        let path = case.facts.path(cell);
        let known = places.iter_mut().find(|(at, by, _)| *at == span && *by == owner);
        if let Some((.., paths)) = known {
            paths.push(path);
        } else if places.len() < FACTS {
            places.push((span, owner, vec![path]));
        }
    }
    let label = |(span, owner, paths): (Span, Owner, Vec<String>)| {
        let named = paths.iter().take(FACTS).cloned().collect::<Vec<_>>().join(", ");
        let more = if paths.len() > FACTS { ", …" } else { "" };
        Label { span, text: format!("{named}{more}: {}", owner.spoken(words)) }
    };
    places.into_iter().map(label).collect()
}

/// The clause of the rule with the values of its parts.
pub(super) fn clause_labels(case: &Case<'_>, rule: &Rule, outcome: &RuleOutcome) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    if let Some(fault) = &outcome.fault {
        labels.push(Label { span: fault.at, text: case.words().values.not_computable.to_owned() });
        labels.extend(fault.also.map(|span| Label { span, text: String::new() }));
    }
    for comparison in &outcome.comparisons {
        labels.extend(sides(case, comparison));
    }
    if labels.is_empty() {
        labels.push(Label { span: clause(rule, outcome), text: String::new() });
    }
    labels
}

/// The two sides of a comparison with their values; the whole comparison where it has no sides.
fn sides(case: &Case<'_>, comparison: &Comparison) -> Vec<Label> {
    let types = case.submission.legend.figures_at(comparison.span);
    let spoken = case.spoken();
    let measured = spoken.bounds(&comparison.measured, &types.measured);
    match (types.sides, &comparison.limit) {
        (Some((left, right)), Some(limit)) => {
            let limit = spoken.bounds(limit, &types.limit);
            [(left, measured), (right, limit)]
                .into_iter()
                .map(|(span, value)| Label { span, text: equals(case, span, &value) })
                .collect()
        }
        _ => vec![Label { span: comparison.span, text: format!("= {measured}") }],
    }
}

/// `= value`; nothing where the words already are the value.
fn equals(case: &Case<'_>, span: Span, value: &str) -> String {
    let words = case.submission.sources.slice(span);
    if words == value { String::new() } else { format!("= {value}") }
}

/// The clause that an outcome is about, where no comparison tells: the only requirement, else
/// the rule's name.
fn clause(rule: &Rule, outcome: &RuleOutcome) -> Span {
    match (outcome.outcome, rule.requirements.as_slice()) {
        (Outcome::Violated | Outcome::Undetermined, [only]) => only.span,
        _ => rule.span,
    }
}
