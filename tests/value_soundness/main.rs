//! Whatever an operation says of open values, it says of every value that they can become.
//!
//! Each property draws what is known of the operands and what they are, and checks that the
//! result for what they are is one of those that the result for what is known allows. The
//! concrete results come from the same operations on certain values, which the unit tests and
//! the laws of quantities pin down.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, unreachable_pub)]

mod folds;
mod inclusion;
mod laws;
mod operations;
mod samples;
