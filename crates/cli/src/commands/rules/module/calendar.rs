//! The calendars of a module: their years, their citations and their holidays.

use serde::Serialize;
use subvent::explain::Role;
use subvent::types::typed::{Calendar, Checked, Holiday};

use super::text::short;
use super::{CiteShown, cites};
use crate::screen::{Screen, printable};

/// A calendar as it is shown.
#[derive(Serialize)]
pub(super) struct CalendarShown {
    calendar: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// The first and the last day covered.
    covers: Option<(String, String)>,
    cite: Vec<CiteShown>,
    holidays: Vec<HolidayShown>,
}

#[derive(Serialize)]
struct HolidayShown {
    /// In the words of the rule file.
    when: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    cite: Vec<CiteShown>,
}

/// All calendars that the module declares or uses.
pub(super) fn calendars(checked: &Checked, language: &str) -> Vec<CalendarShown> {
    checked.calendars.iter().map(|calendar| shown(checked, calendar, language)).collect()
}

fn shown(checked: &Checked, calendar: &Calendar, language: &str) -> CalendarShown {
    let covers = calendar.days.as_ref().map(|days| days.covers());
    let holidays =
        calendar.holidays.iter().map(|holiday| holiday_shown(checked, holiday, language));
    CalendarShown {
        calendar: calendar.path.to_string(),
        title: calendar.title.get(language).cloned(),
        covers: covers.map(|(first, last)| (first.to_string(), last.to_string())),
        cite: cites(checked, &calendar.cite, language),
        holidays: holidays.collect(),
    }
}

fn holiday_shown(checked: &Checked, holiday: &Holiday, language: &str) -> HolidayShown {
    let words = checked.sources.slice(holiday.when).split_whitespace().collect::<Vec<_>>();
    HolidayShown {
        when: words.join(" "),
        title: holiday.title.get(language).cloned(),
        cite: cites(checked, &holiday.cite, language),
    }
}

impl CalendarShown {
    /// All its citations, those of its holidays too.
    pub(super) fn cites(&self) -> impl Iterator<Item = &CiteShown> {
        self.cite.iter().chain(self.holidays.iter().flat_map(|holiday| &holiday.cite))
    }

    /// The calendar for people.
    pub(super) fn text(&self, module: &str, screen: &Screen) -> String {
        let name = screen.paint(Role::Name, short(&self.calendar, module));
        let title = printable(self.title.as_deref().unwrap_or_default());
        let mut text = format!("  {}\n", format!("{name}  {title}").trim_end());
        if let Some((first, last)) = &self.covers {
            text.push_str(&format!("    {first} to {last}\n"));
        }
        for cite in &self.cite {
            text.push_str(&cite.text(screen));
        }
        let width = self.holidays.iter().map(|day| day.when.chars().count()).max().unwrap_or(0);
        for holiday in &self.holidays {
            let gap = " ".repeat(width.saturating_sub(holiday.when.chars().count()));
            let when = screen.paint(Role::Value, &holiday.when);
            let title = printable(holiday.title.as_deref().unwrap_or_default());
            text.push_str(format!("    {when}{gap}  {title}").trim_end());
            text.push('\n');
            for cite in &holiday.cite {
                text.push_str(&cite.text(screen));
            }
        }
        text
    }
}
