//! The civil calendar by its own arithmetic: days counted from 1970-01-01, months from year 0.
//!
//! Written from the definition of the Gregorian calendar, apart from the library's dates.

use subvent::quantity::{Date, Month, MonthEnd};

/// Year, month and day of a day.
pub fn civil(day: i64) -> (i64, i64, i64) {
    let mut year = 1970 + day.div_euclid(366);
    while first_day(year + 1, 1) <= day {
        year += 1;
    }
    let mut month = 1;
    while month < 12 && first_day(year, month + 1) <= day {
        month += 1;
    }
    (year, month, day - first_day(year, month) + 1)
}

/// The day of a year, month and day, which need not exist in that month.
pub fn day_of(year: i64, month: i64, day: i64) -> i64 {
    first_day(year, month) + day - 1
}

fn leap(year: i64) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

/// How many days a month has.
pub fn length(year: i64, month: i64) -> i64 {
    match month {
        2 if leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn first_day(year: i64, month: i64) -> i64 {
    let before = year - 1;
    let leap_days = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
    // 719,162 days lie between 0001-01-01 and 1970-01-01.
    let new_year = before * 365 + leap_days - 719_162;
    new_year + (1..month).map(|month| length(year, month)).sum::<i64>()
}

/// The day of a date of the library.
pub fn of_date(date: Date) -> i64 {
    day_of(date.year().into(), date.month().into(), date.day().into())
}

/// The month of a month of the library, counted from year 0.
pub fn of_month(month: Month) -> i64 {
    i64::from(month.year()) * 12 + i64::from(month.month()) - 1
}

/// The month that a day lies in.
pub fn month_of(day: i64) -> i64 {
    let (year, month, _) = civil(day);
    year * 12 + month - 1
}

/// Year and month of a counted month.
pub fn year_and_month(month: i64) -> (i64, i64) {
    (month.div_euclid(12), month.rem_euclid(12) + 1)
}

/// The first day of a counted month.
pub fn first_of(month: i64) -> i64 {
    let (year, month) = year_and_month(month);
    day_of(year, month, 1)
}

/// The last day of a counted month.
pub fn last_of(month: i64) -> i64 {
    first_of(month + 1) - 1
}

/// A day so many months later; none where the month has no such day and nothing stands for it.
pub fn add_months(day: i64, months: i64, month_end: Option<MonthEnd>) -> Option<i64> {
    let (_, _, of_month) = civil(day);
    let month = month_of(day) + months;
    let same = first_of(month) + of_month - 1;
    if same <= last_of(month) {
        return Some(same);
    }
    match month_end? {
        MonthEnd::EndOfMonth => Some(last_of(month)),
        MonthEnd::NextMonth => Some(last_of(month) + 1),
    }
}

/// The last day of a span that starts on a day and lasts so many months: the day before the same
/// date, or the last day of a month without that date.
pub fn span_last(start: i64, months: i64) -> i64 {
    match add_months(start, months, None) {
        Some(same) => same - 1,
        None => last_of(month_of(start) + months),
    }
}

/// How many whole spans of a month fit between two days, both included.
pub fn completed_months(start: i64, end: i64) -> i64 {
    let mut months = 0;
    while span_last(start, months + 1) <= end {
        months += 1;
    }
    months
}

/// How many months have begun between two days, both included.
pub fn started_months(start: i64, end: i64) -> i64 {
    let completed = completed_months(start, end);
    let exact = completed > 0 && span_last(start, completed) == end;
    if exact { completed } else { completed + 1 }
}

/// How many whole spans of a year fit between two days, both included.
pub fn completed_years(start: i64, end: i64) -> i64 {
    let mut years = 0;
    while span_last(start, 12 * (years + 1)) <= end {
        years += 1;
    }
    years
}

/// How many years have begun between two days, both included.
pub fn started_years(start: i64, end: i64) -> i64 {
    let completed = completed_years(start, end);
    let exact = completed > 0 && span_last(start, 12 * completed) == end;
    if exact { completed } else { completed + 1 }
}

/// A day as it is written.
pub fn show(day: i64) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}
