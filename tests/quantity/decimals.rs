//! Decimals, held against another library of decimals.

use std::cmp::Ordering;
use std::str::FromStr;

use bigdecimal::num_bigint::BigInt;
use bigdecimal::{BigDecimal, RoundingMode as Their};
use proptest::prelude::*;
use subvent::quantity::{Number, Rounding, RoundingMode};

/// Amounts as people write them: up to 14 digits before and 8 behind the point.
fn written() -> impl Strategy<Value = String> {
    ("-?", "[0-9]{1,14}", prop::option::of("[0-9]{1,8}")).prop_map(|(sign, whole, behind)| {
        match behind {
            Some(behind) => format!("{sign}{whole}.{behind}"),
            None => format!("{sign}{whole}"),
        }
    })
}

fn theirs(text: &str) -> BigDecimal {
    BigDecimal::from_str(text).expect("a decimal")
}

fn ours(text: &str) -> Number {
    Number::parse(text).expect("at most 28 digits")
}

/// The same value: what ours prints is what theirs is.
fn same(number: Number, decimal: &BigDecimal) -> Result<(), TestCaseError> {
    prop_assert_eq!(&theirs(&number.to_string()), decimal, "{}", number);
    Ok(())
}

const MODES: [(RoundingMode, Their); 7] = [
    (RoundingMode::Up, Their::Ceiling),
    (RoundingMode::Down, Their::Floor),
    (RoundingMode::HalfUp, Their::HalfUp),
    (RoundingMode::HalfDown, Their::HalfDown),
    (RoundingMode::HalfEven, Their::HalfEven),
    (RoundingMode::TowardsZero, Their::Down),
    (RoundingMode::AwayFromZero, Their::Up),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn sums_differences_and_order(a in written(), b in written()) {
        let (x, y) = (ours(&a), ours(&b));
        let (p, q) = (theirs(&a), theirs(&b));
        same(x.add(y).expect("short"), &(&p + &q))?;
        same(x.sub(y).expect("short"), &(&p - &q))?;
        prop_assert_eq!(x.cmp(&y), p.cmp(&q));
        prop_assert_eq!(x == y, p.cmp(&q) == Ordering::Equal);
    }

    #[test]
    fn products(a in "-?[0-9]{1,9}(\\.[0-9]{1,5})?", b in "-?[0-9]{1,9}(\\.[0-9]{1,5})?") {
        let product = ours(&a).mul(ours(&b)).expect("at most 28 digits");
        same(product, &(theirs(&a) * theirs(&b)))?;
    }

    #[test]
    fn quotients_that_end(a in written(), twos in 0_u32..12, fives in 0_u32..8) {
        // A divisor of twos and fives leaves a decimal, which theirs finds too.
        let divisor = 2_i64.pow(twos) * 5_i64.pow(fives);
        let quotient = ours(&a).div(Number::from_i64(divisor));
        if let Some(decimal) = quotient.ok().and_then(|quotient| quotient.as_decimal()) {
            let back = theirs(&decimal.to_string()) * BigDecimal::from(divisor);
            prop_assert_eq!(back, theirs(&a));
        }
    }

    #[test]
    fn rounding_to_a_place(a in written(), places in 0_u32..6) {
        for (own, their) in MODES {
            let step = Number::from_decimal(rust_decimal::Decimal::new(1, places));
            let rounding = Rounding::new(own, step).expect("above zero");
            let rounded = ours(&a).round(&rounding).expect("short");
            same(rounded, &theirs(&a).with_scale_round(i64::from(places), their))?;
        }
    }

    #[test]
    fn ties_at_a_place(whole in -10_000_000_i64..10_000_000, places in 0_u32..6) {
        // So many halves of the last place: every odd number of them is a tie.
        let halves = rust_decimal::Decimal::new(whole * 5, places + 1);
        let text = halves.to_string();
        for (own, their) in MODES {
            let step = Number::from_decimal(rust_decimal::Decimal::new(1, places));
            let rounded = ours(&text).round(&Rounding::new(own, step).expect("above zero"));
            let expected = theirs(&text).with_scale_round(i64::from(places), their);
            same(rounded.expect("short"), &expected)?;
        }
    }

    #[test]
    fn rounding_to_a_multiple(a in written(), step in 1_i64..1_000) {
        for (own, their) in MODES {
            let rounding = Rounding::new(own, Number::from_i64(step)).expect("above zero");
            let rounded = ours(&a).round(&rounding).expect("short");
            // How many steps: the whole part of the quotient, and whether a rest goes up.
            let divisor = BigInt::from(step);
            let scaled = theirs(&a).with_scale(8).as_bigint_and_exponent().0;
            let unit = &divisor * BigInt::from(100_000_000);
            let steps = their.round_pair_of(&scaled, &unit);
            same(rounded, &BigDecimal::from(steps * divisor))?;
        }
    }
}

/// A quotient of whole numbers rounded by the other library: with so many digits that a tie is
/// told from what lies beside it.
trait RoundQuotient {
    fn round_pair_of(self, dividend: &BigInt, divisor: &BigInt) -> BigInt;
}

impl RoundQuotient for Their {
    fn round_pair_of(self, dividend: &BigInt, divisor: &BigInt) -> BigInt {
        // Whether the rest is below, at or above a half is all that rounding asks; 0.25, 0.5 and
        // 0.75 stand for it, and the sign is kept.
        let (whole, rest) = (dividend / divisor, dividend % divisor);
        let sign = if dividend.sign() == bigdecimal::num_bigint::Sign::Minus { -1 } else { 1 };
        let twice = rest.magnitude() * 2_u32;
        let quarters = match (rest == BigInt::from(0), twice.cmp(divisor.magnitude())) {
            (true, _) => 0,
            (_, Ordering::Less) => 1,
            (_, Ordering::Equal) => 2,
            (_, Ordering::Greater) => 3,
        };
        let steps =
            BigDecimal::from(whole) + BigDecimal::new(BigInt::from(25 * quarters * sign), 2);
        steps.with_scale_round(0, self).as_bigint_and_exponent().0
    }
}
