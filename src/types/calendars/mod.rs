//! Step 3: the days of every calendar, and the calendar that a module counts by.
//!
//! In: the `calendar` declarations. Out: their days as bits, ready to be asked. A calendar holds
//! its own lines and those of all calendars that it includes, each once.

mod closure;
mod lines;

use std::sync::Arc;

use super::context::{Context, Decl};
use super::documents::{cites, localised};
use super::problems::{CalendarLarge, CalendarYears, HolidayNever};
use super::typed::{CalendarId, Holiday};
use crate::quantity::calendar::{Calendar, HolidayDays, MAX_YEARS, Plan};
use crate::resolve::{Namespace, UnitId};
use crate::syntax::ast::{CalendarDecl, HolidayDay, ItemKind, ProgrammeDecl};
use crate::text::Spanned;

/// How much work all calendars of a programme may be together: years times lines, where the days
/// of a year count for [`YEAR`] lines.
const WORK: usize = 2_000_000;

/// How many lines the days of a year count for.
const YEAR: usize = 50;

/// A calendar with its declaration.
#[derive(Clone, Copy)]
struct Declared<'a> {
    unit: UnitId,
    decl: &'a CalendarDecl,
}

/// Computes the days of all calendars.
pub(super) fn check(cx: &mut Context<'_>) {
    let declared = declared(cx);
    for (index, calendar) in declared.iter().enumerate() {
        describe(cx, CalendarId::new(index), *calendar);
        lines::check(cx, calendar.decl);
    }
    let closures = closure::closures(cx, &declared);
    let mut work = 0;
    for (index, calendar) in declared.iter().enumerate() {
        let Some(Some(members)) = closures.get(index) else { continue };
        build(cx, CalendarId::new(index), *calendar, (&declared, members), &mut work);
    }
    defaults(cx);
}

/// All declarations, in the order of their numbers.
fn declared<'a>(cx: &Context<'a>) -> Vec<Declared<'a>> {
    let mut found = Vec::new();
    for (index, unit) in cx.resolved.units.iter().enumerate() {
        for item in &unit.module.items {
            if let ItemKind::Calendar(decl) = &item.kind {
                found.push(Declared { unit: UnitId(index), decl });
            }
        }
    }
    found
}

/// Titles, citations and names of holidays.
fn describe(cx: &mut Context<'_>, id: CalendarId, calendar: Declared<'_>) {
    let Declared { unit, decl } = calendar;
    let title = localised(cx, decl.title.as_ref());
    let cite = cites(cx, unit, &decl.cite);
    let mut holidays = Vec::new();
    for holiday in &decl.holidays {
        let title = localised(cx, holiday.title.as_ref());
        let cite = cites(cx, unit, &holiday.cite);
        let end = holiday.validity.to.or(holiday.validity.from).map(|day| day.span);
        let when = end.map_or(holiday.day.span, |end| holiday.day.span.to(end));
        holidays.push(Holiday { title, cite, when, span: holiday.span });
    }
    for working in &decl.working {
        localised(cx, working.title.as_ref());
        cites(cx, unit, &working.cite);
    }
    let Some(out) = cx.out.calendars.get_mut(id.index()) else { return };
    (out.title, out.cite, out.holidays) = (title, cite, holidays);
}

/// Computes the days of one calendar.
fn build(
    cx: &mut Context<'_>,
    id: CalendarId,
    calendar: Declared<'_>,
    (all, members): (&[Declared<'_>], &[CalendarId]),
    work: &mut usize,
) {
    let included: Vec<Declared<'_>> =
        members.iter().filter_map(|member| all.get(member.index()).copied()).collect();
    let Some(years) = covered(cx, calendar, &included) else { return };
    never(cx, calendar.decl, years);
    let mut plan = lines::plan(calendar.decl);
    let (mut holidays, mut cite) = (Vec::new(), Vec::new());
    for (member, included) in members.iter().zip(&included) {
        let more = lines::plan(included.decl);
        plan.rest.extend(more.rest);
        plan.holidays.extend(more.holidays);
        plan.working.extend(more.working);
        let described = cx.out.calendars.get(member.index());
        // One that was built before this one has lines of those that it includes behind its own.
        let own = included.decl.holidays.len();
        holidays.extend(described.into_iter().flat_map(|it| it.holidays.iter().take(own).cloned()));
        let own = included.decl.cite.len();
        cite.extend(described.into_iter().flat_map(|it| it.cite.iter().take(own).cloned()));
    }
    *work = work.saturating_add(cost(&plan, years));
    let number = u16::try_from(id.0).ok().filter(|_| *work <= WORK);
    let Some(number) = number else {
        cx.report(CalendarLarge { at: calendar.decl.name.span });
        return;
    };
    let days = Calendar::new(number, years, &plan).map(Arc::new);
    let Some(out) = cx.out.calendars.get_mut(id.index()) else { return };
    out.holidays.extend(holidays);
    out.cite.extend(cite);
    out.days = days;
}

fn cost(plan: &Plan, (from, to): (i32, i32)) -> usize {
    let years = usize::try_from(to.saturating_sub(from)).unwrap_or(usize::MAX).saturating_add(1);
    let lines = plan.rest.len() + plan.holidays.len() + plan.working.len();
    years.saturating_mul(lines.saturating_add(YEAR))
}

/// The years of a calendar: its own, which its included ones must cover too, else those that all
/// of them cover.
fn covered(
    cx: &mut Context<'_>,
    calendar: Declared<'_>,
    included: &[Declared<'_>],
) -> Option<(i32, i32)> {
    let theirs: Vec<Spanned<(i32, i32)>> =
        included.iter().filter_map(|other| other.decl.covers).collect();
    let name = &calendar.decl.name;
    let problem = |narrow| CalendarYears { name: name.value.clone(), at: name.span, narrow };
    let Some(own) = calendar.decl.covers else {
        let from = theirs.iter().map(|years| years.value.0).max();
        let years = from.zip(theirs.iter().map(|years| years.value.1).min());
        let years = years.filter(|(from, to)| from <= to);
        if years.is_none() {
            cx.report(problem(None));
        }
        return years;
    };
    let (from, to) = own.value;
    if to - from >= MAX_YEARS {
        cx.report(CalendarLarge { at: own.span });
        return None;
    }
    let narrow = theirs.iter().find(|years| from < years.value.0 || years.value.1 < to);
    if let Some(narrow) = narrow {
        cx.report(CalendarYears { at: own.span, ..problem(Some(*narrow)) });
        return None;
    }
    Some(own.value)
}

/// Reports lines that name no day of the years covered.
fn never(cx: &mut Context<'_>, decl: &CalendarDecl, (from, to): (i32, i32)) {
    for holiday in &decl.holidays {
        let span = lines::span(holiday.validity);
        let days = lines::days(holiday.day.value);
        let falls = |year: i32| days.in_year(year).into_iter().any(|day| span.contains(day));
        if !(from..=to).any(falls) {
            let yearly = matches!(holiday.day.value, HolidayDay::Yearly(_));
            cx.report(HolidayNever { at: holiday.span, years: (from, to), yearly });
        }
    }
    for working in &decl.working {
        let (first, last) = working.days.value;
        let days = HolidayDays::Listed(first, last);
        if !(from..=to).any(|year| !days.in_year(year).is_empty()) {
            cx.report(HolidayNever { at: working.span, years: (from, to), yearly: false });
        }
    }
}

/// Reports programmes that name a calendar that is not there.
fn defaults(cx: &mut Context<'_>) {
    for index in 0..cx.resolved.units.len() {
        let unit = UnitId(index);
        let line = cx.programme(unit).and_then(|programme| programme.calendar.as_ref());
        let Some(line) = line else { continue };
        match cx.find(unit, Namespace::Calendar, &line.calendar) {
            Some(decl) => {
                cx.used.insert(decl);
            }
            None => cx.report_unknown(unit, Namespace::Calendar, "calendar", &line.calendar),
        }
    }
}

/// The calendar by which a module counts where nothing is written: that of its own programme
/// block, else that of the programme.
pub(super) fn default_of(cx: &mut Context<'_>, unit: UnitId) -> Option<CalendarId> {
    const OWN: UnitId = UnitId(0);
    let named = |programme: Option<&ProgrammeDecl>| programme.is_some_and(|p| p.calendar.is_some());
    let unit = if named(cx.programme(unit)) { unit } else { OWN };
    let line = cx.programme(unit)?.calendar.as_ref()?;
    match cx.find(unit, Namespace::Calendar, &line.calendar) {
        Some(Decl::Calendar(id)) => Some(id),
        _ => None,
    }
}
