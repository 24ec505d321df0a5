//! The calendars among the rule packs against what others list, for every day of every year.
//!
//! The lists stand beside this file: what three published packages name for Poland, Romania and
//! Sweden, and what could be read of the Commission's own lists. Where two packages agree, so do
//! our calendars, except on the days of [`BY_LAW`], each with its reason.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

mod asked;
mod institutions;
mod packages;

use std::collections::BTreeSet;

use asked::{Asked, ask, days_of, derive};
use chrono::{Datelike as _, NaiveDate, Weekday};
use institutions::{Place, lists};
use packages::Packages;

/// A day on which the law is not what two of the three packages say.
struct ByLaw {
    country: &'static str,
    day: &'static str,
    holiday: bool,
}

const fn by_law(country: &'static str, day: &'static str, holiday: bool) -> ByLaw {
    ByLaw { country, day, holiday }
}

/// The days on which ours is not what most packages say, and why ours is ours.
const BY_LAW: [ByLaw; 8] = [
    // Made a holiday once by the Act of 7 November 2018 (Dz.U. 2018 poz. 2117). python-holidays has
    // it; workalendar and date-holidays carry yearly rules only.
    by_law("poland", "2018-11-12", true),
    // Worked until Law No 176/2016, published on 13 October 2016. workalendar and date-holidays have
    // the day in all years, python-holidays from 2017.
    by_law("romania", "2014-01-24", false),
    by_law("romania", "2015-01-24", false),
    by_law("romania", "2016-01-24", false),
    // Worked until Law No 64/2018 of 12 March 2018. The same two have Good Friday in all years.
    by_law("romania", "2014-04-18", false),
    by_law("romania", "2015-04-10", false),
    by_law("romania", "2016-04-29", false),
    by_law("romania", "2017-04-14", false),
];

fn poland() -> Packages {
    Packages::read("poland", include_str!("poland.txt"))
}

fn romania() -> Packages {
    Packages::read("romania", include_str!("romania.txt"))
}

fn sweden() -> Packages {
    Packages::read("sweden", include_str!("sweden.txt"))
}

/// Whether a day is a public holiday: as the law has it, else as two packages say.
fn is_holiday(packages: &Packages, day: NaiveDate) -> bool {
    let exception = BY_LAW.iter().find(|it| it.country == packages.country && it.day == text(day));
    exception.map_or_else(|| packages.two_say_public(day), |it| it.holiday)
}

fn text(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

fn sunday(day: NaiveDate) -> bool {
    day.weekday() == Weekday::Sun
}

fn saturday(day: NaiveDate) -> bool {
    day.weekday() == Weekday::Sat
}

/// Every day from 2014 to 2035 is closed exactly when it should be.
fn compare(calendar: &str, closed: impl Fn(NaiveDate) -> bool) {
    let asked = ask(calendar, 2014..=2035);
    assert_eq!(asked.unknown, BTreeSet::new(), "{calendar}");
    let days: Vec<_> = (2014..=2035).flat_map(days_of).collect();
    assert_eq!(
        days.len(),
        8035,
        "22 years, of which 2016, 2020, 2024, 2028 and 2032 are leap years"
    );
    let wrong: Vec<_> =
        days.into_iter().filter(|&day| asked.closed.contains(&day) != closed(day)).collect();
    assert_eq!(wrong, Vec::<NaiveDate>::new(), "{calendar}");
}

#[test]
fn polish_days_off() {
    let packages = poland();
    compare("poland.public_holidays", |day| sunday(day) || is_holiday(&packages, day));
}

#[test]
fn polish_time_limits_end_on_saturdays_until_2016_only() {
    let packages = poland();
    compare("poland.time_limits", |day| {
        sunday(day) || saturday(day) && day.year() >= 2017 || is_holiday(&packages, day)
    });
}

#[test]
fn romanian_days() {
    let packages = romania();
    for calendar in ["romania.public_holidays", "romania.time_limits"] {
        compare(calendar, |day| saturday(day) || sunday(day) || is_holiday(&packages, day));
    }
}

#[test]
fn swedish_public_holidays() {
    let packages = sweden();
    compare("sweden.public_holidays", |day| sunday(day) || is_holiday(&packages, day));
}

/// Two packages list the three eves as well, one of them as days on which banks are closed.
#[test]
fn swedish_time_limits() {
    let packages = sweden();
    compare("sweden.time_limits", |day| saturday(day) || sunday(day) || packages.two_say(day));
}

#[test]
fn every_exception_differs_from_what_most_packages_say() {
    for packages in [poland(), romania(), sweden()] {
        for it in BY_LAW.iter().filter(|it| it.country == packages.country) {
            assert_ne!(packages.two_say_public(it.day.parse().unwrap()), it.holiday, "{}", it.day);
        }
    }
}

#[test]
fn the_institutions_lists() {
    let lists = lists(include_str!("eu_institutions.txt"));
    assert_eq!(lists.len(), 6);
    for (place, calendar) in [
        (Place::Brussels, "eu_institutions.brussels"),
        (Place::Luxembourg, "eu_institutions.luxembourg"),
    ] {
        let asked = ask(calendar, 2013..=2027);
        for list in lists.iter().filter(|list| list.speaks_of(place)) {
            let listed = list.days(place);
            for day in days_of(list.year).into_iter().filter(|day| *day <= list.until) {
                let closed = saturday(day) || sunday(day) || listed.contains(&day);
                assert_eq!(asked.closed.contains(&day), closed, "{calendar} on {day}");
            }
        }
        assert_eq!(years(&asked), [2013, 2027], "{calendar}");
        assert_eq!(asked.unknown.len(), 2 * 365, "{calendar}");
    }
}

/// The years that a calendar knows nothing of.
fn years(asked: &Asked) -> Vec<i32> {
    let years: BTreeSet<_> = asked.unknown.iter().map(NaiveDate::year).collect();
    years.into_iter().collect()
}

#[test]
fn a_day_before_2014_or_after_2035_is_a_fault() {
    for calendar in [
        "poland.public_holidays",
        "poland.time_limits",
        "romania.public_holidays",
        "romania.time_limits",
        "sweden.public_holidays",
        "sweden.time_limits",
        "eu_institutions.brussels_expected",
        "eu_institutions.luxembourg_expected",
    ] {
        assert_eq!(ask(calendar, 2013..=2013).unknown.len(), 365, "{calendar}");
        assert_eq!(ask(calendar, 2036..=2036).unknown.len(), 366, "{calendar}");
        assert_eq!(ask(calendar, 2014..=2014).unknown.len(), 0, "{calendar}");
        assert_eq!(ask(calendar, 2035..=2035).unknown.len(), 0, "{calendar}");
    }
}

#[test]
fn a_derivation_names_what_the_days_rest_on() {
    let says = |period, event, calendar, words: &[&str]| {
        let derivation = derive(period, event, calendar);
        for wanted in words {
            assert!(derivation.contains(wanted), "{wanted} is not in\n{derivation}");
        }
    };
    says(
        "2 months",
        "2023-10-27",
        "eu_institutions.brussels",
        &[
            "= 2024-01-03",
            "2023-12-29 is a holiday: End-of-year day",
            "Commission Decision of 25 May 2021",
            "Commission Decision of 17 November 2022",
            "Art. 61 (unverified)",
        ],
    );
    says(
        "14 days",
        "2025-12-10",
        "poland.time_limits under PL",
        &[
            "= 2025-12-29",
            "2025-12-24 is a holiday: Christmas Eve",
            "Act of 18 January 1951 on days off work, Art. 1(1)(ka)",
            "Act of 23 April 1964, the Civil Code, Art. 115",
        ],
    );
}
