//! Why something cannot be computed.

use crate::quantity::{self, Date, NoRate};
use crate::text::Span;

/// A computation that has no result, with its place in the rules.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fault {
    /// What went wrong.
    pub kind: FaultKind,
    /// The expression that has no result.
    pub at: Span,
    /// The other place that it takes two of, such as a second exception.
    pub also: Option<Span>,
}

/// The ways in which a computation fails.
///
/// The kinds that a written default replaces come last: of several possible faults the least is
/// kept, so that one that a default must not hide stays in sight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FaultKind {
    /// Arithmetic: overflow, division by zero, a day that does not exist, mixed currencies.
    Arithmetic(quantity::Fault),
    /// Two exceptions hold at once with different values.
    TwoExceptions,
    /// No row of a table, no arm of a `match` or `choose` holds.
    NoRow,
    /// Two rows of a table hold.
    TwoRows,
    /// Two elements with the same key where an order is needed.
    EqualKeys,
    /// A value is absent where one is needed.
    Absent,
    /// Evaluation took more steps than the host allows.
    Steps,
    /// A table of rates, by its number, has no such quote.
    NoRate {
        /// The table.
        rates: u32,
        /// What it does not have.
        none: NoRate,
    },
    /// Nobody has supplied the quotes of this table of rates.
    RatesNotSupplied(u32),
    /// A parameter, definition or table has no value on this day.
    NotInForce(Date),
    /// `the x in L where C` found none, or more than one.
    NotExactlyOne,
    /// A minimum, maximum, average or pick from nothing.
    Empty,
}

/// The written default that may stand for a fault.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Replaceable {
    /// `default … when not in force`
    NotInForce,
    /// `default … when none`
    None,
}

impl Fault {
    /// A fault at a place.
    #[must_use]
    pub fn new(kind: FaultKind, at: Span) -> Self {
        Self { kind, at, also: None }
    }

    /// A fault of arithmetic at a place.
    #[must_use]
    pub fn arithmetic(fault: quantity::Fault, at: Span) -> Self {
        Self::new(FaultKind::Arithmetic(fault), at)
    }

    /// The fault to record where either of two is possible.
    ///
    /// It is the lesser of both. Where different defaults would replace them, the record is
    /// marked, so that neither default removes it.
    #[must_use]
    pub fn either(self, other: Self) -> Self {
        let (least, most) = if self <= other { (self, other) } else { (other, self) };
        let mixed = most.is_mixed() || least.replaceable() != most.replaceable();
        if least.replaceable().is_some() && mixed { least.mixed() } else { least }
    }

    /// The same fault, marked to stand for others that another default replaces.
    pub(super) fn mixed(self) -> Self {
        Self { also: Some(self.at), ..self }
    }

    /// The default that replaces this kind of fault.
    pub(super) fn replaceable(&self) -> Option<Replaceable> {
        match self.kind {
            FaultKind::NotInForce(_) => Some(Replaceable::NotInForce),
            FaultKind::NotExactlyOne | FaultKind::Empty => Some(Replaceable::None),
            _ => None,
        }
    }

    /// Whether the fault stands for several that different defaults replace. Faults that a
    /// default replaces have no second place of their own.
    pub(crate) fn is_mixed(&self) -> bool {
        self.also.is_some() && self.replaceable().is_some()
    }
}

/// The recorded fault of two sets of possibilities.
pub(super) fn either(a: Option<Fault>, b: Option<Fault>) -> Option<Fault> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.either(b)),
        (a, b) => a.or(b),
    }
}

/// The lesser of two faults that are certain, so that no order of operands can be seen.
pub(super) fn least(a: Option<Fault>, b: Option<Fault>) -> Option<Fault> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
