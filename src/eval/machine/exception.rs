//! Exceptions to a definition: at most one may hold.

use super::{Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::parts::ExceptionCode;
use crate::text::Span;
use crate::value::{Fault, FaultKind, Missing, Value, ops};

/// An exception that holds or may hold, with its value.
struct Candidate {
    value: Value,
    span: Span,
    certain: bool,
}

impl Candidate {
    fn is_faulty(&self) -> bool {
        matches!(self.value, Value::Fault(_))
    }
}

/// What has been found about the exceptions of a value.
#[derive(Default)]
struct Found {
    candidates: Vec<Candidate>,
    /// What would decide the conditions.
    missing: Missing,
    /// A condition cannot be computed, for certain.
    certain_fault: Option<Fault>,
    /// A condition perhaps cannot be computed.
    possible_fault: Option<Fault>,
}

impl<R: Recorder> Machine<'_, R> {
    /// The value of the exception that holds, or the base where none does. Where an exception
    /// certainly holds, the base is not evaluated.
    pub(super) fn with_exceptions(
        &mut self,
        exceptions: &[ExceptionCode],
        base: &mut dyn FnMut(&mut Self) -> Run<Value>,
    ) -> Run<Value> {
        let found = self.exceptions(exceptions)?;
        if found.is_empty() {
            return base(self);
        }
        let certain = found.certain_fault.is_some()
            || found.candidates.iter().any(|candidate| candidate.certain);
        let base = if certain { None } else { Some(base(self)?) };
        Ok(found.hull(base))
    }

    fn exceptions(&mut self, exceptions: &[ExceptionCode]) -> Run<Found> {
        let mut found = Found::default();
        for exception in exceptions {
            let holds = self.holds_exceptionally(exception)?;
            let truth = ops::truth(&holds);
            let fault = truth.fault.map(|fault| located(fault, exception.span));
            found.missing = found.missing.union(&holds.missing());
            if truth.certain_fault().is_some() {
                found.certain_fault = least(found.certain_fault, fault);
                continue;
            }
            found.possible_fault = least(found.possible_fault, fault);
            if truth.yes {
                let value = self.with_exceptions(&exception.exceptions, &mut |machine| {
                    machine.formula(&exception.value)
                })?;
                let certain = truth.is_certainly_yes();
                if certain {
                    self.recorder.branch(exception.span);
                }
                found.candidates.push(Candidate { value, span: exception.span, certain });
            }
        }
        Ok(found)
    }

    /// Whether an exception is in force and its condition holds.
    fn holds_exceptionally(&mut self, exception: &ExceptionCode) -> Run<Value> {
        let in_force = self.in_force(&exception.in_force)?;
        if in_force.is_no() {
            return Ok(in_force);
        }
        let condition = self.formula(&exception.condition)?;
        if in_force.is_yes() {
            return Ok(condition);
        }
        Ok(ops::and(&[in_force, condition], exception.span))
    }
}

impl Found {
    /// Whether no exception holds or can be computed to hold.
    fn is_empty(&self) -> bool {
        self.candidates.is_empty() && self.certain_fault.is_none() && self.possible_fault.is_none()
    }

    /// All that the value can be: `base` where no exception is certain to hold.
    fn hull(&self, base: Option<Value>) -> Value {
        let certain: Vec<&Candidate> = self.candidates.iter().filter(|it| it.certain).collect();
        let conflict = self.conflict(!certain.is_empty());
        // Of several faults it is the least, whether of a condition, of a value or of two values.
        let faults = certain.iter().filter_map(|it| match it.value {
            Value::Fault(fault) => Some(fault),
            _ => None,
        });
        let both = conflict.and_then(|(fault, certain)| certain.then_some(fault));
        if let Some(fault) = least(least(self.certain_fault, faults.min()), both) {
            return ops::certain_fault(fault, self.possibly(conflict), self.missing.clone());
        }
        // Where one holds for certain, another can only hold besides it, which either changes
        // nothing or is the conflict.
        let mut values: Vec<Value> = match certain.is_empty() {
            true => self.candidates.iter().map(|it| it.value.clone()).collect(),
            false => certain.iter().map(|it| it.value.clone()).collect(),
        };
        values.extend(base);
        values.extend(conflict.map(|(fault, _)| Value::Fault(fault)));
        values.extend(self.possible_fault.map(Value::Fault));
        ops::join(&values.iter().collect::<Vec<_>>(), &self.missing)
    }

    /// The least fault that is possible besides a certain one.
    fn possibly(&self, conflict: Option<(Fault, bool)>) -> Option<Fault> {
        let of_values = self.candidates.iter().filter_map(|it| match &it.value {
            Value::Fault(fault) => Some(*fault),
            Value::Open(open) => open.fault,
            _ => None,
        });
        let of_values = least(of_values.min(), conflict.map(|(fault, _)| fault));
        least(self.possible_fault, of_values)
    }

    /// The fault of two exceptions that hold at once with different values, and whether it is
    /// certain. Where one is certain, only pairs with a certain one matter.
    fn conflict(&self, any_certain: bool) -> Option<(Fault, bool)> {
        let mut possible = None;
        for (at, first) in self.candidates.iter().enumerate() {
            for second in self.candidates.iter().skip(at + 1) {
                if any_certain && !first.certain && !second.certain {
                    continue;
                }
                // A value that cannot be computed is the fault then, and differs from nothing.
                if first.is_faulty() || second.is_faulty() {
                    continue;
                }
                let equal = ops::truth(&ops::equal(&first.value, &second.value, first.span));
                if equal.is_certainly_yes() {
                    continue;
                }
                let fault = Fault {
                    kind: FaultKind::TwoExceptions,
                    at: first.span,
                    also: Some(second.span),
                };
                if equal.is_certainly_no() && first.certain && second.certain {
                    return Some((fault, true));
                }
                possible = possible.or(Some((fault, false)));
            }
        }
        possible
    }
}

fn least(a: Option<Fault>, b: Option<Fault>) -> Option<Fault> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// A fault without a place gets one.
fn located(fault: Fault, at: Span) -> Fault {
    if fault.at == Span::default() { Fault { at, ..fault } } else { fault }
}
