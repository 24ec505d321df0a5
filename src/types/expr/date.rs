//! Dates, months, periods and durations.

use super::super::body::Body;
use super::super::context::Context;
use super::super::problems::{Mismatch, MissingDay, NoMonthEnd, RangeKind, UnnamedMonthEnd};
use super::super::typed::{Expr, ExprKind, Legal, LegalCount, Part, Type};
use super::{check, check_as, insist, legal, poison, state, typed};
use crate::quantity::{Date, Duration, MonthEnd};
use crate::syntax::ast::{self, BinaryOp, Bound, DatePart};
use crate::text::Span;
use crate::value::Value;

/// A date plus or minus a duration, or a date minus a date; nothing for other operands.
pub(super) fn shift(
    cx: &mut Context<'_>,
    body: &Body,
    op: BinaryOp,
    left: &Expr,
    right: &Expr,
    at: Span,
) -> Option<Expr> {
    let subtract = op == BinaryOp::Subtract;
    let (left, right) = (left.clone(), right.clone());
    match (&left.ty, &right.ty) {
        (Type::Date, Type::Date) if subtract => {
            let kind = ExprKind::DaysBetween { later: Box::new(left), earlier: Box::new(right) };
            Some(typed(kind, Type::Duration, at))
        }
        (Type::Date | Type::Moment | Type::Month, Type::Duration) => {
            if let Some(counted) = legal::shift(cx, body, (&left, &right), subtract, at) {
                return Some(counted);
            }
            let ty = left.ty.clone();
            let month_end = cx.month_end(body.unit);
            let (date, duration) = (Box::new(left), Box::new(right));
            let kind = ExprKind::Shift { date, duration, subtract, month_end };
            let shifted = typed(kind, ty, at);
            Some(literal_days_exist(cx, shifted))
        }
        _ => None,
    }
}

/// Remembers a date plus months until a clause says what a missing day means. A sum of literals
/// is computed here: it is remembered only when its day does not exist.
fn literal_days_exist(cx: &mut Context<'_>, shifted: Expr) -> Expr {
    let ExprKind::Shift { date, duration, subtract, month_end: None } = &shifted.kind else {
        return shifted;
    };
    let ExprKind::Constant(Value::Duration(added)) = &duration.kind else { return shifted };
    if added.months == 0 || date.ty == Type::Month {
        return shifted;
    }
    let Some((day, duration)) = literals(&shifted) else {
        if !matches!(date.kind, ExprKind::Constant(_)) {
            cx.pending_month_ends.push((shifted.span, None));
        }
        return shifted;
    };
    let months = if *subtract { -duration.months } else { duration.months };
    let Ok(months) = i32::try_from(months) else { return shifted };
    if let Err(crate::quantity::Fault::MissingDay { .. }) = day.add_months(months, None) {
        cx.pending_month_ends.push((shifted.span, Some((day, duration))));
    }
    shifted
}

fn literals(shifted: &Expr) -> Option<(Date, Duration)> {
    let ExprKind::Shift { date, duration, .. } = &shifted.kind else { return None };
    match (&date.kind, &duration.kind) {
        (ExprKind::Constant(Value::Date(date)), ExprKind::Constant(Value::Duration(duration))) => {
            Some((*date, *duration))
        }
        _ => None,
    }
}

/// `d + 1 month end of month`: says which day stands for one that does not exist.
pub(super) fn month_end(
    cx: &mut Context<'_>,
    body: &mut Body,
    operand: &ast::Expr,
    rule: MonthEnd,
    at: Span,
) -> Expr {
    let pending = cx.pending_month_ends.len();
    let operand = check(cx, body, operand, None);
    cx.pending_month_ends.truncate(pending);
    if operand.is_poison() {
        return poison(at);
    }
    match operand.kind {
        ExprKind::Shift { date, duration, subtract, .. } => {
            let kind = ExprKind::Shift { date, duration, subtract, month_end: Some(rule) };
            typed(kind, operand.ty, at)
        }
        ExprKind::Legal(count) if matches!(count.operation, Legal::Shift { .. }) => {
            let subtract = matches!(count.operation, Legal::Shift { subtract: true, .. });
            let operation = Legal::Shift { subtract, month_end: Some(rule) };
            let kind = ExprKind::Legal(Box::new(LegalCount { operation, ..*count }));
            typed(kind, operand.ty, at)
        }
        _ => {
            cx.report(NoMonthEnd { at, operand: operand.span });
            poison(at)
        }
    }
}

/// Reports the sums of which no clause says what a missing day means: an error where the day is
/// certainly missing, a warning where it may be.
pub(in crate::types) fn report_missing_days(cx: &mut Context<'_>) {
    for (at, literals) in std::mem::take(&mut cx.pending_month_ends) {
        match literals {
            Some((date, duration)) => cx.report(MissingDay { at, date, duration }),
            None => cx.report(UnnamedMonthEnd { at }),
        }
    }
}

/// `a to b`: a period between dates, the integers between integers.
pub(super) fn to(
    cx: &mut Context<'_>,
    body: &mut Body,
    start: Option<&ast::Expr>,
    end: Option<&ast::Expr>,
    at: Span,
) -> Expr {
    let start = start.map(|expr| check(cx, body, expr, Some(&Type::Date)));
    let start = start.map(|expr| state::present(cx, expr));
    let end = end.map(|expr| check(cx, body, expr, Some(&Type::Date)));
    let end = end.map(|expr| state::present(cx, expr));
    match (start, end) {
        (Some(start), Some(end)) if start.ty == Type::Integer && end.ty == Type::Integer => {
            let (start, end) = (Box::new(start), Box::new(end));
            typed(ExprKind::Range { start, end }, Type::Integer.list(), at)
        }
        (start, end) => {
            let wrong = [&start, &end]
                .into_iter()
                .flatten()
                .find(|expr| !matches!(expr.ty, Type::Date | Type::Poison));
            if let Some(wrong) = wrong {
                let found = cx.show(&wrong.ty);
                cx.report(RangeKind { found, at: wrong.span });
                return poison(at);
            }
            if [&start, &end].into_iter().flatten().any(Expr::is_poison) {
                return poison(at);
            }
            let (start, end) = (start.map(Box::new), end.map(Box::new));
            typed(ExprKind::PeriodFrom { start, end }, Type::Period, at)
        }
    }
}

fn periods(
    cx: &mut Context<'_>,
    body: &mut Body,
    left: &ast::Expr,
    right: &ast::Expr,
) -> Option<(Box<Expr>, Box<Expr>)> {
    let left = check_as(cx, body, left, &Type::Period);
    let right = check_as(cx, body, right, &Type::Period);
    (!left.is_poison() && !right.is_poison()).then(|| (Box::new(left), Box::new(right)))
}

/// `p overlaps q`.
pub(super) fn overlaps(
    cx: &mut Context<'_>,
    body: &mut Body,
    left: &ast::Expr,
    right: &ast::Expr,
    at: Span,
) -> Expr {
    match periods(cx, body, left, right) {
        Some((left, right)) => typed(ExprKind::Overlaps { left, right }, Type::Bool, at),
        None => poison(at),
    }
}

/// `p within q`.
pub(super) fn within(
    cx: &mut Context<'_>,
    body: &mut Body,
    left: &ast::Expr,
    right: &ast::Expr,
    at: Span,
) -> Expr {
    match periods(cx, body, left, right) {
        Some((left, right)) => typed(ExprKind::Within { left, right }, Type::Bool, at),
        None => poison(at),
    }
}

/// `overlap of p and q`, absent where they have no day in common.
pub(super) fn overlap_of(
    cx: &mut Context<'_>,
    body: &mut Body,
    left: &ast::Expr,
    right: &ast::Expr,
    at: Span,
) -> Expr {
    match periods(cx, body, left, right) {
        Some((left, right)) => {
            typed(ExprKind::OverlapOf { left, right }, Type::Period.optional(), at)
        }
        None => poison(at),
    }
}

/// `p lasts at most 48 months`.
pub(super) fn lasts(
    cx: &mut Context<'_>,
    body: &mut Body,
    period: &ast::Expr,
    bound: Bound,
    duration: &ast::Expr,
    at: Span,
) -> Expr {
    let period = check_as(cx, body, period, &Type::Period);
    let duration = check_as(cx, body, duration, &Type::Duration);
    if period.is_poison() || duration.is_poison() {
        return poison(at);
    }
    let (period, duration) = (Box::new(period), Box::new(duration));
    typed(ExprKind::Lasts { period, bound, duration }, Type::Bool, at)
}

/// `year of d`, `start of p`, `first day of m`, `days in p`.
pub(super) fn part(
    cx: &mut Context<'_>,
    body: &mut Body,
    part: DatePart,
    of: &ast::Expr,
    at: Span,
) -> Expr {
    let of = check(cx, body, of, None);
    let of = state::present(cx, of);
    if of.is_poison() {
        return poison(at);
    }
    let dated = matches!(of.ty, Type::Date | Type::Moment | Type::Month);
    let (part, ty, fits, wanted) = match part {
        DatePart::Year => (Part::Year, Type::Integer, dated, Type::Date),
        DatePart::Month => (Part::Month, Type::Month, dated, Type::Date),
        DatePart::FirstDay => (Part::FirstDay, Type::Date, dated, Type::Month),
        DatePart::LastDay => (Part::LastDay, Type::Date, dated, Type::Month),
        DatePart::Start => (Part::Start, Type::Date, of.ty == Type::Period, Type::Period),
        DatePart::End => (Part::End, Type::Date, of.ty == Type::Period, Type::Period),
        DatePart::DaysIn => (Part::Days, Type::Integer, of.ty == Type::Period, Type::Period),
    };
    if !fits {
        return insist(cx, of, &wanted);
    }
    typed(ExprKind::Part { part, of: Box::new(of) }, ty, at)
}

/// `1 July of y`.
pub(super) fn day_of_year(
    cx: &mut Context<'_>,
    body: &mut Body,
    (day, month): (u8, u8),
    year: &ast::Expr,
    at: Span,
) -> Expr {
    let year = check_as(cx, body, year, &Type::Integer);
    if year.is_poison() {
        return poison(at);
    }
    typed(ExprKind::DayOfYear { day, month, year: Box::new(year) }, Type::Date, at)
}

/// `x on DATE`: reads all dated things in `x` on another date.
pub(super) fn on(
    cx: &mut Context<'_>,
    body: &mut Body,
    operand: &ast::Expr,
    date: &ast::Expr,
    wanted: Option<&Type>,
    at: Span,
) -> Expr {
    let operand = check(cx, body, operand, wanted);
    let date = check_as(cx, body, date, &Type::Date);
    if operand.is_poison() || date.is_poison() {
        return poison(at);
    }
    let ty = operand.ty.clone();
    let (operand, date) = (Box::new(operand), Box::new(date));
    typed(ExprKind::On { operand, date }, ty, at)
}

/// Two dates between which something is counted: a period, or `a to b`.
pub(super) fn period_argument(cx: &mut Context<'_>, body: &mut Body, expr: &ast::Expr) -> Expr {
    let period = check(cx, body, expr, Some(&Type::Period));
    if matches!(period.ty, Type::Period | Type::Poison) {
        return period;
    }
    let (found, origin) = (cx.show(&period.ty), super::origin(cx, &period));
    let help = Some("write the two days as `A to B`".to_owned());
    let expected = "period".to_owned();
    cx.report(Mismatch { expected, found, at: period.span, origin, help });
    poison(period.span)
}
