//! Forms that choose between values, and forms that take parts of dates and periods.

use pest::iterators::Pair;

use super::expression::{boxed, operand_in};
use super::{Built, Ctx, child, children, deadline, expression, has, name};
use crate::syntax::ast::{ChooseArm, DatePart, ExprKind, MatchArm};
use crate::syntax::grammar::Rule;
use crate::text::Spanned;

/// A form by the rule that made it.
pub(super) fn form(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    Ok(match pair.as_rule() {
        Rule::conditional => return conditional(ctx, pair),
        Rule::match_form => ExprKind::Match {
            operand: boxed(ctx, pair, Rule::sum)?,
            arms: children(pair, Rule::match_arm)
                .map(|a| match_arm(ctx, &a))
                .collect::<Built<_>>()?,
        },
        Rule::choose_form => return choose(ctx, pair),
        Rule::day_of_year => return day_of_year(ctx, pair),
        Rule::date_part => ExprKind::Part {
            part: part_name(ctx, &ctx.need(pair, Rule::part_name)?),
            of: boxed(ctx, pair, Rule::signed)?,
        },
        Rule::points_of => ExprKind::PointsOf(name::path_in(ctx, pair)?),
        Rule::holds_form => ExprKind::Holds(name::path_in(ctx, pair)?),
        Rule::distinct_form => ExprKind::Distinct(boxed(ctx, pair, Rule::signed)?),
        Rule::overlap_of => return overlap(ctx, pair),
        Rule::deadline_form => return deadline::deadline(ctx, pair),
        Rule::working_days_in => return deadline::working_days_in(ctx, pair),
        _ => return ctx.internal(pair),
    })
}

fn conditional(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let parts: Vec<_> = children(pair, Rule::expression).collect();
    let [condition, then, otherwise] = parts.as_slice() else { return ctx.internal(pair) };
    let part = |pair: &Pair<'_, Rule>| expression(ctx, pair.clone()).map(Box::new);
    Ok(ExprKind::If { condition: part(condition)?, then: part(then)?, otherwise: part(otherwise)? })
}

fn match_arm(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<MatchArm> {
    let patterns = children(pair, Rule::range).map(|pattern| expression(ctx, pattern));
    Ok(MatchArm {
        patterns: patterns.collect::<Built<_>>()?,
        value: operand_in(ctx, pair, Rule::sum)?,
        span: ctx.span(pair),
    })
}

fn choose(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let arms = children(pair, Rule::choose_arm).map(|arm| {
        Ok(ChooseArm {
            value: operand_in(ctx, &arm, Rule::adjusted)?,
            condition: operand_in(ctx, &arm, Rule::expression)?,
        })
    });
    let arms = arms.collect::<Built<_>>()?;
    let otherwise = child(pair, Rule::choose_otherwise)
        .map(|part| boxed(ctx, &part, Rule::adjusted))
        .transpose()?;
    Ok(ExprKind::Choose { arms, otherwise })
}

fn day_of_year(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let (month, day) = day_and_month(ctx, pair)?;
    Ok(ExprKind::DayOfYear { day, month, year: boxed(ctx, pair, Rule::signed)? })
}

/// The month and the day among the children, which some year has.
pub(super) fn day_and_month(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<(u8, u8)> {
    let month = month_number(ctx, pair)?;
    let number = ctx.need(pair, Rule::day_number)?;
    let Ok(day) = number.as_str().parse::<u8>() else { return ctx.internal(pair) };
    // A leap year has every day that some year has.
    if crate::quantity::Date::new(2000, u32::from(month), u32::from(day)).is_none() {
        let word = ctx.need(pair, Rule::month_name)?;
        return super::refuse(crate::syntax::problems::NoSuchValue {
            at: ctx.span(&number).to(ctx.span(&word)),
            written: format!("{day} {}", word.as_str()),
            reason: "no year has such a day".to_owned(),
        });
    }
    Ok((month, day))
}

/// The number of the month whose name is among the children, from 1.
pub(super) fn month_number(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<u8> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let word = ctx.need(pair, Rule::month_name)?;
    let index = MONTHS.iter().zip(1_u8..).find(|(month, _)| **month == word.as_str());
    index.map_or_else(|| ctx.internal(pair), |(_, month)| Ok(month))
}

fn part_name(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Spanned<DatePart> {
    let part = if has(pair, Rule::kw_days) {
        DatePart::DaysIn
    } else if has(pair, Rule::kw_first) {
        DatePart::FirstDay
    } else if has(pair, Rule::kw_last) {
        DatePart::LastDay
    } else if has(pair, Rule::kw_year) {
        DatePart::Year
    } else if has(pair, Rule::kw_month) {
        DatePart::Month
    } else if has(pair, Rule::kw_start) {
        DatePart::Start
    } else {
        DatePart::End
    };
    Spanned::new(part, ctx.span(pair))
}

fn overlap(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let mut sides = children(pair, Rule::sum).map(|side| expression(ctx, side).map(Box::new));
    let (Some(left), Some(right)) = (sides.next(), sides.next()) else {
        return ctx.internal(pair);
    };
    Ok(ExprKind::OverlapOf { left: left?, right: right? })
}
