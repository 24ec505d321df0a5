//! What published packages list for a country.

use std::collections::BTreeMap;

use chrono::NaiveDate;

/// The days that packages name for one country, with the letters of those that name them.
pub struct Packages {
    /// The country, as its calendar module is called.
    pub country: &'static str,
    named: BTreeMap<NaiveDate, String>,
}

impl Packages {
    /// Reads a list of `tests/calendars/`.
    pub fn read(country: &'static str, text: &str) -> Self {
        let (mut named, mut year) = (BTreeMap::new(), "");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.strip_prefix("  ").and_then(|rest| rest.split_once(' ')) {
                Some((day, letters)) => {
                    let day = format!("{year}-{day}").parse().unwrap();
                    assert_eq!(named.insert(day, letters.to_owned()), None, "{day}");
                }
                None => year = line,
            }
        }
        assert!(named.len() > 250, "{country}");
        Self { country, named }
    }

    /// Whether two packages at least name the day as a public holiday.
    pub fn two_say_public(&self, day: NaiveDate) -> bool {
        self.letters(day).chars().filter(|letter| letter.is_uppercase()).count() >= 2
    }

    /// Whether two packages at least name the day, be it as a day on which banks are closed.
    pub fn two_say(&self, day: NaiveDate) -> bool {
        self.letters(day).len() >= 2
    }

    fn letters(&self, day: NaiveDate) -> &str {
        self.named.get(&day).map_or("", String::as_str)
    }
}
