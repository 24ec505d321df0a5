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
        Err(Fault::MixedCurrencies { left: self.currency, right: other.currency })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn money(amount: &str, currency: Currency) -> Money {
        Money::new(Number::parse(amount).unwrap(), currency)
    }

    #[test]
    fn amounts_show_at_least_the_places_of_their_currency() {
        assert_eq!(money("-0.5", Currency::PLN).to_string(), "-0.50 PLN");
        assert_eq!(money("1200", Currency::JPY).to_string(), "1200 JPY");
        assert_eq!(money("1.2345", Currency::KWD).to_string(), "1.2345 KWD");
        assert_eq!(Money::zero(Currency::EUR).to_string(), "0.00 EUR");
        let third = Money::new(Number::new_ratio(-1, 3).unwrap(), Currency::SEK);
        assert_eq!(third.to_string(), "-1/3 SEK");
    }

    #[test]
    fn a_cap_of_31_percent_as_in_the_swedish_decision() {
        let base = money("15000000", Currency::SEK);
        let share = base.scale(Number::parse("0.31").unwrap()).unwrap();
        assert_eq!(share, money("4650000.00", Currency::SEK));
        let cap = money("4529875", Currency::SEK);
        assert_eq!(share.sub(cap), Ok(money("120125", Currency::SEK)));
        assert_eq!(share.compare(&cap), Ok(Ordering::Greater));
    }

    #[test]
    fn a_ratio_of_amounts_is_a_number() {
        let (part, whole) = (money("1", Currency::EUR), money("3", Currency::EUR));
        assert_eq!(part.ratio(whole), Number::new_ratio(1, 3));
        assert_eq!(part.ratio(Money::zero(Currency::EUR)), Err(Fault::DivisionByZero));
    }

    #[test]
    fn two_currencies_have_neither_sum_nor_order() {
        let (euro, zloty) = (money("1", Currency::EUR), money("1", Currency::PLN));
        let mixed = Fault::MixedCurrencies { left: Currency::EUR, right: Currency::PLN };
        assert_eq!(euro.sub(zloty), Err(mixed));
        assert_eq!(euro.ratio(zloty), Err(mixed));
        assert_eq!(euro.compare(&zloty), Err(mixed));
        assert_ne!(euro, zloty);
        assert_eq!(mixed.to_string(), "EUR and PLN are different currencies");
    }
}
