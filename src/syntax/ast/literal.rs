//! Literals with their units.

use crate::quantity::{Currency, Date, Duration, Moment, Money, Month, Number, Percent, Points};
use crate::text::Span;

/// A literal and its place.
#[derive(Clone, PartialEq, Debug)]
pub struct Literal {
    /// What it says.
    pub kind: LiteralKind,
    /// Where.
    pub span: Span,
}

/// The kinds of literals.
#[derive(Clone, PartialEq, Debug)]
pub enum LiteralKind {
    /// `yes` or `no`.
    Bool(bool),
    /// `48`: a number written without a decimal point.
    Integer(Number),
    /// `1_000.50`.
    Decimal(Number),
    /// `15%`.
    Percent(Percent),
    /// `10 percentage points`.
    Points(Points),
    /// `300_000 EUR`.
    Money(Money),
    /// `about 600_000 PLN`.
    AboutMoney(Money),
    /// `2024-01-31`.
    Date(Date),
    /// `2024-01`.
    Month(Month),
    /// `2024-05-01 12:00`.
    Moment(Moment),
    /// `48 months`, `10 working days`.
    Duration(Duration),
    /// `"…"` where a text is a value.
    Text(String),
    /// A currency code where one may stand alone, as in a key of a table.
    Currency(Currency),
}
