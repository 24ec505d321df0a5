//! Alternatives of which one that applies must hold.

use super::OutcomeSet;
use super::body::of_condition;
use super::judgement::{Judgement, either};
use crate::eval::Quiet;
use crate::eval::machine::{Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::parts::{RegimeCode, RegimesCode};
use crate::text::Span;
use crate::value::{Missing, ops};

impl<R: Recorder> Machine<'_, R> {
    /// Satisfied when a regime that is in force and applies is; violated when one applies and
    /// none that does is satisfied; not applicable when none applies. After the last day for
    /// which the law is known, there may be a regime that nobody knows of.
    pub(super) fn regimes(&mut self, code: &RegimesCode) -> Run<Judgement> {
        let mut all = Judgement::quiet(Quiet::NoRegime);
        for (at, regime) in code.alternatives.iter().enumerate() {
            let mut one = self.regime(regime)?;
            if one.set == OutcomeSet::SATISFIED {
                one.regime = u32::try_from(at).ok();
            }
            all.regimes.push(one.set);
            all = all.alternatively(one);
        }
        if let Some(after) = &code.unknown_after {
            let later = self.day > after.last;
            self.note_way(usize::from(later));
            if later {
                let unknown = Judgement {
                    missing: after.value.missing(),
                    ..Judgement::certain(OutcomeSet::ANY_RESULT)
                };
                all = all.alternatively(unknown);
            }
        }
        if all.set.is_single() {
            all.missing = Missing::none();
        }
        all.quiet = all.quiet.filter(|_| all.set == OutcomeSet::NOT_APPLICABLE);
        Ok(all)
    }

    fn regime(&mut self, code: &RegimeCode) -> Run<Judgement> {
        let in_force = self.in_force(&code.in_force)?;
        if in_force.is_no() {
            return Ok(Judgement::certain(OutcomeSet::NOT_APPLICABLE));
        }
        self.lets(&code.lets)?;
        let mut conditions = vec![in_force];
        for guard in &code.guards {
            conditions.push(self.clause(guard)?);
        }
        let applies = ops::and(&conditions, Span::default());
        let truth = ops::truth(&applies);
        if truth.is_certainly_no() {
            return Ok(Judgement::certain(OutcomeSet::NOT_APPLICABLE));
        }
        if let Some(fault) = truth.certain_fault() {
            return Ok(Judgement::faulty(fault));
        }
        let met = of_condition(&self.requirements(&code.requirements, Span::default())?);
        if truth.is_certainly_yes() {
            return Ok(met);
        }
        let set = met.set.union(OutcomeSet::NOT_APPLICABLE);
        Ok(Judgement {
            set: set.union(OutcomeSet::FAULTY.when(truth.fault.is_some())),
            missing: met.missing.union(&applies.missing()),
            fault: either(met.fault, truth.fault),
            ..Judgement::default()
        })
    }
}

impl Judgement {
    /// One regime besides others: any that is satisfied is enough; then a fault, then a
    /// violation, then nothing that applies.
    fn alternatively(self, other: Self) -> Self {
        let order = [OutcomeSet::SATISFIED, OutcomeSet::FAULTY, OutcomeSet::VIOLATED];
        let set = self.set.combine(other.set, |a, b| {
            let first = order.into_iter().find(|outcome| *outcome == a || *outcome == b);
            first.unwrap_or(OutcomeSet::NOT_APPLICABLE)
        });
        Self {
            set,
            missing: self.missing.union(&other.missing),
            fault: self.fault_with(&other),
            quiet: self.quiet.or(other.quiet),
            regime: self.regime.or(other.regime),
            regimes: self.regimes,
            ..Self::default()
        }
    }
}
