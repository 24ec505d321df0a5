//! Legal periods.

use super::Expr;
use crate::quantity::deadline::Regime;
use crate::text::{Span, Spanned};

/// `deadline(3 months after d by poland under PL)`: the end of a legal period.
#[derive(Clone, PartialEq, Debug)]
pub struct Deadline {
    /// How long the period is.
    pub length: LegalLength,
    /// `before` instead of `after`: the period is counted backwards.
    pub backwards: bool,
    /// The day or the moment of the event.
    pub event: Expr,
    /// The calendar, or a choice between calendars; the programme's when left out.
    pub calendar: Option<Expr>,
    /// The law by which the period is counted; the programme's when left out.
    pub regime: Option<Spanned<Regime>>,
}

/// The length of a legal period. Some laws count weeks and parts of months in ways of their own,
/// so these are kept apart from days.
#[derive(Clone, PartialEq, Debug)]
pub enum LegalLength {
    /// `48 hours`
    Hours(Spanned<i64>),
    /// `3 weeks`
    Weeks(Spanned<i64>),
    /// `half a month`
    HalfMonth(Span),
    /// `2 months and a half`
    MonthsAndAHalf(Spanned<i64>),
    /// `3 months`, `10 working days`, `contract.notice`.
    Duration(Expr),
}
