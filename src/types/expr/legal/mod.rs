//! Legal periods and working days, and the calendars that they are counted by.

mod calendar;

use self::calendar::{chosen, implied, named};
use super::{check, check_as, insist, poison, state, typed};
use crate::quantity::deadline::{Direction, Regime};
use crate::quantity::{Duration, MonthEnd};
use crate::resolve::UnitId;
use crate::syntax::ast::{self, Deadline, LegalLength};
use crate::text::Span;
use crate::types::body::Body;
use crate::types::context::Context;
use crate::types::problems::{HoursByRegulation, NothingToCount};
use crate::types::typed::{CalendarOf, Expr, ExprKind, Legal, LegalCount, Type};
use crate::value::Value;

/// `deadline(3 months after d by poland under PL)`.
pub(super) fn deadline(
    cx: &mut Context<'_>,
    body: &mut Body,
    written: &Deadline,
    at: Span,
) -> Expr {
    let direction = if written.backwards { Direction::Before } else { Direction::After };
    let regime = regime(cx, body.unit, written);
    if let LegalLength::Hours(count) = &written.length {
        return hours(cx, body, written, (count.value, direction, regime), at);
    }
    let event = check(cx, body, &written.event, Some(&Type::Date));
    let event = state::present(cx, event);
    let event = match event.ty {
        Type::Date | Type::Moment | Type::Poison => event,
        _ => insist(cx, event, &Type::Date),
    };
    let (duration, weeks, half_month) = length(cx, body, &written.length);
    let operation = Legal::Deadline { weeks, half_month, direction, regime };
    let asks = operation.asks_calendar() || !counts_no_working_days(&duration);
    let calendar = match &written.calendar {
        Some(choice) => chosen(cx, body, choice),
        None if asks => implied(cx, body, at, operation.asks_calendar() || is_constant(&duration)),
        None => Some(CalendarOf::None),
    };
    let Some(calendar) = calendar.filter(|_| !event.is_poison() && !duration.is_poison()) else {
        return poison(at);
    };
    count(operation, (event, Some(duration)), calendar, Type::Date, at)
}

/// The duration of a legal period, its weeks and whether it has half a month besides.
fn length(cx: &mut Context<'_>, body: &mut Body, written: &LegalLength) -> (Expr, i64, bool) {
    match written {
        LegalLength::Hours(count) => (constant(Duration::default(), count.span), 0, false),
        LegalLength::Weeks(count) => {
            (constant(Duration::default(), count.span), count.value, false)
        }
        LegalLength::HalfMonth(span) => (constant(Duration::default(), *span), 0, true),
        LegalLength::MonthsAndAHalf(count) => {
            (constant(Duration::from_months(count.value), count.span), 0, true)
        }
        LegalLength::Duration(duration) => {
            (check_as(cx, body, duration, &Type::Duration), 0, false)
        }
    }
}

fn constant(duration: Duration, at: Span) -> Expr {
    typed(ExprKind::Constant(Value::Duration(duration)), Type::Duration, at)
}

fn is_constant(duration: &Expr) -> bool {
    matches!(duration.kind, ExprKind::Constant(_))
}

/// Whether a duration is written out and has no working days.
fn counts_no_working_days(duration: &Expr) -> bool {
    matches!(&duration.kind, ExprKind::Constant(Value::Duration(d)) if d.working_days == 0)
}

/// The law after `under`, else that of the module's programme block, else the Regulation.
fn regime(cx: &Context<'_>, unit: UnitId, written: &Deadline) -> Regime {
    let own = || cx.programme(unit)?.calendar.as_ref()?.regime;
    written.regime.or_else(own).map(|regime| regime.value).unwrap_or_default()
}

fn hours(
    cx: &mut Context<'_>,
    body: &mut Body,
    written: &Deadline,
    (count_of, direction, regime): (i64, Direction, Regime),
    at: Span,
) -> Expr {
    if regime != Regime::Eu {
        cx.report(HoursByRegulation { at, regime });
    }
    let event = check_as(cx, body, &written.event, &Type::Moment);
    if let Some(choice) = &written.calendar {
        // Hours run through all days, but a name that is wrong should be told.
        chosen(cx, body, choice);
    }
    if event.is_poison() || regime != Regime::Eu {
        return poison(at);
    }
    let operation = Legal::Hours { count: count_of, direction };
    count(operation, (event, None), CalendarOf::None, Type::Moment, at)
}

/// `working days in p by poland`.
pub(super) fn working_days_in(
    cx: &mut Context<'_>,
    body: &mut Body,
    period: &ast::Expr,
    calendar: Option<&ast::Expr>,
    at: Span,
) -> Expr {
    let period = check_as(cx, body, period, &Type::Period);
    let calendar = named(cx, body, calendar, at);
    match calendar.filter(|_| !period.is_poison()) {
        Some(calendar) => count(Legal::WorkingDays, (period, None), calendar, Type::Integer, at),
        None => poison(at),
    }
}

/// `d is a working day by poland`.
pub(super) fn is_working_day(
    cx: &mut Context<'_>,
    body: &mut Body,
    day: Expr,
    calendar: Option<&ast::Expr>,
    at: Span,
) -> Expr {
    let day = state::present(cx, day);
    let day = match day.ty {
        Type::Date | Type::Moment | Type::Poison => day,
        _ => insist(cx, day, &Type::Date),
    };
    match named(cx, body, calendar, at).filter(|_| !day.is_poison()) {
        Some(calendar) => count(Legal::IsWorkingDay, (day, None), calendar, Type::Bool, at),
        None => poison(at),
    }
}

/// `d + 10 working days by poland`: the calendar of the sum before it.
pub(super) fn by_calendar(
    cx: &mut Context<'_>,
    body: &mut Body,
    operand: &ast::Expr,
    calendar: &ast::Expr,
    at: Span,
) -> Expr {
    let Some(calendar) = chosen(cx, body, calendar) else { return poison(at) };
    let outer = body.calendar.replace(calendar);
    let counted = check(cx, body, operand, None);
    body.calendar = outer;
    match &counted.kind {
        _ if counted.is_poison() => poison(at),
        ExprKind::Legal(_) => Expr { span: at, ..counted },
        _ => {
            cx.report(NothingToCount { at: counted.span });
            poison(at)
        }
    }
}

/// A date plus or minus a duration, where a calendar counts its working days; nothing where it
/// has none.
pub(super) fn shift(
    cx: &mut Context<'_>,
    body: &Body,
    (date, duration): (&Expr, &Expr),
    subtract: bool,
    at: Span,
) -> Option<Expr> {
    // `0 working days` has lost its unit.
    let of_nothing = matches!(
        &duration.kind,
        ExprKind::Constant(Value::Duration(length)) if *length == Duration::default()
    );
    if counts_no_working_days(duration) && !(of_nothing && body.calendar.is_some()) {
        return None;
    }
    let calendar = match &body.calendar {
        Some(calendar) => Some(calendar.clone()),
        None => implied(cx, body, at, is_constant(duration)),
    };
    let Some(calendar) = calendar else { return Some(poison(at)) };
    if matches!(calendar, CalendarOf::None) {
        return None;
    }
    let operation = Legal::Shift { subtract, month_end: cx.month_end(body.unit) };
    let ty = date.ty.clone();
    Some(count(operation, (date.clone(), Some(duration.clone())), calendar, ty, at))
}

/// A day so long after another, where a calendar counts its working days; nothing where it has
/// none.
pub(in crate::types) fn later(
    cx: &mut Context<'_>,
    body: &mut Body,
    (date, duration): (&Expr, &Expr),
    month_end: Option<MonthEnd>,
    (calendar, at): (Option<&ast::Expr>, Span),
) -> Option<Expr> {
    let calendar = match calendar {
        Some(choice) => chosen(cx, body, choice),
        None => None,
    };
    let by = calendar.is_some();
    let outer = std::mem::replace(&mut body.calendar, calendar);
    let counted = shift(cx, body, (date, duration), false, at);
    body.calendar = outer;
    if by && counted.is_none() {
        cx.report(NothingToCount { at });
    }
    let counted = counted?;
    match counted.kind {
        ExprKind::Legal(count) => {
            let operation = Legal::Shift { subtract: false, month_end };
            let kind = ExprKind::Legal(Box::new(LegalCount { operation, ..*count }));
            Some(Expr { kind, ty: counted.ty, span: at })
        }
        _ => Some(counted),
    }
}

/// A typed count.
pub(in crate::types) fn count(
    operation: Legal,
    (operand, duration): (Expr, Option<Expr>),
    calendar: CalendarOf,
    ty: Type,
    at: Span,
) -> Expr {
    let count = LegalCount { operation, operand, duration, calendar };
    typed(ExprKind::Legal(Box::new(count)), ty, at)
}
