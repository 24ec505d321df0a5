//! What there is to explain: a programme, a proposal, and what evaluation found.

use super::format::{Names, Spoken};
use super::legend::Legend;
use super::sheet::FactSheet;
use super::words::Words;
use crate::diagnostic::Diagnostics;
use crate::eval::{Evaluation, RuleOutcome};
use crate::quantity::Date;
use crate::text::{SourceMap, Span};
use crate::types::typed::{Checked, Rule};

/// A proposal and the programme that it is checked against, before any rule was evaluated.
#[derive(Clone, Copy)]
pub struct Submission<'a> {
    /// The programme.
    pub checked: &'a Checked,
    /// How its values are written.
    pub legend: &'a Legend,
    /// The rule files by the numbers in all spans, and the proposal after them.
    pub sources: &'a SourceMap,
    /// What the proposal is called, usually the path of its file.
    pub proposal: &'a str,
    /// The digest of the rules, in hexadecimal digits.
    pub rules_sha256: &'a str,
    /// What was noticed when the proposal was read.
    pub problems: &'a Diagnostics,
    /// The date of assessment; none when it could not be read.
    pub as_of: Option<Date>,
    /// The tag of the language to report in.
    pub language: &'a str,
    /// Whether the submission is final: what the applicant still owes is then an error.
    pub complete: bool,
}

/// A proposal that was evaluated.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The proposal and its programme.
    pub submission: Submission<'a>,
    /// The facts.
    pub facts: &'a dyn FactSheet,
    /// What evaluation found.
    pub evaluation: &'a Evaluation,
}

impl<'a> Case<'a> {
    /// The programme.
    pub(super) fn checked(&self) -> &'a Checked {
        self.submission.checked
    }

    /// The names of values in this case.
    pub(super) fn names(&self) -> Names<'a> {
        Names::with_facts(self.submission.checked, self.facts)
    }

    /// Writes values in the language of the report.
    pub(super) fn spoken(&self) -> Spoken<'a> {
        Spoken::new(self.names(), self.submission.language)
    }

    /// The phrases of the language.
    pub(super) fn words(&self) -> &'static Words {
        self.spoken().words()
    }

    /// The rule of an outcome. An outcome of a rule that is not in the programme is passed over.
    pub(super) fn rule(&self, outcome: &RuleOutcome) -> Option<&'a Rule> {
        self.submission.checked.rules.get(outcome.rule.index())
    }
}

/// The most characters of rule text that stand in a sentence.
const QUOTED: usize = 160;

/// The words of a place in the rules, on one line and cut when they are long.
pub(super) fn quoted(sources: &SourceMap, span: Span) -> String {
    let text = sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= QUOTED {
        return text;
    }
    let mut short: String = text.chars().take(QUOTED).collect();
    short.push('…');
    short
}
