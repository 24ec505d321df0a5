//! What an expression can be worth: a certain value, nothing, a fault, or several possibilities.
//!
//! In: certain values from facts and constants, and [`Open`] ones where facts are missing. Out:
//! the value of every operation of the language on them. An open value is the set of all that
//! the value can still become, described by an [`Extent`] that may be wider than the truth but
//! never narrower: what an operation says of an open operand, it says of every value in it.
//! This room knows no types of the language, no records' fields and no rules.

mod extent;
mod fault;
mod hull;
mod legal;
mod missing;
mod operation;
pub mod ops;
mod possible;
mod range;
mod unknown;

pub use extent::{Extent, Item, List, Rows};
pub use fault::{Fault, FaultKind, Faults};
pub use legal::Legal;
pub use missing::{Missing, Owed};
pub use operation::{
    Arithmetic, Bound, Direction, Edge, FoldKind, MonthsReading, Openness, Order, Part, Quantifier,
    State,
};
pub use possible::{Open, Value};
