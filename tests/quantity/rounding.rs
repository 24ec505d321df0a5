//! Rounding in every direction, held against its definition on big rationals.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use proptest::prelude::*;
use subvent::quantity::{Number, Rounding, RoundingMode};

use crate::oracle::{Big, agrees, big, mode, number};

/// A number and a step; half of the numbers lie exactly half-way between two multiples.
fn rounding_case() -> impl Strategy<Value = (Number, Number)> {
    let step = number().prop_filter_map("steps", |n| n.is_positive().then_some(n));
    (number(), step, -9..=9_i64, any::<bool>()).prop_map(|(value, step, halves, tie)| {
        let middle = Number::new_ratio(halves, 2).and_then(|halves| step.mul(halves));
        (if tie { middle.unwrap_or(value) } else { value }, step)
    })
}

/// The definition of each mode on the exact number of steps.
fn rounded(steps: &Big, mode: RoundingMode) -> BigInt {
    let half = Big::new(BigInt::from(1), BigInt::from(2));
    let (floor, ceiling) = (steps.floor().to_integer(), steps.ceil().to_integer());
    let to_sign = |magnitude: Big| {
        let magnitude = magnitude.to_integer();
        if steps.is_negative() { -magnitude } else { magnitude }
    };
    match mode {
        RoundingMode::Up => ceiling,
        RoundingMode::Down => floor,
        RoundingMode::TowardsZero => to_sign(steps.abs().floor()),
        RoundingMode::AwayFromZero => to_sign(steps.abs().ceil()),
        RoundingMode::HalfUp => to_sign((steps.abs() + half).floor()),
        RoundingMode::HalfDown => to_sign((steps.abs() - half).ceil()),
        RoundingMode::HalfEven => {
            let below = steps - Big::from(floor.clone());
            match below.cmp(&half) {
                Ordering::Less => floor,
                Ordering::Greater => ceiling,
                Ordering::Equal if (&floor % BigInt::from(2)).is_zero() => floor,
                Ordering::Equal => ceiling,
            }
        }
    }
}

proptest! {
    #[test]
    fn rounding_is_that_of_the_definition(
        (value, step) in rounding_case(),
        mode in mode(),
    ) {
        let rounding = Rounding::new(mode, step).expect("the step is positive");
        let steps = rounded(&(big(value) / big(step)), mode);
        agrees(value.round(&rounding), &(Big::from(steps) * big(step)))?;
    }

    #[test]
    fn rounding_twice_is_rounding_once((value, step) in rounding_case(), mode in mode()) {
        let rounding = Rounding::new(mode, step).expect("the step is positive");
        if let Ok(once) = value.round(&rounding) {
            prop_assert_eq!(once.round(&rounding), Ok(once));
        }
    }

}
