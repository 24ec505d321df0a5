//! Dates and periods.

use super::*;
use crate::quantity::{Fault as Quantity, MonthEnd};
use crate::value::ops::{
    day_of_year, days_between, in_period, lasts, months_of, overlap_of, overlaps, part,
    period_from, shift, within,
};
use crate::value::{Bound, Direction, MonthsReading, Part};

const MISSING: Quantity = Quantity::MissingDay { year: 2024, month: 2, day: 30 };

fn later(day: &Value, by: &Value, end: Option<MonthEnd>) -> Value {
    shift(day, by, Direction::Later, end, at())
}

#[test]
fn dates_move_by_months_and_days() {
    let january = date("2024-01-30");
    assert_eq!(later(&january, &months(1), None), arithmetic_fault(MISSING));
    assert_eq!(later(&january, &months(1), Some(MonthEnd::EndOfMonth)), date("2024-02-29"));
    assert_eq!(later(&january, &months(1), Some(MonthEnd::NextMonth)), date("2024-03-01"));
    assert_eq!(
        shift(&date("2024-03-01"), &days(1), Direction::Earlier, None, at()),
        date("2024-02-29")
    );
    assert_eq!(later(&month("2023-12"), &months(2), None), month("2024-02"));
    assert_eq!(later(&moment("2024-05-01 12:00"), &days(1), None), moment("2024-05-02 12:00"));
    let working = Value::Duration(Duration::from_working_days(10));
    assert_eq!(later(&january, &working, None), arithmetic_fault(Quantity::NeedsCalendar));
}

#[test]
fn unknown_days_keep_their_bounds() {
    let some = unknown_days("2024-01-30", "2024-02-10", 1);
    let end = Some(MonthEnd::EndOfMonth);
    assert_eq!(later(&some, &months(1), end), unknown_days("2024-02-29", "2024-03-10", 1));
    assert_eq!(later(&some, &days(3), None), unknown_days("2024-02-02", "2024-02-13", 1));
    // Without the clause an odd day among them would be a fault; in the days 1 to 28 is none.
    let Value::Open(odd) = later(&some, &months(1), None) else { unreachable!("open") };
    assert!(odd.fault.is_some());
    let plain = unknown_days("2024-02-01", "2024-02-28", 1);
    assert_eq!(later(&plain, &months(1), None), unknown_days("2024-03-01", "2024-03-28", 1));
}

#[test]
fn parts_of_dates() {
    assert_eq!(part(Part::Year, &date("2024-05-17"), at()), number("2024"));
    assert_eq!(part(Part::Month, &date("2024-05-17"), at()), month("2024-05"));
    assert_eq!(part(Part::LastDay, &month("2024-02"), at()), date("2024-02-29"));
    let spring = unknown_days("2024-03-05", "2024-05-17", 1);
    assert_eq!(part(Part::Year, &spring, at()), number("2024"));
    assert_eq!(part(Part::FirstDay, &spring, at()), unknown_days("2024-03-01", "2024-05-01", 1));
    assert_eq!(days_between(&date("2024-03-01"), &date("2024-02-01"), at()), days(29));
}

#[test]
fn parts_of_periods() {
    let year = period("2024-01-01", "2024-12-31");
    assert_eq!(part(Part::Days, &year, at()), number("366"));
    assert_eq!(part(Part::Start, &year, at()), date("2024-01-01"));
    assert_eq!(part(Part::End, &period("2024-01-01", ""), at()), fault(FaultKind::Absent));
}

#[test]
fn days_of_years() {
    assert_eq!(day_of_year(1, 7, &number("2024"), at()), date("2024-07-01"));
    let missing = Quantity::MissingDay { year: 2023, month: 2, day: 29 };
    assert_eq!(day_of_year(29, 2, &number("2023"), at()), arithmetic_fault(missing));
    let some = between("2023", "2025", 1);
    assert_eq!(day_of_year(1, 7, &some, at()), unknown_days("2023-07-01", "2025-07-01", 1));
}

/// From 1 April 2024 to 31 March 2028 are exactly 48 months.
#[test]
fn lengths_of_periods() {
    let project = period("2024-04-01", "2028-03-31");
    let lasting = |bound, count| lasts(&project, bound, &months(count), at());
    assert_eq!(lasting(Bound::Exactly, 48), yes());
    assert_eq!(lasting(Bound::AtMost, 47), no());
    assert_eq!(lasting(Bound::AtLeast, 49), no());
    let endless = period("2024-04-01", "");
    assert_eq!(lasts(&endless, Bound::AtLeast, &months(60), at()), yes());
    assert_eq!(lasts(&endless, Bound::AtMost, &months(60), at()), no());
}

#[test]
fn whole_months_have_two_readings() {
    let some = period("2024-04-15", "2024-06-15");
    assert_eq!(months_of(MonthsReading::Completed, &some, at()), number("2"));
    assert_eq!(months_of(MonthsReading::Started, &some, at()), number("3"));
}

#[test]
fn periods_from_dates() {
    let (first, last) = (date("2024-01-01"), date("2024-12-31"));
    assert_eq!(period_from(Some(&first), Some(&last), at()), period("2024-01-01", "2024-12-31"));
    assert_eq!(period_from(Some(&first), None, at()), period("2024-01-01", ""));
    let reversed =
        Quantity::PeriodEndsBeforeStart { start: day("2024-12-31"), end: day("2024-01-01") };
    assert_eq!(period_from(Some(&last), Some(&first), at()), arithmetic_fault(reversed));
    let months = period_from(Some(&month("2024-01")), Some(&month("2024-02")), at());
    assert_eq!(months, period("2024-01-01", "2024-02-29"));
}

#[test]
fn days_in_periods() {
    let year = period("2024-01-01", "2024-12-31");
    let inside = |value: &Value| in_period(value, &year, at());
    assert_eq!(inside(&date("2024-12-31")), yes());
    assert_eq!(inside(&date("2025-01-01")), no());
    assert_eq!(inside(&month("2024-12")), yes());
    assert_eq!(inside(&Value::Absent), no());
    assert_eq!(inside(&unknown_days("2024-02-01", "2024-03-01", 1)), yes());
    assert_eq!(inside(&unknown_days("2025-02-01", "", 1)), no());
    assert_eq!(inside(&unknown_days("2024-02-01", "", 1)), maybe(1));
    let absent = unknown_days("2024-02-01", "2024-03-01", 1).or_absent(owed(1));
    assert_eq!(inside(&absent), maybe(1));
}

#[test]
fn periods_beside_each_other() {
    let (spring, summer) = (period("2024-03-01", "2024-05-31"), period("2024-05-31", "2024-08-31"));
    assert_eq!(overlaps(&spring, &summer, at()), yes());
    assert_eq!(overlap_of(&spring, &summer, at()), period("2024-05-31", "2024-05-31"));
    assert_eq!(within(&spring, &period("2024-01-01", ""), at()), yes());
    let autumn = period("2024-09-01", "");
    assert_eq!(overlap_of(&spring, &autumn, at()), Value::Absent);
    assert_eq!(overlaps(&spring, &Value::unknown(owed(1)), at()), maybe(1));
}
