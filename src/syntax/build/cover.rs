//! Forms over lists of periods, and fiscal years.

use pest::iterators::Pair;

use super::expression::boxed;
use super::form::{day_number, month_number};
use super::{Built, Ctx, child, children, expression};
use crate::syntax::ast::{Expr, ExprKind, FiscalStart};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::NoSuchValue;

/// `union of L`.
pub(super) fn union(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    Ok(ExprKind::UnionOf(boxed(ctx, pair, Rule::signed)?))
}

/// `gaps between L`, `gaps left in P by L`.
pub(super) fn gaps(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let within = match child(pair, Rule::gaps_within) {
        Some(within) => Some(Box::new(gaps_within(ctx, &within)?)),
        None => None,
    };
    Ok(ExprKind::Gaps { within, list: boxed(ctx, pair, Rule::signed)? })
}

/// A period, or one from a day to another.
fn gaps_within(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let mut days = children(pair, Rule::sum).map(|day| expression(ctx, day));
    let Some(start) = days.next() else { return ctx.internal(pair) };
    let start = start?;
    match days.next() {
        None => Ok(start),
        Some(end) => {
            let (start, end) = (Some(Box::new(start)), Some(Box::new(end?)));
            Ok(Expr { kind: ExprKind::To { start, end }, span: ctx.span(pair) })
        }
    }
}

/// `fiscal year of d starting 1 April`, `fiscal year of d starting on first_day`.
pub(super) fn fiscal_year(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let of = boxed(ctx, pair, Rule::adjusted)?;
    let Some(written) = child(pair, Rule::day_and_month) else {
        let start = FiscalStart::OfDate(boxed(ctx, pair, Rule::signed)?);
        return Ok(ExprKind::FiscalYear { of, start });
    };
    let (day, month) = (day_number(ctx, &written)?, month_number(ctx, &written)?);
    // A year that is no leap year has the days that every year has.
    if crate::quantity::Date::new(2001, u32::from(month), u32::from(day)).is_none() {
        return super::refuse(NoSuchValue {
            at: ctx.span(&written),
            written: written.as_str().split_whitespace().collect::<Vec<_>>().join(" "),
            reason: "not every year has such a day, so no fiscal year starts on it".to_owned(),
        });
    }
    Ok(ExprKind::FiscalYear {
        of,
        start: FiscalStart::Day { day, month, span: ctx.span(&written) },
    })
}
