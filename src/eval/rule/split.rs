//! A closer look at an outcome that is undetermined: case by case over the values of missing
//! facts that have few.
//!
//! Conditions that exclude each other, such as two exceptions on one enum, look compatible as
//! long as each is only "perhaps". Under each value of the fact they are certain, so the outcome
//! of the rule is the union over all cases, and only facts that change it there are missing.

use super::judgement::Judgement;
use super::{OutcomeSet, Place, Standing};
use crate::eval::machine::{Assumptions, Machine, Run, Spent, possible_cases};
use crate::eval::recorder::Recorder;
use crate::types::typed::{ReadingId, RuleKind};
use crate::value::{Missing, Owed, Value, ops};

/// A missing fact with the cases that it is looked at in.
struct Question {
    owed: Owed,
    cases: Vec<Value>,
}

impl<R: Recorder> Machine<'_, R> {
    /// The outcomes of an undetermined rule, case by case.
    pub(super) fn judge_by_cases(
        &mut self,
        place: Place<'_>,
        standing: &Standing,
        judgement: Judgement,
    ) -> Run<Judgement> {
        let questions = self.questions(&judgement.missing);
        let cases = self.by_cases(&questions, |machine| {
            let standing = machine.stand_again(place, &standing.listed)?;
            machine.judge(place, &standing)
        });
        match cases {
            Some(cases) => Ok(together(&questions, cases, &judgement, place.rule.kind)),
            None => Ok(judgement),
        }
    }

    /// The missing facts that can be looked at case by case, as many as the limit allows.
    fn questions(&self, missing: &Missing) -> Vec<Question> {
        let mut product = 1_usize;
        let most = self.limits.max_cases as usize;
        let mut questions = Vec::new();
        for owed in missing.iter() {
            let value = match owed {
                Owed::Fact(cell) => Some(self.facts.cell(cell)),
                Owed::Reading(id) => self.program.reading(ReadingId(id)),
                Owed::Evidence(..) | Owed::Fill(_) | Owed::Law(_) => None,
            };
            let Some(cases) = value.and_then(possible_cases) else { continue };
            let larger = product.saturating_mul(cases.len());
            if larger <= most {
                product = larger;
                questions.push(Question { owed, cases });
            }
        }
        questions
    }

    /// What comes of each combination of cases, the last question changing fastest. None where
    /// there is nothing to ask or no step left to ask it.
    fn by_cases<T>(
        &mut self,
        questions: &[Question],
        mut run: impl FnMut(&mut Self) -> Run<T>,
    ) -> Option<Vec<T>> {
        if questions.is_empty() {
            return None;
        }
        let steps = std::mem::replace(&mut self.steps, self.case_steps);
        let total = questions.iter().fold(1, |product: usize, it| product * it.cases.len());
        let mut results = Vec::with_capacity(total);
        for at in 0..total {
            let assumptions = combination(questions, at);
            match self.assuming(assumptions, &mut run) {
                Ok(result) => results.push(result),
                Err(Spent) => break,
            }
        }
        self.case_steps = std::mem::replace(&mut self.steps, steps);
        (results.len() == total).then_some(results)
    }

    /// A value that is open, looked at case by case.
    pub(in crate::eval) fn value_by_cases(
        &mut self,
        value: Value,
        mut run: impl FnMut(&mut Self) -> Run<Value>,
    ) -> Value {
        let questions = self.questions(&value.missing());
        let Some(cases) = self.by_cases(&questions, &mut run) else { return value };
        crate::value::ops::join(&cases.iter().collect::<Vec<_>>(), &value.missing())
    }
}

/// The assumptions of one combination of cases.
fn combination(questions: &[Question], mut at: usize) -> Assumptions {
    let mut assumptions = Assumptions::default();
    for question in questions.iter().rev() {
        let count = question.cases.len().max(1);
        let case = question.cases.get(at % count).cloned().unwrap_or(Value::Absent);
        at /= count;
        match question.owed {
            Owed::Fact(cell) => assumptions.cells.push((cell, case)),
            Owed::Reading(id) => assumptions.readings.push((ReadingId(id), case)),
            Owed::Evidence(..) | Owed::Fill(_) | Owed::Law(_) => {}
        }
    }
    assumptions
}

/// All cases together: the union of their outcomes, and the facts that still decide.
fn together(
    questions: &[Question],
    cases: Vec<Judgement>,
    before: &Judgement,
    kind: RuleKind,
) -> Judgement {
    let decisive: Vec<Owed> = decisive(questions, &cases, kind);
    let points: Vec<&Value> = cases.iter().map(|case| &case.points).collect();
    let points = ops::join(&points, &before.points.missing());
    let mut all: Option<Judgement> = None;
    for case in cases {
        all = Some(match all {
            None => case,
            Some(all) => all.or(case, &Missing::none()),
        });
    }
    let mut all = all.unwrap_or_default();
    (all.day, all.points) = (before.day, points);
    if !all.set.is_single() {
        all.missing = all.missing.union(&Missing::from_owed(decisive));
        if all.missing.is_empty() {
            all.missing = before.missing.clone();
        }
    }
    all
}

/// The facts asked about under which the outcome differs, or may differ where it is still open.
fn decisive(questions: &[Question], cases: &[Judgement], kind: RuleKind) -> Vec<Owed> {
    let mut found = Vec::new();
    let mut stride = 1;
    for question in questions.iter().rev() {
        let count = question.cases.len().max(1);
        let set_at = |at: usize| cases.get(at).map_or(OutcomeSet::default(), |case| case.set);
        let first = |at: usize| at - (at / stride % count) * stride;
        let differs = (0..cases.len()).any(|at| {
            let (one, other) = (set_at(at), set_at(first(at)));
            one != other || !one.is_decided_for(kind)
        });
        if differs {
            found.push(question.owed);
        }
        stride *= count;
    }
    found
}
