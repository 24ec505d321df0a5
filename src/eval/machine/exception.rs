//! Exceptions to a definition: at most one may hold.

use super::{Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::parts::ExceptionCode;
use crate::text::Span;
use crate::value::{Fault, FaultKind, Faults, Missing, Value, ops};

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
    /// Conditions that cannot be computed, for certain or perhaps.
    faults: Faults,
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
        let certain = found.faults.certain().is_some()
            || found.candidates.iter().any(|candidate| candidate.certain);
        let base = if certain { None } else { Some(base(self)?) };
        Ok(found.hull(base))
    }

    fn exceptions(&mut self, exceptions: &[ExceptionCode]) -> Run<Found> {
        let mut found = Found::default();
        for exception in exceptions {
            let holds = self.holds_exceptionally(exception)?;
            let mut truth = ops::truth(&holds);
            truth.fault = truth.fault.map(|fault| located(fault, exception.span));
            found.missing = found.missing.union(&holds.missing());
            truth.faults(&mut found.faults);
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
        self.candidates.is_empty() && self.faults.is_empty()
    }

    /// All that the value can be: `base` where no exception is certain to hold.
    fn hull(&self, base: Option<Value>) -> Value {
        let certain: Vec<&Candidate> = self.candidates.iter().filter(|it| it.certain).collect();
        let conflict = self.conflict(!certain.is_empty());
        // Of several faults it is the least, whether of a condition, of a value or of two values.
        let faults = self.all_faults(conflict);
        let values =
            Missing::all(&self.candidates.iter().map(|it| it.value.missing()).collect::<Vec<_>>());
        if let Some(fault) = ops::certain_fault(faults, &self.missing.union(&values)) {
            return fault;
        }
        // Where one holds for certain, another can only hold besides it, which either changes
        // nothing or is the conflict.
        let mut values: Vec<Value> = match certain.is_empty() {
            true => self.candidates.iter().map(|it| it.value.clone()).collect(),
            false => certain.iter().map(|it| it.value.clone()).collect(),
        };
        values.extend(base);
        values.extend(faults.of_result().map(Value::Fault));
        ops::join(&values.iter().collect::<Vec<_>>(), &self.missing)
    }

    /// The faults of the conditions, of the values, and of values that differ.
    fn all_faults(&self, conflict: Option<(Fault, bool)>) -> Faults {
        let mut faults = self.faults;
        for candidate in &self.candidates {
            match &candidate.value {
                Value::Fault(fault) if candidate.certain => faults.meet(Some(*fault)),
                Value::Fault(fault) => faults.may_meet(Some(*fault)),
                Value::Open(open) if candidate.certain && open.is_fault() => {
                    faults.meet(open.fault);
                }
                Value::Open(open) => faults.may_meet(open.fault),
                _ => {}
            }
        }
        match conflict {
            Some((fault, true)) => faults.meet(Some(fault)),
            Some((fault, false)) => faults.may_meet(Some(fault)),
            None => {}
        }
        faults
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
                let fault = Fault::between(FaultKind::TwoExceptions, first.span, second.span);
                if equal.is_certainly_no() && first.certain && second.certain {
                    return Some((fault, true));
                }
                possible = possible.or(Some((fault, false)));
            }
        }
        possible
    }
}

/// A fault without a place gets one.
fn located(fault: Fault, at: Span) -> Fault {
    if fault.at == Span::default() { fault.moved_to(at) } else { fault }
}
