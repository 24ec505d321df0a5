//! `+`, `-`, `*`, `/` and `of` on numbers, amounts and durations.

use super::interval;
use super::measure::Measure;
use super::strict::{Doubt, lift2, mismatch, outcome, strict};
use crate::quantity::{Currency, Duration, Fault as Quantity, Money, Number};
use crate::text::Span;
use crate::value::hull::amounts;
use crate::value::range::Range;
use crate::value::{Arithmetic, Extent, Fault, FaultKind, Value};

/// Arithmetic on two values. An amount divided by an amount is a number; a whole number times a
/// duration is a duration.
#[must_use]
pub fn arithmetic(op: Arithmetic, left: &Value, right: &Value, at: Span) -> Value {
    match (left, right) {
        (Value::Number(l), Value::Number(r)) => outcome(numbers(op, *l, *r), Value::Number, at),
        (Value::Money(l), Value::Money(r)) => money(op, *l, *r, at),
        (Value::Money(l), Value::Number(r)) => outcome(scaled(op, *l, *r), Value::Money, at),
        (Value::Number(l), Value::Money(r)) if op == Arithmetic::Multiply => {
            outcome(r.scale(*l), Value::Money, at)
        }
        (Value::Duration(_), Value::Duration(_) | Value::Number(_))
        | (Value::Number(_), Value::Duration(_)) => of_durations(op, left, right, at),
        _ => undecided(op, left, right, at),
    }
}

fn numbers(op: Arithmetic, left: Number, right: Number) -> Result<Number, Quantity> {
    match op {
        Arithmetic::Add => left.add(right),
        Arithmetic::Subtract => left.sub(right),
        Arithmetic::Multiply => left.mul(right),
        Arithmetic::Divide => left.div(right),
    }
}

fn money(op: Arithmetic, left: Money, right: Money, at: Span) -> Value {
    match op {
        Arithmetic::Add => outcome(left.add(right), Value::Money, at),
        Arithmetic::Subtract => outcome(left.sub(right), Value::Money, at),
        Arithmetic::Divide => outcome(left.ratio(right), Value::Number, at),
        Arithmetic::Multiply => mismatch(at),
    }
}

fn scaled(op: Arithmetic, amount: Money, factor: Number) -> Result<Money, Quantity> {
    match op {
        Arithmetic::Divide => Ok(Money::new(amount.amount.div(factor)?, amount.currency)),
        _ => amount.scale(factor),
    }
}

fn durations(op: Arithmetic, left: Duration, right: Duration, at: Span) -> Value {
    match op {
        Arithmetic::Add => outcome(left.add(right), Value::Duration, at),
        Arithmetic::Subtract => {
            outcome(right.neg().and_then(|right| left.add(right)), Value::Duration, at)
        }
        Arithmetic::Multiply | Arithmetic::Divide => mismatch(at),
    }
}

/// So many times a duration.
fn repeated(length: Duration, times: Number) -> Result<Duration, Quantity> {
    let times = times.to_i64().ok_or(Quantity::Overflow)?;
    let product = |count: i64| count.checked_mul(times).ok_or(Quantity::Overflow);
    Ok(Duration {
        months: product(length.months)?,
        days: product(length.days)?,
        working_days: product(length.working_days)?,
    })
}

/// Arithmetic where an operand is open, absent or a fault.
fn undecided(op: Arithmetic, left: &Value, right: &Value, at: Span) -> Value {
    use Arithmetic::{Add, Divide, Multiply, Subtract};
    let doubt = match strict(&[left, right], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    match (op, Measure::of(left), Measure::of(right)) {
        (_, Measure::Number(l), Measure::Number(r)) => interval_result(op, (l, r), None, doubt, at),
        (Add | Subtract | Divide, Measure::Amount(l, a), Measure::Amount(r, b)) => {
            match one_currency(a, b, doubt, at) {
                Ok((currency, doubt)) => {
                    let unit = (op != Divide).then_some(currency);
                    interval_result(op, (l, r), unit, doubt, at)
                }
                Err(fault) => fault,
            }
        }
        (Multiply | Divide, Measure::Amount(l, currency), Measure::Number(r))
        | (Multiply, Measure::Number(l), Measure::Amount(r, currency)) => {
            interval_result(op, (l, r), Some(currency), doubt, at)
        }
        (Divide, Measure::Other, _) | (Divide, _, Measure::Other) if !doubt.missing.is_empty() => {
            doubt.or_arithmetic(Some(Quantity::DivisionByZero), at).value(Extent::Any)
        }
        _ => lift2((left, right), Extent::Any, at, |l, r| of_durations(op, l, r, at)),
    }
}

/// Arithmetic on operands that are certain, of which one at least is a duration.
fn of_durations(op: Arithmetic, left: &Value, right: &Value, at: Span) -> Value {
    match (op, left, right) {
        (_, Value::Duration(l), Value::Duration(r)) => durations(op, *l, *r, at),
        (Arithmetic::Multiply, Value::Duration(length), Value::Number(times))
        | (Arithmetic::Multiply, Value::Number(times), Value::Duration(length)) => {
            outcome(repeated(*length, *times), Value::Duration, at)
        }
        _ => mismatch(at),
    }
}

/// The currency of two amounts that meet. Without one on either side they may be mixed.
///
/// # Errors
///
/// The fault of two different currencies, as the result.
pub(super) fn one_currency(
    left: Option<Currency>,
    right: Option<Currency>,
    doubt: Doubt,
    at: Span,
) -> Result<(Option<Currency>, Doubt), Value> {
    match (left, right) {
        (Some(left), Some(right)) if left == right => Ok((Some(left), doubt)),
        (Some(left), Some(right)) => {
            let mixed = Quantity::MixedCurrencies { left, right };
            Err(doubt.with_certain(Fault::arithmetic(mixed, at)))
        }
        // Which other currency it would be, nobody can tell yet.
        (Some(known), None) | (None, Some(known)) => {
            let mixed = Quantity::MixedCurrencies { left: known, right: known };
            Ok((Some(known), doubt.or_arithmetic(Some(mixed), at)))
        }
        (None, None) => Ok((None, doubt.or_fault(FaultKind::Absent, at))),
    }
}

/// The range of results; amounts of a currency when `unit` is given.
fn interval_result(
    op: Arithmetic,
    (left, right): (Range<Number>, Range<Number>),
    unit: Option<Option<Currency>>,
    doubt: Doubt,
    at: Span,
) -> Value {
    match interval::calculate(op, left, right) {
        Err(fault) => doubt.with_certain(Fault::arithmetic(fault, at)),
        Ok(result) => {
            let doubt = doubt.or_arithmetic(result.fault, at);
            match unit {
                Some(currency) => doubt.value(amounts(result.range, currency)),
                None => doubt.value(result.range),
            }
        }
    }
}
