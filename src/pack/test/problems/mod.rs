//! Why a test fails, one problem a file.

mod bad_change;
mod bad_facts;
mod expectation;
mod no_constant;
mod unknown_name;

pub(super) use bad_change::{BadChange, ChangeFault};
pub(super) use bad_facts::{BadFacts, FactsFault};
pub(super) use expectation::Expectation;
pub(super) use no_constant::NoConstant;
pub(super) use unknown_name::{UnknownName, What};

use crate::diagnostic::Diagnostic;

/// A problem of a test; boxed, since most functions that check something may return one.
pub(super) struct Failed(pub(super) Box<Diagnostic>);

impl<P: Into<Diagnostic>> From<P> for Failed {
    fn from(problem: P) -> Self {
        Self(Box::new(problem.into()))
    }
}
