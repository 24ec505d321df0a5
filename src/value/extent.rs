//! The shapes of what is still possible, and lists.
#![allow(missing_docs, reason = "the sentence above a variant names its fields")]

use std::sync::Arc;

use super::Value;
use crate::quantity::{Currency, Date, Number};

/// The values that an open value can still become, fault and absence left aside.
#[derive(Clone, PartialEq, Debug)]
pub enum Extent {
    /// No value at all is possible: only absence or a fault.
    Nothing,
    /// `yes` as well as `no`.
    Bools,
    /// Some members of an enum, sorted; `other` when an open enum may hold something else.
    Members { members: Arc<[u16]>, other: bool },
    /// Numbers between two bounds, both included; no bound is infinity.
    Numbers { low: Option<Number>, high: Option<Number> },
    /// Amounts of one currency between two bounds, both included; `currency` is absent where
    /// only the facts would tell it.
    Amounts { low: Option<Number>, high: Option<Number>, currency: Option<Currency> },
    /// Days between two bounds, both included.
    Days { low: Option<Date>, high: Option<Date> },
    /// This record, whose cells may be open themselves.
    Record(u32),
    /// A list of which the elements named are possible, and more of them when `more` is given:
    /// `more` stands for any further element. Unless all are certain and there are no more, the
    /// elements may come in any order.
    List { items: Arc<[Item]>, more: Option<Arc<Value>> },
    /// Exactly one of these certain values.
    Values(Arc<[Value]>),
    /// Any value of its type.
    Any,
}

/// A list.
#[derive(Clone, PartialEq, Debug)]
pub enum List {
    /// Rows of the facts: records that lie one after another.
    Rows(Rows),
    /// Values that were computed, or a list of scalars in the facts.
    Items(Arc<[Value]>),
}

/// Records of one type that lie one after another in the cells of the facts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rows {
    /// The first cell of the first record.
    pub start: u32,
    /// How many records.
    pub count: u32,
    /// How many cells a record takes.
    pub stride: u32,
}

/// An element that a list may have.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// The element.
    pub value: Value,
    /// It is in the list for certain.
    pub certain: bool,
}

impl List {
    /// The number of elements.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Rows(rows) => rows.count as usize,
            Self::Items(items) => items.len(),
        }
    }

    /// Whether there is no element.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The element at a position counted from 0.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Value> {
        match self {
            Self::Rows(rows) => rows.get(index).map(Value::Record),
            Self::Items(items) => items.get(index).cloned(),
        }
    }

    /// The elements in order.
    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

impl Rows {
    /// The first cell of the record at a position counted from 0.
    #[must_use]
    pub fn get(self, index: usize) -> Option<u32> {
        let index = u32::try_from(index).ok().filter(|index| *index < self.count)?;
        self.start.checked_add(index.checked_mul(self.stride)?)
    }
}
