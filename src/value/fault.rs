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
    /// It stands for several faults that different defaults replace.
    mixed: bool,
}

/// The faults that are met on the way to a result which is the least of them.
///
/// ```
/// use subvent::quantity::Fault as Arithmetic;
/// use subvent::text::Span;
/// use subvent::value::{Fault, FaultKind, Faults};
/// let empty = Fault::new(FaultKind::Empty, Span::default());
/// let division = Fault::arithmetic(Arithmetic::DivisionByZero, Span::default());
/// let mut faults = Faults::default();
/// faults.meet(Some(empty));
/// assert_eq!(faults.of_result(), Some(empty));
/// faults.may_meet(Some(division));
/// assert!(faults.of_result().is_some_and(|fault| fault.is_mixed()));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Faults {
    /// The least of those that are met for certain.
    certain: Option<Fault>,
    /// All that are met perhaps, as one record.
    possible: Option<Fault>,
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
        Self { kind, at, also: None, mixed: false }
    }

    /// A fault that takes two places.
    #[must_use]
    pub fn between(kind: FaultKind, at: Span, also: Span) -> Self {
        Self { also: Some(also), ..Self::new(kind, at) }
    }

    /// A fault of arithmetic at a place.
    #[must_use]
    pub fn arithmetic(fault: quantity::Fault, at: Span) -> Self {
        Self::new(FaultKind::Arithmetic(fault), at)
    }

    /// The same fault at another place.
    #[must_use]
    pub fn moved_to(self, at: Span) -> Self {
        Self { at, ..self }
    }

    /// The fault to record where either of two is possible.
    ///
    /// It is the lesser of both. Where different defaults would replace them, the record is
    /// marked, so that neither default removes it.
    #[must_use]
    pub fn either(self, other: Self) -> Self {
        let (least, most) = if self <= other { (self, other) } else { (other, self) };
        let mixed = least.mixed || most.mixed || least.replaceable() != most.replaceable();
        Self { mixed, ..least }
    }

    /// The same fault, marked to stand for others that another default replaces.
    pub(super) fn mixed(self) -> Self {
        Self { mixed: true, ..self }
    }

    /// The default that replaces this kind of fault.
    pub(super) fn replaceable(&self) -> Option<Replaceable> {
        match self.kind {
            FaultKind::NotInForce(_) => Some(Replaceable::NotInForce),
            FaultKind::NotExactlyOne | FaultKind::Empty => Some(Replaceable::None),
            _ => None,
        }
    }

    /// Whether the fault stands for several that different defaults replace, so that no default
    /// is certain to replace it and none is certain not to.
    #[must_use]
    pub fn is_mixed(&self) -> bool {
        self.mixed
    }
}

impl Faults {
    /// Takes in a fault that is met for certain.
    pub fn meet(&mut self, fault: Option<Fault>) {
        self.certain = least(self.certain, fault);
    }

    /// Takes in a fault that is met perhaps.
    pub fn may_meet(&mut self, fault: Option<Fault>) {
        self.possible = either(self.possible, fault);
    }

    /// The least of those that are met for certain.
    #[must_use]
    pub fn certain(&self) -> Option<Fault> {
        self.certain
    }

    /// Whether there is none at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.certain.is_none() && self.possible.is_none()
    }

    /// The fault to record for the result where it is one.
    ///
    /// A fault that no default replaces is the least of all. Another may be hidden by one that is
    /// possible and is replaced by no default, or by another one.
    #[must_use]
    pub fn of_result(&self) -> Option<Fault> {
        let (Some(certain), Some(possible)) = (self.certain, self.possible) else {
            return self.certain.or(self.possible);
        };
        let replaced = certain.mixed || certain.replaceable().is_some();
        let other = possible.mixed
            || (possible < certain && possible.replaceable() != certain.replaceable());
        Some(if replaced && other { certain.min(possible).mixed() } else { certain })
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
        (Some(a), Some(b)) => {
            let least = a.min(b);
            // What a mixed one stands for may be less than the lesser of both.
            let mixed = (a.mixed || b.mixed) && (least.mixed || least.replaceable().is_some());
            Some(Fault { mixed, ..least })
        }
        (a, b) => a.or(b),
    }
}
