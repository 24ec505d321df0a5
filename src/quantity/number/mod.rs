//! Exact numbers: what they hold, how they are made, compared and printed.
//!
//! A [`Number`] is a fraction in lowest terms. It is held exactly when its numerator and its
//! denominator have at most 96 bits each, which covers every decimal of 28 significant digits
//! and every quotient of two amounts that occurs in practice. What is not held is a
//! [`Fault::Overflow`]; nothing is ever rounded in silence. Parsing is in `parse`, sums and
//! products in `arithmetic`, rounding beside [`Rounding`](super::Rounding).

mod arithmetic;
mod parse;
mod wide;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use rust_decimal::Decimal;

use super::Fault;
pub use parse::NumberError;
use wide::{Wide, gcd};

/// The greatest numerator and denominator: 96 bits, as in [`Decimal`].
const LIMIT: u128 = (1 << 96) - 1;

/// The greatest number of decimal places of a [`Decimal`].
const PLACES: u32 = 28;

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

/// A fraction of whole numbers in lowest terms; zero is `0/1`.
#[derive(Clone, Copy)]
struct Fraction {
    negative: bool,
    p: u128,
    q: u128,
}

impl Number {
    /// Nought.
    pub const ZERO: Self = Self {
        num: Decimal::ZERO,
        den: Decimal::ONE,
    };

    /// One.
    pub const ONE: Self = Self {
        num: Decimal::ONE,
        den: Decimal::ONE,
    };

    /// A whole number.
    #[must_use]
    pub fn from_i64(value: i64) -> Self {
        Self {
            num: Decimal::from(value),
            den: Decimal::ONE,
        }
    }

    /// A finite decimal; its number of decimal places is not kept.
    #[must_use]
    pub fn from_decimal(value: Decimal) -> Self {
        Self::finite(value.mantissa(), value.scale()).unwrap_or(Self {
            num: value,
            den: Decimal::ONE,
        })
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

    fn is_finite(&self) -> bool {
        self.den.mantissa() == 1
    }

    /// The decimal `mantissa / 10^scale`, when [`Decimal`] holds it.
    fn finite(mantissa: i128, scale: u32) -> Option<Self> {
        let (mantissa, scale) = without_trailing_zeros(mantissa, scale);
        let num = Decimal::try_from_i128_with_scale(mantissa, scale).ok()?;
        Some(Self {
            num,
            den: Decimal::ONE,
        })
    }

    /// The number of a fraction in lowest terms.
    fn from_fraction(fraction: Fraction) -> Result<Self, Fault> {
        let Fraction { negative, p, q } = fraction;
        if p > LIMIT || q > LIMIT {
            return Err(Fault::Overflow);
        }
        if let Some(number) = decimal_of(fraction) {
            return Ok(number);
        }
        let num = signed(negative, p).and_then(|p| Decimal::try_from_i128_with_scale(p, 0).ok());
        let den = signed(false, q).and_then(|q| Decimal::try_from_i128_with_scale(q, 0).ok());
        match (num, den) {
            (Some(num), Some(den)) => Ok(Self { num, den }),
            _ => Err(Fault::Overflow),
        }
    }

    /// The value as a fraction in lowest terms.
    fn fraction(self) -> Fraction {
        let (p, q) = self.terms();
        let common = gcd(p, q);
        Fraction {
            negative: self.is_negative(),
            p: p / common,
            q: q / common,
        }
    }

    /// The magnitude as a fraction of whole numbers, perhaps not in lowest terms.
    fn terms(self) -> (u128, u128) {
        let q = if self.is_finite() {
            power_of_ten(self.num.scale())
        } else {
            self.den.mantissa().unsigned_abs()
        };
        (self.num.mantissa().unsigned_abs(), q)
    }

    /// Equal exactly for equal values, because the form is canonical.
    fn key(&self) -> (i128, u32, i128) {
        (self.num.mantissa(), self.num.scale(), self.den.mantissa())
    }

    fn compare_magnitude(self, other: Self) -> Ordering {
        let ((p, q), (r, s)) = (self.terms(), other.terms());
        if q == s {
            return p.cmp(&r);
        }
        Wide::product(p, s).cmp(&Wide::product(r, q))
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

fn without_trailing_zeros(mantissa: i128, scale: u32) -> (i128, u32) {
    if let Ok(mut short) = i64::try_from(mantissa) {
        let mut scale = if short == 0 { 0 } else { scale };
        while scale > 0 && short % 10 == 0 {
            short /= 10;
            scale -= 1;
        }
        return (i128::from(short), scale);
    }
    let (mut mantissa, mut scale) = (mantissa, scale);
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    (mantissa, scale)
}

/// `10^scale`, for a scale of at most 38; the scale of a decimal is at most 28.
fn power_of_ten(scale: u32) -> u128 {
    10_u128.saturating_pow(scale)
}

fn signed(negative: bool, magnitude: u128) -> Option<i128> {
    let value = i128::try_from(magnitude).ok()?;
    Some(if negative { -value } else { value })
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let signs = self
            .num
            .mantissa()
            .signum()
            .cmp(&other.num.mantissa().signum());
        if signs.is_ne() {
            return signs;
        }
        let magnitudes = self.compare_magnitude(*other);
        if self.is_negative() {
            magnitudes.reverse()
        } else {
            magnitudes
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
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

/// A decimal in plain notation without trailing zeros, else `p/q` in lowest terms.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The text goes through `pad_integral`, which knows width and sign but no precision:
        // `{:.2}` must not round.
        let digits = self.magnitude_text(0);
        f.pad_integral(!self.is_negative(), "", &digits)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number({self})")
    }
}

impl Number {
    /// The magnitude as text; a decimal gets at least so many places.
    pub(super) fn magnitude_text(&self, places: u32) -> String {
        let (p, q) = (self.num.mantissa().unsigned_abs(), self.den.mantissa());
        if !self.is_finite() {
            return format!("{p}/{q}");
        }
        let scale = self.num.scale();
        let unit = power_of_ten(scale);
        let mut text = (p / unit).to_string();
        let width = scale as usize;
        if scale > 0 {
            text.push_str(&format!(".{:0width$}", p % unit));
        } else if places > 0 {
            text.push('.');
        }
        text.extend(std::iter::repeat_n(
            '0',
            places.saturating_sub(scale) as usize,
        ));
        text
    }
}
