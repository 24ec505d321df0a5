//! A hand-made programme, proposal and evaluation, and what is said of them.

mod derivation;
mod figures;
mod finding;
mod fixture;
mod legend;
mod real;
mod reason;
mod report;
mod summary;
