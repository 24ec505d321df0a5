//! Calendars: which days are worked.

mod easter;
mod rule;

pub use easter::{Church, FIRST_YEAR, LAST_YEAR, easter};
pub use rule::{DayRule, Nth};
