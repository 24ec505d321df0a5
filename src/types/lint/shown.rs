//! What conditions show of the signs of numbers.

use super::known::Known;
use super::sign::Signs;
use crate::types::typed::{Expr, ExprKind, Order, Type};

impl Known<'_> {
    /// Keeps what a condition shows of numbers.
    pub(super) fn shows(&mut self, condition: &Expr, holds: bool) {
        match (&condition.kind, holds) {
            (ExprKind::And(parts), true) | (ExprKind::Or(parts), false) => {
                parts.iter().for_each(|part| self.shows(part, holds));
            }
            (ExprKind::Not(inner), _) => self.shows(inner, !holds),
            (ExprKind::Compare { op, left, right }, _) => {
                let op = if holds { *op } else { op.opposite() };
                let (first, second) = (self.signs(left), self.signs(right));
                self.show(left, beyond(op, second));
                self.show(right, beyond(mirrored(op), first));
            }
            (ExprKind::Equal { left, right }, _) => {
                let (first, second) = (self.signs(left), self.signs(right));
                let equal = |other: Signs| match (holds, other) {
                    (true, other) => other,
                    (false, Signs::ZERO) => Signs::NOT_ZERO,
                    (false, _) => Signs::ANY,
                };
                self.show(left, equal(second));
                self.show(right, equal(first));
            }
            _ => {}
        }
    }

    fn show(&mut self, expr: &Expr, signs: Signs) {
        let numeric = matches!(
            expr.ty.required(),
            Type::Integer | Type::Decimal | Type::Percent | Type::Points | Type::Money(_)
        );
        if numeric && signs != Signs::ANY && !matches!(expr.kind, ExprKind::Constant(_)) {
            self.shown.push((self.spelling(expr), signs));
        }
    }
}

/// The signs of something that stands in an order to something with these signs.
fn beyond(op: Order, other: Signs) -> Signs {
    match op {
        Order::Greater if other.within(Signs::NOT_NEGATIVE) => Signs::POSITIVE,
        Order::AtLeast if other.within(Signs::POSITIVE) => Signs::POSITIVE,
        Order::AtLeast if other.within(Signs::NOT_NEGATIVE) => Signs::NOT_NEGATIVE,
        Order::Less if other.within(Signs::NOT_POSITIVE) => Signs::NEGATIVE,
        Order::AtMost if other.within(Signs::NEGATIVE) => Signs::NEGATIVE,
        Order::AtMost if other.within(Signs::NOT_POSITIVE) => Signs::NOT_POSITIVE,
        _ => Signs::ANY,
    }
}

/// The order seen from the other side.
pub(super) fn mirrored(op: Order) -> Order {
    match op {
        Order::Less => Order::Greater,
        Order::AtMost => Order::AtLeast,
        Order::Greater => Order::Less,
        Order::AtLeast => Order::AtMost,
    }
}
