//! Branches: only what may be needed is computed.

use super::{Machine, Run, fault};
use crate::eval::recorder::Recorder;
use crate::program::code::{Formula, Operation, Register};
use crate::text::Span;
use crate::value::{FaultKind, Value, ops};

impl<R: Recorder> Machine<'_, R> {
    /// The value of a branch.
    pub(super) fn branch(&mut self, operation: &Operation, at: Span) -> Run<Value> {
        match operation {
            Operation::If { condition, then, otherwise } => {
                let condition = self.value(*condition).clone();
                self.either(&condition, then, &mut |machine| machine.formula(otherwise))
            }
            Operation::Choose { arms, otherwise } => self.choose(arms, otherwise.as_deref(), at),
            Operation::Match { operand, arms, otherwise } => {
                self.select_arm(*operand, arms, otherwise.as_deref(), at)
            }
            _ => Ok(Value::Absent),
        }
    }

    /// One value where a condition holds, another where it does not.
    fn either(
        &mut self,
        condition: &Value,
        then: &Formula,
        otherwise: &mut dyn FnMut(&mut Self) -> Run<Value>,
    ) -> Run<Value> {
        let truth = ops::truth(condition);
        if truth.is_certainly_yes() {
            return self.formula(then);
        }
        if truth.is_certainly_no() {
            return otherwise(self);
        }
        let yes = if truth.yes { self.formula(then)? } else { Value::Absent };
        let no = if truth.no { otherwise(self)? } else { Value::Absent };
        Ok(ops::select(condition, &yes, &no))
    }

    /// The first arm whose condition holds.
    fn choose(
        &mut self,
        arms: &[(Formula, Formula)],
        otherwise: Option<&Formula>,
        at: Span,
    ) -> Run<Value> {
        let Some(((condition, value), rest)) = arms.split_first() else {
            return self.otherwise(otherwise, at);
        };
        let holds = self.formula(condition)?;
        self.either(&holds, value, &mut |machine| machine.choose(rest, otherwise, at))
    }

    /// The arm that names the operand.
    fn select_arm(
        &mut self,
        operand: Register,
        arms: &[(Box<[Register]>, Formula)],
        otherwise: Option<&Formula>,
        at: Span,
    ) -> Run<Value> {
        let value = self.value(operand).clone();
        if let Value::Fault(fault) = value {
            return Ok(Value::Fault(fault));
        }
        if let Some(values) = super::cases::separate(&value) {
            let mut results = Vec::new();
            for one in &values {
                results.push(self.arm_of(one, arms, otherwise, at)?);
            }
            return Ok(ops::join(&results.iter().collect::<Vec<_>>(), &value.missing()));
        }
        self.arm_of(&value, arms, otherwise, at)
    }

    /// Whether a value is one of some names; certain answers take no memory.
    fn is_named(&self, value: &Value, names: &[Register], at: Span) -> Value {
        let mut named = false;
        for name in names {
            match ops::equal(value, self.value(*name), at) {
                Value::Bool(equal) => named |= equal,
                _ => {
                    let equal = names.iter().map(|name| ops::equal(value, self.value(*name), at));
                    return ops::or(&equal.collect::<Vec<_>>(), at);
                }
            }
        }
        Value::Bool(named)
    }

    /// The first arm whose names are, or may be, the value.
    fn arm_of(
        &mut self,
        value: &Value,
        arms: &[(Box<[Register]>, Formula)],
        otherwise: Option<&Formula>,
        at: Span,
    ) -> Run<Value> {
        if let Value::Fault(fault) = value {
            return Ok(Value::Fault(*fault));
        }
        let Some(((names, arm), rest)) = arms.split_first() else {
            return self.otherwise(otherwise, at);
        };
        let named = self.is_named(value, names, at);
        self.either(&named, arm, &mut |machine| machine.arm_of(value, rest, otherwise, at))
    }

    fn otherwise(&mut self, otherwise: Option<&Formula>, at: Span) -> Run<Value> {
        match otherwise {
            Some(value) => self.formula(value),
            None => Ok(fault(FaultKind::NoRow, at)),
        }
    }
}
