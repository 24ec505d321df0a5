//! Literals with their units, read exactly.

use pest::iterators::Pair;

use super::{Built, Ctx, has, refuse, string};
use crate::quantity::{
    Currency, Date, Duration, Moment, Money, Month, Number, NumberError, Percent, Points,
};
use crate::syntax::ast::{Expr, ExprKind, Literal, LiteralKind};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{NoSuchValue, NumberForm};
use crate::text::Spanned;

/// The literal in a `literal`.
pub(super) fn literal(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Literal> {
    match pair.clone().into_inner().next() {
        Some(inner) => kind(ctx, &inner),
        None => ctx.internal(pair),
    }
}

/// A literal by the rule that made it.
pub(super) fn kind(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Literal> {
    let kind = match pair.as_rule() {
        Rule::moment => LiteralKind::Moment(moment(ctx, pair)?),
        Rule::date => LiteralKind::Date(date(ctx, pair)?.value),
        Rule::month => LiteralKind::Month(month(ctx, pair)?),
        Rule::percent => LiteralKind::Percent(percent(ctx, pair)?),
        Rule::about_money => LiteralKind::AboutMoney(money(ctx, &ctx.need(pair, Rule::money)?)?),
        Rule::money => LiteralKind::Money(money(ctx, pair)?),
        Rule::points => LiteralKind::Points(points(ctx, pair)?),
        Rule::duration => LiteralKind::Duration(duration(ctx, pair)?),
        Rule::number if pair.as_str().contains('.') => LiteralKind::Decimal(number(ctx, pair)?),
        Rule::number => LiteralKind::Integer(number(ctx, pair)?),
        Rule::boolean => LiteralKind::Bool(has(pair, Rule::kw_yes)),
        Rule::string => LiteralKind::Text(string::text(ctx, pair).value),
        _ => return ctx.internal(pair),
    };
    Ok(Literal { kind, span: ctx.span(pair) })
}

/// A literal where any operand may stand.
pub(super) fn expression(literal: Literal) -> Expr {
    Expr { span: literal.span, kind: ExprKind::Literal(literal) }
}

/// A literal with the sign before it.
pub(super) fn signed(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Literal> {
    let mut literal = literal(ctx, &ctx.need(pair, Rule::literal)?)?;
    if has(pair, Rule::sign) {
        literal.kind = negated(ctx, pair, literal.kind)?;
        literal.span = ctx.span(pair);
    }
    Ok(literal)
}

fn negated(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, kind: LiteralKind) -> Built<LiteralKind> {
    Ok(match kind {
        LiteralKind::Integer(number) => LiteralKind::Integer(number.neg()),
        LiteralKind::Decimal(number) => LiteralKind::Decimal(number.neg()),
        LiteralKind::Percent(share) => {
            LiteralKind::Percent(Percent::from_fraction(share.as_fraction().neg()))
        }
        LiteralKind::Points(points) => {
            LiteralKind::Points(Points::from_fraction(points.as_fraction().neg()))
        }
        LiteralKind::Money(money) => LiteralKind::Money(money.neg()),
        LiteralKind::Duration(duration) => match duration.neg() {
            Ok(duration) => LiteralKind::Duration(duration),
            Err(fault) => return none(ctx, pair, fault.to_string()),
        },
        _ => return none(ctx, pair, "this literal takes no minus sign".to_owned()),
    })
}

fn none<T>(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, reason: String) -> Built<T> {
    refuse(NoSuchValue { at: ctx.span(pair), written: pair.as_str().trim().to_owned(), reason })
}

/// A number whose text may have groups of three.
fn number(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Number> {
    figure(ctx, pair, pair.as_str())
}

/// Reads digits; a zero before other digits is refused, for `1,050` would else be two numbers.
fn figure(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, text: &str) -> Built<Number> {
    if text.starts_with('0') && text.get(1..).is_some_and(|rest| rest.starts_with(is_digit)) {
        let plain = text.trim_start_matches('0');
        return refuse(NumberForm {
            at: ctx.span(pair),
            message: "a number does not begin with a zero that means nothing".to_owned(),
            help: None,
            plain: plain
                .starts_with(is_digit)
                .then(|| pair.as_str().trim_start_matches('0').to_owned()),
        });
    }
    match Number::parse(&text.replace('_', "")) {
        Ok(number) => Ok(number),
        Err(NumberError::Malformed) => ctx.internal(pair),
        Err(error) => none(ctx, pair, error.to_string()),
    }
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

fn percent(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Percent> {
    let hundredths = figure(ctx, pair, pair.as_str().trim_end_matches('%'))?;
    Percent::from_percent(hundredths).or_else(|fault| none(ctx, pair, fault.to_string()))
}

fn points(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Points> {
    let count = number(ctx, &ctx.need(pair, Rule::number)?)?;
    Points::from_points(count).or_else(|fault| none(ctx, pair, fault.to_string()))
}

fn money(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Money> {
    let amount = number(ctx, &ctx.need(pair, Rule::number)?)?;
    let currency = currency(ctx, &ctx.need(pair, Rule::currency)?)?;
    Ok(Money::new(amount, currency.value))
}

/// A currency code of ISO 4217.
pub(super) fn currency(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<Currency>> {
    match Currency::parse(pair.as_str()) {
        Some(currency) => Ok(Spanned::new(currency, ctx.span(pair))),
        None => none(ctx, pair, "there is no currency with this code".to_owned()),
    }
}

/// A day that exists.
pub(super) fn date(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<Date>> {
    match Date::parse(pair.as_str()) {
        Some(date) => Ok(Spanned::new(date, ctx.span(pair))),
        None => none(ctx, pair, "there is no such day".to_owned()),
    }
}

/// The first date among the children.
pub(super) fn date_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<Date>> {
    date(ctx, &ctx.need(pair, Rule::date)?)
}

fn month(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Month> {
    Month::parse(pair.as_str())
        .map_or_else(|| none(ctx, pair, "there is no such month".to_owned()), Ok)
}

fn moment(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Moment> {
    let words: Vec<&str> = pair.as_str().split_whitespace().collect();
    Moment::parse(&words.join(" "))
        .map_or_else(|| none(ctx, pair, "there is no such day or time".to_owned()), Ok)
}

fn duration(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Duration> {
    let number = ctx.need(pair, Rule::number)?;
    let Ok(count) = number.as_str().replace('_', "").parse::<i64>() else {
        return none(ctx, pair, "a length of time is a whole number of its unit".to_owned());
    };
    let unit = ctx.need(pair, Rule::duration_unit)?;
    let duration = match unit.as_str().trim_end_matches('s') {
        "year" => Duration::from_years(count),
        "month" => Ok(Duration::from_months(count)),
        "week" => Duration::from_weeks(count),
        "day" => Ok(Duration::from_days(count)),
        "hour" => {
            return none(
                ctx,
                pair,
                "hours are counted only in a legal period: `deadline(48 hours after …)`".to_owned(),
            );
        }
        _ => Ok(Duration::from_working_days(count)),
    };
    duration.or_else(|fault| none(ctx, pair, fault.to_string()))
}
