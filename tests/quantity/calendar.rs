//! Dates of the years 1 to 9999, held against jiff.

use jiff::ToSpan;
use jiff::civil::{self, Weekday as Theirs};
use proptest::prelude::*;
use subvent::quantity::{
    Date, Duration, Fault, Month, MonthEnd, Period, Weekday, completed_years, fiscal_year_of,
    quarter_of, started_years,
};

use crate::oracle::date;

fn theirs(date: Date) -> civil::Date {
    let part = |n: u32| i8::try_from(n).expect("two digits");
    let year = i16::try_from(date.year()).expect("four digits");
    civil::Date::new(year, part(date.month()), part(date.day())).expect("a civil date")
}

/// The date, when it lies in the years 1 to 9999; jiff knows years before them.
fn in_range(date: Result<civil::Date, jiff::Error>) -> Option<civil::Date> {
    date.ok().filter(|date| date.year() >= 1)
}

fn ours(date: civil::Date) -> Date {
    let part = |n: i8| u32::try_from(n).expect("positive");
    Date::new(date.year().into(), part(date.month()), part(date.day())).expect("a date")
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_day_is_a_day(date in date()) {
        prop_assert_eq!(ours(theirs(date)), date);
        prop_assert_eq!(date.to_string(), theirs(date).to_string());
        prop_assert_eq!(date.last_of_month(), ours(theirs(date).last_of_month()));
        prop_assert_eq!(date.first_of_month(), ours(theirs(date).first_of_month()));
        let monday_one = theirs(date).weekday().to_monday_one_offset();
        prop_assert_eq!(date.weekday().number_from_monday(), u32::try_from(monday_one).unwrap());
    }

    #[test]
    fn days_later_and_between(a in date(), b in date(), days in -4_000_000_i64..4_000_000) {
        let apart = theirs(a).until(theirs(b)).expect("in range").get_days();
        prop_assert_eq!(b.days_since(a), i64::from(apart));
        let days = days.clamp(-4_000_000, 4_000_000);
        let later = in_range(theirs(a).checked_add(days.days()));
        prop_assert_eq!(a.add_days(days).ok(), later.map(ours));
    }

    #[test]
    fn months_later(date in date(), months in -119_000_i32..119_000) {
        let later = in_range(theirs(date).checked_add(months.months()));
        let end = date.add_months(months, Some(MonthEnd::EndOfMonth));
        prop_assert_eq!(end.ok(), later.map(ours));
        match (date.add_months(months, None), later) {
            (Ok(same), Some(later)) => {
                prop_assert_eq!(same.day(), date.day());
                prop_assert_eq!(same, ours(later));
            }
            (Err(Fault::MissingDay { day, .. }), Some(later)) => {
                prop_assert_eq!(day, date.day());
                prop_assert!(ours(later).day() < date.day());
                prop_assert_eq!(ours(later), ours(later).last_of_month());
            }
            (Err(Fault::DateOutOfRange), None) => {}
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn months_never_run_backwards(a in date(), b in date(), months in -600_i32..600, more in 0_i32..600) {
        for end in [MonthEnd::EndOfMonth, MonthEnd::NextMonth] {
            let add = |date: Date, months| date.add_months(months, Some(end));
            let (low, high) = (a.min(b), a.max(b));
            if let (Ok(low), Ok(high)) = (add(low, months), add(high, months)) {
                prop_assert!(low <= high, "a later day stays later");
            }
            if let (Ok(sooner), Ok(later)) = (add(a, months), add(a, months + more)) {
                prop_assert!(sooner <= later, "more months are no earlier");
            }
        }
    }

    #[test]
    fn months_there_and_back(date in date(), months in -600_i32..600) {
        // A day that every month has comes back; a later one is never overtaken.
        let Ok(there) = date.add_months(months, Some(MonthEnd::EndOfMonth)) else { return Ok(()) };
        let back = there.add_months(-months, Some(MonthEnd::EndOfMonth)).expect("where it was");
        prop_assert!(back <= date && date.days_since(back) <= 3);
        if date.day() <= 28 {
            prop_assert_eq!(back, date);
        }
    }

    #[test]
    fn a_period_and_its_length_agree(a in date(), b in date()) {
        let (start, end) = (a.min(b), a.max(b));
        let period = Period::new(Some(start), Some(end)).expect("in order");
        let days = period.days().expect("two ends");
        let span = theirs(start).until(theirs(end)).expect("in range");
        prop_assert_eq!(days, i64::from(span.get_days()) + 1);
        prop_assert_eq!(Period::span_end(start, &Duration::from_days(days)), Ok(end));
    }

    #[test]
    fn years_are_over_on_the_eve_of_their_date(start in date(), years in 1_i32..120, by in -400_i64..400) {
        let Some(anniversary) = in_range(theirs(start).checked_add(years.years())) else {
            return Ok(());
        };
        // jiff puts 29 February on the 28th of a common year, which is the last day of the span.
        let clamped = anniversary.day() != theirs(start).day();
        let last = if clamped { Ok(ours(anniversary)) } else { ours(anniversary).add_days(-1) };
        let Ok(last) = last else { return Ok(()) };
        prop_assert_eq!(completed_years(start, last), Ok(i64::from(years)));
        prop_assert_eq!(started_years(start, last), Ok(i64::from(years)));
        if let Ok(day) = last.add_days(by) {
            let completed = completed_years(start, day);
            if day >= start {
                let least = if by >= 0 { years } else { 0 };
                prop_assert!(completed.is_ok_and(|n| n >= i64::from(least)));
                prop_assert_eq!(completed.is_ok_and(|n| n >= i64::from(years)), by >= 0);
                let begun = started_years(start, day);
                prop_assert_eq!(begun.is_ok_and(|n| n > i64::from(years)), by > 0);
            }
        }
    }

    #[test]
    fn a_fiscal_year_is_a_year_that_holds_its_day(date in date(), starting in date()) {
        let Ok(year) = fiscal_year_of(date, starting) else {
            let edge = date.year() <= 1 || date.year() >= 9999;
            prop_assert!(edge || (starting.month(), starting.day()) == (2, 29));
            return Ok(());
        };
        let (start, end) = (year.start.expect("a start"), year.end.expect("an end"));
        prop_assert!(year.contains(date));
        prop_assert_eq!((start.month(), start.day()), (starting.month(), starting.day()));
        let next = theirs(start).checked_add(1.year());
        if let Some(next) = in_range(next) {
            prop_assert_eq!(end.add_days(1), Ok(ours(next)));
        }
    }

    #[test]
    fn four_quarters_are_a_year(date in date()) {
        let quarter = quarter_of(date);
        prop_assert!(quarter.contains(date));
        let start = quarter.start.expect("a start");
        prop_assert_eq!((start.day(), start.month() % 3), (1, 1));
        let next = quarter.end.expect("an end").add_days(1);
        let three_later = start.add_months(3, None);
        prop_assert_eq!(next, three_later);
    }
}

#[test]
fn every_month_of_every_year_has_its_length() {
    for year in 1..=9999_i16 {
        let leap = civil::Date::new(year, 1, 1).expect("a year").in_leap_year();
        for number in 1..=12_i8 {
            let month = Month::new(year.into(), u32::try_from(number).unwrap()).unwrap();
            let length = civil::Date::new(year, number, 1).expect("a month").days_in_month();
            assert_eq!(month.last_day().day(), u32::try_from(length).unwrap(), "{month}");
        }
        assert_eq!(Date::new(year.into(), 2, 29).is_some(), leap, "{year}");
    }
}

#[test]
fn every_day_of_four_centuries_follows_the_one_before() {
    // The Gregorian calendar repeats itself after 400 years, which are 146,097 days.
    let mut their = civil::Date::new(1901, 1, 1).expect("a date");
    let first = day("1901-01-01");
    for number in 0..146_097 {
        let ours = first.add_days(number).expect("in range");
        assert_eq!(
            (ours.year(), ours.month(), ours.day()),
            (
                their.year().into(),
                their.month().unsigned_abs().into(),
                their.day().unsigned_abs().into()
            )
        );
        their = their.tomorrow().expect("in range");
    }
    assert_eq!(their, civil::Date::new(2301, 1, 1).expect("a date"));
}

#[test]
fn days_of_the_week_that_everybody_knows() {
    // The moon landing, the fall of the Berlin Wall, and the day the euro came into being.
    for (text, weekday, theirs_too) in [
        ("1969-07-20", Weekday::Sun, Theirs::Sunday),
        ("1989-11-09", Weekday::Thu, Theirs::Thursday),
        ("1999-01-01", Weekday::Fri, Theirs::Friday),
    ] {
        assert_eq!(day(text).weekday(), weekday);
        assert_eq!(theirs(day(text)).weekday(), theirs_too);
    }
}
