//! The Commission's lists, as far as they could be read.

use std::collections::BTreeSet;

use chrono::NaiveDate;

/// Where staff serve.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    Brussels,
    Luxembourg,
}

/// One year's list.
pub struct List {
    pub year: i32,
    /// The last day that the list was read to.
    pub until: NaiveDate,
    /// The only place that it speaks of.
    only: Option<Place>,
    days: Vec<(NaiveDate, NaiveDate, Option<Place>)>,
}

impl List {
    /// Whether the list says anything of a place.
    pub fn speaks_of(&self, place: Place) -> bool {
        self.only.is_none_or(|only| only == place)
    }

    /// The days of the list in one place.
    pub fn days(&self, place: Place) -> BTreeSet<NaiveDate> {
        let here = self.days.iter().filter(|(.., only)| only.is_none_or(|only| only == place));
        here.flat_map(|(from, to, _)| from.iter_days().take_while(move |day| day <= to)).collect()
    }
}

/// All lists of the file.
pub fn lists(text: &str) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            Some(days) => {
                let list = lists.last_mut().unwrap();
                let days = read_days(list.year, days);
                list.days.push(days);
            }
            None => lists.push(read_head(line)),
        }
    }
    lists
}

fn read_head(line: &str) -> List {
    let (year, state) = line.split_once(' ').unwrap();
    let until = state.strip_prefix("to ").unwrap_or("12-31");
    let only = state.ends_with(" of Brussels").then_some(Place::Brussels);
    let year = year.parse().unwrap();
    List { year, until: day(year, until), only, days: Vec::new() }
}

fn read_days(year: i32, text: &str) -> (NaiveDate, NaiveDate, Option<Place>) {
    let (days, only) = match text.split_at_checked(text.len() - 2) {
        Some((days, " B")) => (days, Some(Place::Brussels)),
        Some((days, " L")) => (days, Some(Place::Luxembourg)),
        _ => (text, None),
    };
    let (from, to) = days.split_once(" - ").unwrap_or((days, days));
    (day(year, from), day(year, to), only)
}

fn day(year: i32, text: &str) -> NaiveDate {
    format!("{year}-{text}").parse().unwrap()
}
