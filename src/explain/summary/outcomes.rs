//! The outcomes of a summary: a table of those that are there, and the reasons of the quiet.

use super::table::{Row, aligned};
use crate::eval::{Outcome, RuleOutcome};
use crate::explain::case::Case;
use crate::explain::effect::{consequence, repair};
use crate::explain::gravity::Gravity;
use crate::explain::line::{Line, Lines, Role};
use crate::explain::message::{message, own_title};
use crate::explain::reason::reason;
use crate::explain::report::element;
use crate::explain::source::source;
use crate::explain::words::OutcomeWords;
use crate::types::typed::Rule;

/// An outcome with its rule, in the order of a summary.
type Graded<'a> = (Gravity, &'a Rule, &'a RuleOutcome);

fn graded<'a>(case: &Case<'a>) -> Vec<Graded<'a>> {
    let outcomes = case.evaluation.outcomes.iter();
    let mut graded: Vec<Graded<'a>> = outcomes
        .filter_map(|outcome| {
            let rule = case.rule(outcome)?;
            Some((Gravity::of(rule, outcome.outcome), rule, outcome))
        })
        .collect();
    graded.sort_by_key(|(gravity, ..)| *gravity);
    graded
}

/// The rules that apply, the gravest outcome first: a row each, and under it what to say.
pub(super) fn outcomes(case: &Case<'_>, lines: &mut Lines) {
    let graded: Vec<Graded<'_>> =
        graded(case).into_iter().filter(|(gravity, ..)| *gravity != Gravity::Quiet).collect();
    if graded.is_empty() {
        return;
    }
    lines.heading(case.words().headings.outcomes);
    let rows = graded.iter().map(|graded| row(case, graded)).collect();
    for (line, (_, rule, outcome)) in aligned(rows, 1).into_iter().zip(&graded) {
        lines.push(line);
        details(case, rule, outcome, lines);
    }
}

/// The reasons why rules do not apply.
pub(super) fn quiet(case: &Case<'_>, lines: &mut Lines) {
    let graded: Vec<Graded<'_>> =
        graded(case).into_iter().filter(|(gravity, ..)| *gravity == Gravity::Quiet).collect();
    if graded.is_empty() {
        return;
    }
    lines.heading(case.words().headings.quiet);
    for (_, rule, outcome) in graded {
        let reason = reason(case, outcome).unwrap_or_default();
        let element = element(case, rule, outcome).unwrap_or_default();
        let line = Line::at(1)
            .with(Role::Name, label(rule))
            .and(Role::Text, own_title(case, rule))
            .and(Role::Name, element)
            .with(Role::Text, ": ")
            .with(Role::Quiet, reason);
        lines.push(line);
    }
}

/// The outcome, the rule's number or name, its title and the element.
fn row(case: &Case<'_>, (gravity, rule, outcome): &Graded<'_>) -> Row {
    let word = outcome_word(&case.words().outcomes, outcome.outcome);
    vec![
        (role(*gravity), word.to_owned()),
        (Role::Name, label(rule)),
        (Role::Text, own_title(case, rule).to_owned()),
        (Role::Name, element(case, rule, outcome).unwrap_or_default()),
    ]
}

/// What to say of an outcome: its message, what follows and what would mend it; for what someone
/// has to act on, the legal source too.
fn details(case: &Case<'_>, rule: &Rule, outcome: &RuleOutcome, lines: &mut Lines) {
    let said = message(case, outcome).map(|text| (Role::Text, text));
    let follows = consequence(case, rule, outcome).map(|text| (Role::Doubt, text));
    let mended = repair(case, outcome).map(|text| (Role::Value, text));
    for (role, text) in [said, follows, mended].into_iter().flatten() {
        lines.push(Line::at(3).with(role, text));
    }
    if matches!(outcome.outcome, Outcome::Satisfied | Outcome::Permitted) {
        return;
    }
    for cite in crate::explain::report::cites_of(case, rule, outcome) {
        lines.push(Line::at(3).with(Role::Source, source(case, cite)));
    }
}

/// What a rule is called in a table: its clause's number, else its name.
pub(super) fn label(rule: &Rule) -> String {
    rule.number.as_deref().unwrap_or(&rule.name).to_owned()
}

fn role(gravity: Gravity) -> Role {
    match gravity {
        Gravity::Refuses | Gravity::Faulty => Role::Bad,
        Gravity::Undecided | Gravity::Correctable | Gravity::Delays | Gravity::Lowers => {
            Role::Doubt
        }
        Gravity::Advises | Gravity::NotMet | Gravity::Permits | Gravity::Quiet => Role::Quiet,
        Gravity::Fine => Role::Good,
    }
}

/// The word for an outcome.
pub(in crate::explain) fn outcome_word(words: &OutcomeWords, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Satisfied => words.satisfied,
        Outcome::Violated => words.violated,
        Outcome::NotApplicable => words.not_applicable,
        Outcome::Undetermined => words.undetermined,
        Outcome::Faulty => words.faulty,
        Outcome::NotMet => words.not_met,
        Outcome::Permitted => words.permitted,
    }
}
