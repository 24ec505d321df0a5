//! Outcomes, alternatives and exceptions of rules.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Missing, Reached};
use crate::eval::Outcome;
use crate::types::typed::{Rule, RuleKind};

/// The outcomes of a rule that tests reached.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RuleCoverage {
    /// The rule.
    pub rule: String,
    /// Its clause number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// The outcomes reached, in the order of the language's own list.
    pub outcomes: Vec<&'static str>,
}

impl RuleCoverage {
    pub(super) fn new(rule: &Rule, outcomes: &BTreeSet<Outcome>) -> Self {
        Self {
            rule: rule.path.to_string(),
            clause: rule.number.as_deref().map(str::to_owned),
            outcomes: outcomes.iter().map(|outcome| outcome.word()).collect(),
        }
    }
}

/// The outcomes that tests should show of a rule: that it holds and that it fails. A rule that
/// can stay quiet should be seen quiet, too.
fn wanted(rule: &Rule) -> Vec<Outcome> {
    let mut wanted = match rule.kind {
        RuleKind::Rule => vec![Outcome::Satisfied, Outcome::Violated],
        RuleKind::Preference => vec![Outcome::Satisfied, Outcome::NotMet],
        RuleKind::Permission => vec![Outcome::Permitted],
        RuleKind::Information => Vec::new(),
    };
    if !rule.guards.is_empty() {
        wanted.push(Outcome::NotApplicable);
    }
    wanted
}

/// What was not reached of a rule.
pub(super) fn missed(rule: &Rule, reached: &Reached, missed: &mut Missing<'_>) {
    for outcome in wanted(rule) {
        if !reached.outcomes.contains(&outcome) {
            let words = outcome.word().replace('_', " ");
            missed.add(&rule.path, format!("never {words}"), rule.span);
        }
    }
    for (position, exception) in (0_u32..).zip(&rule.exceptions) {
        if !reached.exceptions.contains(&position) {
            missed.add(&rule.path, "`unless` never holds", exception.span);
        }
    }
    let regimes = rule.regimes.iter().flat_map(|regimes| &regimes.alternatives);
    for (position, regime) in (0_u32..).zip(regimes) {
        if !reached.regimes.contains(&position) {
            let what = format!("`{}` never holds", regime.name);
            missed.add(&rule.path, what, regime.span);
        }
    }
}
