//! The limits of fields.

use std::cmp::Ordering;

use super::Binder;
use crate::data::DataNode;
use crate::facts::problems::OutOfLimits;
use crate::quantity::{Money, Number, Percent, Points};
use crate::types::typed::{Field, Limit, Type};
use crate::value::Value;

impl<'b> Binder<'b> {
    /// Checks a value against the limits of its field and reports what lies outside. Limits of a
    /// list are those of its length, so its elements have none.
    pub(super) fn within_limits(
        &mut self,
        field: &'b Field,
        node: &'b DataNode,
        value: &Value,
    ) -> bool {
        if is_list(field) {
            return true;
        }
        let mut within = true;
        for (limit, outside) in limits(field) {
            if is_outside(value, limit, outside) {
                within = false;
                let must = format!("be {}", words(field, limit, outside));
                let site = self.site(field, node);
                let found = site.words;
                self.report(OutOfLimits { site, must: &must, found, written: limit.span });
            }
        }
        within
    }

    /// Checks the length of a list against the limits of its field.
    pub(super) fn check_length(&mut self, field: &'b Field, node: &'b DataNode, length: usize) {
        let count = Number::from_i64(i64::try_from(length).unwrap_or(i64::MAX));
        for (limit, outside) in limits(field).filter(|_| is_list(field)) {
            if is_outside(&Value::Number(count), limit, outside) {
                let one = limit.value == Value::Number(Number::ONE);
                let elements = if one { "element" } else { "elements" };
                let must = format!("have {} {elements}", words(field, limit, outside));
                let site = self.site(field, node);
                let found = &count.to_string();
                self.report(OutOfLimits { site, must: &must, found, written: limit.span });
            }
        }
    }
}

/// The limits of a field, each with the side that lies outside.
fn limits(field: &Field) -> impl Iterator<Item = (&Limit, Ordering)> {
    let low = field.limits.low.iter().map(|limit| (limit, Ordering::Less));
    low.chain(field.limits.high.iter().map(|limit| (limit, Ordering::Greater)))
}

/// Whether a field holds a list.
pub(super) fn is_list(field: &Field) -> bool {
    matches!(field.ty.required(), Type::List(_))
}

/// Whether a value lies outside a limit.
fn is_outside(value: &Value, limit: &Limit, outside: Ordering) -> bool {
    let order = compare(value, &limit.value);
    order == Some(outside) || order == Some(Ordering::Equal) && !limit.inclusive
}

/// The order of a value and a bound; none for values without an order.
fn compare(value: &Value, bound: &Value) -> Option<Ordering> {
    match (value, bound) {
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        (Value::Money(a) | Value::About(a), Value::Money(b) | Value::About(b)) => {
            if b.amount.is_zero() {
                // Nought is nought in every currency, so `money any at least 0` holds for all.
                return Some(a.amount.cmp(&b.amount));
            }
            a.compare(b).ok()
        }
        (Value::Money(a) | Value::About(a), Value::Number(b)) => Some(a.amount.cmp(b)),
        (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
        (Value::Month(a), Value::Month(b)) => Some(a.cmp(b)),
        (Value::Duration(a), Value::Duration(b)) => a.compare(b),
        (Value::Moment(a), Value::Moment(b)) => match (a.before(b), b.before(a)) {
            (Some(true), _) => Some(Ordering::Less),
            (_, Some(true)) => Some(Ordering::Greater),
            (Some(false), Some(false)) => Some(Ordering::Equal),
            _ => None,
        },
        _ => None,
    }
}

/// A limit in words: `at least 0.00 PLN`.
fn words(field: &Field, limit: &Limit, outside: Ordering) -> String {
    let bound = match (&limit.value, field.ty.required()) {
        (Value::Number(number), Type::Percent) => Percent::from_fraction(*number).to_string(),
        (Value::Number(number), Type::Points) => Points::from_fraction(*number).to_string(),
        (Value::Number(number), Type::Money(Some(currency)) | Type::About(Some(currency))) => {
            Money::new(*number, *currency).to_string()
        }
        (Value::Number(number), _) => number.to_string(),
        (Value::Money(money) | Value::About(money), _) => money.to_string(),
        (Value::Date(date), _) => date.to_string(),
        (Value::Month(month), _) => month.to_string(),
        (Value::Moment(moment), _) => moment.to_string(),
        (Value::Duration(duration), _) => duration.to_string(),
        _ => "its limit".to_owned(),
    };
    let order = match (outside, limit.inclusive) {
        (Ordering::Less, true) => "at least",
        (Ordering::Less, false) => "above",
        (_, true) => "at most",
        (_, false) => "below",
    };
    format!("{order} {bound}")
}
