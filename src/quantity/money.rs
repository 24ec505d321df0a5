//! Amounts of money. Two currencies never meet without a written conversion.

use std::cmp::Ordering;
use std::fmt;

use super::{Currency, Fault, Number, Rounding};

/// An exact amount in one currency; it may hold fractions of the smallest coin.
///
/// Amounts have no order among themselves, because two currencies have none: see
/// [`compare`](Self::compare).
///
/// ```
/// use subvent::quantity::{Currency, Money, Number};
/// let cap = Money::new(Number::from_i64(4_529_875), Currency::SEK);
/// assert_eq!(cap.to_string(), "4529875.00 SEK");
/// let fee = Money::new(Number::parse("0.125")?, Currency::SEK);
/// assert_eq!(cap.add(fee)?.to_string(), "4529875.125 SEK");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: euros and złoty do not add up
///
/// ```
/// use subvent::quantity::{Currency, Fault, Money, Number};
/// let euro = Money::new(Number::ONE, Currency::EUR);
/// let zloty = Money::new(Number::ONE, Currency::PLN);
/// let mixed = Fault::MixedCurrencies { left: Currency::EUR, right: Currency::PLN };
/// assert_eq!(euro.add(zloty), Err(mixed));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Money {
    /// How much.
    pub amount: Number,
    /// Of what.
    pub currency: Currency,
}

#[expect(
    clippy::should_implement_trait,
    reason = "the operators of the standard library cannot return a fault"
)]
impl Money {
    /// So much of a currency.
    #[must_use]
    pub fn new(amount: Number, currency: Currency) -> Self {
        Self { amount, currency }
    }

    /// Nought of a currency, as an empty sum is.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self::new(Number::ZERO, currency)
    }

    /// The exact sum.
    ///
    /// # Errors
    ///
    /// [`Fault::MixedCurrencies`], or [`Fault::Overflow`].
    pub fn add(self, other: Self) -> Result<Self, Fault> {
        self.same_currency(other)?;
        Ok(Self::new(self.amount.add(other.amount)?, self.currency))
    }

    /// The exact difference.
    ///
    /// # Errors
    ///
    /// [`Fault::MixedCurrencies`], or [`Fault::Overflow`].
    pub fn sub(self, other: Self) -> Result<Self, Fault> {
        self.same_currency(other)?;
        Ok(Self::new(self.amount.sub(other.amount)?, self.currency))
    }

    /// So many times the amount.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`].
    pub fn scale(self, factor: Number) -> Result<Self, Fault> {
        Ok(Self::new(self.amount.mul(factor)?, self.currency))
    }

    /// How many times the other amount this one is.
    ///
    /// # Errors
    ///
    /// [`Fault::MixedCurrencies`], [`Fault::DivisionByZero`] or [`Fault::Overflow`].
    pub fn ratio(self, other: Self) -> Result<Number, Fault> {
        self.same_currency(other)?;
        self.amount.div(other.amount)
    }

    /// The amount with the opposite sign.
    #[must_use]
    pub fn neg(self) -> Self {
        Self::new(self.amount.neg(), self.currency)
    }

    /// The amount without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self::new(self.amount.abs(), self.currency)
    }

    /// The amount as a clause rounds it.
    ///
    /// # Errors
    ///
    /// As for [`Number::round`].
    pub fn round(self, rounding: &Rounding) -> Result<Self, Fault> {
        Ok(Self::new(self.amount.round(rounding)?, self.currency))
    }

    /// Which of two amounts is the greater.
    ///
    /// # Errors
    ///
    /// [`Fault::MixedCurrencies`].
    pub fn compare(&self, other: &Self) -> Result<Ordering, Fault> {
        self.same_currency(*other)?;
        Ok(self.amount.cmp(&other.amount))
    }

    fn same_currency(self, other: Self) -> Result<(), Fault> {
        if self.currency == other.currency {
            return Ok(());
        }
        Err(Fault::MixedCurrencies {
            left: self.currency,
            right: other.currency,
        })
    }
}

/// The amount with at least the decimal places of its currency, then the code; an amount that
/// no decimal holds as `p/q`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.amount.magnitude_text(self.currency.minor_units());
        let text = format!("{digits} {}", self.currency);
        f.pad_integral(!self.amount.is_negative(), "", &text)
    }
}
