//! Programmes built by hand, checked against outcomes worked out by hand.

mod build;
mod dates;
mod definitions;
mod elements;
mod figures;
mod outcomes;
mod soundness;

mod verdicts;
