//! What the periods of a list cover together, and the years of accounts.

use super::super::body::Body;
use super::super::context::Context;
use super::super::typed::{Expr, ExprKind, Type};
use super::{check_as, poison, state, typed};
use crate::quantity::Date;
use crate::syntax::ast::{self, FiscalStart};
use crate::text::Span;
use crate::value::Value;

/// Fiscal years that start on a written day start on that day of this year; it is no leap year,
/// so that it has the days that every year has.
const SOME_YEAR: i32 = 2001;

/// `union of L`: a list of periods, merged where they meet.
pub(super) fn union_of(cx: &mut Context<'_>, body: &mut Body, list: &ast::Expr, at: Span) -> Expr {
    let list = check_as(cx, body, list, &Type::Period.list());
    if list.is_poison() {
        return poison(at);
    }
    typed(ExprKind::UnionOf(Box::new(list)), Type::Period.list(), at)
}

/// `gaps between L`, `gaps left in P by L`: a list of periods.
pub(super) fn gaps(
    cx: &mut Context<'_>,
    body: &mut Body,
    within: Option<&ast::Expr>,
    list: &ast::Expr,
    at: Span,
) -> Expr {
    let within = within.map(|whole| check_as(cx, body, whole, &Type::Period));
    let list = check_as(cx, body, list, &Type::Period.list());
    if list.is_poison() || within.as_ref().is_some_and(Expr::is_poison) {
        return poison(at);
    }
    let list = Box::new(list);
    let kind = match within {
        Some(period) => ExprKind::GapsIn { period: Box::new(period), list },
        None => ExprKind::GapsBetween(list),
    };
    typed(kind, Type::Period.list(), at)
}

/// `fiscal year of d starting 1 April`: a period.
pub(super) fn fiscal_year(
    cx: &mut Context<'_>,
    body: &mut Body,
    of: &ast::Expr,
    start: &FiscalStart,
    at: Span,
) -> Expr {
    let of = day(cx, body, of);
    let start = match start {
        FiscalStart::OfDate(date) => day(cx, body, date),
        FiscalStart::Day { day, month, span } => {
            match Date::new(SOME_YEAR, u32::from(*month), u32::from(*day)) {
                Some(date) => typed(ExprKind::Constant(Value::Date(date)), Type::Date, *span),
                None => poison(*span),
            }
        }
    };
    if of.is_poison() || start.is_poison() {
        return poison(at);
    }
    let (of, start) = (Box::new(of), Box::new(start));
    typed(ExprKind::FiscalYear { of, start }, Type::Period, at)
}

/// A date, or a moment of which the day counts.
fn day(cx: &mut Context<'_>, body: &mut Body, expr: &ast::Expr) -> Expr {
    let expr = super::check(cx, body, expr, Some(&Type::Date));
    let expr = state::present(cx, expr);
    if matches!(expr.ty, Type::Date | Type::Moment) {
        return expr;
    }
    super::insist(cx, expr, &Type::Date)
}
