//! `rates`: exchange rates by month or by day.

use pest::iterators::Pair;

use super::source::once;
use super::{Built, Ctx, child, children, citation, has, literal, name, refuse, string};
use crate::quantity::{Currency, Quotation, RateDate};
use crate::syntax::ast::{
    Citation, Localised, Name, RateQuote, RateRow, RatesContents, RatesDecl, RatesGiven,
    RatesRhythm,
};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{IncompleteRates, RatesPart};
use crate::text::Spanned;

/// What has been said so far.
#[derive(Default)]
struct Said {
    title: Option<Localised<String>>,
    cite: Vec<Citation>,
    base: Option<Spanned<Currency>>,
    rhythm: Option<Spanned<RatesRhythm>>,
    quotation: Option<Spanned<Quotation>>,
    promised: Option<Vec<Spanned<Currency>>>,
    contents: Option<RatesContents>,
}

/// `rates NAME { … }`
pub(super) fn rates(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<RatesDecl> {
    let name = name::name_in(ctx, pair)?;
    let mut said = Said::default();
    for clause in children(pair, Rule::rates_clause) {
        let Some(inner) = clause.into_inner().next() else { return ctx.internal(pair) };
        add(ctx, &inner, &mut said)?;
    }
    Ok(RatesDecl {
        title: said.title,
        cite: said.cite,
        base: needed(&name, said.base, RatesPart::Base)?,
        rhythm: needed(&name, said.rhythm, RatesPart::Rhythm)?,
        quotation: needed(&name, said.quotation, RatesPart::Quotation)?,
        promised: said.promised.unwrap_or_default(),
        contents: needed(&name, said.contents, RatesPart::Contents)?,
        name,
    })
}

fn needed<T>(name: &Name, said: Option<T>, missing: RatesPart) -> Built<T> {
    match said {
        Some(said) => Ok(said),
        None => refuse(IncompleteRates { name: name.clone(), missing }),
    }
}

fn add(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, said: &mut Said) -> Built<()> {
    let span = ctx.span(pair);
    match pair.as_rule() {
        Rule::title_clause => {
            once(ctx, pair, &mut said.title, "title", string::localised_in(ctx, pair)?)
        }
        Rule::cite_clause => {
            said.cite.extend(citation::citations(ctx, pair)?);
            Ok(())
        }
        Rule::base_clause => {
            let base = literal::currency(ctx, &ctx.need(pair, Rule::currency)?)?;
            once(ctx, pair, &mut said.base, "base", base)
        }
        Rule::rhythm_clause => {
            let rhythm = Spanned::new(rhythm(ctx, pair)?, span);
            once(ctx, pair, &mut said.rhythm, "monthly` or `daily", rhythm)
        }
        Rule::quoted_clause => {
            let per = has(pair, Rule::kw_per);
            let quotation = if per { Quotation::PerBase } else { Quotation::InBase };
            once(ctx, pair, &mut said.quotation, "quoted", Spanned::new(quotation, span))
        }
        Rule::quotes_clause => {
            let codes = children(pair, Rule::currency).map(|code| literal::currency(ctx, &code));
            let codes = codes.collect::<Built<_>>()?;
            once(ctx, pair, &mut said.promised, "quotes", codes)
        }
        _ => {
            let (word, contents) = contents(ctx, pair)?;
            once(ctx, pair, &mut said.contents, word, contents)
        }
    }
}

fn rhythm(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<RatesRhythm> {
    if has(pair, Rule::kw_monthly) {
        return Ok(RatesRhythm::Monthly);
    }
    if has(pair, Rule::kw_daily) {
        return Ok(RatesRhythm::Daily);
    }
    Ok(RatesRhythm::Frozen(literal::date_in(ctx, pair)?.value))
}

/// The quotes of a clause, and its word.
fn contents(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<(&'static str, RatesContents)> {
    Ok(match pair.as_rule() {
        Rule::rows_clause => ("rows", RatesContents::Rows(rows_in(ctx, pair)?)),
        Rule::file_clause => ("file", RatesContents::File(string::raw_text_in(ctx, pair)?)),
        Rule::supplied_clause => ("supplied", RatesContents::Supplied(ctx.span(pair))),
        _ => return ctx.internal(pair),
    })
}

/// `rates NAME { rows }` in a test.
pub(super) fn given(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<RatesGiven> {
    Ok(RatesGiven { rates: name::path_in(ctx, pair)?, rows: rows_in(ctx, pair)? })
}

fn rows_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Vec<RateRow>> {
    let block = ctx.need(pair, Rule::quotes_block)?;
    let parts = block.into_inner();
    let rows = parts.filter(|part| matches!(part.as_rule(), Rule::rate_row | Rule::rate_quote));
    rows.map(|part| row(ctx, &part)).collect()
}

fn row(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<RateRow> {
    if pair.as_rule() == Rule::rate_quote {
        return Ok(RateRow { on: None, quotes: vec![quote(ctx, pair)?] });
    }
    let on = match child(pair, Rule::date) {
        Some(date) => literal::date(ctx, &date)?.map(RateDate::Day),
        None => {
            let month = ctx.need(pair, Rule::month)?;
            Spanned::new(RateDate::Month(literal::month(ctx, &month)?), ctx.span(&month))
        }
    };
    let quotes = children(pair, Rule::rate_quote).map(|part| quote(ctx, &part));
    Ok(RateRow { on: Some(on), quotes: quotes.collect::<Built<_>>()? })
}

fn quote(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<RateQuote> {
    let rate = ctx.need(pair, Rule::rate)?;
    let number = literal::number(ctx, &ctx.need(&rate, Rule::number)?)?;
    let number = if has(&rate, Rule::sign) { number.neg() } else { number };
    Ok(RateQuote {
        currency: literal::currency(ctx, &ctx.need(pair, Rule::currency)?)?,
        rate: Spanned::new(number, ctx.span(&rate)),
    })
}
