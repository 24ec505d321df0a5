//! `calendar`: which days are worked.

use pest::iterators::Pair;

use super::define::own_citations;
use super::source::once;
use super::{Built, Ctx, child, children, citation, form, has, literal, name, refuse, string};
use crate::quantity::calendar::{Church, DayRule, FIRST_YEAR, LAST_YEAR, Nth};
use crate::quantity::{Date, Weekday};
use crate::syntax::ast::{CalendarDecl, DayRange, HolidayDay, HolidayDecl, RestDecl, WorkingDecl};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{NoSuchValue, ReversedDates};
use crate::text::Spanned;

/// The most days that a holiday may be from Easter.
const FARTHEST_FROM_EASTER: i16 = 365;

/// `calendar NAME { … }`
pub(super) fn calendar(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<CalendarDecl> {
    let mut decl = CalendarDecl {
        name: name::name_in(ctx, pair)?,
        title: None,
        cite: Vec::new(),
        covers: None,
        includes: Vec::new(),
        rest: Vec::new(),
        holidays: Vec::new(),
        working: Vec::new(),
    };
    for clause in children(pair, Rule::calendar_clause) {
        let Some(inner) = clause.into_inner().next() else { return ctx.internal(pair) };
        add(ctx, &inner, &mut decl)?;
    }
    Ok(decl)
}

fn add(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, decl: &mut CalendarDecl) -> Built<()> {
    match pair.as_rule() {
        Rule::title_clause => {
            let title = string::localised_in(ctx, pair)?;
            return once(ctx, pair, &mut decl.title, "title", title);
        }
        Rule::covers_clause => {
            return once(ctx, pair, &mut decl.covers, "covers", covers(ctx, pair)?);
        }
        Rule::cite_clause => decl.cite.extend(citation::citations(ctx, pair)?),
        Rule::includes_clause => decl.includes.extend(name::paths_in(ctx, pair)),
        Rule::rest_clause => decl.rest.push(rest(ctx, pair)?),
        Rule::holiday_clause => holiday(ctx, pair, decl)?,
        Rule::working_clause => working(ctx, pair, decl)?,
        _ => return ctx.internal(pair),
    }
    Ok(())
}

/// `covers 2014 to 2035`
fn covers(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<(i32, i32)>> {
    let mut years = children(pair, Rule::year).map(|part| year(ctx, &part));
    let Some(first) = years.next() else { return ctx.internal(pair) };
    let first = first?;
    let last = years.next().unwrap_or(Ok(first))?;
    if last.value < first.value {
        let written = format!("{} to {}", first.value, last.value);
        let reason = "the last year is before the first".to_owned();
        return refuse(NoSuchValue { at: first.span.to(last.span), written, reason });
    }
    Ok(Spanned::new((first.value, last.value), first.span.to(last.span)))
}

/// A year of the Gregorian calendar.
fn year(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<i32>> {
    let at = ctx.span(pair);
    let year = pair.as_str().parse().ok().filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year));
    year.map(|year| Spanned::new(year, at)).map_or_else(
        || {
            let reason = format!("a calendar has years from {FIRST_YEAR} to {LAST_YEAR}");
            refuse(NoSuchValue { at, written: pair.as_str().to_owned(), reason })
        },
        Ok,
    )
}

/// `rest saturday, sunday from 2017`
fn rest(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<RestDecl> {
    let weekdays = children(pair, Rule::weekday).map(|part| weekday(ctx, &part));
    Ok(RestDecl {
        weekdays: weekdays.collect::<Built<_>>()?,
        validity: day_range(ctx, pair)?,
        span: ctx.span(pair),
    })
}

/// `holiday 24 December from 2025 pl "Wigilia" cite act "Art. 1"`; a citation on a line of the
/// calendar's own is the calendar's.
fn holiday(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, decl: &mut CalendarDecl) -> Built<()> {
    let part = ctx.need(pair, Rule::holiday_day)?;
    let day = Spanned::new(holiday_day(ctx, &part)?, ctx.span(&part));
    let validity = day_range(ctx, pair)?;
    let title = child(pair, Rule::localised).map(|text| string::localised_text(ctx, &text));
    let title = title.transpose()?;
    let dates = validity.to.or(validity.from).map(|date| date.span);
    let end = title.as_ref().map(|title| title.span).or(dates).unwrap_or(day.span);
    let (cite, general) = own_citations(ctx, pair, end)?;
    let end = cite.last().map_or(end, |last| last.span);
    decl.cite.extend(general);
    let span = ctx.span(pair).before().to(end);
    decl.holidays.push(HolidayDecl { day, validity, title, cite, span });
    Ok(())
}

/// `working 2020-05-02 en "…"`
fn working(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, decl: &mut CalendarDecl) -> Built<()> {
    let days = listed(ctx, &ctx.need(pair, Rule::listed_days)?)?;
    let title = child(pair, Rule::localised).map(|text| string::localised_text(ctx, &text));
    let title = title.transpose()?;
    let end = title.as_ref().map_or(days.span, |title| title.span);
    let (cite, general) = own_citations(ctx, pair, end)?;
    let end = cite.last().map_or(end, |last| last.span);
    decl.cite.extend(general);
    let span = ctx.span(pair).before().to(end);
    decl.working.push(WorkingDecl { days, title, cite, span });
    Ok(())
}

fn holiday_day(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<HolidayDay> {
    let Some(inner) = pair.clone().into_inner().next() else { return ctx.internal(pair) };
    let rule = match inner.as_rule() {
        Rule::listed_days => {
            let (from, to) = listed(ctx, &inner)?.value;
            return Ok(HolidayDay::Listed(from, to));
        }
        Rule::day_of_month => {
            let (month, day) = form::day_and_month(ctx, &inner)?;
            DayRule::Fixed { month, day }
        }
        Rule::easter_day => easter(ctx, &inner)?,
        Rule::weekday_from | Rule::weekday_before => {
            let weekday = weekday(ctx, &ctx.need(&inner, Rule::weekday)?)?.value;
            let bound = ctx.need(&inner, Rule::day_of_month)?;
            let (month, day) = form::day_and_month(ctx, &bound)?;
            match inner.as_rule() {
                Rule::weekday_from => DayRule::OnOrAfter { weekday, month, day },
                _ => DayRule::Before { weekday, month, day },
            }
        }
        Rule::weekday_of => DayRule::Nth {
            nth: nth(&ctx.need(&inner, Rule::ordinal)?),
            weekday: weekday(ctx, &ctx.need(&inner, Rule::weekday)?)?.value,
            month: form::month_number(ctx, &inner)?,
        },
        _ => return ctx.internal(&inner),
    };
    Ok(HolidayDay::Yearly(rule))
}

/// `easter`, `orthodox easter + 49 days`
fn easter(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<DayRule> {
    let church = if has(pair, Rule::kw_orthodox) { Church::Orthodox } else { Church::Western };
    let Some(count) = child(pair, Rule::day_count) else {
        return Ok(DayRule::Easter { church, offset: 0 });
    };
    let digits = ctx.need(&count, Rule::digits)?;
    let days = digits.as_str().replace('_', "").parse::<i16>().ok();
    let Some(days) = days.filter(|days| *days <= FARTHEST_FROM_EASTER) else {
        let reason = format!("a holiday is at most {FARTHEST_FROM_EASTER} days from Easter");
        return refuse(NoSuchValue {
            at: ctx.span(&count),
            written: count.as_str().trim().to_owned(),
            reason,
        });
    };
    let offset = if has(pair, Rule::minus) { -days } else { days };
    Ok(DayRule::Easter { church, offset })
}

fn nth(pair: &Pair<'_, Rule>) -> Nth {
    match pair.as_str() {
        "first" => Nth::At(1),
        "second" => Nth::At(2),
        "third" => Nth::At(3),
        "fourth" => Nth::At(4),
        "fifth" => Nth::At(5),
        _ => Nth::Last,
    }
}

fn weekday(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<Weekday>> {
    let Ok(weekday) = pair.as_str().parse::<Weekday>() else { return ctx.internal(pair) };
    Ok(Spanned::new(weekday, ctx.span(pair)))
}

/// `2024-12-24 to 2025-01-01`, or one day.
fn listed(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<(Date, Date)>> {
    let mut dates = children(pair, Rule::date).map(|date| literal::date(ctx, &date));
    let Some(from) = dates.next() else { return ctx.internal(pair) };
    let from = from?;
    let to = dates.next().unwrap_or(Ok(from))?;
    if to.value < from.value {
        return refuse(ReversedDates { from, to });
    }
    Ok(Spanned::new((from.value, to.value), from.span.to(to.span)))
}

/// `from 2025`, `to 2012`, `from 2017-01-01 to 2019`; always, when none is written.
fn day_range(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<DayRange> {
    let Some(part) = child(pair, Rule::day_range) else { return Ok(DayRange::default()) };
    let mut ends = children(&part, Rule::range_end);
    let from = if has(&part, Rule::kw_from) {
        ends.next().map(|end| range_end(ctx, &end, (1, 1))).transpose()?
    } else {
        None
    };
    let to = ends.next().map(|end| range_end(ctx, &end, (12, 31))).transpose()?;
    match (from, to) {
        (Some(from), Some(to)) if to.value < from.value => refuse(ReversedDates { from, to }),
        _ => Ok(DayRange { from, to }),
    }
}

/// A day, or the day of a year that stands for the year.
fn range_end(
    ctx: &Ctx<'_>,
    pair: &Pair<'_, Rule>,
    (month, day): (u32, u32),
) -> Built<Spanned<Date>> {
    if let Some(date) = child(pair, Rule::date) {
        return literal::date(ctx, &date);
    }
    let year = year(ctx, &ctx.need(pair, Rule::year)?)?;
    let Some(date) = Date::new(year.value, month, day) else { return ctx.internal(pair) };
    Ok(Spanned::new(date, year.span))
}
