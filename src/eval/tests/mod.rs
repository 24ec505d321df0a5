//! Programmes built by hand, checked against outcomes worked out by hand.

mod bounds;
mod build;
mod dates;
mod definitions;
mod elements;
mod figures;
mod lists;
mod maker;
mod outcomes;
mod soundness;
mod verdicts;
