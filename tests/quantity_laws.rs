//! The laws of exact quantities, held against independent authorities: big rationals for
//! numbers, chrono for dates.
//!
//! A number is held exactly when its lowest terms have at most 96 bits above and below the
//! line. So every operation must either give the value that big rationals give, or overflow
//! while that value is really not held. There is no third case.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

use std::cmp::Ordering;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use chrono::{Datelike, Months, NaiveDate};
use num_bigint::{BigInt, Sign};
use num_rational::Ratio;
use num_traits::{Signed, Zero};
use proptest::prelude::*;
use rust_decimal::Decimal;
use subvent::quantity::{
    Currency, Date, Duration, Fault, Money, Month, MonthEnd, Number, NumberError, Percent, Period,
    Rounding, RoundingMode, completed_months, started_months,
};

type Big = Ratio<BigInt>;

const LIMIT: i128 = (1 << 96) - 1;

fn big_decimal(value: Decimal) -> Big {
    Big::new(BigInt::from(value.mantissa()), BigInt::from(10).pow(value.scale()))
}

fn big(number: Number) -> Big {
    big_decimal(number.numerator()) / big_decimal(number.denominator())
}

fn is_held(value: &Big) -> bool {
    value.numer().bits() <= 96 && value.denom().bits() <= 96
}

/// The result is the expected value, or a fault because the expected value is not held.
fn agrees(result: Result<Number, Fault>, expected: &Big) -> Result<(), TestCaseError> {
    match result {
        Ok(number) => prop_assert_eq!(&big(number), expected),
        Err(fault) => {
            prop_assert_eq!(fault, Fault::Overflow);
            prop_assert!(!is_held(expected), "overflow although {} is held", expected);
        }
    }
    Ok(())
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Whole numbers of at most 96 bits: of every length, round, and at the edges.
fn mantissa() -> impl Strategy<Value = i128> {
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

fn decimal() -> impl Strategy<Value = Decimal> {
    (mantissa(), prop_oneof![0..=28_u32, Just(0), Just(2), Just(28)])
        .prop_map(|(mantissa, scale)| Decimal::from_i128_with_scale(mantissa, scale))
}

/// Decimals, and quotients of whole numbers.
fn number() -> impl Strategy<Value = Number> {
    let whole = |n| Number::from_decimal(Decimal::from_i128_with_scale(n, 0));
    let quotient = (mantissa(), mantissa()).prop_filter_map("held quotients", move |(p, q)| {
        Number::new_ratio(whole(p), whole(q)).ok()
    });
    prop_oneof![decimal().prop_map(Number::from_decimal), quotient]
}

/// Two numbers, half of them such that their sum is held although its parts are long.
fn pair() -> impl Strategy<Value = (Number, Number)> {
    (number(), number(), any::<bool>()).prop_map(|(a, b, related)| {
        let rest = if related { b.sub(a).ok() } else { None };
        (a, rest.unwrap_or(b))
    })
}

fn mode() -> impl Strategy<Value = RoundingMode> {
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
    fn sums_are_exact((a, b) in pair()) {
        agrees(a.add(b), &(big(a) + big(b)))?;
        prop_assert_eq!(a.add(b), b.add(a));
    }

    #[test]
    fn differences_are_exact((a, b) in pair()) {
        agrees(a.sub(b), &(big(a) - big(b)))?;
        prop_assert_eq!(a.sub(a), Ok(Number::ZERO));
    }

    #[test]
    fn products_are_exact(a in number(), b in number()) {
        agrees(a.mul(b), &(big(a) * big(b)))?;
        prop_assert_eq!(a.mul(b), b.mul(a));
    }

    #[test]
    fn quotients_are_exact(a in number(), b in number()) {
        if b.is_zero() {
            prop_assert_eq!(a.div(b), Err(Fault::DivisionByZero));
        } else {
            agrees(a.div(b), &(big(a) / big(b)))?;
        }
    }

    #[test]
    fn order_is_that_of_the_values((a, b) in pair()) {
        prop_assert_eq!(a.cmp(&b), big(a).cmp(&big(b)));
        prop_assert_eq!(a == b, big(a) == big(b));
        prop_assert_eq!(a.is_negative(), big(a).is_negative());
        prop_assert_eq!(a.is_positive(), big(a).is_positive());
        prop_assert_eq!(big(a.neg()), -big(a));
        prop_assert_eq!(big(a.abs()), big(a).abs());
    }

    #[test]
    fn one_value_has_one_form(a in number(), b in number()) {
        let Ok(sum) = a.add(b) else { return Ok(()) };
        let back = sum.sub(b).expect("the first summand is held");
        prop_assert_eq!(back, a);
        prop_assert_eq!(hash(back), hash(a));
        prop_assert_eq!(back.to_string(), a.to_string());
    }

    #[test]
    fn a_value_is_a_decimal_whenever_one_holds_it(a in number()) {
        let held = (0..=28_u32).any(|scale| {
            let mantissa = big(a) * Big::from(BigInt::from(10).pow(scale));
            mantissa.is_integer() && mantissa.numer().bits() <= 96
        });
        prop_assert_eq!(a.as_decimal().is_some(), held, "{}", a);
        prop_assert_eq!(a.is_integer(), big(a).is_integer());
        if a.as_decimal().is_none() {
            prop_assert_eq!(a.numerator().scale(), 0);
            prop_assert_eq!(a.denominator().scale(), 0);
        } else {
            prop_assert_eq!(a.denominator(), Decimal::ONE);
        }
    }

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

    #[test]
    fn decimals_are_printed_as_decimals_do(value in decimal()) {
        let number = Number::from_decimal(value);
        prop_assert_eq!(number.as_decimal(), Some(value));
        prop_assert_eq!(number.to_string(), value.normalize().to_string());
        prop_assert_eq!(hash(number), hash(Number::from_decimal(value.normalize())));
    }

    #[test]
    fn short_numbers_are_read_as_written(
        negative in any::<bool>(),
        whole in "[0-9]{1,14}",
        behind in prop::option::of("[0-9]{1,14}"),
    ) {
        let sign = if negative { "-" } else { "" };
        let text = match &behind {
            Some(behind) => format!("{sign}{whole}.{behind}"),
            None => format!("{sign}{whole}"),
        };
        let number = Number::parse(&text).expect("at most 28 digits");
        prop_assert_eq!(number.as_decimal(), Decimal::from_str_exact(&text).ok());
        prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[-+0-9._e]{0,70}") {
        if let Ok(number) = Number::parse(&text) {
            let places = text.split_once('.').map_or(0, |(_, behind)| behind.len());
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let digits = BigInt::parse_bytes(digits.as_bytes(), 10).expect("digits");
            let scale = BigInt::from(10).pow(u32::try_from(places).expect("short"));
            let sign = if text.starts_with('-') { Sign::Minus } else { Sign::Plus };
            let signed = BigInt::from_biguint(sign, digits.magnitude().clone());
            prop_assert_eq!(big(number), Big::new(signed, scale));
        }
    }

    #[test]
    fn long_numbers_are_refused(whole in "[1-9][0-9]{28,60}", behind in "[0-9]{28,60}[1-9]") {
        prop_assert_eq!(Number::parse(&whole), Err(NumberError::OutOfRange));
        prop_assert_eq!(Number::parse(&format!("0.{behind}")), Err(NumberError::TooManyDigits));
    }

    #[test]
    fn a_share_of_money_is_the_product(amount in number(), share in number()) {
        let whole = Money::new(amount, Currency::PLN);
        let part = Percent::from_fraction(share).of_money(whole);
        agrees(part.map(|money| money.amount), &(big(amount) * big(share)))?;
    }

    #[test]
    fn percentages_are_printed_a_hundredfold(value in -99_999_i64..=99_999, scale in 0..=10_u32) {
        let hundredths = Number::from_decimal(Decimal::new(value, scale));
        let percent = Percent::from_percent(hundredths).expect("few digits");
        prop_assert_eq!(percent.to_string(), format!("{hundredths}%"));
    }
}

fn date() -> impl Strategy<Value = Date> {
    let far = (Date::MIN.day_number()..=Date::MAX.day_number())
        .prop_filter_map("days", Date::from_day_number);
    let near_month_end = (1..=9999_i32, 1..=12_u32, -3..=3_i64)
        .prop_filter_map("days", |(year, month, by)| {
            Month::new(year, month)?.last_day().add_days(by).ok()
        });
    prop_oneof![far, near_month_end]
}

#[expect(clippy::expect_used, reason = "a date that is none must fail the test")]
fn civil(date: Date) -> NaiveDate {
    NaiveDate::from_ymd_opt(date.year(), date.month(), date.day()).expect("a civil date")
}

/// The date in the years 1 to 9999, as the law of this library has it.
fn in_range(date: Option<NaiveDate>) -> Option<NaiveDate> {
    date.filter(|date| (1..=9999).contains(&date.year()))
}

fn chrono_months(date: NaiveDate, months: i32) -> Option<NaiveDate> {
    let count = Months::new(months.unsigned_abs());
    if months < 0 { date.checked_sub_months(count) } else { date.checked_add_months(count) }
}

proptest! {
    #[test]
    fn dates_are_read_as_printed(date in date()) {
        prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
        prop_assert_eq!(date.to_string(), civil(date).format("%Y-%m-%d").to_string());
        prop_assert_eq!(date.weekday(), civil(date).weekday());
        prop_assert_eq!(Date::from_day_number(date.day_number()), Some(date));
    }

    #[test]
    fn days_are_added_as_chrono_does(date in date(), days in -4_000_000..=4_000_000_i64) {
        let expected = in_range(civil(date).checked_add_signed(chrono::TimeDelta::days(days)));
        prop_assert_eq!(date.add_days(days).ok().map(civil), expected);
        if let Ok(later) = date.add_days(days) {
            prop_assert_eq!(later.days_since(date), days);
        }
    }

    #[test]
    fn months_are_added_as_chrono_does(date in date(), months in -120_100..=120_100_i32) {
        let clamped = in_range(chrono_months(civil(date), months));
        let end = date.add_months(months, Some(MonthEnd::EndOfMonth));
        prop_assert_eq!(end.ok().map(civil), clamped);
        let Some(clamped) = clamped else { return Ok(()) };
        if clamped.day() == date.day() {
            prop_assert_eq!(date.add_months(months, None), end);
            prop_assert_eq!(date.add_months(months, Some(MonthEnd::NextMonth)), end);
        } else {
            let missing = Fault::MissingDay {
                year: clamped.year(),
                month: clamped.month(),
                day: date.day(),
            };
            prop_assert_eq!(date.add_months(months, None), Err(missing));
            let next = date.add_months(months, Some(MonthEnd::NextMonth));
            prop_assert_eq!(next.ok().map(civil), clamped.succ_opt());
        }
    }

    #[test]
    fn spans_end_before_the_same_day(start in date(), months in 1..=1_200_i32) {
        let duration = Duration::from_months(i64::from(months));
        let clamped = chrono_months(civil(start), months).expect("within chrono's years");
        let last = if clamped.day() == start.day() { clamped.pred_opt() } else { Some(clamped) };
        let end = Period::span_end(start, &duration);
        prop_assert_eq!(end.ok().map(civil), in_range(last));
        if let Ok(end) = end {
            prop_assert_eq!(completed_months(start, end), Ok(i64::from(months)));
            prop_assert_eq!(started_months(start, end), Ok(i64::from(months)));
        }
    }

    #[test]
    fn months_are_counted_by_their_spans(start in date(), days in 0..=1_200_i64) {
        let Ok(end) = start.add_days(days) else { return Ok(()) };
        let whole = (1..=60_i64)
            .filter(|months| {
                Period::span_end(start, &Duration::from_months(*months)).is_ok_and(|d| d <= end)
            })
            .count();
        let further = (1..=60_i64)
            .filter(|months| {
                Period::span_end(start, &Duration::from_months(*months)).is_ok_and(|d| d < end)
            })
            .count();
        prop_assert_eq!(completed_months(start, end), Ok(i64::try_from(whole).expect("few")));
        prop_assert_eq!(started_months(start, end), Ok(i64::try_from(further + 1).expect("few")));
    }

    #[test]
    fn a_period_holds_its_days(
        a in prop::option::of(1..=60_i32), b in prop::option::of(1..=60_i32),
        c in prop::option::of(1..=60_i32), d in prop::option::of(1..=60_i32),
    ) {
        let day = |n: Option<i32>| n.and_then(Date::from_day_number);
        let (Ok(one), Ok(two)) = (Period::new(day(a), day(b)), Period::new(day(c), day(d))) else {
            return Ok(());
        };
        // Days 0 and below do not exist, so an open start shows on day 1 only if it is unlike 1.
        let days: Vec<Date> = (1..=61).filter_map(Date::from_day_number).collect();
        let both = days.iter().filter(|d| one.contains(**d) && two.contains(**d)).count();
        prop_assert_eq!(one.overlaps(&two), both > 0);
        prop_assert_eq!(two.overlaps(&one), both > 0);
        if let Some(shared) = one.overlap(&two) {
            prop_assert_eq!(days.iter().filter(|d| shared.contains(**d)).count(), both);
            prop_assert!(shared.within(&one) && shared.within(&two));
        }
        if one.within(&two) {
            prop_assert!(days.iter().all(|d| !one.contains(*d) || two.contains(*d)));
        } else if let (Some(_), Some(_)) = (one.start, one.end) {
            prop_assert!(days.iter().any(|d| one.contains(*d) && !two.contains(*d)));
        }
        if let Some(length) = one.days() {
            let counted = days.iter().filter(|d| one.contains(**d)).count();
            prop_assert_eq!(length, i64::try_from(counted).expect("few"));
        }
    }
}
