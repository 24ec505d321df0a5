//! Rounding as a clause names it: a direction and a step. There is no default of either.

use super::{Fault, Number};

/// Which of the two neighbouring multiples of the step is taken.
///
/// The words are those of legal texts. "Half up" there is the commercial rounding of amounts,
/// in which a loss of 0.5 rounds like a gain of 0.5, so ties go away from zero.
///
/// | value | up | down | half up | half down | half even | towards zero | away from zero |
/// |---|---|---|---|---|---|---|---|
/// | 2.5 | 3 | 2 | 3 | 2 | 2 | 2 | 3 |
/// | 1.5 | 2 | 1 | 2 | 1 | 2 | 1 | 2 |
/// | 1.2 | 2 | 1 | 1 | 1 | 1 | 1 | 2 |
/// | -1.2 | -1 | -2 | -1 | -1 | -1 | -1 | -2 |
/// | -1.5 | -1 | -2 | -2 | -1 | -2 | -1 | -2 |
/// | -2.5 | -2 | -3 | -3 | -2 | -2 | -2 | -3 |
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RoundingMode {
    /// To the greater neighbour: -1.2 becomes -1.
    Up,
    /// To the lesser neighbour: -1.2 becomes -2.
    Down,
    /// To the nearer neighbour, a tie away from zero: -1.5 becomes -2.
    HalfUp,
    /// To the nearer neighbour, a tie towards zero: -1.5 becomes -1.
    HalfDown,
    /// To the nearer neighbour, a tie to the even multiple: -2.5 becomes -2, -1.5 too.
    HalfEven,
    /// To the neighbour nearer to zero.
    TowardsZero,
    /// To the neighbour farther from zero.
    AwayFromZero,
}

impl std::fmt::Display for RoundingMode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::HalfUp => "half up",
            Self::HalfDown => "half down",
            Self::HalfEven => "half even",
            Self::TowardsZero => "towards zero",
            Self::AwayFromZero => "away from zero",
        })
    }
}

/// A rounding to a multiple of a step: `down to 0.01`, `half up to a multiple of 3`.
///
/// ```
/// use subvent::quantity::{Number, Rounding, RoundingMode};
/// let cents = Rounding::new(RoundingMode::HalfUp, Number::parse("0.01")?)?;
/// assert_eq!(Number::parse("1000.005")?.round(&cents)?, Number::parse("1000.01")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: a quotient is rounded from its exact value
///
/// ```
/// use subvent::quantity::{Number, Rounding, RoundingMode};
/// let cents = Rounding::new(RoundingMode::Up, Number::parse("0.01")?)?;
/// let third = Number::new_ratio(100, 3)?;
/// assert_eq!(third.round(&cents)?, Number::parse("33.34")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: the step may be any amount
///
/// ```
/// use subvent::quantity::{Number, Rounding, RoundingMode};
/// let threes = Rounding::new(RoundingMode::Down, Number::from_i64(3))?;
/// assert_eq!(Number::from_i64(100).round(&threes)?, Number::from_i64(99));
/// # Ok::<(), subvent::quantity::Fault>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Rounding {
    /// The direction.
    pub mode: RoundingMode,
    /// The step, above zero: 0.01, 1, or a multiple such as 3.
    pub step: Number,
}

impl Rounding {
    /// A rounding to multiples of `step`.
    ///
    /// # Errors
    ///
    /// [`Fault::StepNotPositive`] when the step is zero or below.
    pub fn new(mode: RoundingMode, step: Number) -> Result<Self, Fault> {
        if !step.is_positive() {
            return Err(Fault::StepNotPositive);
        }
        Ok(Self { mode, step })
    }
}

impl std::fmt::Display for Rounding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} to {}", self.mode, self.step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODES: [RoundingMode; 7] = [
        RoundingMode::Up,
        RoundingMode::Down,
        RoundingMode::HalfUp,
        RoundingMode::HalfDown,
        RoundingMode::HalfEven,
        RoundingMode::TowardsZero,
        RoundingMode::AwayFromZero,
    ];

    /// Rounds to a step in every mode, in the order of the table in the documentation.
    fn rounded(value: &str, step: &str) -> Vec<String> {
        let value = Number::parse(value).unwrap();
        let step = Number::parse(step).unwrap();
        let round = |mode| value.round(&Rounding::new(mode, step).unwrap()).unwrap();
        MODES.into_iter().map(|mode| round(mode).to_string()).collect()
    }

    #[test]
    fn the_table_of_modes() {
        assert_eq!(rounded("2.5", "1"), ["3", "2", "3", "2", "2", "2", "3"]);
        assert_eq!(rounded("1.5", "1"), ["2", "1", "2", "1", "2", "1", "2"]);
        assert_eq!(rounded("1.2", "1"), ["2", "1", "1", "1", "1", "1", "2"]);
        assert_eq!(rounded("1.7", "1"), ["2", "1", "2", "2", "2", "1", "2"]);
        assert_eq!(rounded("-1.2", "1"), ["-1", "-2", "-1", "-1", "-1", "-1", "-2"]);
        assert_eq!(rounded("-1.5", "1"), ["-1", "-2", "-2", "-1", "-2", "-1", "-2"]);
        assert_eq!(rounded("-1.7", "1"), ["-1", "-2", "-2", "-2", "-2", "-1", "-2"]);
        assert_eq!(rounded("-2.5", "1"), ["-2", "-3", "-3", "-2", "-2", "-2", "-3"]);
    }

    #[test]
    fn a_value_on_the_step_stays() {
        assert_eq!(rounded("3", "1"), ["3"; 7]);
        assert_eq!(rounded("-0.03", "0.01"), ["-0.03"; 7]);
        assert_eq!(rounded("0", "3"), ["0"; 7]);
    }

    #[test]
    fn steps_other_than_powers_of_ten() {
        assert_eq!(rounded("4.5", "3"), ["6", "3", "6", "3", "6", "3", "6"]);
        assert_eq!(rounded("7.5", "3"), ["9", "6", "9", "6", "6", "6", "9"]);
        assert_eq!(rounded("0.12", "0.05"), ["0.15", "0.1", "0.1", "0.1", "0.1", "0.1", "0.15"]);
    }

    #[test]
    fn a_small_negative_value_rounds_to_nought_without_a_sign() {
        let whole = Rounding::new(RoundingMode::Up, Number::ONE).unwrap();
        let rounded = Number::parse("-0.4").unwrap().round(&whole).unwrap();
        assert_eq!((rounded, rounded.to_string().as_str()), (Number::ZERO, "0"));
    }

    #[test]
    fn a_step_must_be_above_zero() {
        for step in [Number::ZERO, Number::from_i64(-1)] {
            assert_eq!(Rounding::new(RoundingMode::Up, step), Err(Fault::StepNotPositive));
            let unchecked = Rounding { mode: RoundingMode::Up, step };
            assert_eq!(Number::ONE.round(&unchecked), Err(Fault::StepNotPositive));
        }
    }

    #[test]
    fn a_step_far_below_the_value_is_still_exact() {
        let tiny = Number::parse("0.0000000000000000000000000003").unwrap();
        let value = Number::parse("9000000000000000000000000000").unwrap();
        let rounding = Rounding::new(RoundingMode::Down, tiny).unwrap();
        assert_eq!(value.round(&rounding), Ok(value));
        let rounding = Rounding::new(RoundingMode::Down, value).unwrap();
        assert_eq!(tiny.round(&rounding), Ok(Number::ZERO));
    }
}
