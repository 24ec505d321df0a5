//! Constructors for open values, and how an open value that is decided after all becomes certain.

use std::sync::Arc;

use super::{Extent, Fault, Missing, Open, Value};
use crate::quantity::{Currency, Date, Money, Number};

impl Value {
    /// Either `yes` or `no`.
    #[must_use]
    pub fn unknown_bool(missing: Missing) -> Self {
        Self::open(Extent::Bools, missing)
    }

    /// A number between two bounds, both included; certain when they are equal.
    #[must_use]
    pub fn unknown_number(low: Option<Number>, high: Option<Number>, missing: Missing) -> Self {
        Self::possible(Extent::Numbers { low, high }, None, missing)
    }

    /// An amount of a currency between two bounds, both included.
    #[must_use]
    pub fn unknown_amount(
        low: Option<Number>,
        high: Option<Number>,
        currency: Option<Currency>,
        missing: Missing,
    ) -> Self {
        Self::possible(Extent::Amounts { low, high, currency }, None, missing)
    }

    /// A day between two days, both included.
    #[must_use]
    pub fn unknown_date(low: Option<Date>, high: Option<Date>, missing: Missing) -> Self {
        Self::possible(Extent::Days { low, high }, None, missing)
    }

    /// A member of an enum with so many members, or something else when the enum is open.
    #[must_use]
    pub fn unknown_member(
        members: impl IntoIterator<Item = u16>,
        other: bool,
        missing: Missing,
    ) -> Self {
        let mut members: Vec<u16> = members.into_iter().collect();
        members.sort_unstable();
        members.dedup();
        Self::possible(Extent::Members { members: members.into(), other }, None, missing)
    }

    /// A list of any number of elements, of which `element` is the hull.
    #[must_use]
    pub fn unknown_list(element: Value, missing: Missing) -> Self {
        let extent = Extent::List { items: Arc::from([]), more: Some(Arc::new(element)) };
        Self::open(extent, missing)
    }

    /// Anything of its type.
    #[must_use]
    pub fn unknown(missing: Missing) -> Self {
        Self::open(Extent::Any, missing)
    }

    /// A value of an extent, or perhaps a fault; certain when there is but one possibility.
    #[must_use]
    pub fn possible(extent: Extent, fault: Option<Fault>, missing: Missing) -> Self {
        Open { extent, absent: false, fault, missing }.settle()
    }

    /// The same value, which may be absent instead.
    #[must_use]
    pub fn or_absent(self, missing: Missing) -> Self {
        match self {
            Self::Absent => self,
            Self::Open(open) => {
                let missing = open.missing.union(&missing);
                Open { absent: true, missing, ..Arc::unwrap_or_clone(open) }.settle()
            }
            Self::Fault(fault) => {
                Open { extent: Extent::Nothing, absent: true, fault: Some(fault), missing }.settle()
            }
            certain => {
                let extent = Extent::of(&certain);
                Open { extent, absent: true, fault: None, missing }.settle()
            }
        }
    }
}

impl Open {
    /// Whether nothing but a fault is possible, one of several.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        self.extent == Extent::Nothing && !self.absent && self.fault.is_some()
    }

    /// The value: certain when there is but one possibility, else open.
    #[must_use]
    pub fn settle(self) -> Value {
        let certain = match (&self.extent, self.absent, self.fault) {
            (Extent::Nothing, true, None) => Some(Value::Absent),
            // A fault that stands for several is not one possibility.
            (Extent::Nothing, false, Some(fault)) if !fault.is_mixed() => Some(Value::Fault(fault)),
            (extent, false, None) => extent.single(),
            _ => None,
        };
        certain.unwrap_or_else(|| Value::Open(Arc::new(self)))
    }
}

impl Extent {
    /// The one certain value of the extent, when it has but one.
    #[must_use]
    pub fn single(&self) -> Option<Value> {
        match self {
            Self::Members { members, other: false } => match **members {
                [member] => Some(Value::Member(member)),
                _ => None,
            },
            Self::Numbers { low, high } => low.filter(|low| *high == Some(*low)).map(Value::Number),
            Self::Amounts { low, high, currency } => {
                let amount = low.filter(|low| *high == Some(*low))?;
                Some(Value::Money(Money { amount, currency: (*currency)? }))
            }
            Self::Days { low, high } => low.filter(|low| *high == Some(*low)).map(Value::Date),
            Self::Record(cell) => Some(Value::Record(*cell)),
            Self::List { items, more: None } if items.iter().all(|item| item.certain) => {
                let items: Vec<Value> = items.iter().map(|item| item.value.clone()).collect();
                Some(Value::List(super::List::Items(items.into())))
            }
            Self::Values(values) => match &**values {
                [value] => Some(value.clone()),
                _ => None,
            },
            _ => None,
        }
    }
}
