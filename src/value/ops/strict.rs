//! What strict operations have in common: a fault or an absent value in any operand is a fault
//! of the result.

use crate::quantity;
use crate::text::Span;
use crate::value::fault::{either, least};
use crate::value::{Extent, Fault, FaultKind, Faults, Missing, Open, Value};

/// What the operands leave in doubt about a result besides its extent.
#[derive(Clone, Debug, Default)]
pub(super) struct Doubt {
    /// The result may be this fault.
    pub(super) fault: Option<Fault>,
    /// What would decide it.
    pub(super) missing: Missing,
}

/// The doubt that the operands of a strict operation leave.
///
/// # Errors
///
/// The result itself, when an operand is certain to make it a fault.
pub(super) fn strict(operands: &[&Value], at: Span) -> Result<Doubt, Value> {
    let absent = Fault::new(FaultKind::Absent, at);
    let mut certain = None;
    let mut doubt = Doubt::default();
    for operand in operands {
        match operand {
            Value::Fault(fault) => certain = least(certain, Some(*fault)),
            Value::Absent => certain = least(certain, Some(absent)),
            Value::Open(open) => {
                doubt.fault = either(doubt.fault, open.fault);
                doubt.fault = either(doubt.fault, open.absent.then_some(absent));
                if open.extent == Extent::Nothing {
                    // Absence is in doubt beside the fault, see `with_certain`.
                    certain = least(certain, Some(open.fault.unwrap_or(absent)));
                }
                doubt.missing = doubt.missing.union(&open.missing);
            }
            _ => {}
        }
    }
    match certain {
        Some(fault) => Err(doubt.with_certain(fault)),
        None => Ok(doubt),
    }
}

/// A result that is certain to be a fault, the least of those met: which of them it is matters
/// only where different defaults would replace them. Nothing where no fault is certain.
#[must_use]
pub fn certain_fault(faults: Faults, missing: &Missing) -> Option<Value> {
    faults.certain()?;
    Some(Value::possible(Extent::Nothing, faults.of_result(), missing.clone()))
}

/// The fault of an operation whose operands have the wrong kinds, which the checker prevents.
pub(super) fn mismatch(at: Span) -> Value {
    Value::Fault(Fault::new(FaultKind::Absent, at))
}

/// A result of arithmetic or its fault.
pub(super) fn outcome<T>(
    result: Result<T, quantity::Fault>,
    value: impl FnOnce(T) -> Value,
    at: Span,
) -> Value {
    match result {
        Ok(result) => value(result),
        Err(fault) => Value::Fault(Fault::arithmetic(fault, at)),
    }
}

impl Doubt {
    /// The doubt of two operands.
    pub(super) fn and(self, other: Self) -> Self {
        let missing = self.missing.union(&other.missing);
        Self { fault: either(self.fault, other.fault), missing }
    }

    /// The result is certain to be a fault; which one is in doubt only where different defaults
    /// would replace this one and one that is possible.
    pub(super) fn with_certain(self, fault: Fault) -> Value {
        let mut faults = Faults::default();
        faults.meet(Some(fault));
        faults.may_meet(self.fault);
        Value::possible(Extent::Nothing, faults.of_result(), self.missing)
    }

    /// The same doubt, where a fault is possible too.
    pub(super) fn or_fault(mut self, kind: FaultKind, at: Span) -> Self {
        self.fault = either(self.fault, Some(Fault::new(kind, at)));
        self
    }

    /// What both leave in doubt.
    pub(super) fn with(self, other: Self) -> Self {
        let missing = self.missing.union(&other.missing);
        Self { fault: either(self.fault, other.fault), missing }
    }

    /// The same doubt, where a fault of arithmetic may be possible too.
    pub(super) fn or_arithmetic(self, fault: Option<quantity::Fault>, at: Span) -> Self {
        match fault {
            Some(fault) => self.or_fault(FaultKind::Arithmetic(fault), at),
            None => self,
        }
    }

    /// A result of an extent.
    pub(super) fn value(self, extent: impl Into<Extent>) -> Value {
        Value::possible(extent.into(), self.fault, self.missing)
    }

    /// The hull of several possible results, in this doubt.
    pub(super) fn any_of(self, results: impl IntoIterator<Item = Value>) -> Value {
        let mut hull = Open {
            extent: Extent::Nothing,
            absent: false,
            fault: self.fault,
            missing: self.missing,
        };
        for result in results {
            match result {
                Value::Absent => hull.absent = true,
                Value::Fault(fault) => hull.fault = either(hull.fault, Some(fault)),
                Value::Open(open) => {
                    hull.absent |= open.absent;
                    hull.fault = either(hull.fault, open.fault);
                    hull.missing = hull.missing.union(&open.missing);
                    hull.extent = hull.extent.hull(&open.extent);
                }
                certain => hull.extent = hull.extent.hull(&Extent::of(&certain)),
            }
        }
        hull.settle()
    }
}

/// More combinations of possible operands than this are not gone through one by one.
const COMBINATIONS: usize = 256;

/// The operation on each possible operand where there are few of them, else `wide`.
pub(super) fn lift1(
    operand: &Value,
    wide: Extent,
    at: Span,
    operation: impl Fn(&Value) -> Value,
) -> Value {
    let doubt = match strict(&[operand], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    match Extent::of(operand).values().filter(|values| values.len() <= COMBINATIONS) {
        Some(values) => doubt.any_of(values.iter().map(operation)),
        None => doubt.value(wide),
    }
}

/// The operation on each pair of possible operands where there are few of them, else `wide`.
pub(super) fn lift2(
    (left, right): (&Value, &Value),
    wide: Extent,
    at: Span,
    operation: impl Fn(&Value, &Value) -> Value,
) -> Value {
    let doubt = match strict(&[left, right], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    match (Extent::of(left).values(), Extent::of(right).values()) {
        (Some(ls), Some(rs)) if ls.len().saturating_mul(rs.len()) <= COMBINATIONS => {
            let pairs = ls.iter().flat_map(|l| rs.iter().map(move |r| (l, r)));
            doubt.any_of(pairs.map(|(l, r)| operation(l, r)))
        }
        _ => doubt.value(wide),
    }
}
