//! How grave an outcome is: the order of a summary, and the severity of a finding.

use super::owed::Owner;
use super::sheet::FactSheet;
use crate::diagnostic::Severity;
use crate::eval::{Outcome, RuleOutcome};
use crate::types::typed::{ConsequenceKind, Rule, RuleKind};

/// How grave an outcome is, the gravest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Gravity {
    /// It refuses the project.
    Refuses,
    /// It cannot be computed.
    Faulty,
    /// Missing facts decide it.
    Undecided,
    /// It can be put right.
    Correctable,
    /// It delays the effect of a decision.
    Delays,
    /// It lowers, excludes, recovers or takes an amount.
    Lowers,
    /// It advises.
    Advises,
    /// A preference that is not met.
    NotMet,
    /// A permission that applies.
    Permits,
    /// All is well.
    Fine,
    /// The rule does not apply.
    Quiet,
}

impl Gravity {
    /// The gravity of an outcome of a rule.
    #[must_use]
    pub fn of(rule: &Rule, outcome: Outcome) -> Self {
        match outcome {
            Outcome::Violated => Self::of_violation(rule),
            Outcome::Faulty => Self::Faulty,
            Outcome::Undetermined if blocks(rule) => Self::Undecided,
            Outcome::Undetermined => Self::Advises,
            Outcome::NotMet => Self::NotMet,
            Outcome::Permitted => Self::Permits,
            Outcome::Satisfied => Self::Fine,
            Outcome::NotApplicable => Self::Quiet,
        }
    }

    fn of_violation(rule: &Rule) -> Self {
        if rule.kind != RuleKind::Rule {
            return Self::Advises;
        }
        match &rule.consequence.kind {
            ConsequenceKind::Reject => Self::Refuses,
            ConsequenceKind::Correct { .. } => Self::Correctable,
            ConsequenceKind::NotEffective => Self::Delays,
            ConsequenceKind::Reduce { .. }
            | ConsequenceKind::Exclude(_)
            | ConsequenceKind::Recover(_)
            | ConsequenceKind::Sanction(_) => Self::Lowers,
            ConsequenceKind::Advise => Self::Advises,
        }
    }
}

/// Whether a violation of the rule can keep the project from its support.
fn blocks(rule: &Rule) -> bool {
    rule.kind == RuleKind::Rule && !matches!(rule.consequence.kind, ConsequenceKind::Advise)
}

/// The severity of a finding; none for an outcome that is no finding.
///
/// A rule that never blocks gives advice, whatever its outcome. In a complete submission, what
/// the applicant owes is an error.
pub(super) fn severity(
    rule: &Rule,
    outcome: &RuleOutcome,
    facts: &dyn FactSheet,
    complete: bool,
) -> Option<Severity> {
    let blocks = blocks(rule);
    match Gravity::of(rule, outcome.outcome) {
        Gravity::Refuses => Some(Severity::Error),
        Gravity::Faulty if blocks => Some(Severity::Error),
        Gravity::Undecided => {
            let owed = outcome.missing.iter().any(|o| Owner::of(o, facts) == Owner::Applicant);
            Some(if complete && owed { Severity::Error } else { Severity::Advice })
        }
        Gravity::Correctable | Gravity::Delays | Gravity::Lowers => Some(Severity::Warning),
        Gravity::Faulty | Gravity::Advises => Some(Severity::Advice),
        Gravity::NotMet | Gravity::Permits | Gravity::Fine | Gravity::Quiet => None,
    }
}
