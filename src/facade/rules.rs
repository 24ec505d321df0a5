//! A programme that checks proposals.

use std::sync::Arc;

use super::{AsOf, Report};
use crate::diagnostic::{Diagnostics, Located};
use crate::pack::{
    Builtin, Files, Format, LoadProblems, Loader, Pack, Proposal, ProposalProblems, TestOptions,
    TestReport, run_tests,
};
use crate::program::{Cost, ListSizes};
use crate::text::Source;

/// A programme, checked and compiled once, that checks any number of proposals.
///
/// It is immutable, cheap to clone and can be shared between threads: a service swaps it whole
/// when the rule files change.
#[derive(Clone, Debug)]
pub struct Rules {
    pack: Arc<Pack>,
    /// The most steps that a check may cost; none where only the limits of evaluation count.
    max_cost: Option<u64>,
}

impl Rules {
    /// The programme `path` of the packs that are built into the library.
    ///
    /// # Errors
    /// When there is no such programme, with the nearest name.
    ///
    /// ```
    /// let error = subvent::Rules::builtin("no.such.programme").unwrap_err();
    /// assert!(error.to_string().contains("there is no module `no.such.programme`"));
    /// ```
    pub fn builtin(path: &str) -> Result<Self, LoadProblems> {
        Self::load(&Builtin, path)
    }

    /// The programme `path` of a host's own rules. A [`Chain`](crate::pack::Chain) that ends in
    /// [`Builtin`] lets them use the packs of the library.
    ///
    /// # Errors
    /// Every problem in the rule files, each a miette diagnostic.
    pub fn load(loader: &dyn Loader, path: &str) -> Result<Self, LoadProblems> {
        Ok(Self { pack: Arc::new(Pack::load(loader, path)?), max_cost: None })
    }

    /// The same rules, which check only proposals on which they take at most so many steps. Others
    /// are refused before anything is computed: their report is invalid and shows the longest list.
    ///
    /// ```
    /// use subvent::{AsOf, Rules, Verdict};
    /// let rules = Rules::builtin("se.orebro.regional_growth")?.with_max_cost(1);
    /// let proposal = rules.facts_from_yaml("proposal.yaml", "requested: 1_000 SEK")?;
    /// let report = rules.check(&proposal, AsOf::date(2022, 12, 14)?);
    /// assert_eq!(report.verdict(), Verdict::Invalid);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_max_cost(mut self, steps: u64) -> Self {
        self.max_cost = Some(steps);
        self
    }

    /// The most steps that a check may cost.
    pub(super) fn max_cost(&self) -> Option<u64> {
        self.max_cost
    }

    /// The most steps that a check takes on lists of some sizes, before any proposal is there.
    ///
    /// ```
    /// use subvent::{Rules, program::ListSizes};
    /// let rules = Rules::builtin("se.orebro.regional_growth")?;
    /// let small = rules.cost(&ListSizes::all(10));
    /// let large = rules.cost(&ListSizes::all(10).with("activities", 10_000));
    /// assert!(small.complete > 0 && small <= large && large.complete <= large.missing);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn cost(&self, sizes: &ListSizes) -> Cost {
        self.pack.program().largest_cost(sizes)
    }

    /// The path of the programme's module.
    #[must_use]
    pub fn module(&self) -> &str {
        self.pack.module()
    }

    /// The digest of all rule files that the programme reaches, in hexadecimal digits. The same
    /// digest, facts and date give the same report, byte for byte.
    #[must_use]
    pub fn sha256(&self) -> &str {
        self.pack.sha256()
    }

    /// What the checker warns of or advises.
    #[must_use]
    pub fn warnings(&self) -> &Diagnostics {
        self.pack.warnings()
    }

    /// The warnings with their texts, each a miette diagnostic.
    pub fn located_warnings(&self) -> impl Iterator<Item = Located> {
        self.pack.warnings().located(self.pack.sources())
    }

    /// The compiled programme with its names, places and citations.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Reads a proposal in YAML; `name` is what diagnostics call it.
    ///
    /// # Errors
    /// Every problem, each with its place; [`Report::invalid`] makes a report of them.
    pub fn facts_from_yaml(&self, name: &str, text: &str) -> Result<Proposal, ProposalProblems> {
        self.facts(Format::Yaml, name, text)
    }

    /// Reads a proposal in JSON; `name` is what diagnostics call it.
    ///
    /// # Errors
    /// Every problem, each with its place; [`Report::invalid`] makes a report of them.
    pub fn facts_from_json(&self, name: &str, text: &str) -> Result<Proposal, ProposalProblems> {
        self.facts(Format::Json, name, text)
    }

    /// Reads a proposal in a format.
    ///
    /// # Errors
    /// Every problem, each with its place; [`Report::invalid`] makes a report of them.
    pub fn facts(
        &self,
        format: Format,
        name: &str,
        text: &str,
    ) -> Result<Proposal, ProposalProblems> {
        Proposal::read(&self.pack, format, Source::new(name, text))
    }

    /// Takes the values of a program as facts: anything that serde can serialise, by the names
    /// of its fields.
    ///
    /// # Errors
    /// Every problem, each with the path of its value.
    pub fn facts_from_value(
        &self,
        value: &impl serde::Serialize,
    ) -> Result<Proposal, ProposalProblems> {
        Proposal::from_value(&self.pack, value)
    }

    /// Checks a proposal on a date. It never fails: what cannot be computed is in the report.
    ///
    /// A proposal that names another date of assessment is invalid.
    #[must_use]
    pub fn check(&self, proposal: &Proposal, as_of: AsOf) -> Report {
        Report::new(self, proposal, as_of, super::report::Detail::default())
    }

    /// Checks a proposal that is submitted for good: what the applicant still owes is an error.
    #[must_use]
    pub fn check_complete(&self, proposal: &Proposal, as_of: AsOf) -> Report {
        let detail = super::report::Detail { complete: true, ..Default::default() };
        Report::new(self, proposal, as_of, detail)
    }

    /// Checks a proposal and writes down every step, for [`Report::derivation`].
    #[must_use]
    pub fn check_step_by_step(&self, proposal: &Proposal, as_of: AsOf) -> Report {
        let detail = super::report::Detail { steps: true, ..Default::default() };
        Report::new(self, proposal, as_of, detail)
    }

    /// Checks the values of a program on a date, with no text in between.
    ///
    /// # Errors
    /// When the values do not fit what the programme declares; [`Report::invalid`] makes a
    /// report of them.
    pub fn check_value(
        &self,
        value: &impl serde::Serialize,
        as_of: AsOf,
    ) -> Result<Report, ProposalProblems> {
        Ok(self.check(&self.facts_from_value(value)?, as_of))
    }

    /// Runs the `test` blocks of the programme's own module.
    #[must_use]
    pub fn test(&self, files: &dyn Files, options: TestOptions) -> TestReport {
        run_tests(&self.pack, files, options)
    }
}
