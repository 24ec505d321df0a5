//! The outcomes of a rule, one for each element, as they are reported.

use super::each::Case;
use super::judgement::{Judgement, NO_POINTS};
use super::outcome_of::any_number_of;
use super::reasons::outermost_first;
use super::{OutcomeSet, Place, Standing};
use crate::eval::machine::{Machine, Run, Spent};
use crate::eval::recorder::{Mark, Recorder};
use crate::eval::{Element, Outcome, PointRange, Quiet, Reasons, RuleOutcome};
use crate::types::typed::RuleKind;
use crate::value::{Fault, FaultKind, Missing, Value};

/// The outcomes of one rule as they are collected.
pub(in crate::eval) struct Report<'o> {
    /// All outcomes so far, those of earlier rules included.
    pub(in crate::eval) outcomes: &'o mut Vec<RuleOutcome>,
    /// The outcome for elements that nobody gave, to be reported where there is no other.
    fallback: Option<RuleOutcome>,
    /// For each loop on the way, the notes before its first element.
    marks: Vec<Mark>,
}

impl<'o> Report<'o> {
    /// A report that adds to a list.
    pub(in crate::eval) fn new(outcomes: &'o mut Vec<RuleOutcome>) -> Self {
        Self { outcomes, fallback: None, marks: Vec::new() }
    }
}

impl<'a, R: Recorder> Machine<'a, R> {
    /// Adds the outcomes of a rule. `listed` says whether the record is there at all.
    pub(in crate::eval) fn report(
        &mut self,
        place: Place<'_>,
        listed: &Value,
        report: &mut Report<'_>,
    ) {
        let before = report.outcomes.len();
        let mark = self.recorder.mark();
        report.marks.clear();
        let result = self.each_case(place, listed, &mut |machine, case| {
            machine.report_case(place, case, report)
        });
        if result == Err(Spent) {
            let fault = Fault::new(FaultKind::Steps, place.code.span);
            report.outcomes.truncate(before);
            report.outcomes.push(outcome(place, &[], Judgement::faulty(fault)));
        } else if report.outcomes.len() == before {
            report.outcomes.extend(report.fallback.take());
        }
        report.fallback = None;
        self.recorder.rewind(mark);
    }

    fn report_case(
        &mut self,
        place: Place<'_>,
        case: Case<'_>,
        report: &mut Report<'_>,
    ) -> Run<()> {
        match case {
            Case::Begin(level) if R::FACTS => self.begin(level, report),
            Case::Begin(_) => {}
            Case::Element(path, standing) => {
                self.one(place, path, standing, report.outcomes)?;
            }
            Case::Further(path, standing, missing) => {
                let absent = Judgement::certain(place.not_applicable());
                let mut judgement = self.judge(place, standing)?;
                judgement.points = any_number_of(&judgement.points, missing);
                let judgement = judgement.or(absent, missing);
                // Further points count besides those of the elements that are known.
                let worthless = judgement.points == NO_POINTS;
                let decided = judgement.set.is_decided_for(place.rule.kind) && worthless;
                let found = self.noted(outcome(place, path, judgement));
                match decided {
                    true => report.fallback = report.fallback.take().or(Some(found)),
                    false => report.outcomes.push(found),
                }
            }
            Case::Nothing(list) => {
                let judgement = Judgement::quiet(Quiet::NothingToCheck(list));
                let (day, set) = (Some(self.as_of), place.not_applicable());
                let judgement = Judgement { day, set, ..judgement };
                let found = self.noted(outcome(place, &[], judgement));
                report.outcomes.push(found);
            }
            Case::Faulty(path, fault, missing) => {
                let mut judgement = Judgement::faulty(fault);
                if !missing.is_empty() {
                    judgement = judgement.or(Judgement::certain(OutcomeSet::ANY_RESULT), missing);
                }
                let found = self.noted(outcome(place, path, judgement));
                report.outcomes.push(found);
            }
        }
        Ok(())
    }

    /// Strikes out what was noted for the element before, so that each outcome has the notes of
    /// its own elements and of the lists around them.
    fn begin(&mut self, level: usize, report: &mut Report<'_>) {
        match report.marks.get(level) {
            Some(mark) => {
                self.recorder.rewind(*mark);
                report.marks.truncate(level + 1);
            }
            None => report.marks.push(self.recorder.mark()),
        }
    }

    /// Adds the outcome on the element that is set now.
    fn one(
        &mut self,
        place: Place<'_>,
        path: &[Element],
        standing: &Standing,
        outcomes: &mut Vec<RuleOutcome>,
    ) -> Run<()> {
        let mut judgement = self.judge(place, standing)?;
        if !judgement.set.is_single() && !judgement.missing.is_empty() {
            judgement = self.judge_by_cases(place, standing, judgement)?;
            if R::FACTS {
                self.unnoted(|machine| machine.judge(place, standing))?;
            }
        }
        let regimes = std::mem::take(&mut judgement.regimes);
        outcomes.push(outcome(place, path, judgement));
        if R::FACTS
            && let Some(found) = outcomes.last_mut()
        {
            self.note(found);
            self.unnoted(|machine| machine.figures(place, standing, &regimes, found))?;
        }
        Ok(())
    }

    /// Adds the figures and the words to an outcome.
    fn figures(
        &mut self,
        place: Place<'_>,
        standing: &Standing,
        regimes: &[OutcomeSet],
        found: &mut RuleOutcome,
    ) -> Run<()> {
        let wanted = match found.outcome {
            Outcome::Violated | Outcome::NotMet => Some(OutcomeSet::VIOLATED),
            Outcome::Satisfied => Some(OutcomeSet::SATISFIED),
            _ => None,
        };
        if let Some(wanted) = wanted {
            found.comparisons = self.comparisons(place, regimes, wanted);
        }
        if matches!(found.quiet, Some(Quiet::Exception(_))) {
            self.late_lets(place, standing)?;
        }
        let because = self.because(place, standing, found.quiet.as_ref())?;
        let spoken = match found.outcome {
            Outcome::Violated | Outcome::NotMet | Outcome::Permitted => true,
            Outcome::Satisfied => place.rule.kind == RuleKind::Information,
            Outcome::NotApplicable | Outcome::Undetermined | Outcome::Faulty => false,
        };
        let message = if spoken { self.message(place, standing)? } else { Vec::new() };
        let mut repair = None;
        if wanted == Some(OutcomeSet::VIOLATED) {
            let failing = self.only_failing(place, regimes);
            if found.outcome == Outcome::Violated {
                found.effect = self.effect(place, standing, failing)?.map(Box::new);
                self.judge(place, standing)?;
            }
            let read = found.reasons.as_ref().map(|reasons| reasons.facts.as_slice());
            let read = read.unwrap_or_default();
            repair = self.repair(place, &standing.listed, failing, read)?;
        }
        if let Some(reasons) = &mut found.reasons {
            (reasons.message, reasons.because, reasons.repair) = (message, because, repair);
        }
        Ok(())
    }

    /// An outcome with what was noted.
    fn noted(&self, mut found: RuleOutcome) -> RuleOutcome {
        self.note(&mut found);
        found
    }

    /// Adds what was noted to an outcome.
    fn note(&self, found: &mut RuleOutcome) {
        let Some(page) = self.recorder.page() else { return };
        found.readings = page.readings;
        let steps = outermost_first(&page.steps);
        found.reasons = Some(Box::new(Reasons { facts: page.cells, steps, ..Reasons::default() }));
    }
}

/// An outcome without figures.
fn outcome(place: Place<'_>, path: &[Element], judgement: Judgement) -> RuleOutcome {
    let kind = place.rule.kind;
    let reported = judgement.set.outcome(kind);
    let faulty = reported == Outcome::Faulty;
    let undetermined = reported == Outcome::Undetermined;
    RuleOutcome {
        rule: place.id,
        root: place.root.base,
        element: path.into(),
        outcome: reported,
        as_of: judgement.day,
        quiet: judgement.quiet.filter(|_| reported == Outcome::NotApplicable),
        fault: judgement.fault.filter(|_| faulty),
        missing: if undetermined { judgement.missing } else { Missing::none() },
        regime: judgement.regime.filter(|_| reported == Outcome::Satisfied),
        readings: Vec::new(),
        comparisons: Vec::new(),
        effect: None,
        points: (kind == RuleKind::Preference).then(|| PointRange::of(&judgement.points)),
        reasons: None,
    }
}
