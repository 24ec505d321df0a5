//! Laws that need no authority: what holds of all quantities that people reckon with.

use proptest::prelude::*;
use subvent::quantity::{
    Currency, Date, Duration, Fault, Money, MonthEnd, Number, Percent, Period, Points, Rounding,
    completed_months, completed_years, started_months, started_years,
};

use crate::oracle::{date, mode, number};

/// Amounts of up to a thousand millions, with cents.
fn amount() -> impl Strategy<Value = Money> {
    (-100_000_000_000_i64..=100_000_000_000).prop_map(|cents| {
        Money::new(Number::from_decimal(rust_decimal::Decimal::new(cents, 2)), Currency::EUR)
    })
}

fn share() -> impl Strategy<Value = Percent> {
    (0_i64..=100_000).prop_map(|thousandths| {
        Percent::from_percent(Number::from_decimal(rust_decimal::Decimal::new(thousandths, 3)))
            .expect("few digits")
    })
}

proptest! {
    #[test]
    fn what_is_added_can_be_taken_away(a in amount(), b in amount()) {
        let sum = a.add(b).expect("short");
        prop_assert_eq!(sum.sub(b), Ok(a));
        prop_assert_eq!(sum.sub(a), Ok(b));
        prop_assert_eq!(a.sub(b).map(Money::neg), b.sub(a));
    }

    #[test]
    fn a_share_of_a_sum_is_the_sum_of_shares(a in amount(), b in amount(), share in share()) {
        let together = share.of_money(a.add(b).expect("short"));
        let apart = share.of_money(a).and_then(|part| part.add(share.of_money(b)?));
        prop_assert_eq!(together, apart);
    }

    #[test]
    fn points_are_what_lies_between(a in share(), b in share()) {
        let points: Points = a.minus(b).expect("short");
        prop_assert_eq!(b.add_points(points), Ok(a));
        prop_assert_eq!(a.sub_points(points), Ok(b));
    }

    #[test]
    fn a_quotient_times_its_divisor_is_the_dividend(a in number(), b in number()) {
        prop_assume!(!b.is_zero());
        if let Ok(quotient) = a.div(b) {
            prop_assert_eq!(quotient.mul(b), Ok(a));
        }
    }

    #[test]
    fn a_ratio_is_compared_as_its_product_is(a in amount(), b in amount(), share in share()) {
        prop_assume!(b.amount.is_positive());
        let quotient = a.ratio(b).expect("short");
        let product = share.of_money(b).expect("short");
        let by_product = a.compare(&product).expect("one currency");
        prop_assert_eq!(quotient.cmp(&share.as_fraction()), by_product);
    }

    #[test]
    fn rounding_stays_within_its_step(value in number(), mode in mode(), step in 1_i64..10_000, scale in 0_u32..6) {
        let step = Number::from_decimal(rust_decimal::Decimal::new(step, scale));
        let rounding = Rounding::new(mode, step).expect("above zero");
        let Ok(rounded) = value.round(&rounding) else { return Ok(()) };
        prop_assert_eq!(rounded.round(&rounding), Ok(rounded));
        let Ok(moved) = rounded.sub(value).map(Number::abs) else { return Ok(()) };
        prop_assert!(moved < step);
        let nearest = mode.to_string().starts_with("half");
        if nearest && let Ok(twice) = moved.add(moved) {
            prop_assert!(twice <= step);
        }
        // Rounding is the same rounding of the opposite, seen from the other side of zero.
        let mirrored = match mode {
            subvent::quantity::RoundingMode::Up => subvent::quantity::RoundingMode::Down,
            subvent::quantity::RoundingMode::Down => subvent::quantity::RoundingMode::Up,
            other => other,
        };
        let opposite = value.neg().round(&Rounding::new(mirrored, step).expect("above zero"));
        prop_assert_eq!(opposite, Ok(rounded.neg()));
    }

    #[test]
    fn rounding_keeps_the_order(a in number(), b in number(), mode in mode(), step in 1_i64..1_000) {
        let rounding = Rounding::new(mode, Number::from_i64(step)).expect("above zero");
        let (low, high) = (a.min(b), a.max(b));
        if let (Ok(low), Ok(high)) = (low.round(&rounding), high.round(&rounding)) {
            prop_assert!(low <= high);
        }
    }

    #[test]
    fn counts_of_months_and_years_agree(start in date(), days in 0_i64..30_000) {
        let Ok(end) = start.add_days(days) else { return Ok(()) };
        let completed = completed_months(start, end).expect("in order");
        let started = started_months(start, end).expect("in order");
        prop_assert!(started == completed || started == completed + 1);
        prop_assert_eq!(completed_years(start, end), Ok(completed / 12));
        let years = started_years(start, end).expect("in order");
        prop_assert!((years - 1) * 12 < started && started <= years * 12);
        // A day more is never less.
        if let Ok(next) = end.add_days(1) {
            prop_assert!(completed_months(start, next).expect("in order") >= completed);
            prop_assert!(started_months(start, next).expect("in order") >= started);
        }
    }
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn euro(text: &str) -> Money {
    Money::new(Number::parse(text).expect("a number"), Currency::EUR)
}

/// The traps of the domain primer: they look like slips and are the law.
#[test]
fn traps_of_the_law() {
    // 48 months from 1 April 2024, both days included, end on 31 March 2028.
    let end = Period::span_end(day("2024-04-01"), &Duration::from_months(48));
    assert_eq!(end, Ok(day("2028-03-31")));
    // 31 January and a month: the end of February, where a clause says so, and else a fault.
    let january = day("2023-01-31");
    assert_eq!(january.add_months(1, Some(MonthEnd::EndOfMonth)), Ok(day("2023-02-28")));
    let missing = Fault::MissingDay { year: 2023, month: 2, day: 31 };
    assert_eq!(january.add_months(1, None), Err(missing));
    // 28 February and a month is 28 March, not the end of March.
    let february = day("2023-02-28");
    assert_eq!(february.add_months(1, Some(MonthEnd::EndOfMonth)), Ok(day("2023-03-28")));
    // Three years before a leap day there was no such day.
    let leap_day = day("2024-02-29");
    assert_eq!(leap_day.add_months(-36, Some(MonthEnd::EndOfMonth)), Ok(day("2021-02-28")));
    // 15% of 33,333.33 is 4,999.9995; paid, rounded down, are 4,999.99.
    let share = Percent::from_percent(15.into()).and_then(|p| p.of_money(euro("33333.33")));
    assert_eq!(share, Ok(euro("4999.9995")));
    let cents = Number::parse("0.01").expect("a number");
    let down = Rounding::new(subvent::quantity::RoundingMode::Down, cents).expect("above zero");
    assert_eq!(share.and_then(|share| share.round(&down)), Ok(euro("4999.99")));
    // Land of 10% of a total that contains it is 10/90 of the rest.
    let land = euro("90000").scale(Number::new_ratio(10, 90).expect("a ratio"));
    assert_eq!(land, Ok(euro("10000")));
    let total = land.and_then(|land| land.add(euro("90000")));
    assert_eq!(land.and_then(|land| land.ratio(total?)), Number::new_ratio(1, 10));
}
