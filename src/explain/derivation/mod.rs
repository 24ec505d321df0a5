//! One outcome, step by step.
//!
//! In: a [`Case`] and one of its outcomes with its reasons. Out: [`Lines`]: the rule and its
//! sources, the facts that were read with their places, the clause with the value of every part,
//! nested as it is written, and what follows. The steps were recorded when the rule was
//! evaluated; here they are only put in order and into words.

mod step;
mod version;

use super::case::Case;
use super::effect::{consequence, repair};
use super::line::{Line, Lines, Role};
use super::message::{message, own_title};
use super::owed::owed_lines;
use super::reason::reason;
use super::report::{cites_of, element, field_type};
use super::source::source;
use super::summary::outcome_word;
use super::words::fill;
use crate::eval::RuleOutcome;
use crate::types::typed::{Rule, Validity};
use crate::value::{List, Value};

/// The most steps that are written out.
const STEPS: usize = 400;

/// The derivation of an outcome. Without reasons it has no facts and no steps.
#[must_use]
pub fn derivation(case: &Case<'_>, outcome: &RuleOutcome) -> Lines {
    let mut lines = Lines::default();
    let Some(rule) = case.rule(outcome) else { return lines };
    head(case, rule, outcome, &mut lines);
    facts(case, outcome, &mut lines);
    steps(case, outcome, &mut lines);
    end(case, rule, outcome, &mut lines);
    lines
}

/// The rule, its element, its date and its sources.
fn head(case: &Case<'_>, rule: &Rule, outcome: &RuleOutcome, lines: &mut Lines) {
    let words = &case.words().headings;
    let name = Line::at(0).with(Role::Name, &rule.path);
    let name = name.and(Role::Heading, own_title(case, rule));
    lines.push(name.and(Role::Name, element(case, rule, outcome).unwrap_or_default()));
    if let Some(as_of) = outcome.as_of {
        let text = fill(words.as_of, &[&case.spoken().date(as_of)]);
        lines.push(Line::at(1).with(Role::Quiet, text));
    }
    if let Some(text) = in_force(case, &rule.validity) {
        lines.push(Line::at(1).with(Role::Quiet, text));
    }
    for cite in cites_of(case, rule, outcome) {
        let line = Line::at(1).with(Role::Quiet, format!("{}:", words.source));
        lines.push(line.and(Role::Source, source(case, cite)));
    }
}

/// The days on which something is in force; none where nothing is said.
fn in_force(case: &Case<'_>, validity: &Validity) -> Option<String> {
    let words = &case.words().headings;
    let date = |day| case.spoken().date(day);
    match (validity.from, validity.to) {
        (Some(from), Some(to)) => Some(fill(words.version, &[&date(from), &date(to)])),
        (Some(from), None) => Some(fill(words.version_from, &[&date(from)])),
        (None, Some(to)) => Some(fill(words.version_until, &[&date(to)])),
        (None, None) => None,
    }
}

/// The facts that were read, with their lines; records and lists of them are left out.
fn facts(case: &Case<'_>, outcome: &RuleOutcome, lines: &mut Lines) {
    let Some(reasons) = &outcome.reasons else { return };
    let cells = reasons.facts.iter().copied().filter(|cell| {
        !matches!(case.facts.value(*cell), Value::Record(_) | Value::List(List::Rows(_)))
    });
    let mut cells = cells.take(STEPS).peekable();
    if cells.peek().is_none() {
        return;
    }
    lines.heading(case.words().headings.facts);
    for cell in cells {
        let value = case.spoken().bounds(case.facts.value(cell), field_type(case, cell));
        let line = Line::at(1)
            .with(Role::Name, case.facts.path(cell))
            .with(Role::Text, " = ")
            .with(Role::Value, value);
        lines.push(line.and(Role::Quiet, step::place(case, cell)));
    }
}

/// The clauses and their parts, nested as they are written.
fn steps(case: &Case<'_>, outcome: &RuleOutcome, lines: &mut Lines) {
    let Some(reasons) = &outcome.reasons else { return };
    if reasons.steps.is_empty() {
        return;
    }
    lines.heading(case.words().headings.derivation);
    let left_out = reasons.steps.len().saturating_sub(STEPS);
    for step in reasons.steps.iter().take(STEPS) {
        step::lines(case, outcome, step, lines);
    }
    if left_out > 0 {
        let text = case.spoken().and_more(left_out);
        lines.push(Line::at(1).with(Role::Quiet, format!("… {text}")));
    }
}

/// The outcome and what follows.
fn end(case: &Case<'_>, rule: &Rule, outcome: &RuleOutcome, lines: &mut Lines) {
    lines.heading(outcome_word(&case.words().outcomes, outcome.outcome));
    let said = message(case, outcome);
    let why = reason(case, outcome).filter(|why| said.as_ref() != Some(why));
    let follows = consequence(case, rule, outcome);
    for text in [said, why, follows, repair(case, outcome)].into_iter().flatten() {
        lines.push(Line::at(1).with(Role::Text, text));
    }
    for text in owed_lines(case, &outcome.missing) {
        lines.push(Line::at(1).with(Role::Doubt, text));
    }
}
