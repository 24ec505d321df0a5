//! Invariants that facts break, as problems of the proposal.
//!
//! In: a [`Submission`], the facts, and what evaluation found broken. Out: diagnostics with the
//! facts that the invariant reads directly and the invariant's own place.

use super::FactSheet;
use super::case::{Submission, quoted};
use super::format::Names;
use super::template::render;
use super::walk::parts;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::eval::InvariantProblem;
use crate::facts::Facts;
use crate::text::Span;
use crate::types::typed::{Expr, ExprKind, Invariant};

/// The problems that broken invariants are: errors, or warnings where the invariant only warns.
#[must_use]
pub fn broken_invariants(
    submission: &Submission<'_>,
    facts: &Facts,
    broken: &[InvariantProblem],
) -> Diagnostics {
    let mut problems = Diagnostics::new();
    for one in broken {
        let record = submission.checked.records.get(one.record.index());
        if let Some(invariant) = record.and_then(|record| record.invariants.get(one.invariant)) {
            problems.push(problem(submission, facts, one, invariant));
        }
    }
    problems
}

fn problem(
    submission: &Submission<'_>,
    facts: &Facts,
    broken: &InvariantProblem,
    invariant: &Invariant,
) -> Diagnostic {
    let names = Names::with_facts(submission.checked, facts);
    let said = render(&invariant.message, &broken.message, names, submission.language);
    let condition = quoted(submission.sources, invariant.condition.span);
    let path = facts.record_path(broken.base, broken.record);
    let message = match (said, path.is_empty()) {
        (Some(said), true) => said,
        (Some(said), false) => format!("{path}: {said}"),
        (None, true) => format!("`{condition}` does not hold"),
        (None, false) => format!("{path}: `{condition}` does not hold"),
    };
    let mut problem = Diagnostic::error(Code::FACTS_INVARIANT, message);
    if broken.warning {
        problem.severity = Severity::Warning;
    }
    for (span, name) in places(facts, broken, &invariant.condition) {
        problem = problem.label(span, name);
    }
    problem.label(invariant.span, "what the programme asks of these facts")
}

/// The places of the facts that the condition reads directly, each once.
fn places(facts: &Facts, broken: &InvariantProblem, condition: &Expr) -> Vec<(Span, String)> {
    let mut cells: Vec<u32> = Vec::new();
    let mut left = vec![condition];
    while let Some(expr) = left.pop() {
        cells.extend(cell(facts, broken, expr));
        parts(expr, &mut left);
    }
    cells.sort_unstable();
    cells.dedup();
    let place = |cell: &u32| facts.written(*cell).map(|span| (span, facts.path(*cell)));
    cells.iter().filter_map(place).collect()
}

/// The cell of a field of the record itself, or of one that it includes.
fn cell(facts: &Facts, broken: &InvariantProblem, expr: &Expr) -> Option<u32> {
    let ExprKind::Field { base, record, field } = &expr.kind else { return None };
    let start = start(facts, broken, base)?;
    start.checked_add(facts.schema().field_offset(*record, *field)?)
}

/// Where the record that an expression names begins.
fn start(facts: &Facts, broken: &InvariantProblem, expr: &Expr) -> Option<u32> {
    match &expr.kind {
        ExprKind::Receiver => Some(broken.base),
        ExprKind::Include { base, record, include } => {
            let offset = facts.schema().include_offset(*record, *include)?;
            start(facts, broken, base)?.checked_add(offset)
        }
        _ => None,
    }
}
