//! The canonical form of a number, to and from fractions of whole numbers in lowest terms.

use rust_decimal::Decimal;

use super::Number;
use super::wide::gcd;
use crate::quantity::Fault;

/// The greatest number of decimal places of a [`Decimal`].
pub(super) const PLACES: u32 = 28;

/// A fraction of whole numbers in lowest terms; zero is `0/1`.
#[derive(Clone, Copy)]
pub(super) struct Fraction {
    pub(super) negative: bool,
    pub(super) p: u128,
    pub(super) q: u128,
}

impl Number {
    pub(super) fn is_finite(&self) -> bool {
        self.den.mantissa() == 1
    }

    /// The decimal `mantissa / 10^scale`, when [`Decimal`] holds it.
    pub(super) fn finite(mantissa: i128, scale: u32) -> Option<Self> {
        // Most amounts fit in 64 bits, of which a decimal is made without a look at its limits.
        let num = match i64::try_from(mantissa) {
            Ok(short) => {
                let (short, scale) = without_trailing_zeros_short(short, scale);
                Decimal::try_new(short, scale).ok()?
            }
            Err(_) => {
                let (mantissa, scale) = without_trailing_zeros(mantissa, scale);
                Decimal::try_from_i128_with_scale(mantissa, scale).ok()?
            }
        };
        Some(Self { num, den: Decimal::ONE })
    }

    /// The number of a fraction in lowest terms; held when both terms have at most 96 bits,
    /// which is what a [`Decimal`] takes.
    pub(super) fn from_fraction(fraction: Fraction) -> Result<Self, Fault> {
        let Fraction { negative, p, q } = fraction;
        if let Some(number) = decimal_of(fraction) {
            return Ok(number);
        }
        let whole = |negative, magnitude| {
            Decimal::try_from_i128_with_scale(signed(negative, magnitude)?, 0).ok()
        };
        let (num, den) = whole(negative, p).zip(whole(false, q)).ok_or(Fault::Overflow)?;
        Ok(Self { num, den })
    }

    /// The value as a fraction in lowest terms.
    pub(super) fn fraction(self) -> Fraction {
        let (p, q) = self.terms();
        let common = gcd(p, q);
        Fraction { negative: self.is_negative(), p: p / common, q: q / common }
    }

    /// The magnitude as a fraction of whole numbers, perhaps not in lowest terms.
    pub(super) fn terms(self) -> (u128, u128) {
        let q = if self.is_finite() {
            power_of_ten(self.num.scale())
        } else {
            self.den.mantissa().unsigned_abs()
        };
        (self.num.mantissa().unsigned_abs(), q)
    }
}

/// The decimal that a fraction in lowest terms equals, when there is one.
///
/// A fraction is a finite decimal when its denominator is `2^a * 5^b`; it then has `max(a, b)`
/// places.
fn decimal_of(Fraction { negative, p, q }: Fraction) -> Option<Number> {
    let twos = q.trailing_zeros();
    let mut odd = q >> twos;
    let mut fives = 0;
    while odd % 5 == 0 {
        odd /= 5;
        fives += 1;
    }
    let scale = twos.max(fives);
    if odd != 1 || scale > PLACES {
        return None;
    }
    let mantissa = p.checked_mul(power_of_ten(scale) / q)?;
    Number::finite(signed(negative, mantissa)?, scale)
}

fn without_trailing_zeros_short(mantissa: i64, scale: u32) -> (i64, u32) {
    let mut short = mantissa;
    let mut scale = if short == 0 { 0 } else { scale };
    while scale > 0 && short % 10 == 0 {
        short /= 10;
        scale -= 1;
    }
    (short, scale)
}

fn without_trailing_zeros(mantissa: i128, scale: u32) -> (i128, u32) {
    let (mut mantissa, mut scale) = (mantissa, scale);
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    (mantissa, scale)
}

/// `10^scale`, for a scale of at most 38; the scale of a decimal is at most 28.
pub(super) fn power_of_ten(scale: u32) -> u128 {
    10_u128.saturating_pow(scale)
}

fn signed(negative: bool, magnitude: u128) -> Option<i128> {
    let value = i128::try_from(magnitude).ok()?;
    Some(if negative { -value } else { value })
}
