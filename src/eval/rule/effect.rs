//! What follows from a violation, in figures.

use super::{Place, Standing};
use crate::eval::Effect;
use crate::eval::machine::{Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::code::Formula;
use crate::program::parts::{Conjunct, EffectKind};
use crate::value::Value;

impl<R: Recorder> Machine<'_, R> {
    /// The amount that is left or excluded, or the last day of a correction.
    pub(super) fn effect(
        &mut self,
        place: Place<'_>,
        standing: &Standing,
        failing: Option<&Conjunct>,
    ) -> Run<Option<Effect>> {
        let Some(code) = &place.code.effect else { return Ok(None) };
        let mut effect = Effect { amount: None, until: None, cell: None };
        match &code.kind {
            EffectKind::Until(until) => effect.until = Some(self.figure(until, standing)?),
            EffectKind::Amount(amount) => {
                effect.amount = Some(self.figure(amount, standing)?);
            }
            EffectKind::ReduceTo(amount, to) => {
                self.figure(amount, standing)?;
                effect.amount = Some(self.figure(to, standing)?);
            }
            EffectKind::ReduceUntilItHolds(amount) => {
                self.figure(amount, standing)?;
            }
        }
        effect.cell = code.fact.and_then(|fact| self.cell_of(fact));
        if let (EffectKind::ReduceUntilItHolds(amount), Some(conjunct)) = (&code.kind, failing) {
            effect.amount = match effect.cell {
                Some(cell) => self.solve(place, &standing.listed, conjunct, cell)?,
                None => self.solve_together(place, standing, conjunct, amount)?,
            };
        }
        Ok(Some(effect))
    }

    /// The value of a formula on the dates of the rule.
    pub(super) fn figure(&mut self, formula: &Formula, standing: &Standing) -> Run<Value> {
        self.on_days(&standing.days, &mut |machine| machine.formula(formula))
    }
}
