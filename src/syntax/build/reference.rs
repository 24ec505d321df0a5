//! Names, fields, calls, parentheses and what stands in them.

use pest::iterators::Pair;

use super::expression::operand_in;
use super::{Built, Ctx, child, children, expression, list, name, refuse};
use crate::syntax::ast::{Arguments, Binding, Comprehension, Expr, ExprKind};
use crate::syntax::grammar::Rule;
use crate::syntax::problems::StrayWhere;

/// A name, called when a parenthesis touches it.
pub(super) fn reference(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Expr> {
    let name = name::name_in(ctx, pair)?;
    let callee = Expr { span: name.span, kind: ExprKind::Name(name) };
    called(ctx, pair, callee)
}

/// A field of `base`, called when a parenthesis touches it.
pub(super) fn field(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, base: Expr) -> Built<Expr> {
    let member = ctx.need(pair, Rule::member)?;
    let name = name::name(ctx, &ctx.need(&member, Rule::word)?);
    let span = base.span.to(name.span);
    let callee = Expr { span, kind: ExprKind::Field { base: Box::new(base), name } };
    called(ctx, &member, callee)
}

fn called(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, callee: Expr) -> Built<Expr> {
    let Some(given) = child(pair, Rule::arguments) else { return Ok(callee) };
    let arguments = arguments(ctx, &given, &callee)?;
    let span = callee.span.to(ctx.span(&given));
    Ok(Expr { kind: ExprKind::Call { callee: Box::new(callee), arguments }, span })
}

fn arguments(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>, callee: &Expr) -> Built<Arguments> {
    if child(pair, Rule::generator).is_some() {
        return Ok(Arguments::Comprehension(Box::new(comprehension(ctx, pair)?)));
    }
    let condition = list::condition(ctx, pair)?;
    let mut values = list::elements(ctx, pair)?;
    if condition.is_none() && !(is_count(callee) && values.len() == 1) {
        return Ok(Arguments::Positional(values));
    }
    match values.pop().map(binding) {
        Some(Ok((variable, list))) => {
            Ok(Arguments::Binding(Box::new(Binding { variable, list, condition })))
        }
        Some(Err(value)) if condition.is_none() => Ok(Arguments::Positional(vec![value])),
        _ => refuse(StrayWhere { at: ctx.span(&ctx.need(pair, Rule::where_part)?) }),
    }
}

/// `count(x in L)` without a condition reads as elements, since counting one truth is no use.
fn is_count(callee: &Expr) -> bool {
    matches!(&callee.kind, ExprKind::Name(name) if &*name.value == "count")
}

/// `x in L` as elements of a list, or the expression back when it is none.
fn binding(value: Expr) -> Result<(crate::syntax::ast::Name, Expr), Expr> {
    match value.kind {
        ExprKind::In { operand, negated: false, open: false, set } => match operand.kind {
            ExprKind::Name(variable) => Ok((variable, *set)),
            kind => {
                let operand = Box::new(Expr { kind, span: operand.span });
                let kind = ExprKind::In { operand, negated: false, open: false, set };
                Err(Expr { kind, span: value.span })
            }
        },
        kind => Err(Expr { kind, span: value.span }),
    }
}

/// Parentheses, or a list built from another.
pub(super) fn paren(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    if child(pair, Rule::generator).is_some() {
        return Ok(ExprKind::Comprehension(Box::new(comprehension(ctx, pair)?)));
    }
    Ok(ExprKind::Paren(Box::new(operand_in(ctx, pair, Rule::expression)?)))
}

fn comprehension(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Comprehension> {
    let generators = children(pair, Rule::generator).map(|part| list::generator(ctx, &part));
    Ok(Comprehension {
        element: expression(ctx, ctx.need(pair, Rule::expression)?)?,
        generators: generators.collect::<Built<_>>()?,
        condition: list::condition(ctx, pair)?,
    })
}
