//! A hand-made programme, proposal and evaluation, and what is said of them.

mod fixture;
mod report;
