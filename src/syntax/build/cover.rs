//! Forms over lists of periods, and fiscal years.

use pest::iterators::Pair;

use super::expression::{boxed, optional};
use super::form::{day_number, month_number};
use super::{Built, Ctx, child};
use crate::syntax::ast::{ExprKind, FiscalStart};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::NoSuchValue;

/// `union of L`.
pub(super) fn union(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    Ok(ExprKind::UnionOf(boxed(ctx, pair, Rule::signed)?))
}

/// `gaps between L`, `gaps left in P by L`.
pub(super) fn gaps(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let within = optional(ctx, pair, Rule::range)?.map(Box::new);
    Ok(ExprKind::Gaps { within, list: boxed(ctx, pair, Rule::signed)? })
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
