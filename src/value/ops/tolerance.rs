//! `within 5% of`: closeness of two numbers or amounts, approximate ones among them.

use super::{absolute, arithmetic, compare};
use crate::text::Span;
use crate::value::{Arithmetic, Missing, Order, Value};

/// Whether the difference between operand and reference is at most a share of the reference's
/// size. An approximate amount counts as the amount written.
#[must_use]
pub fn within_tolerance(operand: &Value, tolerance: &Value, reference: &Value, at: Span) -> Value {
    let (operand, reference) = (exact(operand), exact(reference));
    let difference = arithmetic(Arithmetic::Subtract, &operand, &reference, at);
    let limit = arithmetic(Arithmetic::Multiply, tolerance, &absolute(&reference, at), at);
    compare(Order::AtMost, &absolute(&difference, at), &limit, at, &Missing::none())
}

fn exact(value: &Value) -> Value {
    match value {
        Value::About(money) => Value::Money(*money),
        other => other.clone(),
    }
}
