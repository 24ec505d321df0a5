//! Expressions: the order of precedence, and what follows an operand.

use pest::iterators::Pair;

use super::{
    Built, Ctx, chain, child, comparison, deadline, form, has, list, literal, name, reference,
};
use crate::quantity::{MonthEnd, RoundingMode};
use crate::syntax::ast::{DefaultWhen, Expr, ExprKind, UnaryOp};
use crate::syntax::grammar::Rule;
use crate::text::Spanned;

/// The expression that a pair of any level of precedence holds.
pub(crate) fn expression(ctx: &Ctx<'_>, pair: Pair<'_, Rule>) -> Built<Expr> {
    let pair = significant(pair);
    let _level = ctx.level(1, &pair)?;
    match pair.as_rule() {
        Rule::expression | Rule::conjunction | Rule::sum | Rule::product => chain::left(ctx, &pair),
        Rule::share => chain::right(ctx, &pair),
        Rule::negation | Rule::signed => prefixed(ctx, &pair),
        Rule::comparison => comparison::comparison(ctx, &pair),
        Rule::range => range(ctx, &pair),
        Rule::adjusted => adjusted(ctx, &pair),
        Rule::postfixed | Rule::date_operand => postfixed(ctx, &pair),
        Rule::open_start => open_start(ctx, &pair),
        _ => operand(ctx, &pair),
    }
}

/// The first pair below this one that says more than its level of precedence.
fn significant(mut pair: Pair<'_, Rule>) -> Pair<'_, Rule> {
    while is_level(pair.as_rule()) {
        let mut inner = pair.clone().into_inner();
        match (inner.next(), inner.next()) {
            (Some(only), None) => pair = only,
            _ => break,
        }
    }
    pair
}

fn is_level(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::expression
            | Rule::conjunction
            | Rule::negation
            | Rule::comparison
            | Rule::range
            | Rule::adjusted
            | Rule::sum
            | Rule::product
            | Rule::share
            | Rule::signed
            | Rule::postfixed
            | Rule::date_operand
    )
}

/// The first child that is an operand of the next level.
pub(super) fn operand_in(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, rule: Rule) -> Built<Expr> {
    expression(ctx, ctx.need(pair, rule)?)
}

/// The same, for a form that holds it in a box.
pub(super) fn boxed(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, rule: Rule) -> Built<Box<Expr>> {
    operand_in(ctx, pair, rule).map(Box::new)
}

/// An operand without anything around it.
fn operand(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let kind = match pair.as_rule() {
        Rule::literal => return literal::literal(ctx, pair).map(literal::expression),
        Rule::moment
        | Rule::date
        | Rule::month
        | Rule::percent
        | Rule::money
        | Rule::points
        | Rule::duration
        | Rule::number => {
            return literal::kind(ctx, pair).map(literal::expression);
        }
        Rule::path => return name::path_expression(ctx, pair),
        Rule::reference => return reference::reference(ctx, pair),
        Rule::paren => reference::paren(ctx, pair)?,
        Rule::list => ExprKind::List(list::elements(ctx, pair)?),
        Rule::group_form
        | Rule::the_form
        | Rule::edge_form
        | Rule::carry_form
        | Rule::linked_form
        | Rule::count_form => list::form(ctx, pair)?,
        _ => form::form(ctx, pair)?,
    };
    Ok(Expr { kind, span: ctx.span(pair) })
}

/// `not a` and `-a`, however often.
fn prefixed(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let mut signs = Vec::new();
    let mut inner = pair.clone().into_inner();
    let last = loop {
        let Some(part) = inner.next() else { return ctx.internal(pair) };
        match part.as_rule() {
            Rule::kw_not => signs.push(Spanned::new(UnaryOp::Not, ctx.span(&part))),
            Rule::negative => signs.push(Spanned::new(UnaryOp::Negate, ctx.span(&part))),
            _ => break part,
        }
    };
    let _level = ctx.level(signs.len(), pair)?;
    let operand = expression(ctx, last)?;
    Ok(signs.into_iter().rev().fold(operand, |operand, op| Expr {
        span: op.span.to(operand.span),
        kind: ExprKind::Unary { op, operand: Box::new(operand) },
    }))
}

fn range(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let mut start = None;
    let mut end = None;
    for part in pair.clone().into_inner() {
        match part.as_rule() {
            Rule::adjusted if start.is_none() => start = Some(Box::new(expression(ctx, part)?)),
            Rule::adjusted => end = Some(Box::new(expression(ctx, part)?)),
            _ => {}
        }
    }
    Ok(Expr { kind: ExprKind::To { start, end }, span: ctx.span(pair) })
}

fn open_start(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let end = Some(boxed(ctx, pair, Rule::adjusted)?);
    Ok(Expr { kind: ExprKind::To { start: None, end }, span: ctx.span(pair) })
}

/// A sum and what the law does to it, in the order written.
fn adjusted(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let parts = pair.clone().into_inner().skip(1);
    let _level = ctx.level(parts.clone().count(), pair)?;
    let mut expr = operand_in(ctx, pair, Rule::sum)?;
    for part in parts {
        let span = expr.span.to(ctx.span(&part));
        let operand = Box::new(expr);
        let kind = match part.as_rule() {
            Rule::by_calendar => {
                let calendar = Box::new(deadline::choice(ctx, &part)?);
                ExprKind::ByCalendar { operand, calendar }
            }
            Rule::reduced => ExprKind::ReducedBy { operand, share: boxed(ctx, &part, Rule::sum)? },
            Rule::rounded => rounded(ctx, &part, operand)?,
            Rule::month_end => ExprKind::MonthEnd { operand, rule: month_end(&part) },
            Rule::defaulted => defaulted(ctx, &part, operand)?,
            _ => return ctx.internal(&part),
        };
        expr = Expr { kind, span };
    }
    Ok(expr)
}

fn rounded(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, operand: Box<Expr>) -> Built<ExprKind> {
    let words = ctx.need(pair, Rule::rounding_mode)?;
    let mode = if has(&words, Rule::kw_half) {
        if has(&words, Rule::kw_up) {
            RoundingMode::HalfUp
        } else if has(&words, Rule::kw_down) {
            RoundingMode::HalfDown
        } else {
            RoundingMode::HalfEven
        }
    } else if has(&words, Rule::kw_up) {
        RoundingMode::Up
    } else if has(&words, Rule::kw_down) {
        RoundingMode::Down
    } else if has(&words, Rule::kw_towards) {
        RoundingMode::TowardsZero
    } else {
        RoundingMode::AwayFromZero
    };
    let step = literal::literal(ctx, &ctx.need(pair, Rule::literal)?)?;
    Ok(ExprKind::Rounded { operand, mode: Spanned::new(mode, ctx.span(&words)), step })
}

/// Which day stands for one that its month does not have.
pub(super) fn month_end(pair: &Pair<'_, Rule>) -> MonthEnd {
    if has(pair, Rule::kw_next) { MonthEnd::NextMonth } else { MonthEnd::EndOfMonth }
}

fn defaulted(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, operand: Box<Expr>) -> Built<ExprKind> {
    let case = ctx.need(pair, Rule::default_case)?;
    let when = if has(&case, Rule::kw_absent) {
        DefaultWhen::Absent
    } else if has(&case, Rule::kw_none) {
        DefaultWhen::None
    } else {
        DefaultWhen::NotInForce
    };
    Ok(ExprKind::Default { operand, value: boxed(ctx, pair, Rule::sum)?, when })
}

/// An operand with its fields, dates, currencies and demands for evidence.
fn postfixed(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let mut inner = pair.clone().into_inner();
    let Some(first) = inner.next() else { return ctx.internal(pair) };
    let _level = ctx.level(2 * inner.len(), pair)?;
    let mut expr = expression(ctx, first)?;
    for part in inner {
        if part.as_rule() == Rule::field {
            expr = reference::field(ctx, &part, expr)?;
            continue;
        }
        let span = expr.span.to(ctx.span(&part));
        let operand = Box::new(expr);
        let kind = match part.as_rule() {
            Rule::on_date => ExprKind::On { operand, date: boxed(ctx, &part, Rule::date_operand)? },
            Rule::conversion => conversion(ctx, &part, operand)?,
            Rule::evidence => ExprKind::WithEvidence { operand, level: name::name_in(ctx, &part)? },
            _ => return ctx.internal(&part),
        };
        expr = Expr { kind, span };
    }
    Ok(expr)
}

fn conversion(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, operand: Box<Expr>) -> Built<ExprKind> {
    Ok(ExprKind::Convert {
        operand,
        currency: literal::currency(ctx, &ctx.need(pair, Rule::currency)?)?,
        rates: name::path_in(ctx, pair)?,
        on: boxed(ctx, pair, Rule::date_operand)?,
    })
}

/// The expression in a clause that has exactly one, when it has one.
pub(super) fn optional(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, rule: Rule) -> Built<Option<Expr>> {
    child(pair, rule).map(|inner| expression(ctx, inner)).transpose()
}
