//! A reference for what programmes mean, and generators of programmes and facts to hold the
//! compiled evaluator against it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    missing_docs,
    dead_code,
    unreachable_pub,
    reason = "this is a test: it may stop where the library may not"
)]

pub mod agree;
pub mod calendar;
pub mod chance;
pub mod concrete;
pub mod coverage;
pub mod exact;
pub mod generate;
pub mod harness;
pub mod legal;
pub mod open;
pub mod sound;
pub mod soup;

/// How many cases to run: as many as `SUBVENT_CASES` says, else so many.
pub fn cases(usual: u64) -> u64 {
    std::env::var("SUBVENT_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

/// The seeds of the cases to run: as many as `SUBVENT_CASES` says, else so many, from the one
/// that `SUBVENT_SEED` says.
pub fn seeds(usual: u64) -> std::ops::Range<u64> {
    let first = std::env::var("SUBVENT_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    first..first + cases(usual)
}
