//! Counting.

use super::{Found, Times};
use crate::quantity::Number;
use crate::value::missing::Gathered;
use crate::value::range::Range;
use crate::value::{Extent, Missing};

/// How many elements there are for certain, and how many more there may be.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    certain: u32,
    possible: u32,
    endless: bool,
    missing: Gathered,
}

impl Tally {
    pub(super) fn push(&mut self, times: Times, missing: &Missing) {
        match times {
            Times::Once => {
                self.certain = self.certain.saturating_add(1);
                return;
            }
            Times::Perhaps => self.possible = self.possible.saturating_add(1),
            Times::Any => self.endless = true,
        }
        self.missing.add(missing);
    }

    pub(super) fn finish(self) -> Found {
        Found::extent(Extent::from(self.range()), self.missing.finish())
    }

    /// How many there can be.
    pub(super) fn range(&self) -> Range<Number> {
        let number = |count: u32| Number::from_i64(i64::from(count));
        let most = number(self.certain.saturating_add(self.possible));
        Range { low: Some(number(self.certain)), high: (!self.endless).then_some(most) }
    }
}
