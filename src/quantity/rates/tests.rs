//! Conversion against fractions of any size, and the dates of tables.

use num_bigint::BigInt;
use num_rational::Ratio;
use proptest::prelude::*;

use super::*;
use crate::quantity::{Rounding, RoundingMode};

/// A fraction of any size.
type BigRational = Ratio<BigInt>;

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

fn month(text: &str) -> RateDate {
    RateDate::Month(Month::parse(text).unwrap())
}

fn day(text: &str) -> RateDate {
    RateDate::Day(Date::parse(text).unwrap())
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Rates of a month, in units of the currency for 1 EUR.
fn march() -> RateTable {
    let mut table = RateTable::new(Currency::EUR, Quotation::PerBase, Rhythm::Monthly);
    for (currency, rate) in [(Currency::PLN, "4.3208"), (Currency::SEK, "11.2115")] {
        table.add(month("2024-03"), currency, number(rate)).unwrap();
    }
    table
}

fn rational(number: Number) -> BigRational {
    let whole = |text: String| text.parse::<BigInt>().unwrap();
    let part = |decimal: rust_decimal::Decimal| {
        let scale = BigInt::from(10).pow(decimal.scale());
        BigRational::new(whole(decimal.mantissa().to_string()), scale)
    };
    part(number.numerator()) / part(number.denominator())
}

#[test]
fn a_refused_quote_leaves_the_table_alone() {
    let mut table = march();
    let before = table.clone();
    let mut add = |on, of, rate: &str| table.add(on, of, number(rate));
    assert_eq!(add(month("2024-04"), Currency::PLN, "0"), Err(QuoteError::NotPositive));
    assert_eq!(add(month("2024-04"), Currency::PLN, "-4.3"), Err(QuoteError::NotPositive));
    assert_eq!(add(month("2024-04"), Currency::EUR, "1"), Err(QuoteError::OfBase));
    assert_eq!(add(month("2024-03"), Currency::PLN, "4.3"), Err(QuoteError::Twice));
    assert_eq!(add(day("2024-04-01"), Currency::PLN, "4.3"), Err(QuoteError::OtherRhythm));
    assert_eq!(table, before);
}

#[test]
fn every_day_of_a_month_has_its_rate_and_no_other_month_has() {
    let table = march();
    let rate = |on| table.rate(Currency::PLN, Currency::EUR, on);
    for on in [month("2024-03"), day("2024-03-01"), day("2024-03-31")] {
        assert_eq!(rate(on).unwrap().divisor(), Some(number("4.3208")));
    }
    for (on, wanted) in [(day("2024-02-29"), "2024-02"), (day("2024-04-01"), "2024-04")] {
        let missing = NoRate { currency: Currency::PLN, on: Some(month(wanted)) };
        assert_eq!(rate(on), Err(missing));
    }
    let missing = NoRate { currency: Currency::NOK, on: Some(month("2024-03")) };
    assert_eq!(table.rate(Currency::EUR, Currency::NOK, day("2024-03-05")), Err(missing));
}

#[test]
fn a_currency_into_itself_needs_no_rate() {
    let rate = march().rate(Currency::NOK, Currency::NOK, day("1999-01-01")).unwrap();
    assert_eq!((rate.on(), rate.convert(number("12.345"))), (None, Ok(number("12.345"))));
}

#[test]
fn quotes_of_either_direction_say_the_same() {
    let mut table = RateTable::new(Currency::EUR, Quotation::InBase, Rhythm::Daily);
    table.add(day("2024-03-04"), Currency::PLN, number("0.25")).unwrap();
    table.add(day("2024-03-04"), Currency::SEK, number("0.08")).unwrap();
    let convert =
        |from, to| table.rate(from, to, day("2024-03-04")).unwrap().convert(number("100")).unwrap();
    assert_eq!(convert(Currency::PLN, Currency::EUR), number("25"));
    assert_eq!(convert(Currency::EUR, Currency::SEK), number("1250"));
    assert_eq!(convert(Currency::PLN, Currency::SEK), number("312.5"));
    assert!(table.rate(Currency::PLN, Currency::EUR, day("2024-03-05")).is_err());
}

/// Council Regulation (EU) 2022/1208: 1 EUR is 7.53450 HRK, once and for all.
#[test]
fn a_frozen_table_has_one_rate_for_every_date() {
    let mut table = RateTable::new(Currency::EUR, Quotation::PerBase, Rhythm::Daily)
        .frozen_on(date("2023-01-01"));
    table.add(day("2023-01-01"), Currency::HRK, number("7.53450")).unwrap();
    for on in [day("2019-06-30"), day("2030-01-01"), month("2023-05")] {
        let rate = table.rate(Currency::HRK, Currency::EUR, on).unwrap();
        assert_eq!(rate.convert(number("753.45")), Ok(number("100")));
        assert_eq!(rate.on(), Some(day("2023-01-01")));
    }
}

#[test]
fn gaps_are_the_months_between() {
    let mut table = march();
    table.add(month("2023-12"), Currency::PLN, number("4.3")).unwrap();
    let gaps: Vec<NoRate> = table.gaps().collect();
    let gap = |on| NoRate { currency: Currency::PLN, on: Some(month(on)) };
    assert_eq!(gaps, [gap("2024-01"), gap("2024-02")]);
}

#[test]
fn an_unknown_day_has_the_rates_of_its_stretch() {
    let mut table = march();
    table.add(month("2024-04"), Currency::PLN, number("4.2918")).unwrap();
    let over = |first: &str, last: &str| {
        let span = table.over(Currency::PLN, Currency::EUR, date(first), date(last));
        let rates: Vec<Number> = span.rates().filter_map(|rate| rate.divisor()).collect();
        (rates, span.missing())
    };
    let both = vec![number("4.3208"), number("4.2918")];
    assert_eq!(over("2024-03-15", "2024-04-02"), (both.clone(), None));
    let may = NoRate { currency: Currency::PLN, on: Some(month("2024-05")) };
    assert_eq!(over("2024-03-15", "2024-05-02"), (both, Some(may)));
    let never = NoRate { currency: Currency::PLN, on: None };
    assert_eq!(over("2022-01-01", "2022-12-31"), (Vec::new(), Some(never)));
    let across = table.over(Currency::PLN, Currency::SEK, date("2024-03-01"), date("2024-04-30"));
    assert_eq!(across.rates().count(), 1);
    let april = NoRate { currency: Currency::SEK, on: Some(month("2024-04")) };
    assert_eq!(across.missing(), Some(april));
}

/// A table of rates by day over years is not gone through for every amount whose day is unknown.
#[test]
fn a_long_stretch_has_the_least_and_the_greatest_rate() {
    for quotation in [Quotation::PerBase, Quotation::InBase] {
        let mut table = RateTable::new(Currency::EUR, quotation, Rhythm::Daily);
        for days in 0..2000_i64 {
            let on = RateDate::Day(date("2018-01-01").add_days(days).unwrap());
            let rate = |least: i64| Number::from_i64(least + days * 7 % 5);
            table.add(on, Currency::PLN, rate(4)).unwrap();
            table.add(on, Currency::SEK, rate(10)).unwrap();
        }
        let pairs = [
            (Currency::PLN, Currency::EUR),
            (Currency::EUR, Currency::SEK),
            (Currency::PLN, Currency::SEK),
        ];
        for (from, to) in pairs {
            let span = table.over(from, to, date("2018-01-01"), date("2023-06-01"));
            let mut ends: Vec<Number> =
                span.rates().map(|rate| rate.convert(Number::ONE).unwrap()).collect();
            ends.sort();
            assert_eq!(ends.len(), 2);
            for days in 0..2000_i64 {
                let on = RateDate::Day(date("2018-01-01").add_days(days).unwrap());
                let rate = table.rate(from, to, on).unwrap().convert(Number::ONE).unwrap();
                assert!(ends[0] <= rate && rate <= ends[1], "{from} {to} {ends:?} {rate:?}");
            }
            assert!(span.missing().is_some());
        }
    }
}

/// Rates of up to seven digits, as they are published.
fn rates() -> impl Strategy<Value = (Number, Number)> {
    let decimal = |(digits, places)| rust_decimal::Decimal::new(digits, places);
    let rate = (1_i64..10_000_000, 0_u32..8).prop_map(decimal).prop_map(Number::from_decimal);
    (rate.clone(), rate)
}

fn amounts() -> impl Strategy<Value = Number> {
    (-100_000_000_000_i64..100_000_000_000)
        .prop_map(|cents| Number::from_decimal(rust_decimal::Decimal::new(cents, 2)))
}

fn table_of(quotation: Quotation, (zloty, krona): (Number, Number)) -> RateTable {
    let mut table = RateTable::new(Currency::EUR, quotation, Rhythm::Monthly);
    table.add(month("2024-03"), Currency::PLN, zloty).unwrap();
    table.add(month("2024-03"), Currency::SEK, krona).unwrap();
    table
}

fn quotations() -> impl Strategy<Value = Quotation> {
    prop_oneof![Just(Quotation::PerBase), Just(Quotation::InBase)]
}

proptest! {
    /// Units per base are the quote, or its inverse; the amount goes through the base.
    #[test]
    fn conversion_is_that_of_fractions_of_any_size(
        quotation in quotations(), quotes in rates(), amount in amounts(),
    ) {
        let table = table_of(quotation, quotes);
        let per_base = |of: Currency| {
            let quote = match of {
                Currency::PLN => rational(quotes.0),
                Currency::SEK => rational(quotes.1),
                _ => return BigRational::from_integer(BigInt::from(1)),
            };
            if quotation == Quotation::PerBase { quote } else { quote.recip() }
        };
        for from in [Currency::EUR, Currency::PLN, Currency::SEK] {
            for to in [Currency::EUR, Currency::PLN, Currency::SEK] {
                let rate = table.rate(from, to, month("2024-03")).unwrap();
                let wanted = rational(amount) / per_base(from) * per_base(to);
                prop_assert_eq!(rational(rate.convert(amount).unwrap()), wanted);
            }
        }
    }

    /// There and back is the same amount, and so is the way across through the base.
    #[test]
    fn there_and_back_and_across(
        quotation in quotations(), quotes in rates(), amount in amounts(),
    ) {
        let table = table_of(quotation, quotes);
        let convert = |amount, from, to| {
            table.rate(from, to, month("2024-03")).unwrap().convert(amount).unwrap()
        };
        let (euro, zloty, krona) = (Currency::EUR, Currency::PLN, Currency::SEK);
        let through = convert(convert(amount, zloty, euro), euro, krona);
        prop_assert_eq!(convert(amount, zloty, krona), through);
        prop_assert_eq!(convert(convert(amount, zloty, euro), euro, zloty), amount);
        prop_assert_eq!(convert(through, krona, zloty), amount);
    }

    /// Rounded down to the cent and taken back, less than a cent's worth is lost and none won.
    #[test]
    fn a_rounded_amount_is_off_by_less_than_its_step(quotes in rates(), amount in amounts()) {
        let table = table_of(Quotation::PerBase, quotes);
        let rate = |from, to| table.rate(from, to, month("2024-03")).unwrap();
        let cent = number("0.01");
        let down = Rounding::new(RoundingMode::Down, cent).unwrap();
        let exact = rate(Currency::PLN, Currency::EUR).convert(amount).unwrap();
        let rounded = exact.round(&down).unwrap();
        let back = rate(Currency::EUR, Currency::PLN).convert(rounded).unwrap();
        let lost = amount.sub(back).unwrap();
        prop_assert!(!lost.is_negative());
        prop_assert!(rational(lost) < rational(cent) * rational(quotes.0));
    }

    /// The sum of amounts converted is the sum converted.
    #[test]
    fn sums_are_converted_whole(quotes in rates(), a in amounts(), b in amounts()) {
        let table = table_of(Quotation::PerBase, quotes);
        let rate = table.rate(Currency::SEK, Currency::PLN, month("2024-03")).unwrap();
        let parts = rational(rate.convert(a).unwrap()) + rational(rate.convert(b).unwrap());
        prop_assert_eq!(rational(rate.convert(a.add(b).unwrap()).unwrap()), parts);
    }
}
