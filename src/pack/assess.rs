//! Evaluates a proposal and ties what came out to what a report needs.
//!
//! This file is the only one of its room that knows `eval`.

use super::Pack;
use crate::diagnostic::Diagnostics;
use crate::eval::{Evaluation, Evaluator};
use crate::explain::{Case, Submission};
use crate::facts::Facts;
use crate::quantity::Date;
use crate::text::SourceMap;

/// How much is written down while a proposal is evaluated.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Reasons {
    /// What a report shows: facts, messages, repairs.
    #[default]
    Report,
    /// Every step of the derivation, too.
    Steps,
}

/// Evaluates bound facts on a date.
#[must_use]
pub fn evaluate(pack: &Pack, facts: &Facts, as_of: Date, reasons: Reasons) -> Evaluation {
    let evaluator = Evaluator::new(pack.program());
    match reasons {
        Reasons::Report => evaluator.with_reasons(),
        Reasons::Steps => evaluator.with_steps(),
    }
    .evaluate(facts, as_of)
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
}

impl<'a> Surroundings<'a> {
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
        }
    }

    /// With facts and what was found out about them.
    #[must_use]
    pub fn case(&self, facts: &'a Facts, evaluation: &'a Evaluation) -> Case<'a> {
        Case { submission: self.submission(), facts, evaluation }
    }
}
