//! Sums of many numbers, which no order of the terms can change.
//!
//! A sum taken term by term can run out of digits on the way although its value is held: 28
//! nines and one, less one. Whether it does depends on the order, and the order of a list must
//! not decide a case. So the terms are gathered exactly and only the total has to be held.

use std::collections::BTreeMap;

use super::Number;
use super::fraction::{Fraction, PLACES, power_of_ten};
use super::natural::Natural;
use super::wide::{Wide, gcd};
use crate::quantity::Fault;

/// The common denominator of the quotients in a sum has at most so many bits.
const LONGEST: usize = 4096;

/// A growing sum. Its total is the exact sum of all terms, whatever their order.
///
/// ```
/// use subvent::quantity::{Fault, Number, Sum};
/// let most = Number::parse("9999999999999999999999999999")?;
/// let mut sum = Sum::new();
/// for _ in 0..10 {
///     sum.push(most);
/// }
/// assert_eq!(sum.total(), Err(Fault::Overflow));
/// for _ in 0..9 {
///     sum.push(most.neg());
/// }
/// assert_eq!(sum.total(), Ok(most));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: quotients stay exact
///
/// ```
/// use subvent::quantity::{Number, Sum};
/// let third = Number::new_ratio(1, 3)?;
/// let sum: Sum = [third, Number::ONE, third, third].into_iter().collect();
/// assert_eq!(sum.total(), Ok(Number::from_i64(2)));
/// # Ok::<(), subvent::quantity::Fault>(())
/// ```
// INVARIANT: a decimal is below 2^190 in units of 10^-28 and a numerator below 2^96, so 256 bits
// with a sign have room for 2^64 terms of either kind.
#[derive(Clone, Debug, Default)]
pub struct Sum {
    /// The sum of the decimals as long as it is short: so many units of `10^-scale`.
    short: i128,
    scale: u32,
    /// What `short` had no room for, in units of `10^-28`.
    long: Signed,
    /// The sum of the numerators of each denominator that no decimal has.
    quotients: BTreeMap<u128, Signed>,
}

impl Sum {
    /// The sum of nothing, which is nought.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a term.
    pub fn push(&mut self, term: Number) {
        if !term.is_finite() {
            let Fraction { negative, p, q } = term.fraction();
            self.quotients.entry(q).or_default().add(negative, Wide::from(p));
            return;
        }
        if self.push_short(term).is_none() {
            let (short, scale) = (self.short, self.scale);
            self.long.add(short < 0, units(short, scale));
            (self.short, self.scale) = (term.num.mantissa(), term.num.scale());
        }
    }

    /// Adds all terms of another sum.
    pub fn append(&mut self, other: &Self) {
        self.long.add_signed(other.long);
        self.long.add(other.short < 0, units(other.short, other.scale));
        for (q, numerators) in &other.quotients {
            self.quotients.entry(*q).or_default().add_signed(*numerators);
        }
    }

    /// The exact total.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`] when the total is not held, or when so many unlike quotients are
    /// among the terms that their common denominator has more than 4096 bits.
    pub fn total(&self) -> Result<Number, Fault> {
        if self.quotients.is_empty()
            && self.long.is_zero()
            && let Some(total) = Number::finite(self.short, self.scale)
        {
            return Ok(total);
        }
        let mut decimals = self.long;
        decimals.add(self.short < 0, units(self.short, self.scale));
        let mut parts = vec![Part::reduced(decimals, power_of_ten(PLACES))];
        parts.extend(self.quotients.iter().map(|(q, numerators)| Part::reduced(*numerators, *q)));
        parts.retain(|part| !part.p.is_zero());
        match parts.as_slice() {
            [] => Ok(Number::ZERO),
            [Part { negative, p, q }] => {
                let (negative, p, q) = (*negative, p.narrow().ok_or(Fault::Overflow)?, *q);
                Number::from_fraction(Fraction { negative, p, q })
            }
            parts => total_of(parts),
        }
    }

    /// Adds a decimal where 128 bits have room for the sum.
    fn push_short(&mut self, term: Number) -> Option<()> {
        let scale = self.scale.max(term.num.scale());
        let raised = |mantissa: i128, from: u32| {
            if from == scale {
                return Some(mantissa);
            }
            mantissa.checked_mul(10_i128.checked_pow(scale.checked_sub(from)?)?)
        };
        let own = raised(self.short, self.scale)?;
        self.short = own.checked_add(raised(term.num.mantissa(), term.num.scale())?)?;
        self.scale = scale;
        Some(())
    }
}

impl Extend<Number> for Sum {
    fn extend<T: IntoIterator<Item = Number>>(&mut self, terms: T) {
        terms.into_iter().for_each(|term| self.push(term));
    }
}

impl FromIterator<Number> for Sum {
    fn from_iter<T: IntoIterator<Item = Number>>(terms: T) -> Self {
        let mut sum = Self::new();
        sum.extend(terms);
        sum
    }
}

/// The size of a decimal in units of `10^-28`.
///
/// The short sum has at most 127 bits and the factor 94, which is within the 256 of a product.
fn units(mantissa: i128, scale: u32) -> Wide {
    let factor = power_of_ten(PLACES.saturating_sub(scale));
    Wide::product(mantissa.unsigned_abs(), factor)
}

/// A sign and a size.
#[derive(Clone, Copy, Debug, Default)]
struct Signed {
    negative: bool,
    size: Wide,
}

impl Signed {
    fn is_zero(self) -> bool {
        self.size.is_zero()
    }

    fn add(&mut self, negative: bool, size: Wide) {
        if self.negative == negative {
            self.size = self.size.plus(size);
        } else if self.size >= size {
            self.size = self.size.minus(size);
        } else {
            *self = Self { negative, size: size.minus(self.size) };
        }
    }

    fn add_signed(&mut self, other: Self) {
        self.add(other.negative, other.size);
    }
}

/// The terms of one denominator, in lowest terms.
struct Part {
    negative: bool,
    p: Wide,
    q: u128,
}

impl Part {
    fn reduced(sum: Signed, q: u128) -> Self {
        let common = gcd(sum.size.divide_short(q).1, q);
        Self { negative: sum.negative, p: sum.size.divide_short(common).0, q: q / common }
    }
}

/// The sum of parts with several denominators.
fn total_of(parts: &[Part]) -> Result<Number, Fault> {
    let mut denominator = Natural::from(1);
    for part in parts {
        let common = gcd(denominator.divide_short(part.q).1, part.q);
        denominator = denominator.times(&Natural::from(part.q / common));
        if denominator.bits() > LONGEST {
            return Err(Fault::Overflow);
        }
    }
    let (mut above, mut below) = (Natural::default(), Natural::default());
    for part in parts {
        let factor = denominator.divide_short(part.q).0;
        let term = factor.times(&Natural::from(part.p));
        let side = if part.negative { &mut below } else { &mut above };
        *side = side.plus(&term);
    }
    let negative = below > above;
    let numerator = if negative { below.minus(&above) } else { above.minus(&below) };
    let common = numerator.gcd(&denominator);
    let held = |whole: &Natural| whole.divide(&common).narrow().ok_or(Fault::Overflow);
    Number::from_fraction(Fraction { negative, p: held(&numerator)?, q: held(&denominator)? })
}
