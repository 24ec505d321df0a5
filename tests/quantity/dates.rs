//! Dates, months and spans, held against chrono.

use chrono::{Datelike, Months, NaiveDate};
use proptest::prelude::*;
use subvent::quantity::{
    Date, Duration, Fault, MonthEnd, Period, completed_months, started_months,
};

use crate::oracle::date;

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
