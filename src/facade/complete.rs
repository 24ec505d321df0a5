//! What a submission lacks that is final.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::eval::{Evaluation, Outcome};
use crate::explain::{FactSheet as _, Owner};
use crate::facts::Facts;
use crate::types::typed::{Checked, ConsequenceKind, RuleKind};
use crate::value::Owed;

/// The facts and documents that the applicant owes and that a rule waits for, each once, in the
/// order of the proposal.
pub(super) fn owed_by_applicant(
    checked: &Checked,
    facts: &Facts,
    evaluation: &Evaluation,
) -> Diagnostics {
    let mut owed: Vec<Owed> = Vec::new();
    for outcome in &evaluation.outcomes {
        let rule = checked.rules.get(outcome.rule.index());
        let binds = rule.is_some_and(|rule| {
            rule.kind == RuleKind::Rule && !matches!(rule.consequence.kind, ConsequenceKind::Advise)
        });
        if binds && outcome.outcome == Outcome::Undetermined {
            let of_applicant = |owed: &Owed| Owner::of(*owed, facts) == Owner::Applicant;
            owed.extend(outcome.missing.iter().filter(of_applicant));
        }
    }
    owed.sort_unstable();
    owed.dedup();
    let mut problems = Diagnostics::new();
    for one in owed {
        problems.push(problem(facts, one));
    }
    problems
}

fn problem(facts: &Facts, owed: Owed) -> Diagnostic {
    let cell = match owed {
        Owed::Fact(cell) | Owed::Evidence(cell, _) => Some(cell),
        Owed::Reading(_) | Owed::Fill(_) | Owed::Law(_) => None,
    };
    let path = cell.map_or_else(String::new, |cell| facts.path(cell));
    let (message, label) = match owed {
        Owed::Evidence(_, level) => {
            let kind = if level >= 3 { "verified" } else { "documented" };
            (format!("`{path}` must be {kind}"), "given with weaker evidence")
        }
        _ => (format!("`{path}` is missing"), "not given here"),
    };
    let found = Diagnostic::error(Code::PACK_MISSING_FACT, message)
        .help("a submission that is final must answer what its rules ask");
    match cell.and_then(|cell| facts.place(cell)) {
        Some(span) => found.label(span.before(), label),
        None => found,
    }
}
