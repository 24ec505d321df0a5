//! `<`, `<=`, `>`, `>=`, `before`, `after`.

use std::cmp::Ordering;

use super::arithmetic::one_currency;
use super::logic::Truth;
use super::measure::Measure;
use super::strict::{Doubt, lift2, mismatch, outcome, strict};
use crate::quantity::{Fault as Quantity, Moment};
use crate::text::Span;
use crate::value::range::Range;
use crate::value::{Extent, Fault, Missing, Order, Value};

/// Whether an ordering holds between two values of one type.
///
/// Two moments on one day of which a time is not given cannot be ordered: the answer is then
/// open, and `owed` is what would decide it. Amounts in two currencies are a fault, and so are
/// durations of which one has more of one unit and less of another.
#[must_use]
pub fn compare(order: Order, left: &Value, right: &Value, at: Span, owed: &Missing) -> Value {
    match (left, right) {
        (Value::Number(l), Value::Number(r)) => Value::Bool(order.holds(l.cmp(r))),
        (Value::Money(l), Value::Money(r)) => {
            outcome(l.compare(r), |ordering| Value::Bool(order.holds(ordering)), at)
        }
        (Value::Date(l), Value::Date(r)) => Value::Bool(order.holds(l.cmp(r))),
        (Value::Open(_), _) | (_, Value::Open(_)) => compare_open(order, left, right, at, owed),
        _ => compare_rare(order, left, right, at, owed),
    }
}

impl Order {
    /// Whether the ordering holds for two values that compare so.
    #[must_use]
    pub fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::Less => ordering.is_lt(),
            Self::AtMost => ordering.is_le(),
            Self::Greater => ordering.is_gt(),
            Self::AtLeast => ordering.is_ge(),
        }
    }
}

/// The kinds that are compared less often, and operands that are faults or absent.
fn compare_rare(order: Order, left: &Value, right: &Value, at: Span, owed: &Missing) -> Value {
    match (left, right) {
        (Value::Month(l), Value::Month(r)) => Value::Bool(order.holds(l.cmp(r))),
        // Texts have an order only as keys by which elements are sorted or picked.
        (Value::Text(l), Value::Text(r)) => Value::Bool(order.holds(l.cmp(r))),
        (Value::Moment(l), Value::Moment(r)) => moments(order, *l, *r, owed),
        (Value::Moment(l), Value::Date(r)) => moments(order, *l, Moment::from(*r), owed),
        (Value::Date(l), Value::Moment(r)) => moments(order, Moment::from(*l), *r, owed),
        (Value::Duration(l), Value::Duration(r)) => match l.compare(r) {
            Some(ordering) => Value::Bool(order.holds(ordering)),
            None => Value::Fault(Fault::arithmetic(Quantity::MixedUnits, at)),
        },
        _ => strict(&[left, right], at).err().unwrap_or_else(|| mismatch(at)),
    }
}

fn moments(order: Order, left: Moment, right: Moment, owed: &Missing) -> Value {
    let holds = match order {
        Order::Less => left.before(&right),
        Order::Greater => right.before(&left),
        Order::AtMost => right.before(&left).map(|after| !after),
        Order::AtLeast => left.before(&right).map(|before| !before),
    };
    match holds {
        Some(holds) => Value::Bool(holds),
        None => Value::unknown_bool(owed.clone()),
    }
}

fn compare_open(order: Order, left: &Value, right: &Value, at: Span, owed: &Missing) -> Value {
    let doubt = match strict(&[left, right], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    match (Measure::of(left), Measure::of(right)) {
        (Measure::Number(l), Measure::Number(r)) => decided(order, l, r, doubt),
        (Measure::Day(l), Measure::Day(r)) => decided(order, l, r, doubt),
        (Measure::Amount(l, a), Measure::Amount(r, b)) => match one_currency(a, b, doubt, at) {
            Ok((_, doubt)) => decided(order, l, r, doubt),
            Err(fault) => fault,
        },
        _ if is_listed(left) && is_listed(right) => {
            lift2((left, right), Extent::Bools, at, |l, r| compare_rare(order, l, r, at, owed))
        }
        // Two durations may be such that neither is the longer.
        _ if may_be_duration(left) && may_be_duration(right) => {
            doubt.or_arithmetic(Some(Quantity::MixedUnits), at).value(Extent::Bools)
        }
        _ => doubt.value(Extent::Bools),
    }
}

/// Whether all that a value can be is told one by one.
fn is_listed(value: &Value) -> bool {
    Extent::of(value).values().is_some()
}

fn may_be_duration(value: &Value) -> bool {
    match value {
        Value::Duration(_) => true,
        Value::Open(open) => match &open.extent {
            Extent::Any => true,
            Extent::Values(values) => values.iter().any(may_be_duration),
            _ => false,
        },
        _ => false,
    }
}

/// The answer where it is the same for all members of two ranges.
fn decided<T: Ord + Copy>(order: Order, left: Range<T>, right: Range<T>, doubt: Doubt) -> Value {
    let truth = left.decide(order, &right).map_or(Truth::OPEN, Truth::from);
    Truth { fault: doubt.fault, ..truth }.into_value(doubt.missing)
}
