//! Big rationals as the authority for numbers, and where samples come from.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use num_bigint::BigInt;
use num_rational::Ratio;
use proptest::prelude::*;
use rust_decimal::Decimal;
use subvent::quantity::{Date, Fault, Month, Number, RoundingMode};

pub type Big = Ratio<BigInt>;

pub const LIMIT: i128 = (1 << 96) - 1;

pub fn big_decimal(value: Decimal) -> Big {
    Big::new(BigInt::from(value.mantissa()), BigInt::from(10).pow(value.scale()))
}

pub fn big(number: Number) -> Big {
    big_decimal(number.numerator()) / big_decimal(number.denominator())
}

pub fn is_held(value: &Big) -> bool {
    value.numer().bits() <= 96 && value.denom().bits() <= 96
}

/// The result is the expected value, or a fault because the expected value is not held.
pub fn agrees(result: Result<Number, Fault>, expected: &Big) -> Result<(), TestCaseError> {
    match result {
        Ok(number) => prop_assert_eq!(&big(number), expected),
        Err(fault) => {
            prop_assert_eq!(fault, Fault::Overflow);
            prop_assert!(!is_held(expected), "overflow although {} is held", expected);
        }
    }
    Ok(())
}

pub fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Whole numbers of at most 96 bits: of every length, round, and at the edges.
pub fn mantissa() -> impl Strategy<Value = i128> {
    let magnitude = prop_oneof![
        (any::<u128>(), 32..=128_u32).prop_map(|(n, cut)| n.checked_shr(cut).unwrap_or(0)),
        (0..=28_u32, 1..=9_u128).prop_map(|(zeros, n)| 10_u128.pow(zeros) * n),
        (0..=95_u32).prop_map(|bits| 1 << bits),
        (0..=41_u32).prop_map(|power| 5_u128.pow(power)),
        (0..=40_u32, 0..=60_u32).prop_map(|(a, b)| 3_u128.pow(a) * (1 << (b / 2))),
        (0..=20_u128).prop_map(|n| LIMIT.unsigned_abs() - n),
        0..=200_u128,
    ];
    (magnitude, any::<bool>()).prop_map(|(magnitude, negative)| {
        let value = magnitude.min(LIMIT.unsigned_abs()).cast_signed();
        if negative { -value } else { value }
    })
}

pub fn decimal() -> impl Strategy<Value = Decimal> {
    (mantissa(), prop_oneof![0..=28_u32, Just(0), Just(2), Just(28)])
        .prop_map(|(mantissa, scale)| Decimal::from_i128_with_scale(mantissa, scale))
}

/// Decimals, and quotients of whole numbers.
pub fn number() -> impl Strategy<Value = Number> {
    let whole = |n| Number::from_decimal(Decimal::from_i128_with_scale(n, 0));
    let quotient = (mantissa(), mantissa()).prop_filter_map("held quotients", move |(p, q)| {
        Number::new_ratio(whole(p), whole(q)).ok()
    });
    prop_oneof![decimal().prop_map(Number::from_decimal), quotient]
}

/// Two numbers, half of them such that their sum is held although its parts are long.
pub fn pair() -> impl Strategy<Value = (Number, Number)> {
    (number(), number(), any::<bool>()).prop_map(|(a, b, related)| {
        let rest = if related { b.sub(a).ok() } else { None };
        (a, rest.unwrap_or(b))
    })
}

pub fn mode() -> impl Strategy<Value = RoundingMode> {
    prop::sample::select(vec![
        RoundingMode::Up,
        RoundingMode::Down,
        RoundingMode::HalfUp,
        RoundingMode::HalfDown,
        RoundingMode::HalfEven,
        RoundingMode::TowardsZero,
        RoundingMode::AwayFromZero,
    ])
}

/// Days of all years, and days about the ends of months.
pub fn date() -> impl Strategy<Value = Date> {
    let far = (Date::MIN.day_number()..=Date::MAX.day_number())
        .prop_filter_map("days", Date::from_day_number);
    let near_month_end = (1..=9999_i32, 1..=12_u32, -3..=3_i64)
        .prop_filter_map("days", |(year, month, by)| {
            Month::new(year, month)?.last_day().add_days(by).ok()
        });
    prop_oneof![far, near_month_end]
}
