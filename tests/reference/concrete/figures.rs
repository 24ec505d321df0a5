//! The figures of an outcome: what was measured against what, and what follows from a violation.

use subvent::text::Span;
use subvent::types::typed::{Arithmetic, ConsequenceKind, Expr, ExprKind, Order, Rule, Type};

use super::compute::arithmetic;
use super::value::{Res, Val};
use super::world::{Frame, World};

/// A comparison that comes out as asked for.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// The comparison.
    pub span: Span,
    /// The ordering that was asked for.
    pub order: Order,
    /// What was measured.
    pub measured: Res,
    /// Against what.
    pub limit: Res,
    /// The distance, negative where the comparison fails.
    pub margin: Option<Val>,
}

impl World<'_> {
    /// The orderings at the top of a rule's requirements that fail, or those that hold.
    pub(super) fn figures(&self, rule: &Rule, frame: &Frame, holding: bool) -> Vec<Figure> {
        let mut parts = Vec::new();
        for requirement in &rule.requirements {
            conjuncts(&requirement.condition, requirement.forbidden, &mut parts);
        }
        let mut figures = Vec::new();
        for (expr, negated) in parts {
            let ExprKind::Compare { op, left, right } = &expr.kind else { continue };
            let answer = self.eval(expr, frame).and_then(|value| value.truth());
            if left.ty == Type::Moment || answer.map(|yes| yes != negated) != Ok(holding) {
                continue;
            }
            let order = if negated { op.opposite() } else { *op };
            let (measured, limit) = (self.eval(left, frame), self.eval(right, frame));
            let margin = margin(order, &measured, &limit);
            figures.push(Figure { span: expr.span, order, measured, limit, margin });
        }
        figures
    }

    /// The amount or the day that follows from a violation.
    pub(super) fn effect(&self, rule: &Rule, frame: &Frame) -> Option<Res> {
        let expr = match &rule.consequence.kind {
            ConsequenceKind::Correct { until } => until,
            ConsequenceKind::Reduce { to, .. } => to.as_ref()?,
            ConsequenceKind::Exclude(amount)
            | ConsequenceKind::Recover(amount)
            | ConsequenceKind::Sanction(amount) => amount,
            ConsequenceKind::Reject | ConsequenceKind::NotEffective | ConsequenceKind::Advise => {
                return None;
            }
        };
        Some(self.eval(expr, frame))
    }
}

/// The conditions that must all come out as asked for, each with whether it must not hold.
pub fn conjuncts<'e>(expr: &'e Expr, negated: bool, parts: &mut Vec<(&'e Expr, bool)>) {
    match &expr.kind {
        ExprKind::Not(inner) => conjuncts(inner, !negated, parts),
        ExprKind::And(list) if !negated => list.iter().for_each(|e| conjuncts(e, negated, parts)),
        ExprKind::Or(list) if negated => list.iter().for_each(|e| conjuncts(e, negated, parts)),
        _ => parts.push((expr, negated)),
    }
}

fn margin(order: Order, measured: &Res, limit: &Res) -> Option<Val> {
    let (Ok(measured), Ok(limit)) = (measured, limit) else { return None };
    let (greater, less) = match order {
        Order::Less | Order::AtMost => (limit, measured),
        Order::Greater | Order::AtLeast => (measured, limit),
    };
    match (greater, less) {
        (Val::Date(a), Val::Date(b)) => Some(Val::Duration([0, a - b, 0])),
        (Val::Month(a), Val::Month(b)) => Some(Val::Duration([a - b, 0, 0])),
        (a, b) => arithmetic(Arithmetic::Subtract, a.clone(), b.clone()).ok(),
    }
}
