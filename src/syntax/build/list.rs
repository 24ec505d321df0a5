//! Forms over lists: elements, picks, groups, folds, closures and counts.

use pest::iterators::Pair;

use super::comparison::bound;
use super::expression::{boxed, operand_in};
use super::{Built, Ctx, child, children, edge, expression, has, name};
use crate::syntax::ast::{
    Binding, Carry, DefaultWhen, Edge, Expr, ExprKind, Generator, Linked, Name,
};
use crate::syntax::grammar::Rule;

/// The values in brackets or parentheses.
pub(super) fn elements(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Vec<Expr>> {
    children(pair, Rule::expression).map(|value| expression(ctx, value)).collect()
}

/// `for x in L`
pub(super) fn generator(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Generator> {
    Ok(Generator { variable: name::name_in(ctx, pair)?, list: operand_in(ctx, pair, Rule::range)? })
}

/// The condition after `where`, when there is one.
pub(super) fn condition(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<Option<Expr>> {
    let Some(part) = child(pair, Rule::where_part) else { return Ok(None) };
    operand_in(ctx, &part, Rule::expression).map(Some)
}

/// A form over a list by the rule that made it.
pub(super) fn form(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    match pair.as_rule() {
        Rule::group_form => group(ctx, pair),
        Rule::the_form => the(ctx, pair),
        Rule::edge_form => first_or_last(ctx, pair),
        Rule::carry_form => carry(ctx, pair),
        Rule::linked_form => linked(ctx, pair),
        _ => count(ctx, pair),
    }
}

/// The operands of one level among the children, in order.
struct Operands<'c, 'i> {
    ctx: &'c Ctx<'c>,
    pair: Pair<'i, Rule>,
    rest: Vec<Pair<'i, Rule>>,
}

impl<'c, 'i> Operands<'c, 'i> {
    fn new(ctx: &'c Ctx<'c>, pair: &Pair<'i, Rule>, rule: Rule) -> Self {
        let mut rest: Vec<_> = children(pair, rule).collect();
        rest.reverse();
        Self { ctx, pair: pair.clone(), rest }
    }

    fn next(&mut self) -> Built<Expr> {
        match self.rest.pop() {
            Some(operand) => expression(self.ctx, operand),
            None => self.ctx.internal(&self.pair),
        }
    }
}

fn group(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let mut sums = Operands::new(ctx, pair, Rule::sum);
    let (list, key) = (Box::new(sums.next()?), Box::new(sums.next()?));
    Ok(ExprKind::Group { variable: name::name_in(ctx, pair)?, list, key })
}

fn the(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let part = ctx.need(pair, Rule::where_part)?;
    let variable = name::name_in(ctx, pair)?;
    let list = boxed(ctx, pair, Rule::sum)?;
    let mut condition = boxed(ctx, &part, Rule::expression)?;
    let Some(value) = edge::take_default(&mut condition) else {
        return Ok(ExprKind::The { variable, list, condition });
    };
    let span = ctx.span(pair).before().to(condition.span);
    let operand = Box::new(Expr { kind: ExprKind::The { variable, list, condition }, span });
    Ok(ExprKind::Default { operand, value, when: DefaultWhen::None })
}

fn first_or_last(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let mut sums = Operands::new(ctx, pair, Rule::sum);
    let (list, key) = (Box::new(sums.next()?), Box::new(sums.next()?));
    let edge = if has(pair, Rule::kw_first) { Edge::First } else { Edge::Last };
    let variable = child(pair, Rule::name).map(|word| name::name(ctx, &word));
    Ok(ExprKind::Edge { edge, variable, list, key })
}

fn carry(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let mut names = children(pair, Rule::name).map(|word| name::name(ctx, &word));
    let (Some(state), Some(variable)) = (names.next(), names.next()) else {
        return ctx.internal(pair);
    };
    let mut sums = Operands::new(ctx, pair, Rule::sum);
    Ok(ExprKind::Carry(Box::new(Carry {
        state,
        init: sums.next()?,
        variable,
        list: sums.next()?,
        key: sums.next()?,
        next: operand_in(ctx, pair, Rule::expression)?,
    })))
}

fn linked(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let mut sums = Operands::new(ctx, pair, Rule::sum);
    Ok(ExprKind::Linked(Box::new(Linked {
        start: sums.next()?,
        variable: name::name_in(ctx, pair)?,
        links: sums.next()?,
        either_way: has(&ctx.need(pair, Rule::way)?, Rule::kw_either),
        condition: condition(ctx, pair)?,
    })))
}

fn count(ctx: &Ctx<'_>, pair: &Pair<'_, Rule>) -> Built<ExprKind> {
    let bound = bound(&ctx.need(pair, Rule::bound)?);
    let number = boxed(ctx, pair, Rule::postfixed)?;
    if let Some(list) = child(pair, Rule::list) {
        return Ok(ExprKind::CountOf { bound, number, conditions: elements(ctx, &list)? });
    }
    let inner = ctx.need(pair, Rule::binding)?;
    let variable: Name = name::name_in(ctx, &inner)?;
    let list = operand_in(ctx, &inner, Rule::range)?;
    let binding = Box::new(Binding { variable, list, condition: condition(ctx, &inner)? });
    Ok(ExprKind::CountIs { bound, number, binding })
}
