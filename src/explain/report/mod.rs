//! The report that other programs rely on: its fields, their names and their order.
//!
//! In: a [`Case`], or a [`Submission`] that could not be evaluated. Out: a [`Report`], whose
//! serialization is the JSON of the interface. Quantities are strings in their exact form, texts
//! are in the language of the submission, and what does not apply is left out.

mod bounds;
mod cite;
mod element;
mod fact;
mod figure;
mod lists;
mod missing;
mod outcome;
mod problem;
mod text;
mod totals;

use serde::Serialize;

pub use bounds::Bounds;
pub use cite::CiteEntry;
pub use fact::FactEntry;
pub use figure::{FaultEntry, Figure, OpenFigure};
pub use lists::{ElsewhereEntry, PointsEntry, ValueEntry, WithoutEntry};
pub use missing::MissingEntry;
pub use outcome::{ComparisonEntry, EffectEntry, OutcomeEntry, PlaceEntry, RepairEntry};
pub use problem::ProblemEntry;
pub use text::AsText;
pub use totals::{AmountEntry, AskingEntry};

pub(super) use cite::{cites_of, cites_of_result, pick_quote};
pub(super) use element::element;
pub(super) use fact::field_type;
pub(super) use outcome::amount_type;
pub(super) use totals::{ANY_AMOUNT, amount_name, amount_words, asking, type_of};

use super::case::{Case, Submission};
use crate::eval::Verdict;
use crate::quantity::Date;

/// The result of a check as other programs read it.
#[derive(Serialize)]
pub struct Report<'a> {
    /// The version of the library.
    pub subvent: &'static str,
    /// The programme's module.
    pub programme: &'a str,
    /// The digest of the rules.
    pub rules_sha256: &'a str,
    /// The date of assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<AsText<Date>>,
    /// What the proposal is called.
    pub proposal: &'a str,
    /// The verdict, in one word.
    pub verdict: &'static str,
    /// Points of preferences by group.
    pub points: Vec<PointsEntry<'a>>,
    /// The results that every report states.
    pub values: Vec<ValueEntry<'a>>,
    /// The amounts that rules lower, each with the lowest of what they leave.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reductions: Vec<AmountEntry<'a>>,
    /// The amounts that rules exclude, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclusions: Vec<AmountEntry<'a>>,
    /// What all exclusions come to, by currency.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<Figure<'a>>,
    /// One entry a rule and element.
    pub outcomes: Vec<OutcomeEntry<'a>>,
    /// Rules that need another root.
    pub elsewhere: Vec<ElsewhereEntry<'a>>,
    /// Adopted rules that do not bind.
    pub without: Vec<WithoutEntry<'a>>,
    /// What was noticed when the proposal was read.
    pub problems: Vec<ProblemEntry<'a>>,
    /// How many more there are than are listed.
    #[serde(skip_serializing_if = "is_zero")]
    pub problems_not_shown: usize,
}

impl<'a> Report<'a> {
    /// The report on a proposal that was evaluated.
    #[must_use]
    pub fn new(case: &Case<'a>) -> Self {
        let evaluation = case.evaluation;
        let outcomes = evaluation.outcomes.iter().filter_map(|o| OutcomeEntry::new(case, o));
        Self {
            as_of: Some(AsText(evaluation.as_of)),
            verdict: evaluation.verdict.word(),
            points: evaluation.points.iter().map(PointsEntry::new).collect(),
            values: evaluation.values.iter().filter_map(|v| ValueEntry::new(case, v)).collect(),
            reductions: totals::reductions(case, &evaluation.totals),
            exclusions: totals::exclusions(case, &evaluation.totals),
            excluded: totals::excluded(case, &evaluation.totals),
            outcomes: outcomes.collect(),
            elsewhere: lists::elsewhere(case),
            ..Self::invalid(&case.submission)
        }
    }

    /// The report on a proposal that breaks its schema: its problems, and no outcome.
    #[must_use]
    pub fn invalid(submission: &Submission<'a>) -> Self {
        Self {
            subvent: env!("CARGO_PKG_VERSION"),
            programme: &submission.checked.programme.module,
            rules_sha256: submission.rules_sha256,
            as_of: submission.as_of.map(AsText),
            proposal: submission.proposal,
            verdict: Verdict::Invalid.word(),
            points: Vec::new(),
            values: Vec::new(),
            reductions: Vec::new(),
            exclusions: Vec::new(),
            excluded: Vec::new(),
            outcomes: Vec::new(),
            elsewhere: Vec::new(),
            without: lists::without(submission),
            problems: problem::problems(submission),
            problems_not_shown: submission.problems.suppressed(),
        }
    }
}

/// Nothing that a reader has to know.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}
