//! How the end of a legal period was found, in words.

use super::case::Case;
use super::source::source;
use super::words::{LegalWords, fill};
use crate::eval::Counted;
use crate::quantity::calendar::{Closed, Eve};
use crate::quantity::deadline::{Regime, Step};
use crate::quantity::{Date, Weekday};
use crate::types::typed::{CalendarId, Holiday};

/// The law, a sentence for each step, and the calendar.
pub(super) fn sentences(case: &Case<'_>, counted: &Counted) -> Vec<String> {
    let words = &case.words().legal;
    let law = counted.law.map(|law| fill(words.counted_under, &[law_name(words, law)]));
    let mut lines: Vec<String> = law.into_iter().collect();
    lines.extend(counted.steps.iter().map(|step| sentence(case, counted, step)));
    lines.extend(counted.closed.map(|(day, why)| closed(case, counted, day, why)));
    if let Some(id) = named_calendar(counted) {
        lines.push(fill(case.words().legal.calendar, &[&calendar_name(case, id.0)]));
    }
    lines
}

/// The sources of the calendar, where a sentence names it, and before them those of the holidays
/// that the sentences name.
pub(super) fn sources(case: &Case<'_>, counted: &Counted) -> Vec<String> {
    let used = counted.steps.iter().filter_map(|step| match step {
        Step::Closed { why, .. } => Some(*why),
        _ => None,
    });
    let used = used.chain(counted.closed.map(|(_, why)| why));
    let holidays = used.filter_map(|why| match why {
        Closed::Holiday(position) => holiday(case, counted, position),
        Closed::Weekday(_) | Closed::Eve(_) => None,
    });
    let calendar = named_calendar(counted).and_then(|id| case.checked().calendars.get(id.index()));
    let own = calendar.into_iter().flat_map(|calendar| &calendar.cite);
    let mut lines: Vec<String> = Vec::new();
    for cite in holidays.flat_map(|holiday| &holiday.cite).chain(own) {
        let text = source(case, cite);
        if !lines.contains(&text) {
            lines.push(text);
        }
    }
    lines
}

/// The calendar, unless the period is counted backwards and stays where it is.
fn named_calendar(counted: &Counted) -> Option<CalendarId> {
    let unshifted = counted.steps.iter().any(|step| matches!(step, Step::Unshifted(_)));
    let asked = !unshifted || counted.steps.iter().any(|step| matches!(step, Step::WorkingDays(_)));
    counted.calendar.filter(|_| asked)
}

fn law_name(words: &LegalWords, law: Regime) -> &'static str {
    match law {
        Regime::Eu => words.law_eu,
        Regime::Pl => words.law_pl,
        Regime::Se => words.law_se,
        Regime::Ro => words.law_ro,
    }
}

/// What a calendar is called in the language of the report, else its name.
pub(super) fn calendar_name(case: &Case<'_>, number: u32) -> String {
    let Some(calendar) = case.checked().calendars.get(CalendarId(number).index()) else {
        return String::new();
    };
    let title = calendar.title.get(case.submission.language);
    title.cloned().unwrap_or_else(|| calendar.name.to_string())
}

fn sentence(case: &Case<'_>, counted: &Counted, step: &Step) -> String {
    let words = &case.words().legal;
    let date = |day: Date| case.spoken().date(day);
    let (phrase, day) = match *step {
        Step::EventDay(day) => (words.event_day, day),
        Step::SameNumber(day) => (words.same_number, day),
        Step::LastOfMonth { day, missing } => {
            return fill(words.last_of_month, &[&date(day), &missing.to_string()]);
        }
        Step::HalfMonth(day) => (words.half_month, day),
        Step::SameWeekday(day) => (words.same_weekday, day),
        Step::Days(day) => (words.days, day),
        Step::FreeDays(day) => (words.free_days, day),
        Step::WorkingDays(day) => (words.working_days, day),
        Step::Closed { day, why } => return closed(case, counted, day, why),
        Step::Next(day) => (words.next, day),
        Step::TwoWorkingDays(day) => (words.two_working_days, day),
        Step::Unshifted(day) => (words.unshifted, day),
    };
    fill(phrase, &[&date(day)])
}

/// Why a day is not worked.
fn closed(case: &Case<'_>, counted: &Counted, day: Date, why: Closed) -> String {
    let words = &case.words().legal;
    let date = case.spoken().date(day);
    match why {
        Closed::Weekday(weekday) => fill(words.is_a, &[&date, weekday_name(words, weekday)]),
        Closed::Eve(eve) => fill(words.is_holiday_named, &[&date, eve_name(words, eve)]),
        Closed::Holiday(position) => match holiday_name(case, counted, position) {
            Some(name) => fill(words.is_holiday_named, &[&date, &name]),
            None => fill(words.is_holiday, &[&date]),
        },
    }
}

fn holiday_name(case: &Case<'_>, counted: &Counted, position: u32) -> Option<String> {
    holiday(case, counted, position)?.title.get(case.submission.language).cloned()
}

fn holiday<'a>(case: &Case<'a>, counted: &Counted, position: u32) -> Option<&'a Holiday> {
    let calendar = case.checked().calendars.get(counted.calendar?.index())?;
    calendar.holidays.get(usize::try_from(position).ok()?)
}

fn weekday_name(words: &LegalWords, weekday: Weekday) -> &'static str {
    let [mon, tue, wed, thu, fri, sat, sun] = words.weekdays;
    match weekday {
        Weekday::Mon => mon,
        Weekday::Tue => tue,
        Weekday::Wed => wed,
        Weekday::Thu => thu,
        Weekday::Fri => fri,
        Weekday::Sat => sat,
        Weekday::Sun => sun,
    }
}

fn eve_name(words: &LegalWords, eve: Eve) -> &'static str {
    match eve {
        Eve::Midsummer => words.midsummer_eve,
        Eve::Christmas => words.christmas_eve,
        Eve::NewYear => words.new_years_eve,
    }
}
