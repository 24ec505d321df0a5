//! What a check found out, ready to be serialised, drawn or asked.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::complete::owed_by_applicant;
use super::{AsOf, Rules};
use crate::diagnostic::{Diagnostics, Located};
use crate::eval::{Evaluation, Mode, RuleOutcome, Totals, Verdict};
use crate::explain::{self, Case, Explanation, Lines, Submission};
use crate::facts::Facts;
use crate::pack::{Proposal, ProposalProblems, Surroundings, assess, check_cost, check_date};
use crate::quantity::Date;
use crate::text::SourceMap;
use crate::types::typed::RuleId;

/// How a proposal is checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Detail {
    /// It is submitted for good.
    pub(super) complete: bool,
    /// Every step is written down.
    pub(super) steps: bool,
}

/// What a check found out.
///
/// It serialises to the JSON of the interface, in the programme's first language unless
/// [`Report::in_language`] names another one.
#[derive(Clone, Debug)]
pub struct Report {
    rules: Rules,
    name: Arc<str>,
    sources: SourceMap,
    problems: Diagnostics,
    as_of: Option<Date>,
    language: Arc<str>,
    complete: bool,
    /// What was found out; none for a proposal that breaks its schema.
    found: Option<Found>,
}

#[derive(Clone, Debug)]
struct Found {
    proposal: Proposal,
    evaluation: Arc<Evaluation>,
}

impl Report {
    pub(super) fn new(rules: &Rules, proposal: &Proposal, as_of: AsOf, detail: Detail) -> Self {
        let mut report = Self::about(rules, proposal.name(), proposal.sources().clone());
        report.complete = detail.complete;
        report.problems = proposal.warnings().clone();
        report.as_of = Some(as_of.get());
        if let Err(problem) = check_date(proposal, as_of.get()) {
            report.problems.push(*problem);
            return report;
        }
        let within = rules.max_cost().map(|most| check_cost(rules.pack(), proposal, most));
        if let Some(Err(problem)) = within {
            report.problems.push(*problem);
            return report;
        }
        let mode = if detail.steps { Mode::Derivation } else { Mode::Reasons };
        let found = assess(rules.pack(), proposal, as_of.get(), mode);
        report.problems.extend(found.problems);
        let Some(mut evaluation) = found.evaluation else { return report };
        if detail.complete {
            let owed = owed_by_applicant(rules.pack().checked(), proposal.facts(), &evaluation);
            let waits = !matches!(evaluation.verdict, Verdict::Ineligible | Verdict::Faulty);
            if waits && owed.has_errors() {
                evaluation.verdict = Verdict::Invalid;
            }
            report.problems.extend(owed);
        }
        let evaluation = Arc::new(evaluation);
        report.found = Some(Found { proposal: proposal.clone(), evaluation });
        report
    }

    /// The report on a proposal that cannot be checked: its problems, and the verdict
    /// [`Verdict::Invalid`].
    #[must_use]
    pub fn invalid(rules: &Rules, problems: &ProposalProblems, as_of: Option<AsOf>) -> Self {
        let mut report = Self::about(rules, problems.name(), problems.sources().clone());
        report.problems = problems.diagnostics().clone();
        report.as_of = as_of.map(AsOf::get).or(problems.as_of());
        report
    }

    fn about(rules: &Rules, name: &str, sources: SourceMap) -> Self {
        Self {
            rules: rules.clone(),
            name: name.into(),
            sources,
            problems: Diagnostics::new(),
            as_of: None,
            language: rules.pack().language().into(),
            complete: false,
            found: None,
        }
    }

    /// The same report in another language, by its tag: `sv`, `pl`.
    #[must_use]
    pub fn in_language(mut self, tag: &str) -> Self {
        self.language = tag.into();
        self
    }

    /// Only these rules; the verdict is then over them.
    #[must_use]
    pub fn only(mut self, rules: &[RuleId]) -> Self {
        if let Some(found) = &mut self.found {
            let mut evaluation = Evaluation::clone(&found.evaluation);
            evaluation.outcomes.retain(|outcome| rules.contains(&outcome.rule));
            evaluation.elsewhere.retain(|rule| rules.contains(rule));
            if evaluation.verdict != Verdict::Invalid {
                let program = self.rules.pack().program();
                evaluation.verdict = crate::eval::verdict(program, &evaluation.outcomes);
            }
            evaluation.totals = Totals::of(self.rules.pack().checked(), &evaluation.outcomes);
            found.evaluation = Arc::new(evaluation);
        }
        self
    }

    /// The verdict over all rules that bind.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.evaluation().map_or(Verdict::Invalid, |evaluation| evaluation.verdict)
    }

    /// The outcomes, rule by rule and element by element; none for an invalid proposal.
    #[must_use]
    pub fn outcomes(&self) -> &[RuleOutcome] {
        self.evaluation().map_or(&[], |evaluation| &evaluation.outcomes)
    }

    /// All that evaluation found; none for a proposal that breaks its schema.
    #[must_use]
    pub fn evaluation(&self) -> Option<&Evaluation> {
        self.found.as_ref().map(|found| &*found.evaluation)
    }

    /// The facts; none for a proposal that breaks its schema.
    #[must_use]
    pub fn facts(&self) -> Option<&Facts> {
        self.found.as_ref().map(|found| found.proposal.facts())
    }

    /// The problems of the proposal itself.
    #[must_use]
    pub fn problems(&self) -> &Diagnostics {
        &self.problems
    }

    /// The problems of the proposal with their texts, each a miette diagnostic.
    pub fn located_problems(&self) -> impl Iterator<Item = Located> {
        self.problems.located(&self.sources)
    }

    /// The rule files and the proposal, which comes last.
    #[must_use]
    pub fn sources(&self) -> &SourceMap {
        &self.sources
    }

    /// The programme.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// What the proposal is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The tag of the language that the report is in.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The report as other programs read it; serialising it gives the JSON of the interface.
    #[must_use]
    pub fn entries(&self) -> explain::Report<'_> {
        match self.case(&self.language) {
            Some(case) => explain::Report::new(&case),
            None => explain::Report::invalid(&self.submission(&self.language)),
        }
    }

    /// The verdict and every finding behind it in a language, as one error that miette draws.
    #[must_use]
    pub fn diagnostic(&self, language: &str) -> ReportError {
        match self.case(language) {
            Some(case) => ReportError::Explained(Explanation::new(&case)),
            None => ReportError::Invalid {
                name: self.name.to_string(),
                problems: self.located_problems().collect(),
            },
        }
    }

    /// A summary in the report's language, in lines whose parts say what they are.
    #[must_use]
    pub fn summary(&self) -> Lines {
        match self.case(&self.language) {
            Some(case) => explain::summary(&case),
            None => Lines::default(),
        }
    }

    /// How an outcome came about, step by step, in the report's language. The steps are there
    /// only after [`Rules::check_step_by_step`].
    #[must_use]
    pub fn derivation(&self, outcome: &RuleOutcome) -> Lines {
        match self.case(&self.language) {
            Some(case) => explain::derivation(&case, outcome),
            None => Lines::default(),
        }
    }

    fn case<'a>(&'a self, language: &'a str) -> Option<Case<'a>> {
        let found = self.found.as_ref()?;
        let submission = self.submission(language);
        Some(Case { submission, facts: found.proposal.facts(), evaluation: &found.evaluation })
    }

    fn submission<'a>(&'a self, language: &'a str) -> Submission<'a> {
        let surroundings = Surroundings {
            pack: self.rules.pack(),
            sources: &self.sources,
            proposal: &self.name,
            problems: &self.problems,
            as_of: self.as_of,
            language,
            complete: self.complete,
        };
        surroundings.submission()
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.entries().serialize(serializer)
    }
}

/// A report as an error that miette draws.
#[derive(Clone, Debug)]
pub enum ReportError {
    /// The verdict with the findings behind it.
    Explained(Explanation),
    /// The proposal cannot be checked.
    Invalid {
        /// What it is called.
        name: String,
        /// Its problems.
        problems: Vec<Located>,
    },
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Explained(explanation) => explanation.fmt(f),
            Self::Invalid { name, .. } => write!(f, "`{name}` cannot be checked"),
        }
    }
}

impl std::error::Error for ReportError {}

impl miette::Diagnostic for ReportError {
    fn severity(&self) -> Option<miette::Severity> {
        match self {
            Self::Explained(explanation) => explanation.severity(),
            Self::Invalid { .. } => Some(miette::Severity::Error),
        }
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        match self {
            Self::Explained(explanation) => explanation.related(),
            Self::Invalid { problems, .. } => {
                Some(Box::new(problems.iter().map(|problem| problem as &dyn miette::Diagnostic)))
            }
        }
    }
}
