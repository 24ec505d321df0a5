//! `programme`: what a module is as a programme.

use pest::iterators::Pair;

use super::source::once;
use super::{
    Built, Ctx, child, children, citation, deadline, expression, literal, name, refuse, string,
};
use crate::quantity::Date;
use crate::syntax::ast::{Check, Decision, ProgrammeDecl};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::ReversedDates;
use crate::text::Spanned;

/// `programme { … }`
pub(super) fn programme(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ProgrammeDecl> {
    let mut decl = ProgrammeDecl::default();
    for clause in children(pair, Rule::programme_clause) {
        let Some(inner) = clause.into_inner().next() else { return ctx.internal(pair) };
        add(ctx, &inner, &mut decl)?;
    }
    Ok(decl)
}

fn add(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, decl: &mut ProgrammeDecl) -> Built<()> {
    match pair.as_rule() {
        Rule::title_clause => {
            once(ctx, pair, &mut decl.title, "title", string::localised_in(ctx, pair)?)
        }
        Rule::currency_clause => {
            let currency = literal::currency(ctx, &ctx.need(pair, Rule::currency)?)?;
            once(ctx, pair, &mut decl.currency, "currency", currency)
        }
        Rule::runs_clause => once(ctx, pair, &mut decl.runs, "runs", runs(ctx, pair)?),
        Rule::as_of_clause => {
            let date = expression::operand_in(ctx, pair, Rule::expression)?;
            once(ctx, pair, &mut decl.as_of, "as of", date)
        }
        Rule::month_end_clause => {
            let end = ctx.need(pair, Rule::month_end)?;
            let end = Spanned::new(expression::month_end(&end), ctx.span(&end));
            once(ctx, pair, &mut decl.month_end, "month end", end)
        }
        Rule::calendar_line => {
            once(ctx, pair, &mut decl.calendar, "calendar", deadline::line(ctx, pair)?)
        }
        Rule::languages_clause => {
            let tags = children(pair, Rule::language).map(|tag| string::language(ctx, &tag));
            decl.languages.extend(tags);
            Ok(())
        }
        Rule::adopts_clause => {
            decl.adopts.extend(name::paths_in(ctx, pair));
            Ok(())
        }
        Rule::checks_clause => {
            for part in children(pair, Rule::check) {
                decl.checks.push(check(ctx, &part)?);
            }
            Ok(())
        }
        Rule::decide_clause => {
            decl.decisions.push(decision(ctx, pair)?);
            Ok(())
        }
        _ => ctx.internal(pair),
    }
}

fn runs(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<(Date, Option<Date>)>> {
    let mut dates = children(pair, Rule::date);
    let Some(first) = dates.next() else { return ctx.internal(pair) };
    let from = literal::date(ctx, &first)?;
    let to = dates.next().map(|to| literal::date(ctx, &to)).transpose()?;
    match to {
        Some(to) if to.value < from.value => refuse(ReversedDates { from, to }),
        _ => {
            let span = to.map_or(from.span, |to| from.span.to(to.span));
            Ok(Spanned::new((from.value, to.map(|to| to.value)), span))
        }
    }
}

fn check(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Check> {
    let each_of = child(pair, Rule::name).map(|list| name::name(ctx, &list));
    Ok(Check { record: name::path_in(ctx, pair)?, each_of })
}

fn decision(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Decision> {
    Ok(Decision {
        reading: name::path_in(ctx, pair)?,
        choice: name::name_in(ctx, pair)?,
        cite: citation::citations_in(ctx, pair)?,
    })
}
