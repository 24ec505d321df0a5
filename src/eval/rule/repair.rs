//! The value of one given fact at which a violated rule would hold.

use super::{OutcomeSet, Place};
use crate::eval::machine::{Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::parts::{Conjunct, ConjunctKind, FactPlace};
use crate::value::Value;

/// More facts than these are not tried.
pub(super) const MANY: usize = 16;

/// Among more facts than these, none is looked for that enters a comparison indirectly.
const MOST: usize = 24;

/// A repair that leaves nothing of an amount is none that anybody would make.
fn takes_all(value: &Value) -> bool {
    match value {
        Value::Money(money) => money.amount.is_zero(),
        _ => false,
    }
}

/// Whether a comparison is one of figures, so that there is a distance to lessen.
fn has_margin(kind: ConjunctKind) -> bool {
    matches!(kind, ConjunctKind::Compare { .. } | ConjunctKind::Quotient { .. })
}

impl<R: Recorder> Machine<'_, R> {
    /// A fact and the value at which the rule would hold: the first of those that the measured
    /// side reads, then of those that the limit reads, that enters the comparison linearly; else
    /// the one fact that does so through definitions, names or lists. Only for a rule of which one
    /// comparison fails. `read` are the facts that the rule reads.
    pub(super) fn repair(
        &mut self,
        place: Place<'_>,
        listed: &Value,
        failing: Option<&Conjunct>,
        read: &[u32],
    ) -> Run<Option<(u32, Value)>> {
        let Some(conjunct) = failing else { return Ok(None) };
        let facts = conjunct.measured.iter().chain(&conjunct.limit);
        let cells: Vec<u32> = facts.filter_map(|fact| self.cell_of(*fact)).take(MANY).collect();
        for cell in &cells {
            let solved = self.solve(place, listed, conjunct, *cell)?;
            if let Some(value) = solved.filter(|value| !takes_all(value)) {
                return Ok(Some((*cell, value)));
            }
        }
        let others: Vec<u32> = read.iter().copied().filter(|cell| !cells.contains(cell)).collect();
        self.only_repair(place, listed, conjunct, &others)
    }

    /// The one fact among several by which a comparison can be mended. Where there are two, such
    /// as two lines of a sum, neither is named: which of them to change is not for a rule to say.
    fn only_repair(
        &mut self,
        place: Place<'_>,
        listed: &Value,
        conjunct: &Conjunct,
        cells: &[u32],
    ) -> Run<Option<(u32, Value)>> {
        if !has_margin(conjunct.kind) {
            return Ok(None);
        }
        let changeable = cells.iter().copied().filter(|cell| self.can_change(*cell));
        let changeable: Vec<u32> = changeable.take(MOST + 1).collect();
        if changeable.len() > MOST {
            return Ok(None);
        }
        let mut found = None;
        for cell in changeable {
            let Some(value) = self.solve_along(place, listed, conjunct, cell)? else { continue };
            if found.is_some() {
                return Ok(None);
            }
            found = Some((cell, value));
        }
        Ok(found.filter(|(_, value)| !takes_all(value)))
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
