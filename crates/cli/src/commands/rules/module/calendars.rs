//! The calendars of a module.

use serde::Serialize;
use subvent::explain::Role;
use subvent::types::typed::{Calendar, Checked};

use super::text::short;
use super::{CiteShown, cites};
use crate::screen::{Screen, printable};

/// A calendar as it is shown.
#[derive(Serialize)]
pub(super) struct CalendarShown {
    calendar: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// The first and the last year.
    covers: String,
    holidays: Vec<HolidayShown>,
    cite: Vec<CiteShown>,
}

#[derive(Serialize)]
struct HolidayShown {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    cite: Vec<CiteShown>,
}

impl CalendarShown {
    /// All calendars that a programme reaches, with their words in a language.
    pub(super) fn all(checked: &Checked, language: &str) -> Vec<Self> {
        checked.calendars.iter().map(|calendar| Self::new(checked, calendar, language)).collect()
    }

    fn new(checked: &Checked, calendar: &Calendar, language: &str) -> Self {
        let years = calendar.days.as_ref().map(|days| days.covers());
        let years = years.map(|(from, to)| format!("{} to {}", from.year(), to.year()));
        let holidays = calendar.holidays.iter().map(|holiday| HolidayShown {
            title: holiday.title.get(language).cloned(),
            cite: cites(checked, &holiday.cite, language),
        });
        Self {
            calendar: calendar.path.to_string(),
            title: calendar.title.get(language).cloned(),
            covers: years.unwrap_or_default(),
            holidays: holidays.collect(),
            cite: cites(checked, &calendar.cite, language),
        }
    }

    /// The citations of the calendar and of its holidays.
    fn cites(&self) -> impl Iterator<Item = &CiteShown> {
        self.cite.iter().chain(self.holidays.iter().flat_map(|holiday| &holiday.cite))
    }

    /// The calendar for people.
    pub(super) fn text(&self, module: &str, screen: &Screen) -> String {
        let name = screen.paint(Role::Name, short(&self.calendar, module));
        let title = printable(self.title.as_deref().unwrap_or_default());
        let lines = if self.holidays.len() == 1 { "line" } else { "lines" };
        let mut text = format!("  {}\n", format!("{name}  {title}").trim_end());
        let count = self.holidays.len();
        text.push_str(&format!("    {}  {count} {lines} of holidays\n", self.covers));
        for cite in distinct(std::slice::from_ref(self)) {
            text.push_str(&cite.text(screen));
        }
        text
    }
}

/// The citations of calendars and of their holidays, each once: one calendar has those of all
/// that it includes.
pub(super) fn distinct(calendars: &[CalendarShown]) -> Vec<&CiteShown> {
    let mut found: Vec<&CiteShown> = Vec::new();
    for cite in calendars.iter().flat_map(CalendarShown::cites) {
        if !found.contains(&cite) {
            found.push(cite);
        }
    }
    found
}
