//! One rate between two currencies, as the quotes that it is made of.

use super::{Quotation, RateDate};
use crate::quantity::{Currency, Fault, Number};

/// What an amount is multiplied and divided by on its way from one currency into another.
///
/// A rate across two quotes is a quotient, and stays one: 11 / 4 is not turned into a decimal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExchangeRate {
    from: Currency,
    to: Currency,
    on: Option<RateDate>,
    multiply: Option<Number>,
    divide: Option<Number>,
}

impl ExchangeRate {
    /// A currency into itself.
    pub(super) fn same(currency: Currency) -> Self {
        Self { from: currency, to: currency, on: None, multiply: None, divide: None }
    }

    /// The rate of two quotes; a currency without one is the base.
    pub(super) fn new(
        quotation: Quotation,
        on: RateDate,
        (from, from_quote): (Currency, Option<Number>),
        (to, to_quote): (Currency, Option<Number>),
    ) -> Self {
        let (multiply, divide) = match quotation {
            Quotation::PerBase => (to_quote, from_quote),
            Quotation::InBase => (from_quote, to_quote),
        };
        Self { from, to, on: Some(on), multiply, divide }
    }

    /// The currency of the amount.
    #[must_use]
    pub fn from(&self) -> Currency {
        self.from
    }

    /// The currency of the result.
    #[must_use]
    pub fn to(&self) -> Currency {
        self.to
    }

    /// The month or the day of the quotes; none where none was read.
    #[must_use]
    pub fn on(&self) -> Option<RateDate> {
        self.on
    }

    /// The quote that an amount is multiplied by.
    #[must_use]
    pub fn multiplier(&self) -> Option<Number> {
        self.multiply
    }

    /// The quote that an amount is divided by.
    #[must_use]
    pub fn divisor(&self) -> Option<Number> {
        self.divide
    }

    /// An amount of the one currency in the other, exactly.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`] when the exact result has too many digits.
    pub fn convert(&self, amount: Number) -> Result<Number, Fault> {
        match (self.multiply, self.divide) {
            (None, None) => Ok(amount),
            (Some(quote), None) => amount.mul(quote),
            (None, Some(quote)) => amount.div(quote),
            // A product with too many digits may have fewer once it is divided.
            (Some(up), Some(down)) => {
                let product = amount.mul(up).and_then(|product| product.div(down));
                let quotient = || amount.div(down).and_then(|quotient| quotient.mul(up));
                product.or_else(|_| quotient()).or_else(|_| amount.mul(up.div(down)?))
            }
        }
    }
}
