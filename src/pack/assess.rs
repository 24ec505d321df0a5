//! Evaluates a proposal and ties what came out to what a report needs.
//!
//! This file is the only one of its room that knows `eval`.

use std::collections::BTreeSet;

use super::refusals::{OtherDate, TooCostly};
use super::{Pack, Proposal};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::eval::{Evaluation, Evaluator, Limits, Mode, Scratch, invariant_problems};
use crate::explain::{Submission, broken_invariants};
use crate::quantity::Date;
use crate::text::{SourceMap, Span};

/// What came of a proposal.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Invariants that the facts break, and other problems found on the way.
    pub problems: Diagnostics,
    /// The outcomes; none when an invariant is broken that must hold.
    pub evaluation: Option<Evaluation>,
    /// The rows of tables and the exceptions that gave a value, when steps were asked for.
    pub branches: BTreeSet<Span>,
}

/// Checks the invariants of a proposal and then, unless one is broken, its rules.
#[must_use]
pub fn assess(pack: &Pack, proposal: &Proposal, as_of: Date, mode: Mode) -> Assessment {
    let (facts, program) = (proposal.facts(), pack.program());
    let (mut scratch, limits) = (Scratch::new(), Limits::default());
    let broken = invariant_problems(program, facts, as_of, &mut scratch, &limits);
    let surroundings = Surroundings::of(pack, proposal, as_of);
    let problems = broken_invariants(&surroundings.submission(), facts, &broken);
    let mut branches = BTreeSet::new();
    let evaluation = if problems.has_errors() {
        None
    } else if mode == Mode::Derivation {
        let evaluator = Evaluator::new(program);
        let found = evaluator.evaluate_with_branches(facts, as_of, &mut scratch, &limits);
        branches = found.1;
        Some(found.0)
    } else {
        Some(Evaluator::new(program).evaluate(facts, as_of, &mut scratch, mode, &limits))
    };
    Assessment { problems, evaluation, branches }
}

/// Checks the date of assessment against the one that a proposal names itself.
///
/// # Errors
/// When the two differ.
pub fn check_date(proposal: &Proposal, as_of: Date) -> Result<(), Box<Diagnostic>> {
    match proposal.dated() {
        Some(written) if written.value != as_of => {
            Err(Box::new(OtherDate { written, asked: as_of }.into()))
        }
        _ => Ok(()),
    }
}

/// Checks that the rules take at most so many steps on a proposal, before they run.
///
/// # Errors
/// When they can take more.
pub fn check_cost(pack: &Pack, proposal: &Proposal, most: u64) -> Result<(), Box<Diagnostic>> {
    let facts = proposal.facts();
    let cost = pack.program().cost(facts.root(), &facts.list_sizes());
    let cost = if facts.is_complete() { cost.complete } else { cost.missing };
    if cost <= most {
        return Ok(());
    }
    let list =
        facts.longest_list().map(|(cell, len)| (facts.path(cell), len, facts.origin(cell).span()));
    Err(Box::new(TooCostly { cost, most, list }.into()))
}

/// What surrounds an evaluation in a report.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The programme.
    pub pack: &'a Pack,
    /// The rule files and the proposal.
    pub sources: &'a SourceMap,
    /// What the proposal is called.
    pub proposal: &'a str,
    /// What was noticed when it was read.
    pub problems: &'a Diagnostics,
    /// The date of assessment.
    pub as_of: Option<Date>,
    /// The language to report in.
    pub language: &'a str,
    /// Whether the submission is final.
    pub complete: bool,
}

impl<'a> Surroundings<'a> {
    /// A proposal that was read, in the programme's first language.
    #[must_use]
    pub fn of(pack: &'a Pack, proposal: &'a Proposal, as_of: Date) -> Self {
        Self {
            pack,
            sources: proposal.sources(),
            proposal: proposal.name(),
            problems: proposal.warnings(),
            as_of: Some(as_of),
            language: pack.language(),
            complete: false,
        }
    }

    /// As explaining asks for it.
    #[must_use]
    pub fn submission(&self) -> Submission<'a> {
        Submission {
            checked: self.pack.checked(),
            legend: self.pack.legend(),
            sources: self.sources,
            proposal: self.proposal,
            rules_sha256: self.pack.sha256(),
            problems: self.problems,
            as_of: self.as_of,
            language: self.language,
            complete: self.complete,
        }
    }
}
