//! The value of one given fact at which a violated rule would hold.

use super::{OutcomeSet, Place};
use crate::eval::machine::{Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::parts::{Conjunct, FactPlace};
use crate::value::Value;

/// More facts than these are not tried.
pub(super) const MANY: usize = 16;

/// A repair that leaves nothing of an amount is none that anybody would make.
fn takes_all(value: &Value) -> bool {
    match value {
        Value::Money(money) => money.amount.is_zero(),
        _ => false,
    }
}

impl<R: Recorder> Machine<'_, R> {
    /// A fact and the value at which the rule would hold: the first of those that the measured
    /// side reads, then of those that the limit reads, that enters the comparison linearly. Only
    /// for a rule of which one comparison fails.
    pub(super) fn repair(
        &mut self,
        place: Place<'_>,
        listed: &Value,
        failing: Option<&Conjunct>,
    ) -> Run<Option<(u32, Value)>> {
        let Some(conjunct) = failing else { return Ok(None) };
        let facts = conjunct.measured.iter().chain(&conjunct.limit);
        let cells: Vec<u32> = facts.filter_map(|fact| self.cell_of(*fact)).take(MANY).collect();
        for cell in cells {
            let solved = self.solve(place, listed, conjunct, cell)?;
            if let Some(value) = solved.filter(|value| !takes_all(value)) {
                return Ok(Some((cell, value)));
            }
        }
        Ok(None)
    }

    /// The one comparison that fails, where there is but one.
    pub(super) fn only_failing<'p>(
        &self,
        place: Place<'p>,
        regimes: &[OutcomeSet],
    ) -> Option<&'p Conjunct> {
        let conjuncts = self.conjuncts(place, regimes, OutcomeSet::VIOLATED);
        let mut failing = conjuncts.filter(|conjunct| self.is_met(conjunct) == Some(false));
        failing.next().filter(|_| failing.next().is_none())
    }

    /// The cell of a fact, where its record is known.
    pub(super) fn cell_of(&self, fact: FactPlace) -> Option<u32> {
        match self.value(fact.base) {
            Value::Record(base) => base.checked_add(fact.offset),
            _ => None,
        }
    }
}
