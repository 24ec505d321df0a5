//! Folds: what becomes of the elements of a comprehension.
//!
//! Elements are pushed one by one, each with whether its condition holds. An element that may be
//! in or not widens the bounds of the result; so does a list that may have further elements. The
//! result does not depend on the order of the elements, except for the order of a list.

mod collect;
mod count;
mod currencies;
mod extreme;
mod mean;
mod terms;
mod total;

use self::collect::Collection;
use self::count::Tally;
use self::extreme::Extreme;
use self::mean::Mean;
use self::terms::{push_further, push_term};
use self::total::Total;
use super::logic::{Conjunction, Truth, truth_at};
use super::strict::Doubt;
use crate::quantity::Currency;
use crate::text::Span;
use crate::value::fault::{either, least};
use crate::value::missing::Gathered;
use crate::value::{Edge, Extent, Fault, FaultKind, FoldKind, Missing, Value};

/// A growing sum, count, list, …
///
/// ```
/// use subvent::quantity::{Currency, Number};
/// use subvent::text::Span;
/// use subvent::value::ops::Fold;
/// use subvent::value::{FoldKind, Missing, Owed, Value};
/// let at = Span::default();
/// let euros = |amount| Value::money(Number::from_i64(amount), Currency::EUR);
/// let missing = Missing::one(Owed::Fact(7));
/// let mut sum = Fold::new(FoldKind::Sum, Some(Currency::EUR));
/// sum.push(&euros(100), &Value::Bool(true), at);
/// sum.push(&euros(50), &Value::unknown_bool(missing.clone()), at);
/// let (low, high) = (Some(Number::from_i64(100)), Some(Number::from_i64(150)));
/// let either = Value::unknown_amount(low, high, Some(Currency::EUR), missing);
/// assert_eq!(sum.finish(at), either);
/// ```
#[derive(Clone, Debug)]
pub struct Fold {
    state: State,
    /// The least fault that the result is certain to be.
    certain: Option<Fault>,
    /// A fault that is possible.
    possible: Option<Fault>,
    /// What would decide whether it is one.
    missing: Gathered,
}

#[derive(Clone, Debug)]
enum State {
    List(Collection),
    Sum(Total),
    Count(Tally),
    All(Conjunction),
    Any(Conjunction),
    Edge(Extreme),
    Average(Mean),
}

/// An element on its way into a fold: a value that is neither absent nor a fault.
#[derive(Clone, Copy)]
struct Entry<'a> {
    /// The value.
    value: &'a Value,
    /// How many of them there are.
    times: Times,
    /// What would decide the value and how many there are.
    missing: &'a Missing,
}

/// How often an element is among those that are folded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Times {
    /// Once.
    Once,
    /// Once or not at all.
    Perhaps,
    /// Any number of times.
    Any,
}

/// What a fold of several steps has found: its extent, a fault that is certain or possible, and
/// what is owed.
struct Found {
    extent: Extent,
    certain: Option<Fault>,
    possible: Option<Fault>,
    missing: Missing,
}

impl Found {
    fn extent(extent: Extent, missing: Missing) -> Self {
        Self { extent, certain: None, possible: None, missing }
    }

    fn fault(fault: Fault) -> Self {
        let missing = Missing::none();
        Self { extent: Extent::Nothing, certain: Some(fault), possible: None, missing }
    }
}

impl Fold {
    /// A fold of nothing yet. `zero` is the currency in which an empty sum is nought; none for
    /// numbers, and for amounts whose currency only the elements tell.
    #[must_use]
    pub fn new(kind: FoldKind, zero: Option<Currency>) -> Self {
        let state = match kind {
            FoldKind::List => State::List(Collection::default()),
            FoldKind::Sum => State::Sum(Total::new(zero)),
            FoldKind::Count => State::Count(Tally::default()),
            FoldKind::All => State::All(Conjunction::default()),
            FoldKind::Any => State::Any(Conjunction::default()),
            FoldKind::Min => State::Edge(Extreme::new(Edge::First)),
            FoldKind::Max => State::Edge(Extreme::new(Edge::Last)),
            FoldKind::Average => State::Average(Mean::new(zero)),
        };
        Self { state, certain: None, possible: None, missing: Gathered::default() }
    }

    /// Adds an element for which `included` says whether it counts.
    ///
    /// For a count the element is not read. For `all` and `any` it is a condition, and a fault of
    /// either condition stands back behind an answer that the other settles.
    pub fn push(&mut self, element: &Value, included: &Value, at: Span) {
        match included {
            Value::Bool(false) => {}
            Value::Bool(true) => self.add(element, Truth::YES, &Missing::none(), at),
            other => self.add(element, truth_at(other, at), &other.missing(), at),
        }
    }

    /// Adds any number of further elements, of which `element` is the hull, and `included` the
    /// hull of whether they count. `why` is what would tell how many there are.
    pub fn push_more(&mut self, element: &Value, included: &Value, why: &Missing, at: Span) {
        let truth = truth_at(included, at);
        if truth.is_certainly_no() {
            return;
        }
        let missing = included.missing().union(why);
        match &mut self.state {
            State::All(all) => push_further(all, truth, truth_at(element, at), element, &missing),
            State::Any(none) => {
                push_further(none, truth, truth_at(element, at).opposite(), element, &missing);
            }
            _ => {
                self.doubtful(truth.fault, &missing);
                self.enter(element, Times::Any, &missing, at);
            }
        }
    }

    /// Whether no further element can change the result of `all` and `any`.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        match &self.state {
            State::All(all) | State::Any(all) => all.is_decided(),
            _ => false,
        }
    }

    /// The result.
    #[must_use]
    pub fn finish(self, at: Span) -> Value {
        let found = match self.state {
            State::All(all) => return all.finish().0,
            State::Any(none) => {
                let (_, truth, missing) = none.finish();
                return truth.opposite().into_value(missing);
            }
            State::List(collection) => collection.finish(),
            State::Sum(total) => total.finish(at),
            State::Count(tally) => tally.finish(),
            State::Edge(extreme) => extreme.finish(at),
            State::Average(mean) => mean.finish(at),
        };
        let doubt = Doubt {
            fault: either(self.possible, found.possible),
            missing: self.missing.finish().union(&found.missing),
        };
        match least(self.certain, found.certain) {
            Some(fault) => doubt.with_certain(fault),
            None => doubt.value(found.extent),
        }
    }

    fn add(&mut self, element: &Value, included: Truth, missing: &Missing, at: Span) {
        match &mut self.state {
            State::All(all) => push_term(all, included, truth_at(element, at), element, missing),
            State::Any(none) => {
                push_term(none, included, truth_at(element, at).opposite(), element, missing);
            }
            _ => self.add_strictly(element, included, missing, at),
        }
    }

    /// Adds an element where a fault of its condition is a fault of the result.
    fn add_strictly(&mut self, element: &Value, included: Truth, missing: &Missing, at: Span) {
        if let Some(fault) = included.certain_fault() {
            self.certain = least(self.certain, Some(fault));
            if fault.is_mixed() {
                self.missing.add(missing);
            }
            return;
        }
        self.doubtful(included.fault, missing);
        match (included.yes, included.is_certainly_yes()) {
            (_, true) => self.enter(element, Times::Once, missing, at),
            // An element whose condition is yes or a fault is in, or else the result is a fault.
            (true, _) if !included.no => self.enter(element, Times::Once, missing, at),
            (true, _) => self.enter(element, Times::Perhaps, missing, at),
            (false, _) => {}
        }
    }

    fn doubtful(&mut self, fault: Option<Fault>, missing: &Missing) {
        if fault.is_some() {
            self.possible = either(self.possible, fault);
            self.missing.add(missing);
        }
    }

    /// Takes an element in, or the fault that it is.
    fn enter(&mut self, element: &Value, times: Times, missing: &Missing, at: Span) {
        if let State::Count(tally) = &mut self.state {
            tally.push(times, missing);
            return;
        }
        let absent = Fault::new(FaultKind::Absent, at);
        match element {
            // A list may hold what is absent or a fault; whoever reads the element meets it.
            _ if matches!(self.state, State::List(_)) => {
                let missing = missing.clone();
                self.take(Entry { value: element, times, missing: &missing });
            }
            Value::Fault(fault) => self.meet(*fault, times, missing),
            Value::Absent => self.meet(absent, times, missing),
            Value::Open(open) => {
                let missing = missing.union(&open.missing);
                let fault = either(open.fault, open.absent.then_some(absent));
                self.doubtful(fault, &missing);
                match &open.extent {
                    // Absence is in doubt beside the fault.
                    Extent::Nothing => self.meet(open.fault.unwrap_or(absent), times, &missing),
                    _ => self.take(Entry { value: element, times, missing: &missing }),
                }
            }
            _ => self.take(Entry { value: element, times, missing }),
        }
    }

    /// Meets an element that is a fault.
    fn meet(&mut self, fault: Fault, times: Times, missing: &Missing) {
        match times {
            Times::Once => self.certain = least(self.certain, Some(fault)),
            Times::Perhaps | Times::Any => self.doubtful(Some(fault), missing),
        }
    }

    fn take(&mut self, entry: Entry<'_>) {
        match &mut self.state {
            State::List(collection) => collection.push(entry),
            State::Sum(total) => total.push(entry),
            State::Edge(extreme) => extreme.push(entry),
            State::Average(mean) => mean.push(entry),
            State::Count(_) | State::All(_) | State::Any(_) => {}
        }
    }
}

/// `min(a, b, …)` or `max(a, b, …)`.
#[must_use]
pub fn extreme(edge: Edge, values: &[Value], at: Span) -> Value {
    let kind = match edge {
        Edge::First => FoldKind::Min,
        Edge::Last => FoldKind::Max,
    };
    let mut fold = Fold::new(kind, None);
    for value in values {
        fold.push(value, &Value::Bool(true), at);
    }
    fold.finish(at)
}
