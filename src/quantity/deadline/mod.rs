//! Legal periods: when a period that the law counts ends.

mod regime;

pub use regime::Regime;
