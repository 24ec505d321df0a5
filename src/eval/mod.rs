//! Evaluation of one proposal, with reasons or without.
//!
//! In: a program, facts and the date of assessment. Out: an [`Evaluation`]: per rule and element
//! an outcome with its comparisons, its missing facts and its effect. No file, no clock, no
//! prose: what is said of an outcome is for `explain`.
//!
//! An [`Evaluator`] goes through the rules that bind, each on the records and elements that it is
//! for (`rule`); a machine runs their code (`machine`); what is read and computed on the way is
//! noted where reasons are asked for (`recorder`).

mod element;
mod evaluator;
mod invariant;
mod limits;
mod machine;
mod memory;
mod outcome;
mod recorder;
mod rule;
mod totals;
mod verdict;

pub use element::{Element, ElementPath};
pub use evaluator::{Evaluator, Mode, Scratch};
pub use invariant::{InvariantProblem, invariant_problems};
pub use limits::Limits;
pub use outcome::*;
pub use totals::{AmountTotal, Totals};
pub use verdict::verdict;

#[cfg(test)]
mod tests;
