//! Operands joined by operators of one level.

use pest::iterators::Pair;

use super::{Built, Ctx, expression};
use crate::syntax::ast::{BinaryOp, Expr, ExprKind};
use crate::syntax::grammar::Rule;
use crate::text::Spanned;

/// `a - b - c` as `(a - b) - c`.
pub(super) fn left(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let (operands, operators) = parts(ctx, pair);
    let _level = ctx.level(operators.len(), pair)?;
    let mut operands = operands.into_iter();
    let Some(first) = operands.next() else { return ctx.internal(pair) };
    let mut expr = expression(ctx, first)?;
    for (op, operand) in operators.into_iter().zip(operands) {
        expr = binary(op, expr, expression(ctx, operand)?);
    }
    Ok(expr)
}

/// `a of b of c` as `a of (b of c)`.
pub(super) fn right(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let (operands, operators) = parts(ctx, pair);
    let _level = ctx.level(operators.len(), pair)?;
    let mut operands = operands.into_iter().rev();
    let Some(last) = operands.next() else { return ctx.internal(pair) };
    let mut expr = expression(ctx, last)?;
    for (op, operand) in operators.into_iter().rev().zip(operands) {
        expr = binary(op, expression(ctx, operand)?, expr);
    }
    Ok(expr)
}

fn binary(op: Spanned<BinaryOp>, left: Expr, right: Expr) -> Expr {
    Expr {
        span: left.span.to(right.span),
        kind: ExprKind::Binary { op, left: Box::new(left), right: Box::new(right) },
    }
}

fn parts<'i>(
    ctx: &Ctx<'_>,
    pair: &Pair<'i, Rule>,
) -> (Vec<Pair<'i, Rule>>, Vec<Spanned<BinaryOp>>) {
    let mut operands = Vec::new();
    let mut operators = Vec::new();
    for part in pair.clone().into_inner() {
        match operator(part.as_rule()) {
            Some(op) => operators.push(Spanned::new(op, ctx.span(&part))),
            None => operands.push(part),
        }
    }
    (operands, operators)
}

fn operator(rule: Rule) -> Option<BinaryOp> {
    Some(match rule {
        Rule::kw_or => BinaryOp::Or,
        Rule::kw_and => BinaryOp::And,
        Rule::plus => BinaryOp::Add,
        Rule::minus => BinaryOp::Subtract,
        Rule::times => BinaryOp::Multiply,
        Rule::divide => BinaryOp::Divide,
        Rule::kw_of => BinaryOp::Of,
        _ => return None,
    })
}
