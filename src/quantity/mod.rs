//! Exact quantities: numbers, money, percentages, dates, durations and periods.
//!
//! Every value is small, `Copy` and compared by value. An operation gives its exact result or a
//! [`Fault`]; nothing is rounded, wrapped or defaulted, and nothing panics. This room knows no
//! source text, no language and no rule, and never asks a clock.
//!
//! | type | holds |
//! |---|---|
//! | [`Number`] | an exact decimal or quotient |
//! | [`Rounding`] | a direction and a step, as a clause names them |
//! | [`Percent`], [`Points`] | a share of something; a difference of shares |
//! | [`Currency`], [`Money`] | a currency of ISO 4217; an amount in one |
//! | [`Date`], [`Month`], [`Moment`] | civil days, months and days with a time that may be unknown |
//! | [`calendar`], [`deadline`] | which days are worked; when a legal period ends |
//! | [`Duration`], [`Period`] | calendar units kept apart; days from one to another, both included |

pub mod calendar;
mod currency;
mod date;
pub mod deadline;
mod duration;
mod fault;
mod moment;
mod money;
mod month;
mod number;
mod percent;
mod period;
mod rounding;
mod span;

pub use chrono::Weekday;
pub use currency::Currency;
pub use date::{Date, MonthEnd};
pub use duration::Duration;
pub use fault::Fault;
pub use moment::{Moment, TimeOfDay};
pub use money::Money;
pub use month::Month;
pub use number::{Number, NumberError};
pub use percent::{Percent, Points};
pub use period::Period;
pub use rounding::{Rounding, RoundingMode};
pub use span::{completed_months, started_months};
