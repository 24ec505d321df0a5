//! `is`, and the sameness that membership and repetition go by.

use super::logic::Truth;
use super::measure::Measure;
use super::membership::faults_of;
use crate::quantity::{Currency, Fault as Quantity, Moment, Money};
use crate::text::Span;
use crate::value::fault::either;
use crate::value::{Extent, Fault, FaultKind, Faults, List, Missing, Open, Value};

/// Whether two values are equal; an absent operand gives no.
///
/// Amounts in two currencies are a fault, as in an ordering. For moments see [`equal_owed`].
#[must_use]
pub fn equal(left: &Value, right: &Value, at: Span) -> Value {
    equal_owed(left, right, at, &Missing::none())
}

/// Whether two values are equal, where `owed` would decide between two moments on one day of
/// which a time is not given.
#[must_use]
pub fn equal_owed(left: &Value, right: &Value, at: Span, owed: &Missing) -> Value {
    match (left, right) {
        (Value::Member(l), Value::Member(r)) => Value::Bool(l == r),
        (Value::Bool(l), Value::Bool(r)) => Value::Bool(l == r),
        (Value::Number(l), Value::Number(r)) => Value::Bool(l == r),
        (Value::Text(l), Value::Text(r)) => Value::Bool(l == r),
        (Value::Date(l), Value::Date(r)) => Value::Bool(l == r),
        _ => {
            let likeness = Mixed::Fault(at).values(left, right);
            let missing = left.missing().union(&right.missing()).union(&likeness.missing);
            let missing = if likeness.untimed { missing.union(owed) } else { missing };
            likeness.truth.into_value(missing)
        }
    }
}

/// Whether two values can be the same and can differ. Amounts in two currencies differ.
pub(super) fn same(left: &Value, right: &Value) -> Truth {
    match (left, right) {
        (Value::Member(l), Value::Member(r)) => Truth::from(l == r),
        (Value::Number(l), Value::Number(r)) => Truth::from(l == r),
        (Value::Text(l), Value::Text(r)) => Truth::from(l == r),
        _ => Mixed::Differs.values(left, right).truth,
    }
}

/// What becomes of amounts in two currencies.
#[derive(Clone, Copy)]
enum Mixed {
    /// They differ.
    Differs,
    /// They cannot be compared, which is a fault at this place.
    Fault(Span),
}

/// What can be said of the equality of two values.
struct Likeness {
    /// Whether they can be equal and can differ.
    truth: Truth,
    /// They are moments of which a time is not given.
    untimed: bool,
    /// What would decide open elements of lists.
    missing: Missing,
}

impl From<Truth> for Likeness {
    fn from(truth: Truth) -> Self {
        Self { truth, untimed: false, missing: Missing::none() }
    }
}

impl From<bool> for Likeness {
    fn from(equal: bool) -> Self {
        Self::from(Truth::from(equal))
    }
}

impl Likeness {
    /// Both hold together.
    fn and(self, other: &Self) -> Self {
        let (a, b) = (self.truth, other.truth);
        let certainly_no = a.is_certainly_no() || b.is_certainly_no();
        let mut faults = Faults::default();
        a.faults(&mut faults);
        b.faults(&mut faults);
        let fault = faults.of_result().filter(|_| !certainly_no);
        Self {
            truth: Truth { yes: a.yes && b.yes, no: a.no || b.no, fault },
            untimed: self.untimed || other.untimed,
            missing: self.missing.union(&other.missing),
        }
    }
}

impl Mixed {
    /// The equality of any two values.
    fn values(self, left: &Value, right: &Value) -> Likeness {
        match (left, right) {
            (Value::Fault(_), _) | (_, Value::Fault(_)) => {
                Truth { yes: false, no: false, fault: faults_of(left, right) }.into()
            }
            (Value::Open(_), _) | (_, Value::Open(_)) => self.open(left, right),
            (Value::Absent, _) | (_, Value::Absent) => false.into(),
            _ => self.certain(left, right),
        }
    }

    /// Of values that are neither open, absent nor a fault.
    fn certain(self, left: &Value, right: &Value) -> Likeness {
        match (left, right) {
            (Value::Money(l), Value::Money(r)) => self.amounts(*l, *r),
            (Value::Moment(l), Value::Moment(r)) => moments(*l, *r),
            (Value::Moment(l), Value::Date(r)) | (Value::Date(r), Value::Moment(l)) => {
                moments(*l, Moment::from(*r))
            }
            (Value::List(l), Value::List(r)) => self.lists(l, r),
            (Value::Group(l), Value::Group(r)) => {
                self.element(&l.0, &r.0).and(&self.element(&l.1, &r.1))
            }
            _ => (left == right).into(),
        }
    }

    fn amounts(self, left: Money, right: Money) -> Likeness {
        if left.currency == right.currency {
            return (left.amount == right.amount).into();
        }
        self.mixed(left.currency, right.currency).into()
    }

    /// Of amounts in two currencies.
    fn mixed(self, left: Currency, right: Currency) -> Truth {
        match self {
            Self::Differs => Truth::NO,
            Self::Fault(at) => {
                Truth::faulty(Fault::arithmetic(Quantity::MixedCurrencies { left, right }, at))
            }
        }
    }

    fn lists(self, left: &List, right: &List) -> Likeness {
        if left.len() != right.len() {
            return false.into();
        }
        let mut all = Likeness::from(true);
        for (l, r) in left.iter().zip(right.iter()) {
            all = all.and(&self.element(&l, &r));
            if all.truth.is_certainly_no() {
                break;
            }
        }
        all
    }

    /// Of two parts of values, which may be open themselves.
    fn element(self, left: &Value, right: &Value) -> Likeness {
        let likeness = self.values(left, right);
        let missing = left.missing().union(&right.missing()).union(&likeness.missing);
        Likeness { missing, ..likeness }
    }

    /// Of two values of which one at least is open. Absence on either side gives no.
    fn open(self, left: &Value, right: &Value) -> Likeness {
        let (l, r) = (opened(left), opened(right));
        let mut likeness = self.extents(&l.extent, &r.extent);
        likeness.truth.fault = either(likeness.truth.fault, either(l.fault, r.fault));
        likeness.truth.no |= l.absent || r.absent;
        likeness
    }

    fn extents(self, left: &Extent, right: &Extent) -> Likeness {
        if *left == Extent::Nothing || *right == Extent::Nothing {
            return Truth { yes: false, no: false, fault: None }.into();
        }
        if let (Some(l), Some(r)) = (left.single(), right.single()) {
            return self.certain(&l, &r);
        }
        let meet = can_be_equal(left, right);
        let truth = if meet { Truth::OPEN } else { Truth::NO };
        match (Measure::of_extent(left), Measure::of_extent(right)) {
            (Measure::Amount(_, l), Measure::Amount(_, r)) => self.currencies(l, r, truth).into(),
            _ => truth.into(),
        }
    }

    /// Of amounts that are equal or not as `truth` says where their currencies agree.
    fn currencies(self, l: Option<Currency>, r: Option<Currency>, truth: Truth) -> Truth {
        match (l, r) {
            (Some(l), Some(r)) if l == r => truth,
            (Some(l), Some(r)) => self.mixed(l, r),
            // Which other currency it would be, nobody can tell yet.
            (Some(known), None) | (None, Some(known)) => truth.hull(self.mixed(known, known)),
            (None, None) => match self {
                Self::Differs => truth.hull(Truth::NO),
                Self::Fault(at) => truth.hull(Truth::faulty(Fault::new(FaultKind::Absent, at))),
            },
        }
    }
}

fn moments(left: Moment, right: Moment) -> Likeness {
    if left.date != right.date {
        return false.into();
    }
    match (left.time, right.time) {
        (Some(l), Some(r)) => (l == r).into(),
        _ => Likeness { untimed: true, ..Truth::OPEN.into() },
    }
}

/// A value as a set of possibilities.
fn opened(value: &Value) -> Open {
    let fault = match value {
        Value::Open(open) => return Open::clone(open),
        Value::Fault(fault) => Some(*fault),
        _ => None,
    };
    let absent = *value == Value::Absent;
    Open { extent: Extent::of(value), absent, fault, missing: Missing::none() }
}

/// Whether two extents have a value in common; a yes may be one too many.
fn can_be_equal(left: &Extent, right: &Extent) -> bool {
    match (left, right) {
        (Extent::Members { members: l, other: x }, Extent::Members { members: r, other: y }) => {
            (*x && *y) || l.iter().any(|member| r.binary_search(member).is_ok())
        }
        (Extent::Values(values), extent) | (extent, Extent::Values(values)) => {
            values.iter().any(|value| admits_equal(extent, value))
        }
        (Extent::List { .. }, Extent::List { .. }) => lists_can_be_equal(left, right),
        _ => match (Measure::of_extent(left), Measure::of_extent(right)) {
            (Measure::Number(l), Measure::Number(r)) => l.meets(&r),
            (Measure::Amount(l, _), Measure::Amount(r, _)) => l.meets(&r),
            (Measure::Day(l), Measure::Day(r)) => l.meets(&r),
            _ => true,
        },
    }
}

/// Whether a value of an extent can be equal to a certain value.
fn admits_equal(extent: &Extent, value: &Value) -> bool {
    match (extent, value) {
        (Extent::Values(values), value) => {
            values.iter().any(|other| Mixed::Differs.certain(other, value).truth.yes)
        }
        // A moment may be equal to one without a time, a list to one of open elements.
        (_, Value::Moment(_) | Value::List(_) | Value::Group(_)) => true,
        (extent, value) => extent.admits(value),
    }
}

/// Whether two lists can have the same number of elements.
fn lists_can_be_equal(left: &Extent, right: &Extent) -> bool {
    let sizes = |extent: &Extent| match extent {
        Extent::List { items, more } => {
            let least = items.iter().filter(|item| item.certain).count();
            (least, more.is_none().then_some(items.len()))
        }
        _ => (0, None),
    };
    let (l, r) = (sizes(left), sizes(right));
    l.1.is_none_or(|most| most >= r.0) && r.1.is_none_or(|most| most >= l.0)
}
