//! Types, units, currencies, completeness of tables, coverage of dates.
//!
//! In: modules whose names are declared. Out: the [`typed`] program. No value of a proposal is
//! known here.

pub mod typed;
