//! Comparisons: one a pair of sides.

use pest::iterators::Pair;

use super::expression::boxed;
use super::{Built, Ctx, child, deadline, expression, has, refuse, string};
use crate::quantity::Currency;
use crate::syntax::ast::{Bound, CompareOp, Expr, ExprKind, IsWhat, Quantifier};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::{ChainedComparison, IncompleteConversion};
use crate::text::{Span, Spanned};

/// A comparison; with more than one it is refused, for a chain has no agreed meaning.
pub(super) fn comparison(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let mut inner = pair.clone().into_inner();
    let (Some(left), Some(tail)) = (inner.next(), inner.next()) else {
        return ctx.internal(pair);
    };
    if let Some(again) = inner.next() {
        return refuse(chained(ctx, &tail, &again));
    }
    let left = Box::new(expression(ctx, left)?);
    let span = left.span.to(ctx.span(&tail));
    Ok(Expr { kind: tail_kind(ctx, &tail, left)?, span })
}

/// The chain as a problem; its repair repeats the side in the middle.
fn chained(ctx: &Ctx<'_>, tail: &Pair<'_, Rule>, again: &Pair<'_, Rule>) -> ChainedComparison {
    let middle = child(tail, Rule::range).filter(|_| tail.as_rule() == Rule::ordering);
    ChainedComparison {
        first: ctx.span(tail),
        again: ctx.span(again),
        middle: middle.map(|side| side.as_str().trim().to_owned()),
    }
}

fn tail_kind(ctx: &Ctx<'_>, tail: &Pair<'_, Rule>, left: Box<Expr>) -> Built<ExprKind> {
    let right = || boxed(ctx, tail, Rule::range);
    Ok(match tail.as_rule() {
        Rule::ordering => ExprKind::Compare { op: order_op(ctx, tail)?, left, right: right()? },
        Rule::is_tail => ExprKind::Is {
            operand: left,
            negated: has(tail, Rule::kw_not),
            what: is_what(ctx, tail)?,
        },
        Rule::in_tail => membership(ctx, tail, left)?,
        Rule::overlaps_tail => ExprKind::Overlaps { left, right: right()? },
        Rule::within_tail => within(ctx, tail, left)?,
        Rule::lasts_tail => ExprKind::Lasts {
            period: left,
            bound: bound(&ctx.need(tail, Rule::bound)?),
            duration: right()?,
        },
        Rule::includes_tail => {
            ExprKind::Includes { list: left, quantifier: quantifier(tail), set: right()? }
        }
        Rule::starts_tail => ExprKind::StartsWith { text: left, prefix: right()? },
        _ => return ctx.internal(tail),
    })
}

/// The operator of order among the children.
pub(super) fn order_op(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Spanned<CompareOp>> {
    let word = ctx.need(pair, Rule::order_op)?;
    let op = match word.clone().into_inner().next().map(|op| op.as_rule()) {
        Some(Rule::less) => CompareOp::Less,
        Some(Rule::at_most) => CompareOp::AtMost,
        Some(Rule::greater) => CompareOp::Greater,
        Some(Rule::at_least) => CompareOp::AtLeast,
        Some(Rule::kw_before) => CompareOp::Before,
        Some(Rule::kw_after) => CompareOp::After,
        _ => return ctx.internal(&word),
    };
    Ok(Spanned::new(op, ctx.span(&word)))
}

fn is_what(ctx: &Ctx<'_>, tail: &Pair<'_, Rule>) -> Built<IsWhat> {
    if let Some(presence) = child(tail, Rule::presence) {
        return Ok(if has(&presence, Rule::kw_present) {
            IsWhat::Present
        } else if has(&presence, Rule::kw_absent) {
            IsWhat::Absent
        } else {
            IsWhat::Known
        });
    }
    if let Some(day) = child(tail, Rule::a_working_day) {
        return Ok(IsWhat::WorkingDay { calendar: deadline::by_calendar(ctx, &day)? });
    }
    if let Some(other) = child(tail, Rule::other_member) {
        let kind = ExprKind::Other(string::text_in(ctx, &other)?);
        return Ok(IsWhat::Value(Box::new(Expr { kind, span: ctx.span(&other) })));
    }
    Ok(IsWhat::Value(boxed(ctx, tail, Rule::range)?))
}

/// `x in L`; with a bare currency it is a conversion that lacks its second half.
fn membership(ctx: &Ctx<'_>, tail: &Pair<'_, Rule>, operand: Box<Expr>) -> Built<ExprKind> {
    let set = boxed(ctx, tail, Rule::range)?;
    if let ExprKind::Name(name) = &set.kind
        && Currency::parse(&name.value).is_some()
    {
        let at = Span { start: ctx.span(tail).start, ..name.span };
        return refuse(IncompleteConversion { at, currency: name.value.to_string() });
    }
    let negated = has(tail, Rule::kw_not);
    Ok(ExprKind::In { operand, negated, open: has(tail, Rule::kw_open), set })
}

fn within(ctx: &Ctx<'_>, tail: &Pair<'_, Rule>, left: Box<Expr>) -> Built<ExprKind> {
    let right = boxed(ctx, tail, Rule::range)?;
    let Some(tolerance) = child(tail, Rule::tolerance) else {
        return Ok(ExprKind::Within { left, right });
    };
    let Some(distance) = tolerance.clone().into_inner().next() else {
        return ctx.internal(&tolerance);
    };
    let tolerance = Box::new(expression(ctx, distance)?);
    Ok(ExprKind::WithinTolerance { operand: left, tolerance, of: right })
}

/// `exactly`, `at least` or `at most`.
pub(super) fn bound(pair: &Pair<'_, Rule>) -> Bound {
    if has(pair, Rule::kw_least) {
        Bound::AtLeast
    } else if has(pair, Rule::kw_most) {
        Bound::AtMost
    } else {
        Bound::Exactly
    }
}

fn quantifier(tail: &Pair<'_, Rule>) -> Quantifier {
    if has(tail, Rule::kw_any) {
        Quantifier::Any
    } else if has(tail, Rule::kw_all) {
        Quantifier::All
    } else {
        Quantifier::None
    }
}
