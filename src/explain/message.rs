//! What to say of an outcome: the rule's own message, else a sentence made of its figures.

use std::borrow::Cow;

use super::case::{Case, quoted};
use super::figures::sentence;
use super::owed::owed_name;
use super::reason::fault_text;
use super::template::render;
use super::words::fill;
use crate::eval::{Outcome, RuleOutcome};
use crate::types::typed::{Rule, RuleKind};

/// The most missing facts that a sentence names.
const NAMED: usize = 4;

/// The message of an outcome in the language of the report; none where there is nothing to say,
/// as of a rule that is satisfied.
pub(super) fn message(case: &Case<'_>, outcome: &RuleOutcome) -> Option<String> {
    let rule = case.rule(outcome)?;
    match outcome.outcome {
        Outcome::Violated => {
            Some(own(case, rule, outcome).unwrap_or_else(|| generated(case, rule, outcome)))
        }
        Outcome::NotMet | Outcome::Permitted => own(case, rule, outcome),
        Outcome::Satisfied if rule.kind == RuleKind::Information => own(case, rule, outcome),
        Outcome::Undetermined => Some(undecided(case, outcome)),
        Outcome::Faulty => outcome.fault.as_ref().map(|fault| fault_text(case, fault)),
        Outcome::Satisfied | Outcome::NotApplicable => None,
    }
}

/// The message that the rule brings along, when all its holes have values.
fn own(case: &Case<'_>, rule: &Rule, outcome: &RuleOutcome) -> Option<String> {
    let holes = outcome.reasons.as_ref().map(|reasons| reasons.message.as_slice());
    render(&rule.message, holes.unwrap_or_default(), case.names(), case.submission.language)
}

/// A sentence from the figures of a violation.
fn generated(case: &Case<'_>, rule: &Rule, outcome: &RuleOutcome) -> String {
    let words = &case.words().figures;
    let sources = case.submission.sources;
    let failing: Vec<String> = outcome
        .comparisons
        .iter()
        .filter(|comparison| !comparison.holds)
        .map(|comparison| sentence(case, comparison))
        .collect();
    if !failing.is_empty() {
        return failing.join("; ");
    }
    if let Some(regimes) = &rule.regimes {
        let names: Vec<&str> = regimes.alternatives.iter().map(|regime| &*regime.name).collect();
        return fill(words.no_regime_holds, &[&names.join(", ")]);
    }
    match rule.requirements.as_slice() {
        [only] if only.forbidden => fill(words.forbidden, &[&quoted(sources, only.condition.span)]),
        requirements => {
            let clauses: Vec<String> =
                requirements.iter().map(|r| quoted(sources, r.condition.span)).collect();
            fill(words.fails, &[&clauses.join("; ")])
        }
    }
}

/// What an outcome waits for.
fn undecided(case: &Case<'_>, outcome: &RuleOutcome) -> String {
    let names = case.names();
    let mut missing: Vec<String> =
        outcome.missing.iter().map(|owed| owed_name(&names, owed)).take(NAMED + 1).collect();
    if missing.len() > NAMED {
        missing.truncate(NAMED);
        missing.push("…".to_owned());
        return fill(case.words().missing.undecided, &[&missing.join(", ")]);
    }
    fill(case.words().missing.undecided, &[&case.spoken().join(&missing)])
}

/// What a rule is called in the language of the report: its title, else its name with spaces.
pub(super) fn title<'a>(case: &Case<'a>, rule: &'a Rule) -> Cow<'a, str> {
    match rule.title.get(case.submission.language) {
        Some(title) => Cow::Borrowed(title),
        None => Cow::Owned(rule.name.replace('_', " ")),
    }
}

/// The title that a rule was given; nothing where it would repeat the rule's name.
pub(super) fn own_title<'a>(case: &Case<'a>, rule: &'a Rule) -> &'a str {
    rule.title.get(case.submission.language).map_or("", String::as_str)
}
