//! Exact quantities: numbers, money, percentages, dates, durations and periods.
//!
//! Every value is small, `Copy` and compared by value. An operation gives its exact result or a
//! [`Fault`]; nothing is rounded, wrapped or defaulted, and nothing panics. This room knows no
//! source text, no language and no rule, and never asks a clock.
//!
//! | type | holds |
//! |---|---|
//! | [`Number`] | an exact decimal or quotient |
//! | [`Sum`] | the sum of many numbers, whatever their order |
//! | [`Rounding`] | a direction and a step, as a clause names them |
//! | [`Percent`], [`Points`] | a share of something; a difference of shares |
//! | [`Currency`], [`Money`] | a currency of ISO 4217; an amount in one |
//! | [`RateTable`], [`ExchangeRate`] | exchange rates by month or day; one of them |
//! | [`Date`], [`Month`], [`Moment`] | civil days, months and days with a time that may be unknown |
//! | [`calendar`], [`deadline`] | which days are worked; when a legal period ends |
//! | [`Duration`], [`Period`] | calendar units kept apart; days from one to another, both included |

pub mod calendar;
mod cover;
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
mod rates;
mod rounding;
mod span;
mod year;

pub use chrono::Weekday;
pub use cover::{gaps_between, gaps_in, union};
pub use currency::Currency;
pub use date::{Date, MonthEnd};
pub use duration::Duration;
pub use fault::Fault;
pub use moment::{Moment, TimeOfDay};
pub use money::Money;
pub use month::Month;
pub use number::{Number, NumberError, Sum};
pub use percent::{Percent, Points};
pub use period::Period;
pub use rates::{
    ExchangeRate, NoRate, Quotation, QuoteError, RateDate, RateSpan, RateTable, Rhythm,
};
pub use rounding::{Rounding, RoundingMode};
pub use span::{completed_months, completed_years, started_months, started_years};
pub use year::{fiscal_year_of, quarter_of};
