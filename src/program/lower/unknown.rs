//! A value of which only its type is known.

use crate::types::typed::{Checked, Field, Limit, Type};
use crate::value::{Extent, Missing, Value};

/// Any value of a type.
pub(super) fn of_type(checked: &Checked, ty: &Type, missing: &Missing) -> Value {
    let missing = missing.clone();
    match ty {
        Type::Bool => Value::unknown_bool(missing),
        Type::Integer | Type::Decimal | Type::Percent | Type::Points => {
            Value::unknown_number(None, None, missing)
        }
        Type::Money(currency) => Value::unknown_amount(None, None, *currency, missing),
        Type::Date => Value::unknown_date(None, None, missing),
        Type::Enum(id) => match checked.enums.get(id.index()) {
            Some(found) => {
                let count = u16::try_from(found.members.len()).unwrap_or(u16::MAX);
                Value::unknown_member(0..count, found.open, missing)
            }
            None => Value::unknown(missing),
        },
        Type::List(element) => Value::unknown_list(of_type(checked, element, &missing), missing),
        Type::Optional(inner) => of_type(checked, inner, &missing).or_absent(missing),
        Type::About(_)
        | Type::Month
        | Type::Moment
        | Type::Duration
        | Type::Period
        | Type::Text
        | Type::Record(_)
        | Type::Group(_)
        | Type::Poison => Value::unknown(missing),
    }
}

/// Any value of a field, within its limits.
pub(super) fn of_field(checked: &Checked, field: &Field, missing: &Missing) -> Value {
    let (low, high) = (bound(field.limits.low.as_ref()), bound(field.limits.high.as_ref()));
    let any = of_type(checked, field.ty.required(), missing);
    let value = match &any {
        Value::Open(open) => match limited(&open.extent, low, high) {
            Some(extent) => Value::possible(extent, None, missing.clone()),
            None => any,
        },
        _ => any,
    };
    if field.optional { value.or_absent(missing.clone()) } else { value }
}

/// The value of a bound. A bound that is not allowed itself is taken as allowed, which only
/// widens what is possible.
fn bound(limit: Option<&Limit>) -> Option<&Value> {
    limit.map(|limit| &limit.value)
}

/// An extent without ends, cut at bounds.
fn limited(extent: &Extent, low: Option<&Value>, high: Option<&Value>) -> Option<Extent> {
    let number = |value: Option<&Value>| match value {
        Some(Value::Number(number)) => Some(*number),
        Some(Value::Money(money)) => Some(money.amount),
        _ => None,
    };
    let day = |value: Option<&Value>| match value {
        Some(Value::Date(date)) => Some(*date),
        _ => None,
    };
    match extent {
        Extent::Numbers { .. } => Some(Extent::Numbers { low: number(low), high: number(high) }),
        Extent::Amounts { currency, .. } => {
            Some(Extent::Amounts { low: number(low), high: number(high), currency: *currency })
        }
        Extent::Days { .. } => Some(Extent::Days { low: day(low), high: day(high) }),
        _ => None,
    }
}
