//! What a rule asks: its requirements, its regimes, a permission, the points of a preference.

use super::judgement::{Judgement, NO_POINTS, either};
use super::{OutcomeSet, Place};
use crate::eval::Quiet;
use crate::eval::machine::{Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::code::{Formula, Register};
use crate::program::parts::RequirementCode;
use crate::text::Span;
use crate::types::typed::RuleKind;
use crate::value::{Missing, Value, ops};

impl<R: Recorder> Machine<'_, R> {
    /// The outcomes of a rule that applies.
    pub(super) fn body(&mut self, place: Place<'_>) -> Run<Judgement> {
        let code = place.code;
        self.lets(&code.lets)?;
        self.undated(|machine| machine.lets(&code.shown_lets))?;
        if place.rule.kind == RuleKind::Permission {
            return self.permission(place);
        }
        let asked = self.requirements(&code.requirements, code.span)?;
        let mut judgement = of_condition(&asked);
        if let Some(regimes) = &code.regimes {
            judgement = judgement.and(self.regimes(regimes)?);
        }
        match place.rule.kind {
            RuleKind::Preference => self.with_points(place, judgement),
            _ => Ok(judgement),
        }
    }

    /// Gives values their names.
    pub(super) fn lets(&mut self, lets: &[(Register, Formula)]) -> Run<()> {
        for (register, value) in lets {
            let value = self.clause(value)?;
            self.set(*register, value);
        }
        Ok(())
    }

    /// Whether all requirements are met.
    pub(super) fn requirements(&mut self, list: &[RequirementCode], at: Span) -> Run<Value> {
        let mut open = Vec::new();
        let mut all = true;
        for requirement in list {
            match self.clause(&requirement.condition)? {
                Value::Bool(holds) => all &= holds != requirement.forbidden,
                holds if requirement.forbidden => open.push(ops::not(&holds, requirement.span)),
                holds => open.push(holds),
            }
        }
        if open.is_empty() || !all {
            return Ok(Value::Bool(all));
        }
        if let [one] = open.as_slice() {
            return Ok(one.clone());
        }
        Ok(ops::and(&open, at))
    }

    /// A permission never fails: where its condition does not hold, it does not apply.
    fn permission(&mut self, place: Place<'_>) -> Run<Judgement> {
        let Some(permit) = &place.code.permit else {
            return Ok(Judgement::certain(OutcomeSet::SATISFIED));
        };
        let holds = self.clause(permit)?;
        let mut judgement = of_condition(&holds);
        if judgement.set == place.not_applicable() {
            judgement.quiet = place.rule.permit.as_ref().map(|it| Quiet::Guard(it.span));
        }
        Ok(judgement)
    }

    /// A preference with what it is worth. One whose points cannot be computed is faulty where
    /// it is met.
    fn with_points(&mut self, place: Place<'_>, mut judgement: Judgement) -> Run<Judgement> {
        let mut met = None;
        if judgement.set.holds(OutcomeSet::SATISFIED) {
            let award = match &place.code.award {
                Some(award) => self.clause(award)?,
                None => NO_POINTS,
            };
            judgement.expect_award(&award);
            met = Some(award);
        }
        let not_met = judgement.set.holds(OutcomeSet::VIOLATED).then_some(NO_POINTS);
        let faulty = judgement.fault.map(Value::Fault);
        judgement.points = match (met, not_met, faulty) {
            (Some(only), None, None) | (None, Some(only), None) => only,
            (met, not_met, faulty) => {
                let worth = [&met, &not_met, &faulty];
                let worth: Vec<_> = worth.into_iter().flatten().collect();
                ops::join(&worth, &judgement.missing)
            }
        };
        Ok(judgement)
    }
}

/// The outcomes of a condition.
pub(super) fn of_condition(holds: &Value) -> Judgement {
    if let Value::Bool(yes) = holds {
        let set = if *yes { OutcomeSet::SATISFIED } else { OutcomeSet::VIOLATED };
        return Judgement::certain(set);
    }
    let truth = ops::truth(holds);
    let set = OutcomeSet::of(truth);
    let missing = if set.is_single() { Missing::none() } else { holds.missing() };
    Judgement { missing, fault: truth.fault, ..Judgement::certain(set) }
}

impl Judgement {
    /// Takes in that an award is, or may be, a fault.
    fn expect_award(&mut self, award: &Value) {
        let (fault, met) = match award {
            Value::Fault(fault) => (*fault, OutcomeSet::FAULTY),
            Value::Open(open) => match open.fault {
                Some(fault) => (fault, OutcomeSet::SATISFIED.union(OutcomeSet::FAULTY)),
                None => return,
            },
            _ => return,
        };
        self.set = self.set.combine(OutcomeSet::SATISFIED, |own, _| {
            if own == OutcomeSet::SATISFIED { met } else { own }
        });
        self.fault = either(self.fault, Some(fault));
        if !self.set.is_single() {
            self.missing = self.missing.union(&award.missing());
        }
    }

    /// Requirements and regimes together: a violation of either violates the rule, then a fault
    /// of either makes it faulty, and else the regimes have the word.
    fn and(self, regimes: Self) -> Self {
        let set = self.set.combine(regimes.set, |own, regime| {
            if own == OutcomeSet::VIOLATED || regime == OutcomeSet::VIOLATED {
                OutcomeSet::VIOLATED
            } else if own == OutcomeSet::FAULTY {
                own
            } else {
                regime
            }
        });
        let missing =
            if set.is_single() { Missing::none() } else { self.missing.union(&regimes.missing) };
        Self { set, missing, fault: self.fault_with(&regimes), ..regimes }
    }
}
