//! A comparison in a sentence: what was measured, the limit, and how far apart they are.

use std::borrow::Cow;

use super::case::{Case, quoted};
use super::legend::FigureTypes;
use super::words::{FigureWords, fill};
use crate::eval::Comparison;
use crate::types::typed::{Order, Type};
use crate::value::{Extent, Value};

/// The sentence for a comparison that fails.
pub(super) fn sentence(case: &Case<'_>, comparison: &Comparison) -> String {
    let words = &case.words().figures;
    let legend = case.submission.legend;
    let types = legend.figures_at(comparison.span);
    let spoken = case.spoken();
    let clause = quoted(case.submission.sources, comparison.span);
    let measured = spoken.bounds(&comparison.measured, &types.measured);
    let limit = comparison.limit.as_ref().map(|limit| passed(limit, comparison.order));
    let limit = limit.map(|limit| spoken.bounds(&limit, &types.limit));
    match (comparison.order, limit) {
        (None, _) if legend.is_forbidden(comparison.span) => fill(words.forbidden, &[&clause]),
        (Some(order), Some(limit)) => ordered(case, comparison, order, (measured, limit)),
        (None, Some(limit)) => fill(words.other_than, &[&measured, &limit]),
        (_, None) if tells(&comparison.measured) => fill(words.fails_with, &[&clause, &measured]),
        (_, None) => fill(words.fails, &[&clause]),
    }
}

/// Whether a value tells more than the words of its condition: presence and truth do not.
fn tells(value: &Value) -> bool {
    !matches!(value, Value::Absent | Value::Bool(_) | Value::Record(_))
}

/// The sentence for an ordering that fails, with the distance where it is certain.
fn ordered(
    case: &Case<'_>,
    comparison: &Comparison,
    order: Order,
    (measured, limit): (String, String),
) -> String {
    let words = &case.words().figures;
    let types = case.submission.legend.figures_at(comparison.span);
    let too_much = matches!(order, Order::Less | Order::AtMost);
    let distance = comparison.margin.as_ref().and_then(|margin| distance(case, margin, types));
    if matches!(types.measured.required(), Type::Period) {
        let (phrase, by) = lasting(words, too_much, distance.flatten());
        return fill(phrase, &[&measured, &limit, &by]);
    }
    match distance {
        Some(distance) => {
            let phrase = phrase(case, too_much, &types.measured, distance.is_some());
            fill(phrase, &[&measured, &limit, &distance.unwrap_or_default()])
        }
        None if too_much => fill(words.above, &[&measured, &limit]),
        None => fill(words.below, &[&measured, &limit]),
    }
}

/// The phrase for a period that lasts too long or not long enough, and by how much.
fn lasting(words: &FigureWords, too_much: bool, by: Option<String>) -> (&'static str, String) {
    let phrase = match (too_much, by.is_some()) {
        (true, true) => words.longer_by,
        (true, false) => words.longer,
        (false, true) => words.shorter_by,
        (false, false) => words.shorter,
    };
    (phrase, by.unwrap_or_default())
}

/// How far a comparison that holds is from its limit, where that is certain.
pub(super) fn spare(case: &Case<'_>, comparison: &Comparison) -> Option<String> {
    let types = case.submission.legend.figures_at(comparison.span);
    let distance = distance(case, comparison.margin.as_ref()?, types)??;
    Some(fill(case.words().figures.margin, &[&distance]))
}

/// The limit as it counts: of an open one, the bound that is passed for certain.
fn passed(limit: &Value, order: Option<Order>) -> Cow<'_, Value> {
    let (Value::Open(open), Some(order)) = (limit, order) else { return Cow::Borrowed(limit) };
    let too_much = matches!(order, Order::Less | Order::AtMost);
    let bound = match &open.extent {
        Extent::Numbers { low, high } => if too_much { *high } else { *low }.map(Value::Number),
        Extent::Amounts { low, high, currency } => {
            let bound = if too_much { *high } else { *low };
            bound.zip(*currency).map(|(bound, currency)| Value::money(bound, currency))
        }
        Extent::Days { low, high } => if too_much { *high } else { *low }.map(Value::Date),
        _ => None,
    };
    bound.map_or(Cow::Borrowed(limit), Cow::Owned)
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
fn phrase(case: &Case<'_>, too_much: bool, ty: &Type, apart: bool) -> &'static str {
    let words = &case.words().figures;
    let in_time = matches!(ty.required(), Type::Date | Type::Moment | Type::Month);
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
