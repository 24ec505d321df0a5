//! The verdict over all rules that bind, and the points of all preferences.

use super::{GroupPoints, Outcome, PointRange, RuleOutcome, Verdict};
use crate::program::Program;
use crate::program::parts::RootPlan;
use crate::types::typed::{ConsequenceKind, Rule, RuleKind};

/// The verdict: the first that applies of ineligible, faulty, undetermined, correctable,
/// conditional, reduced; else eligible. Advice, permissions, preferences and information never
/// block.
#[must_use]
pub fn verdict(program: &Program, outcomes: &[RuleOutcome]) -> Verdict {
    let verdicts = outcomes.iter().map(|outcome| {
        let rule = program.checked().rules.get(outcome.rule.index());
        rule.map_or(Verdict::Eligible, |rule| weight(rule, outcome.outcome))
    });
    verdicts.max().unwrap_or(Verdict::Eligible)
}

/// What one outcome does to the verdict. Verdicts are ordered by their weight.
fn weight(rule: &Rule, outcome: Outcome) -> Verdict {
    let binds =
        rule.kind == RuleKind::Rule && !matches!(rule.consequence.kind, ConsequenceKind::Advise);
    match outcome {
        Outcome::Violated if binds => match rule.consequence.kind {
            ConsequenceKind::Reject => Verdict::Ineligible,
            ConsequenceKind::Correct { .. } => Verdict::Correctable,
            ConsequenceKind::NotEffective => Verdict::Conditional,
            ConsequenceKind::Reduce { .. }
            | ConsequenceKind::Exclude(_)
            | ConsequenceKind::Recover(_)
            | ConsequenceKind::Sanction(_) => Verdict::Reduced,
            ConsequenceKind::Advise => Verdict::Eligible,
        },
        Outcome::Faulty if binds => Verdict::Faulty,
        Outcome::Undetermined if binds => Verdict::Undetermined,
        _ => Verdict::Eligible,
    }
}

/// The points of each group, by name.
pub(super) fn points(plan: &RootPlan, outcomes: &[RuleOutcome]) -> Vec<GroupPoints> {
    let groups = plan.groups.iter().map(|(group, rules)| {
        let counted = outcomes.iter().filter(|outcome| rules.contains(&outcome.rule));
        let points = counted.filter_map(|outcome| outcome.points);
        let points = points.fold(PointRange::NOTHING, PointRange::plus);
        GroupPoints { group: group.clone(), points }
    });
    groups.collect()
}
