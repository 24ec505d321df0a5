//! Runs the `test` blocks of a programme and tells what they missed.
//!
//! In: a [`Pack`](crate::pack::Pack) and a reader of the files that tests name. Out: a [`TestReport`]: how many
//! tests passed, a problem with its place for every expectation that is not met, and on request
//! what no test reached: outcomes, bounds from each side, rows of tables, exceptions.
//!
//! A test is a list of steps: `on` sets the date, `given` makes the facts, `expect` compares.
//! The facts of a `given` are evaluated once, at the first thing expected of them.

mod change;
mod constant;
mod coverage;
mod datum;
pub(super) mod expect;
mod given;
mod problems;
mod report;
mod run;

pub use coverage::{Missed, RuleCoverage};
pub use report::{Failure, TestReport};
pub use run::{TestOptions, run_tests};

#[cfg(test)]
mod tests;
