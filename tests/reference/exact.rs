//! Big rationals: numbers without bounds, for an oracle that knows nothing of the library's own
//! arithmetic.

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{One, Signed, Zero};
use rust_decimal::Decimal;
use subvent::quantity::{Number, Rounding, RoundingMode};

/// A number of any size.
pub type Big = Ratio<BigInt>;

/// A whole number.
pub fn whole(number: i64) -> Big {
    Big::from_integer(BigInt::from(number))
}

fn of_decimal(value: Decimal) -> Big {
    Big::new(BigInt::from(value.mantissa()), BigInt::from(10).pow(value.scale()))
}

/// A number of the library.
pub fn big(number: Number) -> Big {
    of_decimal(number.numerator()) / of_decimal(number.denominator())
}

/// The whole number that a number is.
pub fn to_i64(number: &Big) -> Option<i64> {
    if !number.is_integer() {
        return None;
    }
    i64::try_from(number.to_integer()).ok()
}

/// Whether the library holds the number: 96 bits above and below the line.
pub fn is_held(number: &Big) -> bool {
    number.numer().bits() <= 96 && number.denom().bits() <= 96
}

/// A number rounded to a multiple of a step, by the definition of each mode.
pub fn round(number: &Big, rounding: &Rounding) -> Big {
    let step = big(rounding.step);
    let steps = number / &step;
    let floor = steps.floor();
    let rest = &steps - &floor;
    let half = Big::new(BigInt::one(), BigInt::from(2));
    let negative = steps.is_negative();
    let up = match rounding.mode {
        _ if rest.is_zero() => false,
        RoundingMode::Up => true,
        RoundingMode::Down => false,
        RoundingMode::TowardsZero => negative,
        RoundingMode::AwayFromZero => !negative,
        RoundingMode::HalfUp => rest > half || (rest == half && !negative),
        RoundingMode::HalfDown => rest > half || (rest == half && negative),
        RoundingMode::HalfEven => {
            rest > half || (rest == half && !(floor.to_integer() % BigInt::from(2)).is_zero())
        }
    };
    let steps = if up { floor + Big::one() } else { floor };
    steps * step
}
