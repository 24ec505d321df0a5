//! Sums, products, quotients and roundings of exact numbers.
//!
//! Two decimals go the short way through 128-bit integers while those last; everything else
//! goes through fractions in lowest terms (Knuth, The Art of Computer Programming, vol. 2,
//! 4.5.1), so that a result is a fault only when its own lowest terms are not held.

use std::cmp::Ordering;

use super::Number;
use super::fraction::Fraction;
use super::wide::{Wide, gcd};
use crate::quantity::{Fault, Rounding, RoundingMode};

#[expect(
    clippy::should_implement_trait,
    reason = "the operators of the standard library cannot return a fault"
)]
impl Number {
    /// The exact sum.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`] when the sum is not held.
    pub fn add(self, other: Self) -> Result<Self, Fault> {
        match self.add_decimals(other) {
            Some(sum) => Ok(sum),
            None => self.add_fractions(other),
        }
    }

    /// The sum of any two numbers; apart, so that what most sums need stays short.
    #[cold]
    #[inline(never)]
    fn add_fractions(self, other: Self) -> Result<Self, Fault> {
        let (a, b) = (self.fraction(), other.fraction());
        let common = gcd(a.q, b.q);
        let left = Wide::product(a.p, b.q / common);
        let right = Wide::product(b.p, a.q / common);
        let (negative, sum) = if a.negative == b.negative {
            (a.negative, left.plus(right))
        } else if left >= right {
            (a.negative, left.minus(right))
        } else {
            (b.negative, right.minus(left))
        };
        // Knuth: what the sum shares with the denominators' product, it shares with `common`.
        let shared = gcd(sum.divide_short(common).1, common);
        let p = sum.divide_short(shared).0.narrow().ok_or(Fault::Overflow)?;
        let q = (a.q / common).checked_mul(b.q / shared).ok_or(Fault::Overflow)?;
        Self::from_fraction(Fraction { negative, p, q })
    }

    /// The exact difference.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`] when the difference is not held.
    pub fn sub(self, other: Self) -> Result<Self, Fault> {
        self.add(other.neg())
    }

    /// The exact product.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`] when the product is not held.
    pub fn mul(self, other: Self) -> Result<Self, Fault> {
        if let Some(product) = self.mul_decimals(other) {
            return Ok(product);
        }
        multiply(self.fraction(), other.fraction())
    }

    /// The exact quotient; a decimal when it comes out as one.
    ///
    /// # Errors
    ///
    /// [`Fault::DivisionByZero`] when `other` is zero, [`Fault::Overflow`] when the quotient is
    /// not held.
    pub fn div(self, other: Self) -> Result<Self, Fault> {
        if other.is_zero() {
            return Err(Fault::DivisionByZero);
        }
        let Fraction { negative, p, q } = other.fraction();
        multiply(self.fraction(), Fraction { negative, p: q, q: p })
    }

    /// The number with the opposite sign.
    #[must_use]
    pub fn neg(self) -> Self {
        if self.is_zero() {
            return self;
        }
        Self { num: -self.num, den: self.den }
    }

    /// The distance from nought.
    #[must_use]
    pub fn abs(self) -> Self {
        if self.is_negative() { self.neg() } else { self }
    }

    /// The multiple of the step that the rounding chooses; the number itself when it is one.
    ///
    /// # Errors
    ///
    /// [`Fault::StepNotPositive`] when the step is zero or below, [`Fault::Overflow`] when the
    /// result is not held.
    pub fn round(self, rounding: &Rounding) -> Result<Self, Fault> {
        if !rounding.step.is_positive() {
            return Err(Fault::StepNotPositive);
        }
        if let Some(rounded) = self.round_decimals(rounding) {
            return Ok(rounded);
        }
        let (value, step) = (self.fraction(), rounding.step.fraction());
        let (tops, bottoms) = (gcd(value.p, step.p), gcd(value.q, step.q));
        let dividend = Wide::product(value.p / tops, step.q / bottoms);
        let divisor = Wide::product(value.q / bottoms, step.p / tops);
        let (steps, rest) = dividend.divide(divisor);
        if rest.is_zero() {
            return Ok(self);
        }
        let half = rest.double().cmp(&divisor);
        let away = is_away(rounding.mode, value.negative, half, steps.is_odd());
        let steps = if away { steps.next() } else { steps };
        multiple(value.negative, steps, step)
    }

    /// The rounding of a decimal to a decimal step, where 128 bits have room for it.
    fn round_decimals(self, rounding: &Rounding) -> Option<Self> {
        let step = rounding.step;
        if !self.is_finite() || !step.is_finite() {
            return None;
        }
        let scale = self.num.scale().max(step.num.scale());
        let value = self.mantissa_at(scale)?;
        let step = step.mantissa_at(scale)?;
        // Most amounts fit in 64 bits, where a division takes a fraction of the time.
        let (steps, rest) = match (i64::try_from(value), i64::try_from(step)) {
            (Ok(value), Ok(step)) => {
                (i128::from(value.checked_div(step)?), i128::from(value.checked_rem(step)?))
            }
            _ => (value.checked_div(step)?, value.checked_rem(step)?),
        };
        if rest == 0 {
            return Some(self);
        }
        let half = rest.checked_abs()?.cmp(&step.checked_sub(rest.checked_abs()?)?);
        let negative = value < 0;
        let away = is_away(rounding.mode, negative, half, steps % 2 != 0);
        let by = if negative { -1 } else { 1 };
        let steps = if away { steps.checked_add(by)? } else { steps };
        Self::finite(steps.checked_mul(step)?, scale)
    }

    fn add_decimals(self, other: Self) -> Option<Self> {
        if !self.is_finite() || !other.is_finite() {
            return None;
        }
        let scale = self.num.scale().max(other.num.scale());
        let sum = if self.num.scale() == other.num.scale() {
            self.num.mantissa().checked_add(other.num.mantissa())?
        } else {
            self.mantissa_at(scale)?.checked_add(other.mantissa_at(scale)?)?
        };
        Self::finite(sum, scale)
    }

    fn mul_decimals(self, other: Self) -> Option<Self> {
        if !self.is_finite() || !other.is_finite() {
            return None;
        }
        let product = self.num.mantissa().checked_mul(other.num.mantissa())?;
        Self::finite(product, self.num.scale() + other.num.scale())
    }

    /// The mantissa that a decimal has with more places.
    fn mantissa_at(self, scale: u32) -> Option<i128> {
        let factor = 10_i128.checked_pow(scale.checked_sub(self.num.scale())?)?;
        self.num.mantissa().checked_mul(factor)
    }
}

/// Whether a value between two multiples goes to the one farther from zero; `half` is how its
/// distance from the nearer to zero compares with half a step, and `odd` whether that one is odd.
fn is_away(mode: RoundingMode, negative: bool, half: Ordering, odd: bool) -> bool {
    match mode {
        RoundingMode::Up => !negative,
        RoundingMode::Down => negative,
        RoundingMode::TowardsZero => false,
        RoundingMode::AwayFromZero => true,
        RoundingMode::HalfUp => half.is_ge(),
        RoundingMode::HalfDown => half.is_gt(),
        RoundingMode::HalfEven => half.is_gt() || half.is_eq() && odd,
    }
}

/// The product of two fractions in lowest terms: cancelled crosswise, it is in lowest terms.
fn multiply(a: Fraction, b: Fraction) -> Result<Number, Fault> {
    let (down, up) = (gcd(a.p, b.q), gcd(b.p, a.q));
    let p = (a.p / down).checked_mul(b.p / up).ok_or(Fault::Overflow)?;
    let q = (a.q / up).checked_mul(b.q / down).ok_or(Fault::Overflow)?;
    Number::from_fraction(Fraction { negative: a.negative != b.negative && p != 0, p, q })
}

/// So many steps, for a step in lowest terms.
fn multiple(negative: bool, steps: Wide, step: Fraction) -> Result<Number, Fault> {
    let common = gcd(steps.divide_short(step.q).1, step.q);
    let steps = steps.divide_short(common).0.narrow().ok_or(Fault::Overflow)?;
    let p = steps.checked_mul(step.p).ok_or(Fault::Overflow)?;
    Number::from_fraction(Fraction { negative, p, q: step.q / common })
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn a_finite_quotient_is_finite() {
        let share = Number::new_ratio(141_600, 177_000).unwrap();
        assert_eq!(share.as_decimal(), Some(Decimal::new(8, 1)));
        assert_eq!(share.denominator(), Decimal::ONE);
    }

    #[test]
    fn a_product_that_decimals_would_round_stays_exact() {
        let factor = Number::parse("1.000000000000000001").unwrap();
        let value = Number::parse("1234567890123456.123456").unwrap();
        assert_eq!(value.mul(factor), Err(Fault::Overflow));
        let third = Number::new_ratio(1, 3).unwrap();
        assert_eq!(third.add(third).and_then(|n| n.add(third)), Ok(Number::ONE));
    }

    #[test]
    fn the_edges_overflow_and_do_not_wrap() {
        let most = Number::from_decimal(Decimal::MAX);
        assert_eq!(most.add(Number::ONE), Err(Fault::Overflow));
        assert_eq!(most.neg().sub(Number::ONE), Err(Fault::Overflow));
        assert_eq!(most.mul(most), Err(Fault::Overflow));
        assert_eq!(most.sub(most), Ok(Number::ZERO));
        assert_eq!(most.div(most), Ok(Number::ONE));
        assert_eq!(Number::ONE.div(Number::ZERO), Err(Fault::DivisionByZero));
        assert_eq!(Number::ZERO.div(most), Ok(Number::ZERO));
    }

    #[test]
    fn whole_numbers_come_back_as_integers() {
        assert_eq!(Number::from_i64(i64::MIN).to_i64(), Some(i64::MIN));
        assert_eq!(Number::parse("48.0").unwrap().to_i64(), Some(48));
        assert_eq!(Number::parse("48.5").unwrap().to_i64(), None);
        assert_eq!(Number::new_ratio(1, 3).unwrap().to_i64(), None);
        assert_eq!(Number::from_decimal(Decimal::MAX).to_i64(), None);
    }
}
