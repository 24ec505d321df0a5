//! Evaluation of one proposal, with reasons or without.
//!
//! In: a program, facts and the date of assessment. Out: an [`Evaluation`]: per rule and element
//! an outcome with its comparisons, its missing facts and its effect. No file, no clock, no
//! prose: what is said of an outcome is for `explain`.

mod outcome;

pub use outcome::*;
