//! Legal periods, and the calendars that expressions name.

use pest::iterators::Pair;

use super::expression::{boxed, operand_in};
use super::{Built, Ctx, child, has, name, refuse};
use crate::quantity::deadline::Regime;
use crate::syntax::ast::{CalendarLine, Deadline, Expr, ExprKind, LegalLength};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{NoSuchValue, RepeatedClause};
use crate::text::Spanned;

/// `deadline(3 months after d by poland under PL)`
pub(super) fn deadline(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let mut calendar = None;
    let mut regime = None;
    for part in pair.clone().into_inner() {
        let word = match part.as_rule() {
            Rule::by_calendar if calendar.is_none() => {
                calendar = Some(choice(ctx, &part)?);
                continue;
            }
            Rule::under_law if regime.is_none() => {
                regime = Some(law(ctx, &part)?);
                continue;
            }
            Rule::by_calendar => "by",
            Rule::under_law => "under",
            _ => continue,
        };
        return refuse(RepeatedClause { at: ctx.span(&part), word });
    }
    Ok(ExprKind::Deadline(Box::new(Deadline {
        length: length(ctx, &ctx.need(pair, Rule::legal_length)?)?,
        backwards: has(pair, Rule::kw_before),
        event: operand_in(ctx, pair, Rule::sum)?,
        calendar,
        regime,
    })))
}

fn length(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<LegalLength> {
    let Some(inner) = pair.clone().into_inner().next() else { return ctx.internal(pair) };
    Ok(match inner.as_rule() {
        Rule::half_month => LegalLength::HalfMonth(ctx.span(&inner)),
        Rule::hours => LegalLength::Hours(count(ctx, &inner)?),
        Rule::weeks => LegalLength::Weeks(count(ctx, &inner)?),
        Rule::months_and_a_half => {
            let months = count(ctx, &ctx.need(&inner, Rule::month_count)?)?;
            LegalLength::MonthsAndAHalf(Spanned::new(months.value, ctx.span(&inner)))
        }
        _ => LegalLength::Duration(operand_in(ctx, pair, Rule::sum)?),
    })
}

/// How many hours or weeks: a whole number.
fn count(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<i64>> {
    let number = ctx.need(pair, Rule::number)?;
    let Ok(count) = number.as_str().replace('_', "").parse() else {
        return refuse(NoSuchValue {
            at: ctx.span(pair),
            written: pair.as_str().to_owned(),
            reason: "a length of time is a whole number of its unit".to_owned(),
        });
    };
    Ok(Spanned::new(count, ctx.span(pair)))
}

/// The calendar after `by` among the children, when one is written.
pub(super) fn by_calendar(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Option<Box<Expr>>> {
    child(pair, Rule::by_calendar).map(|part| choice(ctx, &part).map(Box::new)).transpose()
}

/// The calendar that a `by` names, or the choice between calendars.
pub(super) fn choice(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let choice = ctx.need(pair, Rule::calendar_choice)?;
    let Some(inner) = choice.clone().into_inner().next() else { return ctx.internal(&choice) };
    super::expression(ctx, inner)
}

/// `working days in p by poland`
pub(super) fn working_days_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let calendar = by_calendar(ctx, pair)?;
    Ok(ExprKind::WorkingDaysIn { period: boxed(ctx, pair, Rule::signed)?, calendar })
}

/// `calendar poland under PL` of a programme.
pub(super) fn line(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<CalendarLine> {
    let regime = child(pair, Rule::under_law).map(|part| law(ctx, &part)).transpose()?;
    Ok(CalendarLine { calendar: name::path_in(ctx, pair)?, regime })
}

fn law(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<Regime>> {
    let name = ctx.need(pair, Rule::law_code)?;
    let Some(regime) = Regime::parse(name.as_str()) else { return ctx.internal(pair) };
    Ok(Spanned::new(regime, ctx.span(&name)))
}
