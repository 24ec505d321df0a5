//! What a programme costs on a proposal of a given size, known before it runs.
//!
//! In: a compiled programme and the sizes of lists. Out: a number of steps that no evaluation with
//! reasons exceeds. A step is one instruction, as [`Limits`](crate::eval::Limits) count it; looking
//! at missing facts case by case and searching for repairs have a budget of their own there, and
//! invariants are checked before.
//!
//! The code is walked once from the rules down to the definitions that they read. Every branch
//! counts, every loop as often as its list is long. A definition that is remembered counts at most
//! once for each record that it is for, on the date of assessment; on other dates each time that
//! it is read.

mod definite;
mod order;
mod shape;
mod sizes;
mod walk;

use super::Program;
use crate::types::typed::RecordId;

pub use sizes::ListSizes;

/// What an evaluation takes at most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Cost {
    /// Steps where no fact is missing.
    pub complete: u64,
    /// Steps with any facts missing: a missing date is looked at on every day on which the law
    /// changes, a missing key of a table in every row.
    pub missing: u64,
}

impl Program {
    /// The most steps that the rules of a root take on lists of these sizes; [`u64::MAX`] where
    /// there is no bound to tell.
    #[must_use]
    pub fn cost(&self, root: RecordId, sizes: &ListSizes) -> Cost {
        let missing = walk::cost(self, root, sizes, true);
        let definite = definite::is_definite(self);
        let complete = if definite { walk::cost(self, root, sizes, false) } else { missing };
        Cost { complete, missing }
    }

    /// The most steps over all that a proposal may be.
    #[must_use]
    pub fn largest_cost(&self, sizes: &ListSizes) -> Cost {
        let costs = self.plans.iter().map(|plan| self.cost(plan.record, sizes));
        costs.fold(Cost { complete: 0, missing: 0 }, |all, one| Cost {
            complete: all.complete.max(one.complete),
            missing: all.missing.max(one.missing),
        })
    }
}
