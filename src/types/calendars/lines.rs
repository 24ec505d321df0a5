//! The lines of one calendar: as a plan, and those that stand twice.

use std::collections::BTreeMap;

use crate::quantity::Date;
use crate::quantity::calendar::{HolidayDays, Plan, Span as Days};
use crate::syntax::ast::{CalendarDecl, DayRange, HolidayDay};
use crate::text::Span;
use crate::types::context::Context;
use crate::types::problems::HolidayTwice;

/// The lines of a calendar, those of included ones left out.
pub(super) fn plan(decl: &CalendarDecl) -> Plan {
    let rest = decl
        .rest
        .iter()
        .flat_map(|line| line.weekdays.iter().map(|weekday| (weekday.value, span(line.validity))));
    let holidays = decl.holidays.iter().map(|line| (days(line.day.value), span(line.validity)));
    Plan {
        rest: rest.collect(),
        holidays: holidays.collect(),
        working: decl.working.iter().map(|line| line.days.value).collect(),
    }
}

/// The days for which a line stands.
pub(super) fn span(range: DayRange) -> Days {
    Days { from: range.from.map(|day| day.value), to: range.to.map(|day| day.value) }
}

/// The days of a holiday.
pub(super) fn days(day: HolidayDay) -> HolidayDays {
    match day {
        HolidayDay::Yearly(rule) => HolidayDays::Yearly(rule),
        HolidayDay::Listed(from, to) => HolidayDays::Listed(from, to),
    }
}

/// A line and the days for which it stands.
type Entry = (Days, Span);

/// Reports lines that say the same of the same days.
pub(super) fn check(cx: &mut Context<'_>, decl: &CalendarDecl) {
    let mut entries: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    let mut add = |key: String, entry: Entry| entries.entry(key).or_default().push(entry);
    for line in &decl.rest {
        for weekday in &line.weekdays {
            add(format!("rest {}", weekday.value), (span(line.validity), weekday.span));
        }
    }
    for line in &decl.holidays {
        match line.day.value {
            HolidayDay::Yearly(rule) => {
                add(format!("{rule:?}"), (span(line.validity), line.day.span));
            }
            HolidayDay::Listed(from, to) => {
                add("listed".to_owned(), (listed(from, to), line.day.span));
            }
        }
    }
    for line in &decl.working {
        let (from, to) = line.days.value;
        add("working".to_owned(), (listed(from, to), line.days.span));
    }
    for entries in entries.into_values() {
        twice(cx, entries);
    }
}

fn listed(from: Date, to: Date) -> Days {
    Days { from: Some(from), to: Some(to) }
}

/// Reports neighbours that share a day.
fn twice(cx: &mut Context<'_>, mut entries: Vec<Entry>) {
    entries.sort_by_key(|(days, place)| (days.from, *place));
    let mut last: Option<Entry> = None;
    for (days, place) in entries {
        if let Some((before, first)) = last
            && before.to.is_none_or(|to| days.from.is_none_or(|from| from <= to))
        {
            let (first, second) = if first < place { (first, place) } else { (place, first) };
            cx.report(HolidayTwice { first, second });
        }
        let reaches_further = last.is_none_or(|(before, _)| {
            before.to.is_some_and(|to| days.to.is_none_or(|end| to < end))
        });
        if reaches_further {
            last = Some((days, place));
        }
    }
}
