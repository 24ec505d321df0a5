//! Certain and open values.

use std::sync::Arc;

use super::{Extent, Fault, List, Missing};
use crate::quantity::{Currency, Date, Duration, Moment, Money, Month, Number, Period};

/// The value of an expression for one proposal.
///
/// The type of the expression says which variant a certain value has: integers, decimals,
/// percentages (as fractions: 15% is 0.15) and percentage points are all [`Value::Number`].
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// `yes` or `no`.
    Bool(bool),
    /// An integer, a decimal, a ratio, a percentage or percentage points.
    Number(Number),
    /// An amount.
    Money(Money),
    /// An amount that is only approximately known.
    About(Money),
    /// A day.
    Date(Date),
    /// A month.
    Month(Month),
    /// A day and perhaps a time.
    Moment(Moment),
    /// A duration in months, days or working days.
    Duration(Duration),
    /// A period, both ends included.
    Period(Period),
    /// A text.
    Text(Arc<str>),
    /// A member of an enum, by its position.
    Member(u16),
    /// A value of an open enum that is not among its members.
    Other(Arc<str>),
    /// A record of the facts: the number of its first cell.
    Record(u32),
    /// A group of `group … by …`: its key and its items, a list. Both may be open: an element of
    /// which the key is not known is perhaps an item of several groups.
    Group(Arc<(Value, Value)>),
    /// A list of which everything is certain but perhaps the values of its elements.
    List(List),
    /// An optional fact that is not there.
    Absent,
    /// Cannot be computed.
    Fault(Fault),
    /// Not decided by the facts given.
    Open(Arc<Open>),
}

/// All that an undecided value can still become, and what would decide it.
///
/// ```
/// use subvent::quantity::Number;
/// use subvent::text::Span;
/// use subvent::value::{Arithmetic, Missing, Owed, Value, ops};
/// let missing = Missing::one(Owed::Fact(7));
/// let some = Value::unknown_number(Some(Number::ZERO), None, missing.clone());
/// let more = ops::arithmetic(Arithmetic::Add, &some, &Value::Number(Number::ONE), Span::default());
/// assert_eq!(more, Value::unknown_number(Some(Number::ONE), None, missing));
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Open {
    /// The values that are possible.
    pub extent: Extent,
    /// It may be absent.
    pub absent: bool,
    /// It may be this fault.
    pub fault: Option<Fault>,
    /// What is owed for a decision; never empty.
    pub missing: Missing,
}

impl Value {
    /// An open value.
    #[must_use]
    pub fn open(extent: Extent, missing: Missing) -> Self {
        Self::Open(Arc::new(Open { extent, absent: false, fault: None, missing }))
    }

    /// An amount of a currency.
    #[must_use]
    pub fn money(amount: Number, currency: Currency) -> Self {
        Self::Money(Money { amount, currency })
    }

    /// Whether the value is neither open nor a fault.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        !matches!(self, Self::Open(_) | Self::Fault(_))
    }

    /// Whether the value is certainly `yes`.
    #[must_use]
    pub fn is_yes(&self) -> bool {
        matches!(self, Self::Bool(true))
    }

    /// Whether the value is certainly `no`.
    #[must_use]
    pub fn is_no(&self) -> bool {
        matches!(self, Self::Bool(false))
    }

    /// What is owed before the value is decided; empty for a decided one.
    #[must_use]
    pub fn missing(&self) -> Missing {
        match self {
            Self::Open(open) => open.missing.clone(),
            _ => Missing::none(),
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Fault> for Value {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
