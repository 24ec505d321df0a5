//! The rules of the Örebro programme as somebody would write them by hand, to measure against.
//!
//! In: a proposal's tree of words. Out: plain structs ([`read`]), then an outcome for each rule
//! and element ([`orebro`]). Nothing here uses the rules, the facts or the evaluator of the
//! library, so agreement says something about both. Missing facts have no place in it: a
//! proposal that leaves something out cannot be read.

#![allow(unreachable_pub, reason = "a module that a benchmark and a test include by its path")]

pub mod agreement;
pub mod orebro;
pub mod read;
pub mod variants;
