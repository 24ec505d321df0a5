//! The short way through the library: rules, a proposal, a report.
//!
//! [`Rules`] are loaded once and shared; they read proposals and check them on a date
//! ([`AsOf`]). A [`Report`] serialises to the JSON of the interface and turns itself into errors
//! that miette draws. Nothing here is clever: each step is a room of its own, which a program
//! can also use alone.

mod as_of;
mod complete;
mod report;
mod rules;

pub use as_of::{AsOf, NoSuchDate};
pub use report::{Report, ReportError};
pub use rules::Rules;

#[cfg(test)]
mod tests;
