//! Exact quantities beside the bare libraries that they stand on, in one run.
//!
//! Each case does one operation on each of 64 inputs, once with the library's quantities and once
//! with `rust_decimal` or `chrono` alone, which round and wrap where quantities do not. Both are
//! first held against each other, and a figure is the time for all 64; `sum` adds up 1,000 terms.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a benchmark fails by panicking, and its items are its own"
)]

use std::cmp::Ordering;
use std::hint::black_box;

use chrono::{Months, NaiveDate};
use criterion::Criterion;
use rust_decimal::{Decimal, RoundingStrategy};
use subvent::quantity::{
    Currency, Date, Duration, Money, MonthEnd, Number, Percent, Period, Rounding, RoundingMode, Sum,
};

const INPUTS: u32 = 64;
const TERMS: u32 = 1_000;

fn main() {
    let amounts = Amounts::new();
    let days = Days::new();
    amounts.agree();
    days.agree();
    let mut criterion = Criterion::default().configure_from_args();
    amounts.measure(&mut criterion);
    days.measure(&mut criterion);
    sums(&mut criterion);
    criterion.final_summary();
}

/// A whole number from a fixed sequence that looks random: Knuth's multiplicative hash.
fn drawn(index: u32, below: u32) -> u32 {
    index.wrapping_add(1).wrapping_mul(2_654_435_761) % below
}

fn cents(index: u32) -> Decimal {
    Decimal::new(i64::from(drawn(index, 400_000_000)) + 1, 2)
}

/// A case measured twice: `own` on quantities, `bare` on what they stand on.
fn case<A, B>(
    criterion: &mut Criterion,
    name: &str,
    own: impl Fn(usize) -> A,
    bare: impl Fn(usize) -> B,
) {
    let inputs = INPUTS as usize;
    let mut group = criterion.benchmark_group(format!("quantity/{name}"));
    group.bench_function("own", |bencher| {
        bencher.iter(|| (0..inputs).for_each(|at| drop(black_box(own(black_box(at))))));
    });
    group.bench_function("bare", |bencher| {
        bencher.iter(|| (0..inputs).for_each(|at| drop(black_box(bare(black_box(at))))));
    });
    group.finish();
}

/// Amounts with cents, and what is done to them.
struct Amounts {
    own: Vec<Money>,
    bare: Vec<Decimal>,
    share: Percent,
    bare_share: Decimal,
    cents: Rounding,
}

impl Amounts {
    fn new() -> Self {
        let bare: Vec<Decimal> = (0..=INPUTS).map(cents).collect();
        let own =
            bare.iter().map(|amount| Money::new(Number::from_decimal(*amount), Currency::EUR));
        let own = own.collect();
        let bare_share = Decimal::new(15, 2);
        let share = Percent::from_fraction(Number::from_decimal(bare_share));
        let step = Number::from_decimal(Decimal::new(1, 2));
        let cents = Rounding::new(RoundingMode::HalfUp, step).expect("above zero");
        Self { own, bare, share, bare_share, cents }
    }

    fn sum(&self, at: usize) -> Money {
        self.own[at].add(self.own[at + 1]).expect("short")
    }

    fn product(&self, at: usize) -> Number {
        self.own[at].amount.mul(self.own[at + 1].amount).expect("short")
    }

    /// `x <= 15% of y`
    fn below_share(&self, at: usize) -> bool {
        let limit = self.share.of_money(self.own[at + 1]).expect("short");
        self.own[at].compare(&limit).is_ok_and(Ordering::is_le)
    }

    fn bare_below_share(&self, at: usize) -> bool {
        self.bare[at] <= self.bare_share * self.bare[at + 1]
    }

    /// `x / y <= 15%`
    fn below_ratio(&self, at: usize) -> bool {
        let ratio = self.own[at].ratio(self.own[at + 1]).expect("not zero");
        ratio <= self.share.as_fraction()
    }

    fn bare_below_ratio(&self, at: usize) -> bool {
        self.bare[at] / self.bare[at + 1] <= self.bare_share
    }

    /// 15% of an amount, rounded to cents.
    fn rounded(&self, at: usize) -> Money {
        let part = self.share.of_money(self.own[at]).expect("short");
        part.round(&self.cents).expect("short")
    }

    fn bare_rounded(&self, at: usize) -> Decimal {
        let part = self.bare_share * self.bare[at];
        part.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
    }

    fn agree(&self) {
        for at in 0..INPUTS as usize {
            assert_eq!(self.sum(at).amount.as_decimal(), Some(self.bare[at] + self.bare[at + 1]));
            assert_eq!(self.product(at).as_decimal(), Some(self.bare[at] * self.bare[at + 1]));
            assert_eq!(self.below_share(at), self.bare_below_share(at));
            assert_eq!(self.below_ratio(at), self.bare_below_ratio(at));
            assert_eq!(self.rounded(at).amount.as_decimal(), Some(self.bare_rounded(at)));
        }
        // What decimals round is exact here: a third of 15% of three is 15%.
        let third = Number::new_ratio(1, 3).expect("a ratio");
        let three = third.mul(3.into());
        assert_eq!(three, Ok(Number::ONE));
        assert_ne!(Decimal::ONE / Decimal::from(3) * Decimal::from(3), Decimal::ONE);
    }

    fn measure(&self, criterion: &mut Criterion) {
        let bare = &self.bare;
        case(criterion, "add", |at| self.sum(at), |at| bare[at] + bare[at + 1]);
        case(criterion, "multiply", |at| self.product(at), |at| bare[at] * bare[at + 1]);
        let shares = |at| self.bare_below_share(at);
        case(criterion, "compare_share", |at| self.below_share(at), shares);
        let ratios = |at| self.bare_below_ratio(at);
        case(criterion, "compare_quotient", |at| self.below_ratio(at), ratios);
        case(criterion, "round", |at| self.rounded(at), |at| self.bare_rounded(at));
    }
}

/// Days of the years 2014 to 2041, and what is done to them.
struct Days {
    own: Vec<Date>,
    bare: Vec<NaiveDate>,
}

impl Days {
    fn new() -> Self {
        let first = NaiveDate::from_ymd_opt(2014, 1, 1).expect("a date");
        let bare: Vec<NaiveDate> = (0..=INPUTS)
            .map(|index| first + chrono::Days::new(u64::from(drawn(index, 10_000))))
            .collect();
        let own = bare.iter().map(|day| Date::parse(&day.to_string()).expect("a date"));
        Self { own: own.collect(), bare }
    }

    fn later(&self, at: usize) -> Date {
        self.own[at].add_months(48, Some(MonthEnd::EndOfMonth)).expect("in range")
    }

    fn bare_later(&self, at: usize) -> NaiveDate {
        self.bare[at].checked_add_months(Months::new(48)).expect("in range")
    }

    /// Whether the days from one to another last at most 48 months.
    fn lasts(&self, at: usize) -> Option<Ordering> {
        let (one, two) = (self.own[at], self.own[at + 1]);
        let period = Period { start: Some(one.min(two)), end: Some(one.max(two)) };
        period.lasts_cmp(&Duration::from_months(48)).expect("in range")
    }

    fn bare_lasts(&self, at: usize) -> Option<Ordering> {
        let (one, two) = (self.bare[at], self.bare[at + 1]);
        let same = one.min(two).checked_add_months(Months::new(48))?;
        let clamped = chrono::Datelike::day(&same) != chrono::Datelike::day(&one.min(two));
        let last = if clamped { same } else { same.pred_opt()? };
        Some(one.max(two).cmp(&last))
    }

    fn length(&self, at: usize) -> Option<i64> {
        let (one, two) = (self.own[at], self.own[at + 1]);
        Period { start: Some(one.min(two)), end: Some(one.max(two)) }.days()
    }

    fn bare_length(&self, at: usize) -> Option<i64> {
        let (one, two) = (self.bare[at], self.bare[at + 1]);
        Some((one.max(two) - one.min(two)).num_days() + 1)
    }

    fn agree(&self) {
        for at in 0..INPUTS as usize {
            assert_eq!(self.later(at).to_string(), self.bare_later(at).to_string());
            assert_eq!(self.lasts(at), self.bare_lasts(at));
            assert_eq!(self.length(at), self.bare_length(at));
        }
    }

    fn measure(&self, criterion: &mut Criterion) {
        case(criterion, "add_months", |at| self.later(at), |at| self.bare_later(at));
        case(criterion, "period_lasts", |at| self.lasts(at), |at| self.bare_lasts(at));
        case(criterion, "period_days", |at| self.length(at), |at| self.bare_length(at));
    }
}

/// The sum of a thousand amounts.
fn sums(criterion: &mut Criterion) {
    let bare: Vec<Decimal> = (0..TERMS).map(cents).collect();
    let own: Vec<Number> = bare.iter().map(|amount| Number::from_decimal(*amount)).collect();
    let total = |terms: &[Number]| terms.iter().copied().collect::<Sum>().total();
    let bare_total = |terms: &[Decimal]| terms.iter().sum::<Decimal>();
    assert_eq!(total(&own), Ok(Number::from_decimal(bare_total(&bare))));
    let mut group = criterion.benchmark_group("quantity/sum");
    group.bench_function("own", |bencher| bencher.iter(|| total(black_box(&own))));
    group.bench_function("bare", |bencher| bencher.iter(|| bare_total(black_box(&bare))));
    group.finish();
}
