//! Percentages and percentage points: a share *of* something, and what is added to a share.

use std::fmt;

use super::{Fault, Money, Number};

const HUNDRED: i64 = 100;

/// A share, stored as a fraction of one: 15% is 0.15.
///
/// ```
/// use subvent::quantity::{Number, Percent, Points};
/// let base = Percent::from_percent(Number::from_i64(50))?;
/// let bonus = Points::from_points(Number::from_i64(10))?;
/// assert_eq!(base.add_points(bonus)?.to_string(), "60%");
/// assert_eq!(Percent::from_fraction(Number::parse("0.075")?).to_string(), "7.5%");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Percent(Number);

impl Percent {
    /// The share that is so much of one: `from_fraction(0.15)` is 15%.
    #[must_use]
    pub fn from_fraction(fraction: Number) -> Self {
        Self(fraction)
    }

    /// The share of so many hundredths: `from_percent(15)` is 15%.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`] when a hundredth of the number is not held.
    pub fn from_percent(hundredths: Number) -> Result<Self, Fault> {
        Ok(Self(hundredths.div(Number::from_i64(HUNDRED))?))
    }

    /// The share as a part of one: 0.15 for 15%.
    #[must_use]
    pub fn as_fraction(&self) -> Number {
        self.0
    }

    /// The share of a number.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`].
    pub fn of(self, whole: Number) -> Result<Number, Fault> {
        self.0.mul(whole)
    }

    /// The share of an amount, in its currency.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`].
    pub fn of_money(self, whole: Money) -> Result<Money, Fault> {
        whole.scale(self.0)
    }

    /// The share raised by points: 50% and 10 points are 60%.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`].
    pub fn add_points(self, points: Points) -> Result<Self, Fault> {
        Ok(Self(self.0.add(points.0)?))
    }

    /// The share lowered by points.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`].
    pub fn sub_points(self, points: Points) -> Result<Self, Fault> {
        Ok(Self(self.0.sub(points.0)?))
    }

    /// How many points lie between two shares: from 50% up to 60% it is 10.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`].
    pub fn minus(self, other: Self) -> Result<Points, Fault> {
        Ok(Points(self.0.sub(other.0)?))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}%", hundredths_text(self.0));
        f.pad_integral(!self.0.is_negative(), "", &text)
    }
}

/// A difference between two shares, stored as a fraction of one: 10 points are 0.1.
///
/// ```
/// use subvent::quantity::{Number, Points};
/// let bonus = Points::from_points(Number::from_i64(10))?;
/// assert_eq!(bonus.as_fraction(), Number::new_ratio(1, 10)?);
/// assert_eq!(bonus.to_string(), "10 percentage points");
/// # Ok::<(), subvent::quantity::Fault>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Points(Number);

impl Points {
    /// The difference that is so much of one: `from_fraction(0.1)` is 10 points.
    #[must_use]
    pub fn from_fraction(fraction: Number) -> Self {
        Self(fraction)
    }

    /// So many percentage points.
    ///
    /// # Errors
    ///
    /// [`Fault::Overflow`] when a hundredth of the number is not held.
    pub fn from_points(points: Number) -> Result<Self, Fault> {
        Ok(Self(points.div(Number::from_i64(HUNDRED))?))
    }

    /// The difference as a part of one: 0.1 for 10 points.
    #[must_use]
    pub fn as_fraction(&self) -> Number {
        self.0
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = hundredths_text(self.0);
        let unit = if digits == "1" { "percentage point" } else { "percentage points" };
        f.pad_integral(!self.0.is_negative(), "", &format!("{digits} {unit}"))
    }
}

/// A hundred times the magnitude, as text; what a number cannot hold is left as a product.
fn hundredths_text(fraction: Number) -> String {
    match fraction.mul(Number::from_i64(HUNDRED)) {
        Ok(hundredths) => hundredths.magnitude_text(0),
        Err(_) => format!("100*{}", fraction.magnitude_text(0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_points_are_printed_in_hundredths() {
        let percent = |text| Percent::from_fraction(Number::parse(text).unwrap()).to_string();
        assert_eq!(percent("0.15"), "15%");
        assert_eq!(percent("-0.001234567"), "-0.1234567%");
        assert_eq!(percent("1"), "100%");
        let third = Percent::from_fraction(Number::new_ratio(1, 3).unwrap());
        assert_eq!(third.to_string(), "100/3%");
        let point = Points::from_points(Number::from_i64(-1)).unwrap();
        assert_eq!(point.to_string(), "-1 percentage point");
    }

    #[test]
    fn a_share_too_large_for_its_hundredths_is_still_printed() {
        let most = Number::from_decimal(rust_decimal::Decimal::MAX);
        let text = Percent::from_fraction(most).to_string();
        assert_eq!(text, "100*79228162514264337593543950335%");
    }

    #[test]
    fn points_are_the_difference_of_shares() {
        let percent = |n| Percent::from_percent(Number::from_i64(n)).unwrap();
        let ten = Points::from_points(Number::from_i64(10)).unwrap();
        assert_eq!(percent(60).minus(percent(50)), Ok(ten));
        assert_eq!(percent(60).sub_points(ten), Ok(percent(50)));
        // A bonus of 10 points on 50% is 60%, not 55%.
        assert_eq!(percent(50).add_points(ten), Ok(percent(60)));
    }

    #[test]
    fn exactly_fifteen_percent_is_exactly_fifteen_percent() {
        let share = Number::new_ratio(3, 20).unwrap();
        assert_eq!(Percent::from_fraction(share), Percent::from_percent(15.into()).unwrap());
        assert_eq!(Percent::from_fraction(share).of(Number::from_i64(20)), Ok(3.into()));
    }
}
