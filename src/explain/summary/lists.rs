//! The smaller lists of a summary.

use super::outcomes::label;
use super::table::{Row, aligned};
use super::totals::totals;
use crate::eval::{GroupPoints, Outcome, PointRange};
use crate::explain::case::Case;
use crate::explain::effect::consequence;
use crate::explain::line::{Line, Lines, Role};
use crate::explain::owed::{Owner, owed_spoken};
use crate::explain::reason::fault_text;
use crate::explain::report::{amount_words, cites_of, cites_of_result, element};
use crate::explain::source::source;
use crate::explain::words::fill;
use crate::types::typed::{ConsequenceKind, Definition, Type};
use crate::value::{Missing, Value};

/// Amounts that are lowered, excluded, recovered or taken.
pub(super) fn amounts(case: &Case<'_>, lines: &mut Lines) {
    let mut rows: Vec<Row> = Vec::new();
    for outcome in &case.evaluation.outcomes {
        let Some(rule) = case.rule(outcome) else { continue };
        let of_amount = matches!(
            rule.consequence.kind,
            ConsequenceKind::Reduce { .. }
                | ConsequenceKind::Exclude(_)
                | ConsequenceKind::Recover(_)
                | ConsequenceKind::Sanction(_)
        );
        if outcome.outcome != Outcome::Violated || !of_amount {
            continue;
        }
        let cell = outcome.effect.as_ref().and_then(|effect| effect.cell);
        let path = cell.map(|cell| case.facts.path(cell));
        let path = path.or_else(|| element(case, rule, outcome));
        let path = path.or_else(|| amount_words(case, rule)).unwrap_or_default();
        let follows = consequence(case, rule, outcome).unwrap_or_default();
        rows.push(vec![(Role::Name, path), (Role::Value, follows), (Role::Name, label(rule))]);
    }
    rows.extend(totals(case));
    section(lines, case.words().headings.amounts, rows);
}

/// The results that every report states.
pub(super) fn results(case: &Case<'_>, lines: &mut Lines) {
    let mut rows: Vec<Row> = Vec::new();
    for result in &case.evaluation.values {
        let index = result.definition.index();
        let Some(definition) = case.checked().definitions.get(index) else { continue };
        let value = match &result.value {
            Value::Fault(fault) => fault_text(case, fault),
            value => case.spoken().bounds(value, &definition.ty),
        };
        rows.push(vec![
            (Role::Name, name_of(case, definition)),
            (Role::Value, value),
            (
                Role::Source,
                cites_of_result(case, definition, result)
                    .map(|c| source(case, c))
                    .collect::<Vec<_>>()
                    .join("; "),
            ),
        ]);
    }
    section(lines, case.words().headings.results, rows);
}

fn name_of(case: &Case<'_>, definition: &Definition) -> String {
    match definition.title.get(case.submission.language) {
        Some(title) => title.clone(),
        None => definition.name.replace('_', " "),
    }
}

/// Points by group, as an interval where they are not certain.
pub(super) fn points(case: &Case<'_>, lines: &mut Lines) {
    let words = case.words();
    let row = |points: &GroupPoints| -> Row {
        let group = if points.group.is_empty() { words.headings.ungrouped } else { &*points.group };
        let PointRange { min, max } = points.points;
        let worth = Value::unknown_number(min, max, Missing::none());
        let value = case.spoken().bounds(&worth, &Type::Decimal);
        vec![(Role::Name, group.to_owned()), (Role::Value, value)]
    };
    let rows = case.evaluation.points.iter().map(row).collect();
    section(lines, words.headings.points, rows);
}

/// What is missing for any outcome, by who owes it.
pub(super) fn missing(case: &Case<'_>, lines: &mut Lines) {
    let words = case.words();
    let outcomes = case.evaluation.outcomes.iter();
    let all = Missing::from_owed(outcomes.flat_map(|outcome| outcome.missing.iter()));
    if all.is_empty() {
        return;
    }
    lines.heading(words.headings.missing);
    for owner in Owner::ALL {
        let owed: Vec<String> = all
            .iter()
            .filter(|owed| Owner::of(*owed, case.facts) == owner)
            .map(|owed| owed_spoken(case, owed))
            .collect();
        if owed.is_empty() {
            continue;
        }
        lines.push(Line::at(1).with(Role::Doubt, owner.spoken(&words.missing)));
        for name in owed {
            lines.push(Line::at(2).with(Role::Name, name));
        }
    }
}

/// Rules that need another root.
pub(super) fn elsewhere(case: &Case<'_>, lines: &mut Lines) {
    let words = &case.words().headings;
    let checked = case.checked();
    let rows = case.evaluation.elsewhere.iter().filter_map(|id| {
        let rule = checked.rules.get(id.index())?;
        let record = checked.records.get(rule.record?.index())?;
        let text = fill(words.elsewhere_needs, &[&label(rule), &record.name]);
        Some(vec![(Role::Quiet, text)])
    });
    section(lines, words.elsewhere, rows.collect());
}

/// Adopted rules that do not bind.
pub(super) fn without(case: &Case<'_>, lines: &mut Lines) {
    let checked = case.checked();
    let rows = checked.without.iter().filter_map(|without| {
        let rule = checked.rules.get(without.rule.index())?;
        let because = without.because.get(case.submission.language).cloned().unwrap_or_default();
        Some(vec![(Role::Name, rule.path.to_string()), (Role::Quiet, because)])
    });
    section(lines, case.words().headings.without, rows.collect());
}

/// Citations whose wording could not be read in their source, each once.
pub(super) fn unverified(case: &Case<'_>, lines: &mut Lines) {
    let mut rows: Vec<Row> = Vec::new();
    for outcome in &case.evaluation.outcomes {
        let Some(rule) = case.rule(outcome) else { continue };
        for cite in cites_of(case, rule, outcome).filter(|cite| cite.unverified) {
            let row = vec![(Role::Name, label(rule)), (Role::Source, source(case, cite))];
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    for result in &case.evaluation.values {
        let index = result.definition.index();
        let Some(definition) = case.checked().definitions.get(index) else { continue };
        let cites = cites_of_result(case, definition, result).filter(|cite| cite.unverified);
        for cite in cites {
            let name = name_of(case, definition);
            let row = vec![(Role::Name, name), (Role::Source, source(case, cite))];
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    section(lines, case.words().headings.unverified, rows);
}

/// What was noticed when the proposal was read.
pub(super) fn problems(case: &Case<'_>, lines: &mut Lines) {
    let words = &case.words().headings;
    let sources = case.submission.sources;
    let rows = case.submission.problems.iter().map(|problem| {
        let line = problem.span().map(|span| sources.position(span).line.to_string());
        let place = line.map_or_else(String::new, |line| fill(words.line, &[&line]));
        vec![(Role::Name, place), (Role::Doubt, problem.message.clone())]
    });
    let mut rows: Vec<Row> = rows.collect();
    let more = case.submission.problems.suppressed();
    if more > 0 {
        rows.push(vec![(Role::Doubt, fill(words.problems_not_shown, &[&more.to_string()]))]);
    }
    section(lines, words.problems, rows);
}

/// A heading and its rows; nothing without rows.
fn section(lines: &mut Lines, heading: &str, rows: Vec<Row>) {
    if rows.is_empty() {
        return;
    }
    lines.heading(heading);
    lines.0.extend(aligned(rows, 1));
}
