//! Sums.

use super::currencies::Currencies;
use super::{Entry, Found, Times};
use crate::quantity::{Currency, Fault as Quantity, Number, Sum};
use crate::text::Span;
use crate::value::fault::either;
use crate::value::hull::amounts;
use crate::value::missing::Gathered;
use crate::value::ops::interval::Interval;
use crate::value::ops::measure::Measure;
use crate::value::range::Range;
use crate::value::{Extent, Fault, FaultKind, Missing};

/// The least and the greatest sum of elements that are open; none is infinity.
#[derive(Clone, Debug)]
struct Bounds {
    low: Option<Sum>,
    high: Option<Sum>,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { low: Some(Sum::new()), high: Some(Sum::new()) }
    }
}

/// A growing sum of numbers or amounts.
#[derive(Clone, Debug)]
pub(super) struct Total {
    /// The sum of the elements that are certain.
    certain: Sum,
    /// The least and the greatest sum of the others; none where there are no others.
    open: Option<Box<Bounds>>,
    /// The elements, or the empty sum, are amounts.
    money: bool,
    /// Something else than a number or an amount may be among them, of which nothing is known.
    unknown: bool,
    currencies: Currencies,
    missing: Gathered,
}

impl Total {
    pub(super) fn new(zero: Option<Currency>) -> Self {
        let mut currencies = Currencies::default();
        if zero.is_some() {
            currencies.push(zero, true, &Missing::none());
        }
        Self {
            certain: Sum::new(),
            open: None,
            money: zero.is_some(),
            unknown: false,
            currencies,
            missing: Gathered::default(),
        }
    }

    pub(super) fn push(&mut self, entry: Entry<'_>) {
        let measure = Measure::of(entry.value);
        if let Measure::Amount(_, currency) = measure {
            self.money = true;
            self.currencies.push(currency, entry.times == Times::Once, entry.missing);
        }
        match (measure.range(), entry.times) {
            (None, _) => {
                self.unknown = true;
                self.missing.add(entry.missing);
            }
            (Some(range), Times::Once) => match range.single() {
                Some(number) => self.certain.push(number),
                None => self.widen(range, entry.missing),
            },
            (Some(range), Times::Perhaps) => {
                self.widen(range.hull(&Range::exactly(Number::ZERO)), entry.missing);
            }
            (Some(range), Times::Any) => self.widen(any_number_of(range), entry.missing),
        }
    }

    fn widen(&mut self, range: Range<Number>, missing: &Missing) {
        if range == Range::exactly(Number::ZERO) {
            return;
        }
        let open = self.open.get_or_insert_default();
        open.low = grown(open.low.take(), range.low);
        open.high = grown(open.high.take(), range.high);
        self.missing.add(missing);
    }

    /// The range of the sum; a side on which the sum has too many digits has no bound.
    ///
    /// # Errors
    ///
    /// Overflow, when all elements are certain and their sum has too many digits.
    pub(super) fn range(&self) -> Result<Interval, Quantity> {
        let Some(open) = &self.open else {
            return Ok(Range::exactly(self.certain.total()?).into());
        };
        let mut fault = None;
        let mut side = |bound: &Option<Sum>| {
            let mut sum = bound.clone()?;
            sum.append(&self.certain);
            sum.total().map_err(|overflow| fault = Some(overflow)).ok()
        };
        let range = Range { low: side(&open.low), high: side(&open.high) };
        Ok(Interval { range, fault })
    }

    /// What the range of a sum or of a mean is a range of.
    fn extent(&self, range: Range<Number>) -> Extent {
        if self.unknown {
            Extent::Any
        } else if self.money {
            amounts(range, self.currencies.unit())
        } else {
            range.into()
        }
    }

    /// The fault of what the elements are, when it is certain.
    fn certain_fault(&self, at: Span) -> Option<Fault> {
        let mismatch = self.unknown && self.missing.is_empty();
        let mismatch = mismatch.then_some(Fault::new(FaultKind::Absent, at));
        self.currencies.certain_fault(at).or(mismatch)
    }

    /// What is found where `range` is that of the result; `fault` is possible besides.
    pub(super) fn found(self, range: Range<Number>, fault: Option<Fault>, at: Span) -> Found {
        let extent = self.extent(range);
        let certain = self.certain_fault(at);
        let (mixed, owed) = self.currencies.possible_fault(at).unzip();
        let mut missing = self.missing;
        missing.add(&owed.unwrap_or_default());
        Found { extent, certain, possible: either(mixed, fault), missing: missing.finish() }
    }

    pub(super) fn finish(self, at: Span) -> Found {
        match self.range() {
            Err(overflow) => Found::fault(Fault::arithmetic(overflow, at)),
            Ok(sum) => {
                let overflow = sum.fault.map(|fault| Fault::arithmetic(fault, at));
                self.found(sum.range, overflow, at)
            }
        }
    }
}

/// The sum of bounds on one side, with another bound; none once any of them is infinity.
fn grown(sum: Option<Sum>, bound: Option<Number>) -> Option<Sum> {
    let (mut sum, bound) = sum.zip(bound)?;
    sum.push(bound);
    Some(sum)
}

/// The sum of any number of elements of a range: a side on which an element can lie has no bound.
fn any_number_of(range: Range<Number>) -> Range<Number> {
    let none = Some(Number::ZERO);
    Range {
        low: none.filter(|_| range.low.is_some_and(|low| !low.is_negative())),
        high: none.filter(|_| range.high.is_some_and(|high| !high.is_positive())),
    }
}
