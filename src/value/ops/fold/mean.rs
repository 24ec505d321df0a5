//! Means.

use super::count::Tally;
use super::total::Total;
use super::{Entry, Found};
use crate::quantity::{Currency, Number};
use crate::text::Span;
use crate::value::ops::interval;
use crate::value::ops::measure::Measure;
use crate::value::range::Range;
use crate::value::{Arithmetic, Fault, FaultKind};

/// A growing mean.
#[derive(Clone, Debug)]
pub(super) struct Mean {
    total: Total,
    tally: Tally,
    /// Where all elements lie that there can be, and the mean with them.
    hull: Option<Range<Number>>,
}

impl Mean {
    pub(super) fn new(zero: Option<Currency>) -> Self {
        Self { total: Total::new(zero), tally: Tally::default(), hull: None }
    }

    pub(super) fn push(&mut self, entry: Entry<'_>) {
        self.total.push(entry);
        self.tally.push(entry.times, entry.missing);
        if let Some(range) = Measure::of(entry.value).range() {
            self.hull = Some(self.hull.map_or(range, |hull| hull.hull(&range)));
        }
    }

    pub(super) fn finish(self, at: Span) -> Found {
        let empty = Fault::new(FaultKind::Empty, at);
        let count = self.tally.range();
        match count.single() {
            Some(count) if count.is_zero() => Found::fault(empty),
            Some(count) => self.of_so_many(count, at),
            None => self.of_some(count, empty, at),
        }
    }

    /// The mean of a certain number of elements.
    fn of_so_many(self, count: Number, at: Span) -> Found {
        let total = self.total;
        let sum = match total.range() {
            Ok(sum) => sum,
            Err(fault) => return Found::fault(Fault::arithmetic(fault, at)),
        };
        let quotient = interval::calculate(Arithmetic::Divide, sum.range, Range::exactly(count));
        let single = sum.range.single().map(|sum| sum.div(count));
        match (quotient, single) {
            (Err(fault), _) | (_, Some(Err(fault))) => Found::fault(Fault::arithmetic(fault, at)),
            (Ok(mean), _) => {
                let overflow = sum.fault.or(mean.fault).map(|fault| Fault::arithmetic(fault, at));
                total.found(mean.range, overflow, at)
            }
        }
    }

    /// The mean of a number of elements that is open.
    fn of_some(self, count: Range<Number>, empty: Fault, at: Span) -> Found {
        let may_be_empty = count.low.is_none_or(|least| least.is_zero());
        let range = self.hull.unwrap_or(Range::ALL);
        let mut found = self.total.found(range, may_be_empty.then_some(empty), at);
        found.missing = found.missing.union(&self.tally.finish().missing);
        found
    }
}
