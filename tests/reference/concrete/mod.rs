//! The brute-force oracle: what a programme says of one world in which everything is known.
//!
//! It walks the typed tree with numbers of any size and a calendar of its own, and shares no
//! operation with the library: neither its values, nor its arithmetic, nor its code. Where even a
//! complete world leaves a question open (an open list, a reading, two moments of one day), it
//! answers [`Stop::Unknown`] and makes no claim.

mod aggregate;
mod choice;
mod compare;
mod compute;
mod dated;
mod expression;
mod figures;
mod legal;
mod lists;
mod rule;
mod value;
mod world;

pub use figures::Figure;
pub use rule::{Finding, Ruling};
pub use value::{Class, Rec, Res, Stop, Val};
pub use world::{Frame, World};
