//! Interval arithmetic with exact bounds.
//!
//! In: ranges of numbers. Out: the least range that holds every result, except where a bound has
//! more digits than a number holds: that side then has no bound, and overflow is possible.

use crate::quantity::{Fault, Number, Rounding};
use crate::value::Arithmetic;
use crate::value::range::Range;

/// All results of an operation on ranges.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Interval {
    /// Where the results lie.
    pub(super) range: Range<Number>,
    /// A fault that is possible besides.
    pub(super) fault: Option<Fault>,
}

impl From<Range<Number>> for Interval {
    fn from(range: Range<Number>) -> Self {
        Self { range, fault: None }
    }
}

/// An operation on any number of each range.
///
/// # Errors
///
/// [`Fault::DivisionByZero`] when no divisor but nought is possible.
pub(super) fn calculate(
    op: Arithmetic,
    left: Range<Number>,
    right: Range<Number>,
) -> Result<Interval, Fault> {
    match op {
        Arithmetic::Add => Ok(add(left, right)),
        Arithmetic::Subtract => Ok(add(left, negate(right))),
        Arithmetic::Multiply => Ok(multiply(left, right)),
        Arithmetic::Divide => divide(left, right),
    }
}

/// All sums.
pub(super) fn add(left: Range<Number>, right: Range<Number>) -> Interval {
    let mut fault = None;
    let mut bound = |a: Option<Number>, b: Option<Number>| {
        a?.add(b?).map_err(|overflow| fault = Some(overflow)).ok()
    };
    let range = Range { low: bound(left.low, right.low), high: bound(left.high, right.high) };
    Interval { range, fault }
}

/// All opposites.
pub(super) fn negate(range: Range<Number>) -> Range<Number> {
    Range { low: range.high.map(Number::neg), high: range.low.map(Number::neg) }
}

/// All sizes.
pub(super) fn absolute(range: Range<Number>) -> Range<Number> {
    if range.low.is_some_and(|low| !low.is_negative()) {
        return range;
    }
    if range.high.is_some_and(|high| !high.is_positive()) {
        return negate(range);
    }
    let high = range.low.zip(range.high).map(|(low, high)| low.abs().max(high.abs()));
    Range { low: Some(Number::ZERO), high }
}

/// All roundings; every mode keeps the order of numbers.
pub(super) fn round(range: Range<Number>, rounding: &Rounding) -> Interval {
    let mut fault = None;
    let mut bound = |value: Option<Number>| {
        value?.round(rounding).map_err(|overflow| fault = Some(overflow)).ok()
    };
    let range = Range { low: bound(range.low), high: bound(range.high) };
    Interval { range, fault }
}

/// All products.
pub(super) fn multiply(left: Range<Number>, right: Range<Number>) -> Interval {
    let mut corners = Corners::default();
    for a in ends(left) {
        for b in ends(right) {
            corners.product(a, b);
        }
    }
    corners.interval()
}

fn divide(left: Range<Number>, right: Range<Number>) -> Result<Interval, Fault> {
    if right.single().is_some_and(|divisor| divisor.is_zero()) {
        return Err(Fault::DivisionByZero);
    }
    let zero = right.contains(Number::ZERO).then_some(Fault::DivisionByZero);
    let positive = right.low.is_some_and(|low| !low.is_negative());
    let negative = right.high.is_some_and(|high| !high.is_positive());
    let interval = match (positive, negative) {
        (true, _) => divide_by_positive(left, right),
        (_, true) => divide_by_positive(negate(left), negate(right)),
        _ => Interval::from(Range::ALL),
    };
    Ok(Interval { range: interval.range, fault: zero.or(interval.fault) })
}

/// All quotients by divisors of which none is below nought; nought itself is left out.
fn divide_by_positive(left: Range<Number>, right: Range<Number>) -> Interval {
    let mut corners = Corners::default();
    for a in ends(left) {
        for b in ends(right) {
            corners.quotient(a, b);
        }
    }
    corners.interval()
}

/// An end of a range, or a result at a corner. The order of the variants is that of size.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Below,
    At(Number),
    Above,
}

impl End {
    const ZERO: Self = Self::At(Number::ZERO);

    fn is_zero(self) -> bool {
        self == Self::ZERO
    }

    fn is_negative(self) -> bool {
        self < Self::ZERO
    }

    fn bound(self) -> Option<Number> {
        match self {
            Self::At(number) => Some(number),
            Self::Below | Self::Above => None,
        }
    }
}

fn ends(range: Range<Number>) -> [End; 2] {
    [range.low.map_or(End::Below, End::At), range.high.map_or(End::Above, End::At)]
}

/// The results at the corners of two ranges, between which all results lie.
#[derive(Default)]
struct Corners {
    low: Option<End>,
    high: Option<End>,
    fault: Option<Fault>,
}

impl Corners {
    /// Nought times infinity is nought here, because nought times any number is.
    fn product(&mut self, a: End, b: End) {
        match (a, b) {
            _ if a.is_zero() || b.is_zero() => self.note(End::ZERO),
            (End::At(x), End::At(y)) => self.exact(x.mul(y), a.is_negative() != b.is_negative()),
            _ => self.note(infinite(a.is_negative() != b.is_negative())),
        }
    }

    /// A divisor of nought stands for ever smaller divisors above it, one of infinity for ever
    /// greater ones.
    fn quotient(&mut self, a: End, b: End) {
        match (a, b) {
            _ if a.is_zero() || b == End::Above => self.note(End::ZERO),
            (End::At(x), End::At(y)) if !y.is_zero() => self.exact(x.div(y), a.is_negative()),
            _ => self.note(infinite(a.is_negative())),
        }
    }

    fn exact(&mut self, result: Result<Number, Fault>, negative: bool) {
        match result {
            Ok(number) => self.note(End::At(number)),
            // Too many digits may mean a number near nought as well as a great one.
            Err(fault) => {
                self.fault = Some(fault);
                self.note(End::ZERO);
                self.note(infinite(negative));
            }
        }
    }

    fn note(&mut self, end: End) {
        self.low = Some(self.low.map_or(end, |low| low.min(end)));
        self.high = Some(self.high.map_or(end, |high| high.max(end)));
    }

    fn interval(self) -> Interval {
        let range =
            Range { low: self.low.and_then(End::bound), high: self.high.and_then(End::bound) };
        Interval { range, fault: self.fault }
    }
}

fn infinite(negative: bool) -> End {
    if negative { End::Below } else { End::Above }
}
