//! The laws of exact quantities, held against independent authorities: big rationals and another
//! decimal library for numbers, chrono and jiff for dates, and single days for periods.
//!
//! A number is held exactly when its lowest terms have at most 96 bits above and below the
//! line. So every operation must either give the value that big rationals give, or overflow
//! while that value is really not held. There is no third case.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

mod calendar;
mod cover;
mod dates;
mod decimals;
mod laws;
mod numbers;
mod oracle;
mod rounding;
mod sums;
