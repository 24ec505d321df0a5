//! Amounts that are paid or claimed, and that nothing rounds.
//!
//! A percentage of an amount, a quotient and a mean can have more decimals than money has. Where
//! a report states such an amount, or an amount is lowered to it, a clause has to say how it is
//! rounded. A comparison needs no rounding: it is exact.

use std::collections::BTreeSet;

use super::is_own;
use crate::quantity::{Currency, Number};
use crate::text::Span;
use crate::types::context::Context;
use crate::types::problems::Unrounded;
use crate::types::typed::{
    AggregateKind, Arithmetic, Checked, ConsequenceKind, Definition, DefinitionId, Exception, Expr,
    ExprKind, LocalId, Rule, Type,
};
use crate::value::Value;

/// Definitions are followed at most so deep into each other.
const DEPTH: usize = 64;

/// Reports the amounts of the programme's own module that nothing rounds.
pub(super) fn check(cx: &mut Context<'_>) {
    let mut found = Vec::new();
    for definition in &cx.out.definitions {
        if definition.result && is_own(cx, definition.span) {
            let what = format!("the result `{}`", definition.name);
            for value in values(definition) {
                found.extend(unrounded(&cx.out, &[], value, &what));
            }
        }
    }
    for rule in &cx.out.rules {
        if let Some((what, amount)) = claimed(rule)
            && is_own(cx, amount.span)
        {
            found.extend(unrounded(&cx.out, &rule.lets, amount, &what));
        }
    }
    found.into_iter().for_each(|problem| cx.report(problem));
}

/// The amount that follows from a violation, and what becomes of it.
fn claimed(rule: &Rule) -> Option<(String, &Expr)> {
    let name = &rule.name;
    match &rule.consequence.kind {
        ConsequenceKind::Reduce { to: Some(to), .. } => {
            Some((format!("the amount that `{name}` reduces to"), to))
        }
        ConsequenceKind::Recover(amount) => {
            Some((format!("the amount that `{name}` recovers"), amount))
        }
        _ => None,
    }
}

fn unrounded(
    checked: &Checked,
    lets: &[(LocalId, Expr)],
    amount: &Expr,
    what: &str,
) -> Option<Unrounded> {
    let Type::Money(currency) = amount.ty.required() else { return None };
    let mut search = Search { checked, seen: BTreeSet::new(), named: BTreeSet::new(), depth: 0 };
    let cause = search.finer(amount, lets)?;
    let step = smallest(*currency);
    Some(Unrounded { what: what.to_owned(), at: amount.span, cause, step })
}

/// The smallest amount that a currency has, as a literal.
fn smallest(currency: Option<Currency>) -> String {
    let decimals = currency.map_or(2, |currency| currency.minor_units());
    match usize::try_from(decimals) {
        Ok(decimals) if decimals > 0 => format!("0.{:0>decimals$}", 1),
        _ => "1".to_owned(),
    }
}

/// The values that a definition can have, its exceptions' among them.
fn values(definition: &Definition) -> Vec<&Expr> {
    let mut found: Vec<&Expr> = definition.versions.iter().map(|it| &it.body).collect();
    let mut left: Vec<&Exception> = definition.exceptions.iter().collect();
    while let Some(exception) = left.pop() {
        found.push(&exception.value);
        left.extend(&exception.exceptions);
    }
    found
}

/// A search for the part of an amount that can have more decimals than money has.
struct Search<'c> {
    checked: &'c Checked,
    seen: BTreeSet<DefinitionId>,
    named: BTreeSet<LocalId>,
    depth: usize,
}

impl<'c> Search<'c> {
    /// That part's place; none where every part is whole or rounded, or is not known.
    fn finer(&mut self, amount: &'c Expr, lets: &'c [(LocalId, Expr)]) -> Option<Span> {
        if !matches!(amount.ty.required(), Type::Money(_)) {
            return None;
        }
        match &amount.kind {
            ExprKind::Arithmetic { op: Arithmetic::Divide, .. } => Some(amount.span),
            ExprKind::Arithmetic { op: Arithmetic::Multiply, left, right } => {
                if is_whole_product(left, right) || is_whole_product(right, left) {
                    return self.finer(left, lets).or_else(|| self.finer(right, lets));
                }
                match product(left, right) {
                    Some(whole) => (!whole).then_some(amount.span),
                    None => Some(amount.span),
                }
            }
            ExprKind::Local(id) => {
                let value = lets.iter().find(|(local, _)| local == id).map(|(_, value)| value)?;
                if !self.named.insert(*id) {
                    return None;
                }
                self.deeper(|search| search.finer(value, lets))
            }
            ExprKind::Definition { id, .. } => self.definition(*id),
            ExprKind::Aggregate(aggregate) => match aggregate.kind {
                AggregateKind::Average => Some(amount.span),
                _ => self.finer(&aggregate.element, lets),
            },
            // The clause has said how it is rounded.
            ExprKind::Rounded { .. } => None,
            _ => amount.children().into_iter().find_map(|part| self.finer(part, lets)),
        }
    }

    fn definition(&mut self, id: DefinitionId) -> Option<Span> {
        if !self.seen.insert(id) {
            return None;
        }
        let definition = self.checked.definitions.get(id.index())?;
        self.deeper(|search| {
            values(definition).into_iter().find_map(|value| search.finer(value, &[]))
        })
    }

    fn deeper<T>(&mut self, search: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth >= DEPTH {
            return None;
        }
        self.depth += 1;
        let found = search(self);
        self.depth -= 1;
        found
    }
}

/// Whether a factor takes an amount a whole number of times.
fn is_whole_product(factor: &Expr, amount: &Expr) -> bool {
    matches!(amount.ty.required(), Type::Money(_))
        && match &factor.kind {
            ExprKind::Constant(Value::Number(number)) => number.is_integer(),
            _ => *factor.ty.required() == Type::Integer,
        }
}

/// Whether the product of two literals is a whole number of the smallest coins.
fn product(left: &Expr, right: &Expr) -> Option<bool> {
    let (number, money) = match (&left.kind, &right.kind) {
        (ExprKind::Constant(Value::Number(number)), ExprKind::Constant(Value::Money(money)))
        | (ExprKind::Constant(Value::Money(money)), ExprKind::Constant(Value::Number(number))) => {
            (*number, *money)
        }
        _ => return None,
    };
    let coins = 10_i64.checked_pow(money.currency.minor_units())?;
    let amount = money.amount.mul(number).ok()?.mul(Number::from_i64(coins)).ok()?;
    Some(amount.is_integer())
}
