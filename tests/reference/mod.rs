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

pub mod calendar;
pub mod chance;
pub mod concrete;
pub mod coverage;
pub mod exact;
pub mod generate;
pub mod harness;

/// How many cases to run: as many as `SUBVENT_CASES` says, else so many.
pub fn cases(usual: u64) -> u64 {
    std::env::var("SUBVENT_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}
