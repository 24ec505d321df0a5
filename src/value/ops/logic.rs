//! `not`, `and`, `or`: Kleene's strong three-valued logic with faults as a fourth possibility.
//!
//! `and` is no when any operand is no, else a fault when any is a fault, else yes; `or` is its
//! mirror image. Open operands are sets of possibilities, and so is the result.

use std::sync::Arc;

use crate::text::Span;
use crate::value::fault::either;
use crate::value::missing::Gathered;
use crate::value::{Extent, Fault, FaultKind, Faults, Missing, Value};

/// What a condition can still turn out to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Truth {
    /// It may be yes.
    pub yes: bool,
    /// It may be no.
    pub no: bool,
    /// It may be this fault.
    pub fault: Option<Fault>,
}

impl Truth {
    /// Certainly yes.
    pub const YES: Self = Self { yes: true, no: false, fault: None };
    /// Certainly no.
    pub const NO: Self = Self { yes: false, no: true, fault: None };
    /// Yes or no.
    pub const OPEN: Self = Self { yes: true, no: true, fault: None };

    /// Certainly a fault.
    #[must_use]
    pub fn faulty(fault: Fault) -> Self {
        Self { yes: false, no: false, fault: Some(fault) }
    }

    /// Whether nothing but yes is possible.
    #[must_use]
    pub fn is_certainly_yes(&self) -> bool {
        self.yes && !self.no && self.fault.is_none()
    }

    /// Whether nothing but no is possible.
    #[must_use]
    pub fn is_certainly_no(&self) -> bool {
        self.no && !self.yes && self.fault.is_none()
    }

    /// The fault, when nothing else is possible.
    #[must_use]
    pub fn certain_fault(&self) -> Option<Fault> {
        self.fault.filter(|_| !self.yes && !self.no)
    }

    /// Takes the fault in among others that a result is the least of.
    pub fn faults(&self, faults: &mut Faults) {
        match self.certain_fault() {
            Some(fault) => faults.meet(Some(fault)),
            None => faults.may_meet(self.fault),
        }
    }

    /// Whether there is but one possibility. A fault that stands for several is more than one.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        let one = u8::from(self.yes) + u8::from(self.no) + u8::from(self.fault.is_some()) == 1;
        one && !self.fault.is_some_and(|fault| fault.is_mixed())
    }

    /// The truth of the opposite.
    #[must_use]
    pub fn opposite(self) -> Self {
        Self { yes: self.no, no: self.yes, fault: self.fault }
    }

    /// All that either truth can be.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            yes: self.yes || other.yes,
            no: self.no || other.no,
            fault: either(self.fault, other.fault),
        }
    }

    /// The truth as a value; `missing` is what would decide it and is dropped when it is decided.
    #[must_use]
    pub fn into_value(self, missing: Missing) -> Value {
        let extent = match (self.yes, self.no) {
            (true, true) => Extent::Bools,
            (false, false) => Extent::Nothing,
            (yes, _) if self.fault.is_none() => return Value::Bool(yes),
            (yes, _) => Extent::Values(Arc::from([Value::Bool(yes)])),
        };
        Value::possible(extent, self.fault, missing)
    }
}

impl From<bool> for Truth {
    fn from(yes: bool) -> Self {
        if yes { Self::YES } else { Self::NO }
    }
}

/// What a condition can turn out to be. An absent value is a fault without a place.
#[must_use]
pub fn truth(value: &Value) -> Truth {
    truth_at(value, Span::default())
}

/// What a condition at a place can turn out to be.
pub(super) fn truth_at(value: &Value, at: Span) -> Truth {
    let absent = Fault::new(FaultKind::Absent, at);
    match value {
        Value::Bool(yes) => Truth::from(*yes),
        Value::Fault(fault) => Truth::faulty(*fault),
        Value::Open(open) => {
            let can_be = |answer| open.extent.admits(&Value::Bool(answer));
            let fault = either(open.fault, open.absent.then_some(absent));
            Truth { yes: can_be(true), no: can_be(false), fault }
        }
        _ => Truth::faulty(absent),
    }
}

/// The opposite of a condition.
#[must_use]
pub fn not(value: &Value, at: Span) -> Value {
    match value {
        Value::Bool(yes) => Value::Bool(!yes),
        other => truth_at(other, at).opposite().into_value(other.missing()),
    }
}

/// Whether all of the conditions hold; yes for none.
///
/// ```
/// use subvent::text::Span;
/// use subvent::value::{Missing, Owed, Value, ops};
/// let unknown = Value::unknown_bool(Missing::one(Owed::Fact(7)));
/// let (at, no) = (Span::default(), Value::Bool(false));
/// assert_eq!(ops::and(&[unknown.clone(), no], at), Value::Bool(false));
/// assert_eq!(ops::and(&[unknown.clone(), Value::Bool(true)], at), unknown);
/// ```
#[must_use]
pub fn and(values: &[Value], at: Span) -> Value {
    let mut all = Conjunction::default();
    for value in values {
        all.push(truth_at(value, at), value);
        if all.is_decided() {
            break;
        }
    }
    all.finish().0
}

/// Whether any of the conditions holds; no for none.
#[must_use]
pub fn or(values: &[Value], at: Span) -> Value {
    let mut none = Conjunction::default();
    for value in values {
        none.push(truth_at(value, at).opposite(), value);
        if none.is_decided() {
            break;
        }
    }
    let (_, truth, missing) = none.finish();
    truth.opposite().into_value(missing)
}

/// A growing `and`.
#[derive(Clone, Debug, Default)]
pub(super) struct Conjunction {
    /// An operand is certainly no, which settles it.
    certainly_no: bool,
    /// An operand can be no.
    can_be_no: bool,
    /// An operand cannot be yes.
    never_yes: bool,
    /// The faults that the operands are or can be.
    faults: Faults,
    /// What would decide the operands that are not decided.
    missing: Gathered,
}

impl Conjunction {
    /// Adds an operand: its truth, and the value that knows what would decide it.
    pub(super) fn push(&mut self, truth: Truth, value: &Value) {
        self.note(truth);
        if let Value::Open(open) = value {
            self.owe(truth, &open.missing);
        }
    }

    /// Adds an operand and what would decide it.
    pub(super) fn push_owed(&mut self, truth: Truth, missing: &Missing) {
        self.note(truth);
        self.owe(truth, missing);
    }

    /// Whether no further operand can change the result.
    pub(super) fn is_decided(&self) -> bool {
        self.certainly_no
    }

    /// The result as a value, as a truth, and what would decide it.
    pub(super) fn finish(self) -> (Value, Truth, Missing) {
        let truth = if self.certainly_no {
            Truth::NO
        } else {
            Truth { yes: !self.never_yes, no: self.can_be_no, fault: self.faults.of_result() }
        };
        let missing = self.missing.finish();
        (truth.into_value(missing.clone()), truth, missing)
    }

    fn note(&mut self, truth: Truth) {
        self.certainly_no |= truth.is_certainly_no();
        self.can_be_no |= truth.no;
        self.never_yes |= !truth.yes;
        truth.faults(&mut self.faults);
    }

    fn owe(&mut self, truth: Truth, missing: &Missing) {
        if !truth.is_certain() {
            self.missing.add(missing);
        }
    }
}
