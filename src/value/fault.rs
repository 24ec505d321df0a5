//! Why something cannot be computed.

use crate::quantity::{self, Date};
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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FaultKind {
    /// Arithmetic: overflow, division by zero, a day that does not exist, mixed currencies.
    Arithmetic(quantity::Fault),
    /// A parameter, definition or table has no value on this day.
    NotInForce(Date),
    /// Two exceptions hold at once with different values.
    TwoExceptions,
    /// No row of a table, no arm of a `match` or `choose` holds.
    NoRow,
    /// Two rows of a table hold.
    TwoRows,
    /// `the x in L where C` found none, or more than one.
    NotExactlyOne,
    /// A minimum, maximum, average or pick from nothing.
    Empty,
    /// Two elements with the same key where an order is needed.
    EqualKeys,
    /// A value is absent where one is needed.
    Absent,
    /// Evaluation took more steps than the host allows.
    Steps,
}
