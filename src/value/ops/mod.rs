//! The operations of the language on values, one file a family.
//!
//! In: values, the place of the expression for faults, and what is owed where an operation can
//! leave a question open by itself. Out: a value. Operations are pure and never panic; an operand
//! of a kind that the checker would not let through gives [`FaultKind::Absent`].
//!
//! Each starts with the case of certain operands, which takes no memory. Where an operand is
//! open, the result holds the result for each of its values, and is certain when there is but
//! one. Overflow, and dates out of range, are possible for an unknown operand only where its
//! bounds say so: a side without a bound is taken to be no larger than results can hold.
//!
//! [`FaultKind::Absent`]: super::FaultKind::Absent

mod arithmetic;
mod choice;
mod dates;
mod defaults;
mod equality;
mod fold;
mod interval;
mod legal;
mod lists;
mod logic;
mod measure;
mod membership;
mod order;
mod periods;
mod quotient;
mod state;
mod strict;
mod tolerance;
mod unary;
mod working_days;

#[cfg(test)]
mod tests;

pub use arithmetic::arithmetic;
pub use choice::{join, select};
pub use dates::{day_of_year, days_between, part, shift};
pub use defaults::{default_when_absent, default_when_none, default_when_not_in_force};
pub use equality::{equal, equal_owed};
pub use fold::{Fold, extreme};
pub use legal::legal;
pub use lists::{distinct, list, range};
pub use logic::{Truth, and, not, or, truth};
pub use membership::{element_of, includes, one_of};
pub use order::compare;
pub use periods::{in_period, lasts, months_of, overlap_of, overlaps, period_from, within};
pub use quotient::compare_quotient;
pub use state::state;
pub use strict::certain_fault;
pub use tolerance::within_tolerance;
pub use unary::{absolute, negate, round, starts_with};
