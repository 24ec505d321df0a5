//! What the calendars of the library say, day by day.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::{Datelike as _, NaiveDate};
use subvent::pack::{Builtin, Chain, Memory};
use subvent::quantity::Date;
use subvent::{AsOf, Outcome, Rules};

/// What a calendar says of the days of some years.
pub struct Asked {
    /// Days that are not worked.
    pub closed: BTreeSet<NaiveDate>,
    /// Days that the calendar knows nothing of.
    pub unknown: BTreeSet<NaiveDate>,
}

/// Asks `calendar`, such as `poland.public_holidays`, about each day of some years.
pub fn ask(calendar: &str, years: std::ops::RangeInclusive<i32>) -> Asked {
    let rules = programme(calendar);
    let mut asked = Asked { closed: BTreeSet::new(), unknown: BTreeSet::new() };
    for year in years {
        ask_year(&rules, year, &mut asked);
    }
    asked
}

fn programme(calendar: &str) -> Rules {
    let module = calendar.split('.').next().unwrap();
    let text = format!(
        "use calendars.{module}\n\
         facts Year {{\n  days: list of date\n}}\n\
         rule worked for Year {{\n  for each day in days\n\
         \x20 require day is a working day by {calendar}\n}}\n"
    );
    let loader = Chain::new().then(Memory::new().with("year", text)).then(Builtin);
    Rules::load(&loader, "year").unwrap_or_else(|problems| panic!("{calendar}: {problems:?}"))
}

fn ask_year(rules: &Rules, year: i32, asked: &mut Asked) {
    let days = days_of(year);
    let mut facts = String::from("days:\n");
    for day in &days {
        writeln!(facts, "  - {day}").unwrap();
    }
    let proposal = rules.facts_from_yaml("year.yaml", &facts).unwrap();
    let report = rules.check(&proposal, AsOf::new(Date::parse("2024-01-01").unwrap()));
    let mut told = 0;
    for found in report.outcomes() {
        let day = days[found.element.first().unwrap().index as usize];
        match found.outcome {
            Outcome::Satisfied => true,
            Outcome::Violated => asked.closed.insert(day),
            Outcome::Faulty => asked.unknown.insert(day),
            other => panic!("{day}: {other:?}"),
        };
        told += 1;
    }
    assert_eq!(told, days.len(), "{year}");
}

/// How a period of some months after a day ends by a calendar, and how that was found, in English.
pub fn derive(period: &str, event: &str, calendar: &str) -> String {
    let module = calendar.split('.').next().unwrap();
    let text = format!(
        "use calendars.{module}\n\
         facts Event {{\n  day: date\n}}\n\
         rule late for Event {{\n  require deadline({period} after day by {calendar}) before day\n}}\n"
    );
    let loader = Chain::new().then(Memory::new().with("event", text)).then(Builtin);
    let rules = Rules::load(&loader, "event").unwrap();
    let proposal = rules.facts_from_yaml("event.yaml", &format!("day: {event}\n")).unwrap();
    let as_of = AsOf::new(Date::parse("2024-01-01").unwrap());
    let report = rules.check_step_by_step(&proposal, as_of).in_language("en");
    report.derivation(&report.outcomes()[0]).to_string()
}

/// Each day of a year.
pub fn days_of(year: i32) -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    first.iter_days().take_while(|day| day.year() == year).collect()
}
