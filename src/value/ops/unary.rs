//! Operations on one size: its opposite, its magnitude, its rounding; and the start of a text.

use super::interval::{self, Interval};
use super::measure::Measure;
use super::strict::{lift1, lift2, mismatch, outcome, strict};
use crate::quantity::{Money, Number, Rounding};
use crate::text::Span;
use crate::value::hull::amounts;
use crate::value::range::Range;
use crate::value::{Extent, Value};

/// A number, an amount or a duration with its sign changed.
#[must_use]
pub fn negate(value: &Value, at: Span) -> Value {
    match value {
        Value::Number(number) => Value::Number(number.neg()),
        Value::Money(money) => Value::Money(money.neg()),
        Value::About(money) => Value::About(money.neg()),
        Value::Duration(duration) => outcome(duration.neg(), Value::Duration, at),
        other => over_range(other, at, |range| interval::negate(range).into(), negate),
    }
}

/// A number or an amount without its sign.
#[must_use]
pub fn absolute(value: &Value, at: Span) -> Value {
    match value {
        Value::Number(number) => Value::Number(number.abs()),
        Value::Money(money) => Value::Money(money.abs()),
        Value::About(money) => Value::About(money.abs()),
        other => over_range(other, at, |range| interval::absolute(range).into(), absolute),
    }
}

/// A number or an amount as a clause rounds it.
#[must_use]
pub fn round(value: &Value, rounding: &Rounding, at: Span) -> Value {
    match value {
        Value::Number(number) => outcome(number.round(rounding), Value::Number, at),
        Value::Money(money) => outcome(money.round(rounding), Value::Money, at),
        Value::About(money) => {
            outcome(money.amount.round(rounding), |amount| about(*money, amount), at)
        }
        other => over_range(
            other,
            at,
            |range| interval::round(range, rounding),
            |value, at| round(value, rounding, at),
        ),
    }
}

fn about(money: Money, amount: Number) -> Value {
    Value::About(Money { amount, ..money })
}

/// An operation on what is open: on its range where it has one, else on each possible value.
fn over_range(
    value: &Value,
    at: Span,
    operation: impl Fn(Range<Number>) -> Interval,
    each: impl Fn(&Value, Span) -> Value,
) -> Value {
    let doubt = match strict(&[value], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    let Value::Open(_) = value else {
        return mismatch(at);
    };
    let measure = Measure::of(value);
    let Some(range) = measure.range() else {
        return lift1(value, Extent::Any, at, |value| each(value, at));
    };
    let result = operation(range);
    let doubt = doubt.or_arithmetic(result.fault, at);
    match measure {
        Measure::Amount(_, currency) => doubt.value(amounts(result.range, currency)),
        _ => doubt.value(result.range),
    }
}

/// Whether a text begins with another.
#[must_use]
pub fn starts_with(text: &Value, prefix: &Value, at: Span) -> Value {
    match (text, prefix) {
        (Value::Text(text), Value::Text(prefix)) => Value::Bool(text.starts_with(&**prefix)),
        _ => lift2((text, prefix), Extent::Bools, at, |text, prefix| match (text, prefix) {
            (Value::Text(text), Value::Text(prefix)) => Value::Bool(text.starts_with(&**prefix)),
            _ => mismatch(at),
        }),
    }
}
