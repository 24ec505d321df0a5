//! Sums of converted amounts that nothing rounds one by one.
//!
//! An amount divided by a rate is a fraction. The sum of a few stays one that a number holds; with
//! a rate for each of many months, their common denominator does not, and the sum is a fault.

use super::is_own;
use crate::quantity::Quotation;
use crate::types::context::Context;
use crate::types::cycles::{in_definition, in_rule};
use crate::types::problems::UnroundedSum;
use crate::types::typed::{AggregateKind, Checked, Expr, ExprKind, Type};

/// Reports such sums of the programme's own module.
pub(super) fn check(cx: &mut Context<'_>) {
    let mut found = Vec::new();
    let mut look = |expr: &Expr| {
        let ExprKind::Aggregate(aggregate) = &expr.kind else { return };
        let adds = matches!(aggregate.kind, AggregateKind::Sum | AggregateKind::Average);
        if let Some(part) = adds.then(|| divided(&cx.out, &aggregate.element)).flatten()
            && is_own(cx, expr.span)
        {
            found.push(UnroundedSum { at: expr.span, part: part.span });
        }
    };
    let mut whole = |expr: &Expr| expr.walk(&mut look);
    cx.out.definitions.iter().for_each(|definition| in_definition(definition, &mut whole));
    cx.out.rules.iter().for_each(|rule| in_rule(rule, &mut whole));
    found.into_iter().for_each(|problem| cx.report(problem));
}

/// The part of a summand that is divided by a rate and not rounded.
fn divided<'e>(checked: &Checked, summand: &'e Expr) -> Option<&'e Expr> {
    match &summand.kind {
        ExprKind::Convert { amount, to, rates, .. } => {
            let rates = checked.rates.get(rates.index())?;
            let from = match amount.ty {
                Type::Money(from) => from,
                _ => None,
            };
            let divides = match rates.quotation {
                Quotation::PerBase => from != Some(rates.base),
                Quotation::InBase => *to != rates.base,
            };
            (divides && from != Some(*to)).then_some(summand)
        }
        ExprKind::Arithmetic { .. } | ExprKind::Negate(_) | ExprKind::Absolute(_) => {
            summand.children().into_iter().find_map(|part| divided(checked, part))
        }
        ExprKind::If { then, otherwise, .. } => {
            divided(checked, then).or_else(|| divided(checked, otherwise))
        }
        _ => None,
    }
}
