//! The evaluator: all rules that bind, on one proposal.

use std::collections::BTreeSet;

use super::machine::{Elements, Machine, Root, Workspace, perhaps};
use super::recorder::{Notes, Recorder, Silent};
use super::rule::{Place, Report};
use super::{Evaluation, Limits, ResultValue, RuleOutcome, Totals, Verdict, verdict};
use crate::facts::Facts;
use crate::program::Program;
use crate::program::parts::{RootPlan, Run as PlannedRun};
use crate::quantity::Date;
use crate::text::Span;
use crate::types::typed::{DefinitionId, RuleId};
use crate::value::{Fault, FaultKind, Value};

/// How much is found out about each outcome.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// The outcome, what is missing for it, and why it is quiet or faulty.
    Outcomes,
    /// Also figures, effects, repairs, the facts read and the values in messages.
    Reasons,
    /// Also every step of the derivation.
    Derivation,
}

/// Memory that evaluations use one after another, so that they need not ask for it each time.
/// It holds nothing that a later evaluation could see.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    pub(super) workspace: Workspace,
}

impl Scratch {
    /// Memory that has not been used.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// Checks proposals against one programme.
#[derive(Clone, Copy, Debug)]
pub struct Evaluator<'p> {
    program: &'p Program,
}

impl<'p> Evaluator<'p> {
    /// An evaluator for a programme.
    #[must_use]
    pub fn new(program: &'p Program) -> Self {
        Self { program }
    }

    /// Checks a proposal on a date of assessment. It never fails and never panics; what cannot
    /// be computed is a faulty outcome.
    #[must_use]
    pub fn evaluate(
        &self,
        facts: &Facts,
        as_of: Date,
        scratch: &mut Scratch,
        mode: Mode,
        limits: &Limits,
    ) -> Evaluation {
        let workspace = &mut scratch.workspace;
        let all = (self.program, facts);
        match mode {
            Mode::Outcomes => evaluation(&mut Machine::new(all, as_of, workspace, Silent, limits)),
            Mode::Reasons => {
                evaluation(&mut Machine::new(all, as_of, workspace, Notes::default(), limits))
            }
            Mode::Derivation => {
                let notes = Notes::with_steps();
                evaluation(&mut Machine::new(all, as_of, workspace, notes, limits))
            }
        }
    }

    /// Checks a proposal with every step, and tells the rows of tables and the exceptions that
    /// gave a value, by their places: a row by its value, an exception as a whole.
    #[must_use]
    pub fn evaluate_with_branches(
        &self,
        facts: &Facts,
        as_of: Date,
        scratch: &mut Scratch,
        limits: &Limits,
    ) -> (Evaluation, BTreeSet<Span>) {
        let workspace = &mut scratch.workspace;
        let notes = Notes::with_steps();
        let mut machine = Machine::new((self.program, facts), as_of, workspace, notes, limits);
        let evaluation = evaluation(&mut machine);
        (evaluation, machine.recorder.branches())
    }

    /// Only the outcomes, without figures and reasons, added to a list that can be used again;
    /// the verdict is over all that is in the list.
    pub fn outcomes_into(
        &self,
        facts: &Facts,
        as_of: Date,
        scratch: &mut Scratch,
        limits: &Limits,
        outcomes: &mut Vec<RuleOutcome>,
    ) -> Verdict {
        let workspace = &mut scratch.workspace;
        let mut machine = Machine::new((self.program, facts), as_of, workspace, Silent, limits);
        if let Some(plan) = self.program.plan(facts.root()) {
            machine.rules(plan, None, outcomes);
        }
        verdict::verdict(self.program, outcomes)
    }

    /// The outcomes of one rule with every step of their derivation.
    #[must_use]
    pub fn derive(
        &self,
        rule: RuleId,
        facts: &Facts,
        as_of: Date,
        scratch: &mut Scratch,
        limits: &Limits,
    ) -> Vec<RuleOutcome> {
        let notes = Notes::with_steps();
        let workspace = &mut scratch.workspace;
        let mut machine = Machine::new((self.program, facts), as_of, workspace, notes, limits);
        let mut outcomes = Vec::new();
        if let Some(plan) = self.program.plan(facts.root()) {
            machine.rules(plan, Some(rule), &mut outcomes);
        }
        outcomes
    }
}

fn evaluation<R: Recorder>(machine: &mut Machine<'_, R>) -> Evaluation {
    let (program, as_of) = (machine.program, machine.as_of);
    let mut outcomes = Vec::new();
    let Some(plan) = program.plan(machine.facts.root()) else {
        let (values, points, elsewhere) = (Vec::new(), Vec::new(), Vec::new());
        let verdict = Verdict::Eligible;
        let (totals, steps) = (Totals::default(), 0);
        return Evaluation { as_of, verdict, outcomes, values, points, totals, steps, elsewhere };
    };
    machine.rules(plan, None, &mut outcomes);
    let values = machine.results(plan);
    Evaluation {
        as_of,
        verdict: verdict::verdict(program, &outcomes),
        values,
        steps: machine.limits.max_steps.saturating_sub(machine.steps),
        points: verdict::points(plan, &outcomes),
        totals: if R::FACTS { Totals::of(program.checked(), &outcomes) } else { Totals::default() },
        elsewhere: plan.elsewhere.clone(),
        outcomes,
    }
}

/// A record that rules or results are computed on, and whether it is there.
struct Subject {
    root: Root,
    base: u32,
    listed: Value,
}

impl<R: Recorder> Machine<'_, R> {
    /// The outcomes of all rules of a plan, or of one.
    fn rules(&mut self, plan: &RootPlan, only: Option<RuleId>, outcomes: &mut Vec<RuleOutcome>) {
        let program = self.program;
        let mut report = Report::new(outcomes);
        for run in &plan.rules {
            if only.is_some_and(|only| only != run.what) {
                continue;
            }
            let (Some(rule), Some(code)) =
                (program.checked().rules.get(run.what.index()), program.rule(run.what))
            else {
                continue;
            };
            if run.each_of.is_none() {
                let root = Root { base: 0, record: plan.record };
                let place = Place { id: run.what, rule, code, base: run.offset, root };
                self.report(place, &Value::Bool(true), &mut report);
                continue;
            }
            for Subject { root, base, listed } in self.subjects(plan, run) {
                let place = Place { id: run.what, rule, code, base, root };
                self.report(place, &listed, &mut report);
            }
        }
    }

    /// The records that something is computed on: the root, or the elements of one of its lists.
    fn subjects<T>(&self, plan: &RootPlan, run: &PlannedRun<T>) -> Vec<Subject> {
        let whole = Root { base: 0, record: plan.record };
        let Some((cell, record)) = run.each_of else {
            let (root, base) = (whole, run.offset);
            return vec![Subject { root, base, listed: Value::Bool(true) }];
        };
        let Ok(elements) = Elements::of(self.facts.cell(cell), Span::default()) else {
            return Vec::new();
        };
        let subject = |value: &Value, listed: Value| match value {
            Value::Record(base) => {
                let (root, base) = (Root { base: *base, record }, base.saturating_add(run.offset));
                Some(Subject { root, base, listed })
            }
            _ => None,
        };
        let listed = (0..elements.len()).filter_map(|index| elements.get(index));
        let mut subjects: Vec<Subject> =
            listed.filter_map(|(value, included)| subject(&value, included)).collect();
        if let Some(more) = &elements.more {
            subjects.extend(subject(more, perhaps(&elements.missing)));
        }
        subjects
    }

    /// The results that a report states, on the date of assessment.
    fn results(&mut self, plan: &RootPlan) -> Vec<ResultValue> {
        let mut values = Vec::new();
        for run in &plan.results {
            let subjects = self.subjects(plan, run).into_iter();
            let certain = subjects.filter(|subject| subject.listed.is_yes());
            for Subject { root, base, .. } in certain {
                self.root = root;
                self.day = self.as_of;
                let value = self.result(run.what, base);
                values.push(ResultValue { definition: run.what, root: root.base, value });
            }
        }
        values
    }

    fn result(&mut self, id: DefinitionId, base: u32) -> Value {
        let declared = self.program.definition(id);
        let span = declared.map(|code| code.span).unwrap_or_default();
        let spent = Value::Fault(Fault::new(FaultKind::Steps, span));
        match self.definition(id, Some(base), &[]) {
            Ok(open @ Value::Open(_)) => {
                self.value_by_cases(open, |machine| machine.definition(id, Some(base), &[]))
            }
            Ok(value) => value,
            Err(_) => spent,
        }
    }
}
