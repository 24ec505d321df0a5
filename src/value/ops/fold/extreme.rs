//! The least or the greatest of several values.

use super::currencies::Currencies;
use super::{Entry, Found, Times};
use crate::quantity::{Currency, Number};
use crate::text::Span;
use crate::value::fault::either;
use crate::value::hull::amounts;
use crate::value::ops::compare;
use crate::value::ops::measure::Measure;
use crate::value::range::Range;
use crate::value::{Edge, Extent, Fault, FaultKind, Missing, Order, Value};

/// A growing minimum or maximum.
#[derive(Clone, Debug)]
pub(super) struct Extreme {
    edge: Edge,
    /// The best of the elements that are certain and have a place in the order.
    best: Option<Value>,
    /// All others.
    others: Vec<Candidate>,
    currencies: Currencies,
    /// The fault of certain elements that cannot be compared.
    fault: Option<Fault>,
}

/// An element that may or may not be the one.
#[derive(Clone, Debug)]
struct Candidate {
    value: Value,
    certain: bool,
    missing: Missing,
}

impl Extreme {
    pub(super) fn new(edge: Edge) -> Self {
        Self {
            edge,
            best: None,
            others: Vec::new(),
            currencies: Currencies::default(),
            fault: None,
        }
    }

    pub(super) fn push(&mut self, entry: Entry<'_>) {
        let certain = entry.times == Times::Once;
        if let Measure::Amount(_, currency) = Measure::of(entry.value) {
            self.currencies.push(currency, certain, entry.missing);
        }
        if certain && !matches!(entry.value, Value::Open(_)) {
            self.push_certain(entry.value);
        } else {
            let (value, missing) = (entry.value.clone(), entry.missing.clone());
            self.others.push(Candidate { value, certain, missing });
        }
    }

    fn push_certain(&mut self, value: &Value) {
        let Some(best) = &self.best else {
            self.best = Some(value.clone());
            return;
        };
        let order = match self.edge {
            Edge::First => Order::Less,
            Edge::Last => Order::Greater,
        };
        match compare(order, value, best, Span::default(), &Missing::none()) {
            Value::Bool(true) => self.best = Some(value.clone()),
            Value::Bool(false) => {}
            // The currencies know better which amounts cannot be compared.
            Value::Fault(fault) => self.fault = either(self.fault, Some(fault)),
            // Moments of one day without a time: either may be the one.
            _ => self.others.push(Candidate {
                value: value.clone(),
                certain: true,
                missing: Missing::none(),
            }),
        }
    }

    pub(super) fn finish(mut self, at: Span) -> Found {
        let uncomparable = self.fault.map(|fault| fault.moved_to(at));
        if let Some(fault) = self.currencies.certain_fault(at).or(uncomparable) {
            return Found::fault(fault);
        }
        let empty = Fault::new(FaultKind::Empty, at);
        match (self.best.take(), self.others.is_empty()) {
            (None, true) => Found::fault(empty),
            (Some(best), true) => Found::extent(Extent::of(&best), Missing::none()),
            (best, false) => self.among(best, empty, at),
        }
    }

    /// The extreme of what is open and the best of what is certain.
    fn among(mut self, best: Option<Value>, empty: Fault, at: Span) -> Found {
        if let Some(value) = best {
            self.others.push(Candidate { value, certain: true, missing: Missing::none() });
        }
        let certain = self.others.iter().any(|candidate| candidate.certain);
        let (mixed, owed) = self.currencies.possible_fault(at).unzip();
        let possible = either(mixed, (!certain).then_some(empty));
        let (extent, missing) = match self.measured() {
            Some(found) => found,
            None => self.hull(),
        };
        let missing = owed.map_or(missing.clone(), |owed| missing.union(&owed));
        Found { extent, certain: None, possible, missing }
    }

    /// The range of the extreme, where all candidates have ranges of one kind.
    fn measured(&self) -> Option<(Extent, Missing)> {
        let measures: Vec<Measure> =
            self.others.iter().map(|candidate| Measure::of(&candidate.value)).collect();
        let numbers: Option<Vec<Range<Number>>> = measures.iter().map(Measure::range).collect();
        if let Some(ranges) = numbers {
            let (range, missing) = self.edge_of(&ranges);
            let amount = measures.iter().any(|one| matches!(one, Measure::Amount(..)));
            let unit: Option<Currency> = self.currencies.unit();
            return Some((if amount { amounts(range, unit) } else { range.into() }, missing));
        }
        let days = measures.iter().map(|measure| match measure {
            Measure::Day(range) => Some(*range),
            _ => None,
        });
        let (range, missing) = self.edge_of(&days.collect::<Option<Vec<_>>>()?);
        Some((range.into(), missing))
    }

    /// The range of the extreme of some ranges, and what would decide it.
    fn edge_of<T: Ord + Copy>(&self, ranges: &[Range<T>]) -> (Range<T>, Missing) {
        let certain = || {
            let pairs = self.others.iter().zip(ranges);
            pairs.filter(|(candidate, _)| candidate.certain).map(|(_, range)| *range)
        };
        let all = hull(ranges.iter().copied());
        let range = match (hull(certain()), self.edge) {
            (None, _) => all,
            // At most the least that a certain element can be, whatever the others are.
            (Some(_), Edge::First) => Range {
                low: all.and_then(|all| all.low),
                high: certain().filter_map(|r| r.high).min(),
            }
            .into(),
            (Some(_), Edge::Last) => Range {
                low: certain().filter_map(|r| r.low).max(),
                high: all.and_then(|all| all.high),
            }
            .into(),
        };
        let range = range.unwrap_or(Range::ALL);
        let bounded = hull(certain()).is_some();
        let absorbed = |one: &Range<T>| match self.edge {
            Edge::First => one.decide(Order::AtLeast, &Range { low: None, high: range.high }),
            Edge::Last => one.decide(Order::AtMost, &Range { low: range.low, high: None }),
        };
        let decisive = self.others.iter().zip(ranges);
        let decisive = decisive.filter(|(_, one)| !bounded || absorbed(one) != Some(true));
        (range, Missing::all(decisive.map(|(candidate, _)| &candidate.missing)))
    }

    /// Any of the candidates.
    fn hull(&self) -> (Extent, Missing) {
        let extent = self
            .others
            .iter()
            .fold(Extent::Nothing, |hull, candidate| hull.hull(&Extent::of(&candidate.value)));
        (extent, Missing::all(self.others.iter().map(|candidate| &candidate.missing)))
    }
}

fn hull<T: Ord + Copy>(ranges: impl Iterator<Item = Range<T>>) -> Option<Range<T>> {
    ranges.reduce(|hull, range| hull.hull(&range))
}
