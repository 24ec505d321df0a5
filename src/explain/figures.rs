//! A comparison in a sentence: what was measured, the limit, and how far apart they are.

use super::case::{Case, quoted};
use super::legend::FigureTypes;
use super::words::fill;
use crate::eval::Comparison;
use crate::types::typed::{Order, Type};
use crate::value::Value;

/// The sentence for a comparison that fails.
pub(super) fn sentence(case: &Case<'_>, comparison: &Comparison) -> String {
    let words = &case.words().figures;
    let types = case.submission.legend.figures_at(comparison.span);
    let spoken = case.spoken();
    let measured = spoken.bounds(&comparison.measured, &types.measured);
    let Some(limit) = &comparison.limit else {
        return fill(words.fails, &[&quoted(case.submission.sources, comparison.span)]);
    };
    let limit = spoken.bounds(limit, &types.limit);
    let distance = comparison.margin.as_ref().and_then(|margin| distance(case, margin, types));
    match (comparison.order, distance) {
        (Some(order), Some(distance)) => {
            let phrase = phrase(case, order, &types.measured, distance.is_some());
            fill(phrase, &[&measured, &limit, &distance.unwrap_or_default()])
        }
        (Some(Order::Less | Order::AtMost), None) => fill(words.above, &[&measured, &limit]),
        (Some(Order::Greater | Order::AtLeast), None) => fill(words.below, &[&measured, &limit]),
        (None, _) => fill(words.other_than, &[&measured, &limit]),
    }
}

/// How far apart the two are: none within when they are equal, none at all when it is open.
fn distance(case: &Case<'_>, margin: &Value, types: &FigureTypes) -> Option<Option<String>> {
    let size = match margin {
        Value::Number(number) if number.is_zero() => return Some(None),
        Value::Money(amount) if amount.amount.is_zero() => return Some(None),
        Value::Number(number) => Value::Number(number.abs()),
        Value::Money(amount) => Value::Money(amount.abs()),
        Value::Duration(length) if *length == crate::quantity::Duration::default() => {
            return Some(None);
        }
        Value::Duration(length) => {
            let backwards = length.months < 0 || length.days < 0 || length.working_days < 0;
            Value::Duration(if backwards { length.neg().ok()? } else { *length })
        }
        _ => return None,
    };
    Some(Some(case.spoken().value(&size, &types.margin)))
}

/// The phrase for an ordering that fails, by what is compared.
fn phrase(case: &Case<'_>, order: Order, ty: &Type, apart: bool) -> &'static str {
    let words = &case.words().figures;
    let in_time = matches!(ty.required(), Type::Date | Type::Moment | Type::Month);
    let too_much = matches!(order, Order::Less | Order::AtMost);
    match (too_much, apart, in_time) {
        (true, true, false) => words.over,
        (true, true, true) => words.late,
        (true, false, false) => words.not_below,
        (true, false, true) => words.not_before,
        (false, true, false) => words.under,
        (false, true, true) => words.early,
        (false, false, false) => words.not_above,
        (false, false, true) => words.not_after,
    }
}
