//! The facts of one proposal, bound to what the rules declare.
//!
//! In: a tree of values as written ([`DataNode`](crate::data::DataNode)) or any
//! `serde::Serialize`, and the [`FactSchema`](crate::program::FactSchema) of a programme. Out:
//! [`Facts`], a flat list of cells, or every problem with its place. Each word is read under the
//! declared type of its field: a number goes from its letters to an exact number, never through
//! a float; what has two readings is refused with both.
//!
//! The steps of [`bind`]: names and values in the order of the file (`bind`), one reader for
//! each scalar type (`read`), then references by key, then stand-ins for the elements of lists
//! that nobody gave. This room evaluates no rule and checks no invariant.

mod bind;
mod embed;
mod header;
mod limits;
mod locale;
mod origin;
mod path;
mod problems;
mod read;
mod run;
mod sizes;
mod store;

pub use bind::{bind, bind_within};
pub use embed::{bind_value, bind_value_within};
pub use header::Header;
pub use limits::FactLimits;
pub use locale::Locale;
pub use origin::Origin;
pub use store::Facts;

#[cfg(test)]
mod tests;
