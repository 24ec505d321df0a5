//! Exact numbers: what they hold, how they are made, compared and printed.
//!
//! A [`Number`] is a fraction in lowest terms. It is held exactly when its numerator and its
//! denominator have at most 96 bits each, which covers every decimal of 28 significant digits
//! and every quotient of two amounts that occurs in practice. What is not held is a
//! [`Fault::Overflow`]; nothing is ever rounded in silence.
//!
//! Reading is in `parse`, the canonical form in `fraction`, sums, products and rounding in
//! `arithmetic`, sums of many in `sum`, comparison in `order`, text in `display`.

mod arithmetic;
mod display;
mod fraction;
mod natural;
mod order;
mod parse;
mod sum;
mod wide;

use rust_decimal::Decimal;

use super::Fault;
pub use parse::NumberError;
pub use sum::Sum;

/// An exact number: a decimal, or a quotient that no decimal holds.
///
/// Equality, order and hash go by value and never fail: `1.0` is `1.00`, `1/3` is `2/6`.
///
/// ```
/// use subvent::quantity::Number;
/// let total = Number::parse("177000.00")?;
/// let grant = Number::parse("141600.00")?;
/// assert_eq!(grant.div(total)?, Number::parse("0.8")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: a third times three is one
///
/// ```
/// use subvent::quantity::Number;
/// let third = Number::new_ratio(1, 3)?;
/// assert_eq!(third.to_string(), "1/3");
/// assert_eq!(third.mul(Number::from_i64(3))?, Number::ONE);
/// # Ok::<(), subvent::quantity::Fault>(())
/// ```
///
/// # Example: too many digits are a fault, not a rounded result
///
/// ```
/// use subvent::quantity::{Fault, Number};
/// let tiny = Number::parse("0.0000000000000000000000000001")?;
/// assert_eq!(tiny.mul(tiny), Err(Fault::Overflow));
/// # Ok::<(), subvent::quantity::NumberError>(())
/// ```
// INVARIANT: canonical, so that one value has one form. Either `den` is one and `num` has no
// trailing zero behind its point; or `num` and `den` are whole, coprime and no `Decimal` equals
// their quotient.
#[derive(Clone, Copy)]
pub struct Number {
    num: Decimal,
    den: Decimal,
}

impl Number {
    /// Nought.
    pub const ZERO: Self = Self { num: Decimal::ZERO, den: Decimal::ONE };

    /// One.
    pub const ONE: Self = Self { num: Decimal::ONE, den: Decimal::ONE };

    /// A whole number.
    #[must_use]
    pub fn from_i64(value: i64) -> Self {
        Self { num: Decimal::from(value), den: Decimal::ONE }
    }

    /// A finite decimal; its number of decimal places is not kept.
    #[must_use]
    pub fn from_decimal(value: Decimal) -> Self {
        Self::finite(value.mantissa(), value.scale())
            .unwrap_or(Self { num: value, den: Decimal::ONE })
    }

    /// The quotient of two numbers.
    ///
    /// # Errors
    ///
    /// [`Fault::DivisionByZero`] when `den` is zero, [`Fault::Overflow`] when the fraction in
    /// lowest terms is not held.
    pub fn new_ratio(num: impl Into<Self>, den: impl Into<Self>) -> Result<Self, Fault> {
        num.into().div(den.into())
    }

    /// The value as a decimal, when one holds it; `None` for a value such as one third.
    #[must_use]
    pub fn as_decimal(&self) -> Option<Decimal> {
        self.is_finite().then_some(self.num)
    }

    /// The value as an `i64`, when it is whole and in range.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        if !self.is_integer() {
            return None;
        }
        i64::try_from(self.num.mantissa()).ok()
    }

    /// Whether there is nothing behind the point.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        self.is_finite() && self.num.scale() == 0
    }

    /// Whether the value is nought.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.num.mantissa() == 0
    }

    /// Whether the value is below nought.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.num.mantissa() < 0
    }

    /// Whether the value is above nought.
    #[must_use]
    pub fn is_positive(&self) -> bool {
        self.num.mantissa() > 0
    }

    /// The value itself when it is a decimal, else the whole numerator in lowest terms.
    #[must_use]
    pub fn numerator(&self) -> Decimal {
        self.num
    }

    /// One when the value is a decimal, else the whole denominator in lowest terms.
    #[must_use]
    pub fn denominator(&self) -> Decimal {
        self.den
    }
}

impl Default for Number {
    fn default() -> Self {
        Self::ZERO
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self::from_i64(value)
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self::from_i64(i64::from(value))
    }
}

impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        Self::from_decimal(value)
    }
}
