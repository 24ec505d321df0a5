//! What is known of the size of a value: the range of a number, of an amount, or of a day.

use crate::quantity::{Currency, Date, Number};
use crate::value::range::Range;
use crate::value::{Extent, Value};

/// The size of a value that is certain or open.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Measure {
    /// A number.
    Number(Range<Number>),
    /// An amount; without a currency where several are possible.
    Amount(Range<Number>, Option<Currency>),
    /// A day.
    Day(Range<Date>),
    /// Nothing of the kind, or nothing is known.
    Other,
}

impl Measure {
    /// The size of a value.
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::Number(number) => Self::Number(Range::exactly(*number)),
            Value::Money(money) => Self::Amount(Range::exactly(money.amount), Some(money.currency)),
            Value::Date(date) => Self::Day(Range::exactly(*date)),
            Value::Open(open) => Self::of_extent(&open.extent),
            _ => Self::Other,
        }
    }

    /// The size of what is possible.
    pub(super) fn of_extent(extent: &Extent) -> Self {
        match extent {
            Extent::Numbers { low, high } => Self::Number(Range { low: *low, high: *high }),
            Extent::Amounts { low, high, currency } => {
                Self::Amount(Range { low: *low, high: *high }, *currency)
            }
            Extent::Days { low, high } => Self::Day(Range { low: *low, high: *high }),
            Extent::Values(values) => match values.split_first() {
                Some((first, rest)) => {
                    rest.iter().fold(Self::of(first), |hull, value| hull.hull(Self::of(value)))
                }
                None => Self::Other,
            },
            _ => Self::Other,
        }
    }

    /// The range of a number or of an amount in whatever currency.
    pub(super) fn range(&self) -> Option<Range<Number>> {
        match self {
            Self::Number(range) | Self::Amount(range, _) => Some(*range),
            _ => None,
        }
    }

    fn hull(self, other: Self) -> Self {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => Self::Number(a.hull(&b)),
            (Self::Amount(a, c), Self::Amount(b, d)) => {
                Self::Amount(a.hull(&b), c.filter(|c| d == Some(*c)))
            }
            (Self::Day(a), Self::Day(b)) => Self::Day(a.hull(&b)),
            _ => Self::Other,
        }
    }
}
