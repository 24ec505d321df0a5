//! An order of certain values, by which equal ones are found fast. It is never seen in a result.

use std::sync::Arc;

use crate::quantity::{Currency, Date, Month, Number};
use crate::value::Value;

/// The place of a value among those of its kind.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Rank {
    Absent,
    Bool(bool),
    Number(Number),
    Money(Currency, Number),
    Date(Date),
    Month(Month),
    Text(Arc<str>),
    Member(u16),
    Other(Arc<str>),
    Record(u32),
}

impl Rank {
    /// The place of a value; none for a value that is open or of a kind without an order here.
    pub(super) fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Absent => Self::Absent,
            Value::Bool(yes) => Self::Bool(*yes),
            Value::Number(number) => Self::Number(*number),
            Value::Money(money) => Self::Money(money.currency, money.amount),
            Value::Date(day) => Self::Date(*day),
            Value::Month(month) => Self::Month(*month),
            Value::Text(text) => Self::Text(text.clone()),
            Value::Member(member) => Self::Member(*member),
            Value::Other(text) => Self::Other(text.clone()),
            Value::Record(cell) => Self::Record(*cell),
            _ => return None,
        })
    }
}
