//! Rules: what they are for, what they ask, and what is said of them.

use super::{Frame, SOLVED, Under, Walk};
use crate::program::code::{Formula, Register};
use crate::program::parts::{EffectKind, RegimesCode, RequirementCode, RuleCode};

impl Walk<'_> {
    /// A rule on all its elements; `reported` where its figures and words are wanted too.
    pub(super) fn rule(&mut self, code: &RuleCode, under: Under, reported: bool) {
        if under.times == 0 {
            return;
        }
        let mut frame = Frame::new();
        let mut under = under;
        for level in 0..=code.each.len() {
            if let Some((at, date)) = &code.as_of
                && *at == level
            {
                self.formula(&mut frame, *date, under);
                under = Under { dated: true, ..under.times(self.days()) };
            }
            let before = level.checked_sub(1).and_then(|before| code.each.get(before));
            if let Some(condition) = before.and_then(|each| each.condition) {
                self.formula(&mut frame, condition, under);
            }
            if let Some(each) = code.each.get(level) {
                let list = self.formula(&mut frame, each.list, under);
                frame.insert(each.variable.index(), list.element());
                under = under.times(self.elements(list.len));
            }
        }
        // Once for the outcome; where it is reported, again after a closer look and an effect.
        let judged = if reported { under.times(3) } else { under };
        self.judged(&mut frame, code, judged);
        if reported {
            self.figures(&mut frame, code, under);
        }
    }

    fn judged(&mut self, frame: &mut Frame, code: &RuleCode, under: Under) {
        self.validity(frame, &code.in_force, under);
        for replacement in &code.replaced_by {
            if let Some(condition) = replacement.condition {
                self.formula(&mut Frame::new(), condition, under);
            }
        }
        self.lets(frame, &code.early_lets, under);
        for (guard, _) in &code.guards {
            self.formula(frame, *guard, under);
        }
        for (exception, _) in &code.exceptions {
            self.formula(frame, *exception, under);
        }
        self.lets(frame, &code.lets, under);
        self.lets(frame, &code.shown_lets, under);
        self.requirements(frame, &code.requirements, under);
        if let Some(regimes) = &code.regimes {
            self.regimes(frame, regimes, under);
        }
        for formula in code.permit.iter().chain(&code.award) {
            self.formula(frame, *formula, under);
        }
    }

    fn lets(&mut self, frame: &mut Frame, lets: &[(Register, Formula)], under: Under) {
        for (register, value) in lets {
            let shape = self.formula(frame, *value, under);
            frame.insert(register.index(), shape);
        }
    }

    fn requirements(&mut self, frame: &mut Frame, list: &[RequirementCode], under: Under) {
        for requirement in list {
            self.formula(frame, requirement.condition, under);
        }
    }

    fn regimes(&mut self, frame: &mut Frame, code: &RegimesCode, under: Under) {
        for regime in &code.alternatives {
            self.validity(frame, &regime.in_force, under);
            self.lets(frame, &regime.lets, under);
            for guard in &regime.guards {
                self.formula(frame, *guard, under);
            }
            self.requirements(frame, &regime.requirements, under);
        }
    }

    /// The words and the effect of an outcome.
    fn figures(&mut self, frame: &mut Frame, code: &RuleCode, under: Under) {
        self.lets(frame, &code.lets, under);
        self.lets(frame, &code.shown_lets, under);
        let becauses = code.exceptions.iter().flat_map(|(_, because)| because.iter().flatten());
        for hole in becauses.chain(code.message.iter().flatten()) {
            self.formula(frame, *hole, under);
        }
        match code.effect.as_ref().map(|effect| effect.kind) {
            Some(EffectKind::Until(one) | EffectKind::Amount(one)) => {
                self.formula(frame, one, under);
            }
            Some(EffectKind::ReduceTo(amount, to)) => {
                self.formula(frame, amount, under);
                self.formula(frame, to, under);
            }
            Some(EffectKind::ReduceUntilItHolds(amount)) => {
                self.formula(frame, amount, under);
                let solved = Under { fresh: true, ..under.times(SOLVED + 1) };
                self.formula(frame, amount, solved);
            }
            None => {}
        }
    }
}
