//! The steps of tests, one after another.

use super::coverage::Coverage;
use super::expect::{self, Judged};
use super::given::{self, Library, Tree};
use super::problems::{BadFacts, FactsFault, Failed, UnknownName, What};
use super::report::TestReport;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, nearest};
use crate::eval::{Evaluation, Mode};
use crate::pack::{Assessment, Files, Pack, Proposal, Surroundings, assess, rates};
use crate::quantity::Date;
use crate::syntax::ast::{Expect, Given, RatesGiven, TestDecl, TestStepKind};
use crate::text::Span;
use crate::types::rates::from_rows;
use crate::types::typed::RecordId;

/// What to run, and what to find out besides.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct TestOptions {
    /// Find out what no test reached.
    pub coverage: bool,
}

/// Runs the tests of a programme's own module in their order.
#[must_use]
pub fn run_tests(pack: &Pack, files: &dyn Files, options: TestOptions) -> TestReport {
    let mut runner = Runner {
        pack,
        library: Library::new(pack, files),
        coverage: options.coverage.then(|| Coverage::new(pack)),
        report: TestReport::default(),
    };
    for test in &pack.checked().tests {
        let failures = runner.run(test);
        // Files that the test read are among the sources only now.
        runner.report.sources = runner.library.sources.clone();
        if failures.is_empty() {
            runner.report.passed += 1;
        } else {
            runner.report.failed += 1;
        }
        for failure in failures {
            runner.report.fail(&test.name.value, failure);
        }
    }
    let Runner { mut report, library, coverage, .. } = runner;
    report.sources = library.sources;
    if let Some(coverage) = coverage {
        let covered = coverage.finish(pack);
        report.reached = covered.reached;
        report.missed = covered.own;
        report.missed_elsewhere = covered.elsewhere;
    }
    report
}

struct Runner<'p, 'f> {
    pack: &'p Pack,
    library: Library<'f>,
    coverage: Option<Coverage>,
    report: TestReport,
}

/// Where a test stands.
#[derive(Default)]
struct State {
    root: Option<RecordId>,
    /// The programme with the exchange rates of the test.
    pack: Option<Pack>,
    as_of: Option<Date>,
    /// The facts of the last `given`, unless they cannot be had.
    tree: Option<Tree>,
    /// What came of them; made at the first thing expected.
    outcome: Option<Came>,
    failures: Vec<Diagnostic>,
}

/// What came of facts.
enum Came {
    /// They were evaluated.
    Evaluated(Box<Proposal>, Box<Evaluation>),
    /// They break what is declared of them.
    Refused(Diagnostics),
    /// They cannot be had, which has been reported.
    Nothing,
}

impl Runner<'_, '_> {
    fn run(&mut self, test: &TestDecl) -> Vec<Diagnostic> {
        let mut state = State::default();
        match self.root(test) {
            Ok(root) => state.root = root,
            Err(problem) => return vec![problem.into()],
        }
        for step in &test.steps {
            match &step.kind {
                TestStepKind::On(date) => state.as_of = Some(date.value),
                TestStepKind::Rates(given) => self.rates(&mut state, given),
                TestStepKind::Given(given) => self.given(&mut state, given, step.span),
                TestStepKind::Expect(expected) => self.expect(&mut state, expected, step.span),
            }
        }
        state.failures
    }

    /// The record that a test is for, by its name or the end of its path.
    fn root(&self, test: &TestDecl) -> Result<Option<RecordId>, UnknownName> {
        let Some(path) = &test.record else { return Ok(None) };
        let written = path.text();
        let checked = self.pack.checked();
        let fits = |full: &str| {
            full.strip_suffix(written.as_str()).is_some_and(|f| f.is_empty() || f.ends_with('.'))
        };
        let roots = checked.programme.roots.iter().map(|root| root.record);
        let others = (0..).map(RecordId).take(checked.records.len());
        let path_of = |id: RecordId| checked.records.get(id.index()).map_or("", |r| &*r.path);
        if let Some(found) = roots.chain(others).find(|id| fits(path_of(*id))) {
            return Ok(Some(found));
        }
        let names = checked.records.iter().map(|record| &*record.name);
        let help = nearest(&written, names).map(|near| format!("did you mean `{near}`?"));
        Err(UnknownName { written, at: path.span, what: What::Record, help })
    }

    /// Takes exchange rates that a host would supply.
    fn rates(&self, state: &mut State, given: &RatesGiven) {
        let written = given.rates.text();
        let pack = state.pack.as_ref().unwrap_or(self.pack);
        let checked = pack.checked();
        let found = rates(checked, &written);
        let Some((id, declared)) = found.and_then(|id| Some((id, checked.rates.get(id.index())?)))
        else {
            let names = checked.rates.iter().map(|rates| &*rates.name);
            let help = nearest(&written, names).map(|near| format!("did you mean `{near}`?"));
            let (at, what) = (given.rates.span, What::Rates);
            state.failures.push(UnknownName { written, at, what, help }.into());
            return;
        };
        let (table, problems) = from_rows(declared, &given.rows);
        let errors = problems.into_iter().filter(|problem| problem.severity == Severity::Error);
        state.failures.extend(errors);
        let pack = pack.with_table(id, table);
        state.pack = Some(pack);
        state.outcome = None;
    }

    fn given(&mut self, state: &mut State, given: &Given, at: Span) {
        if let Some(date) = &given.on {
            state.as_of = Some(date.value);
        }
        state.outcome = None;
        match given::tree(&mut self.library, state.tree.as_ref(), given, at) {
            Ok(tree) => state.tree = Some(tree),
            Err(problem) => {
                state.failures.push(*problem.0);
                state.outcome = Some(Came::Nothing);
            }
        }
    }

    fn expect(&mut self, state: &mut State, expected: &Expect, at: Span) {
        if state.outcome.is_none() {
            let came = match self.evaluate(state, at) {
                Ok(came) => came,
                Err(problem) => {
                    state.failures.push(*problem.0);
                    Came::Nothing
                }
            };
            state.outcome = Some(came);
        }
        match (&state.outcome, expected) {
            (None | Some(Came::Nothing), _) => {}
            (Some(Came::Refused(problems)), Expect::Invalid(code)) => {
                state.failures.extend(expect::invalid(problems, code.as_ref(), at));
            }
            (Some(Came::Refused(problems)), _) => {
                if let Some(problem) = problems.iter().next() {
                    let fault = FactsFault::Refused(problem.clone());
                    state.failures.push(BadFacts { at, fault }.into());
                }
                // One report is enough for all that is expected of these facts.
                state.outcome = Some(Came::Nothing);
            }
            (Some(Came::Evaluated(proposal, evaluation)), _) => {
                let judged = self.judged(proposal, evaluation);
                state.failures.extend(expect::expect(&judged, expected, at));
            }
        }
    }

    /// What comes of the facts of the last `given`.
    fn evaluate(&mut self, state: &State, at: Span) -> Result<Came, Failed> {
        let bad = |at, fault| Failed::from(BadFacts { at, fault });
        let tree = state.tree.as_ref().ok_or_else(|| bad(at, FactsFault::NotGiven))?;
        let bound = given::bind(self.pack, &self.library.sources, state.root, tree);
        let proposal = match bound {
            Ok(proposal) => proposal,
            Err(problems) => return Ok(Came::Refused(problems.diagnostics().clone())),
        };
        let as_of = state.as_of.or(proposal.as_of());
        let as_of = as_of.ok_or_else(|| bad(tree.at, FactsFault::NoDate))?;
        let mode = if self.coverage.is_some() { Mode::Derivation } else { Mode::Reasons };
        let Assessment { problems, evaluation, branches } =
            assess(state.pack.as_ref().unwrap_or(self.pack), &proposal, as_of, mode);
        let Some(evaluation) = evaluation else { return Ok(Came::Refused(problems)) };
        if let Some(coverage) = &mut self.coverage {
            coverage.add(&evaluation, branches);
        }
        Ok(Came::Evaluated(Box::new(proposal), Box::new(evaluation)))
    }
    /// Evaluated facts with all that a report on them needs.
    fn judged<'a>(&'a self, proposal: &'a Proposal, evaluation: &'a Evaluation) -> Judged<'a> {
        let surroundings = Surroundings::of(self.pack, proposal, evaluation.as_of);
        Judged { submission: surroundings.submission(), facts: proposal.facts(), evaluation }
    }
}
