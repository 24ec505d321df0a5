//! The bounds of a value that is not decided, in words.

use super::spoken::Spoken;
use super::{date, list};
use crate::explain::words::fill;
use crate::quantity::{Currency, Number};
use crate::types::typed::Type;
use crate::value::{Extent, Open, Value};

/// The most possible values that are named.
const NAMED: usize = 6;

/// The bounds of an open value; none where nothing is known of it that a reader would miss.
pub(super) fn bounds(spoken: &Spoken<'_>, open: &Open, ty: &Type) -> Option<String> {
    if open.absent || open.fault.is_some() {
        return None;
    }
    match &open.extent {
        Extent::Numbers { low: Some(low), high: None }
        | Extent::Amounts { low: Some(low), high: None, .. }
            if low.is_zero() =>
        {
            None
        }
        Extent::Numbers { low, high } => {
            let write = |number: &Number| spoken.quantity(*number, ty);
            between(spoken, low.as_ref().map(write), high.as_ref().map(write))
        }
        Extent::Amounts { low, high, currency } => {
            let write = |number: &Number| amount(spoken, *number, *currency);
            between(spoken, low.as_ref().map(write), high.as_ref().map(write))
        }
        Extent::Days { low, high } => {
            let write = |day: &crate::quantity::Date| date::date(*day, spoken.language);
            between(spoken, low.as_ref().map(write), high.as_ref().map(write))
        }
        Extent::Members { members, other } if members.len() <= NAMED => {
            let mut parts: Vec<String> =
                members.iter().map(|position| spoken.member(*position, ty)).collect();
            if *other {
                parts.push(spoken.words().values.other.to_owned());
            }
            alternatives(spoken, &parts)
        }
        Extent::Values(values) if values.len() <= NAMED => {
            let parts: Vec<String> = values.iter().map(|value| spoken.value(value, ty)).collect();
            alternatives(spoken, &parts)
        }
        _ => None,
    }
}

fn amount(spoken: &Spoken<'_>, number: Number, currency: Option<Currency>) -> String {
    match currency {
        Some(currency) => spoken.value(&Value::money(number, currency), &Type::Money(None)),
        None => spoken.number(number),
    }
}

fn between(spoken: &Spoken<'_>, low: Option<String>, high: Option<String>) -> Option<String> {
    let words = &spoken.words().values;
    match (low, high) {
        (Some(low), Some(high)) if low == high => Some(low),
        (Some(low), Some(high)) => Some(fill(words.between, &[&low, &high])),
        (Some(low), None) => Some(fill(words.at_least, &[&low])),
        (None, Some(high)) => Some(fill(words.at_most, &[&high])),
        (None, None) => None,
    }
}

fn alternatives(spoken: &Spoken<'_>, parts: &[String]) -> Option<String> {
    list::join_with(parts, spoken.words().values.or)
}
