//! Ranges with two ends, either of which may be missing, and how they order.
//!
//! In and out: bounds of numbers and days. A range is never empty. It knows no [`Value`]s.
//!
//! [`Value`]: super::Value

use super::Order;

/// All things from `low` to `high`, both included; no end is infinity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Range<T> {
    /// The least, or none when there is no least.
    pub(super) low: Option<T>,
    /// The greatest, or none when there is no greatest.
    pub(super) high: Option<T>,
}

impl<T: Ord + Copy> Range<T> {
    /// Everything.
    pub(super) const ALL: Self = Self { low: None, high: None };

    /// One thing alone.
    pub(super) fn exactly(value: T) -> Self {
        Self { low: Some(value), high: Some(value) }
    }

    /// The one thing in it, when there is but one.
    pub(super) fn single(&self) -> Option<T> {
        self.low.filter(|low| self.high == Some(*low))
    }

    /// Whether it holds a thing.
    pub(super) fn contains(&self, value: T) -> bool {
        self.low.is_none_or(|low| low <= value) && self.high.is_none_or(|high| value <= high)
    }

    /// The least range that holds both.
    pub(super) fn hull(&self, other: &Self) -> Self {
        Self {
            low: self.low.zip(other.low).map(|(a, b)| a.min(b)),
            high: self.high.zip(other.high).map(|(a, b)| a.max(b)),
        }
    }

    /// Whether both have a thing in common.
    pub(super) fn meets(&self, other: &Self) -> bool {
        !self.below(other) && !other.below(self)
    }

    /// Whether all of it lies below all of the other.
    fn below(&self, other: &Self) -> bool {
        self.high.zip(other.low).is_some_and(|(high, low)| high < low)
    }

    /// Whether none of it lies above any of the other.
    fn at_most(&self, other: &Self) -> bool {
        self.high.zip(other.low).is_some_and(|(high, low)| high <= low)
    }

    /// Whether an ordering holds between any member of this range and any of the other, where
    /// that is the same for all of them.
    pub(super) fn decide(&self, order: Order, other: &Self) -> Option<bool> {
        let (yes, no) = match order {
            Order::Less => (self.below(other), other.at_most(self)),
            Order::AtMost => (self.at_most(other), other.below(self)),
            Order::Greater => (other.below(self), self.at_most(other)),
            Order::AtLeast => (other.at_most(self), self.below(other)),
        };
        match (yes, no) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }
}
