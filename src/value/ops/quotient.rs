//! `numerator / denominator OP bound` without a quotient in between.

use super::interval;
use super::logic::Truth;
use super::measure::Measure;
use super::strict::{Doubt, mismatch, outcome, strict};
use crate::quantity::{Currency, Fault as Quantity, Number};
use crate::text::Span;
use crate::value::range::Range;
use crate::value::{Arithmetic, Extent, Fault, FaultKind, Order, Value};

/// Whether the ordering holds between a quotient and a bound.
///
/// Where the denominator is not negative, the numerator is compared with the bound times the
/// denominator, so that 0 of 0 is at most 15% and 1 of 0 is not; where it is negative, the exact
/// quotient is compared. The numerator is an amount together with either the denominator or the
/// bound, in one currency, or none is.
///
/// ```
/// use subvent::quantity::{Currency, Number};
/// use subvent::text::Span;
/// use subvent::value::{Order, Value, ops};
/// let euros = |amount| Value::money(Number::from_i64(amount), Currency::EUR);
/// let share = Value::Number(Number::new_ratio(15, 100)?);
/// let holds = |part, whole| {
///     ops::compare_quotient(Order::AtMost, &euros(part), &euros(whole), &share, Span::default())
/// };
/// assert_eq!(holds(45_000, 300_000), Value::Bool(true));
/// assert_eq!(holds(0, 0), Value::Bool(true));
/// assert_eq!(holds(1, 0), Value::Bool(false));
/// # Ok::<(), subvent::quantity::Fault>(())
/// ```
#[must_use]
pub fn compare_quotient(
    order: Order,
    numerator: &Value,
    denominator: &Value,
    bound: &Value,
    at: Span,
) -> Value {
    match (size(numerator), size(denominator), size(bound)) {
        (Some((n, None)), Some((d, None)), Some((b, None))) => certain(order, n, d, b, at),
        (Some((n, Some(unit))), Some((d, Some(other))), Some((b, None)))
        | (Some((n, Some(unit))), Some((d, None)), Some((b, Some(other))))
            if unit == other =>
        {
            certain(order, n, d, b, at)
        }
        _ => undecided(order, [numerator, denominator, bound], at),
    }
}

fn size(value: &Value) -> Option<(Number, Option<Currency>)> {
    match value {
        Value::Number(number) => Some((*number, None)),
        Value::Money(money) => Some((money.amount, Some(money.currency))),
        _ => None,
    }
}

fn certain(order: Order, numerator: Number, denominator: Number, bound: Number, at: Span) -> Value {
    let holds = |ordering| Value::Bool(order.holds(ordering));
    if !denominator.is_negative()
        && let Ok(limit) = bound.mul(denominator)
    {
        return holds(numerator.cmp(&limit));
    }
    outcome(numerator.div(denominator), |quotient| holds(quotient.cmp(&bound)), at)
}

fn undecided(order: Order, operands: [&Value; 3], at: Span) -> Value {
    let doubt = match strict(&operands, at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    let [numerator, denominator, bound] = operands.map(Measure::of);
    let doubt = match one_unit([numerator, denominator, bound], doubt, at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    match (numerator.range(), denominator.range(), bound.range()) {
        (Some(n), Some(d), Some(b)) => {
            let truth = by_sign(order, n, d, b, at);
            truth
                .hull(Truth { yes: false, no: false, fault: doubt.fault })
                .into_value(doubt.missing)
        }
        _ if doubt.missing.is_empty() => mismatch(at),
        _ => doubt.or_arithmetic(Some(Quantity::Overflow), at).value(Extent::Bools),
    }
}

/// The doubt about the currencies of the amounts among the operands.
fn one_unit(operands: [Measure; 3], doubt: Doubt, at: Span) -> Result<Doubt, Value> {
    let [_, denominator, _] = operands;
    let mut units = operands.iter().filter_map(|operand| match operand {
        Measure::Amount(_, currency) => Some(*currency),
        _ => None,
    });
    match (units.next(), units.next()) {
        (Some(left), Some(right)) => {
            super::arithmetic::one_currency(left, right, doubt, at).map(|(_, doubt)| doubt)
        }
        // One amount among numbers is for the checker to refuse, unless the kind is not known.
        (Some(_), None) if denominator != Measure::Other => {
            Ok(doubt.or_fault(FaultKind::Absent, at))
        }
        _ => Ok(doubt),
    }
}

/// The answers for denominators that are not negative, and for those that are.
fn by_sign(order: Order, n: Range<Number>, d: Range<Number>, b: Range<Number>, at: Span) -> Truth {
    let zero = Number::ZERO;
    let mut truths = Vec::with_capacity(2);
    if d.high.is_none_or(|high| !high.is_negative()) {
        let low = d.low.map_or(zero, |low| low.max(zero));
        let positive = Range { low: Some(low), high: d.high };
        truths.push(cross_multiplied(order, n, positive, b));
    }
    if d.low.is_none_or(|low| low.is_negative()) {
        truths.push(of_negative(order, n, d, b, at));
    }
    truths.into_iter().reduce(Truth::hull).unwrap_or(Truth::OPEN)
}

fn cross_multiplied(order: Order, n: Range<Number>, d: Range<Number>, b: Range<Number>) -> Truth {
    let limit = interval::multiply(b, d);
    n.decide(order, &limit.range).map_or(Truth::OPEN, Truth::from)
}

/// The answer for the negative denominators of a range.
fn of_negative(
    order: Order,
    n: Range<Number>,
    d: Range<Number>,
    b: Range<Number>,
    at: Span,
) -> Truth {
    let high = d.high.map_or(Number::ZERO, |high| high.min(Number::ZERO));
    let negative = Range { low: d.low, high: Some(high) };
    let Ok(quotient) = interval::calculate(Arithmetic::Divide, n, negative) else {
        return Truth::OPEN;
    };
    let truth = quotient.range.decide(order, &b).map_or(Truth::OPEN, Truth::from);
    // Nought itself is not among these denominators.
    let overflow = quotient.fault.filter(|fault| *fault != Quantity::DivisionByZero);
    Truth { fault: overflow.map(|fault| Fault::arithmetic(fault, at)), ..truth }
}
