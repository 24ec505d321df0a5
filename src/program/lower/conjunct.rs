//! Requirements, and the comparisons that decide them.
//!
//! A requirement is met only if every conjunct is: operands of `and`, through `not` those of
//! `or`. Those that compare keep their operands in registers, so that figures can be shown.

use super::condition::is_moment;
use super::frame::Frame;
use crate::program::code::{Binary, Operation, Register, Unary};
use crate::program::parts::{Conjunct, ConjunctKind, RequirementCode};
use crate::text::Span;
use crate::types::typed::{Bound, Expr, ExprKind, Order, Requirement};

impl Frame<'_, '_> {
    /// What a rule asks.
    pub(super) fn requirement(&mut self, requirement: &Requirement) -> RequirementCode {
        let mut conjuncts = Vec::new();
        let (condition, forbidden) = (&requirement.condition, requirement.forbidden);
        let condition = self.formula_with(|frame| {
            Conjuncts { frame, found: &mut conjuncts }.condition(condition, forbidden)
        });
        RequirementCode { condition, forbidden, conjuncts, span: requirement.span }
    }
}

/// Lowers a condition and collects its conjuncts.
struct Conjuncts<'a, 'l, 'c> {
    frame: &'a mut Frame<'l, 'c>,
    found: &'a mut Vec<Conjunct>,
}

impl Conjuncts<'_, '_, '_> {
    /// A condition that must hold, or must not where it is negated.
    fn condition(&mut self, expr: &Expr, negated: bool) -> Register {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Not(of) => {
                let operand = self.deeper(of, !negated);
                self.frame.emit(span, Operation::Unary { operation: Unary::Not, operand })
            }
            ExprKind::And(list) if !negated => {
                let operands = list.iter().map(|it| self.deeper(it, negated)).collect();
                self.frame.emit(span, Operation::All { operands })
            }
            ExprKind::Or(list) if negated => {
                let operands = list.iter().map(|it| self.deeper(it, negated)).collect();
                self.frame.emit(span, Operation::Any { operands })
            }
            _ => self.comparison(expr, negated).unwrap_or_else(|| self.frame.expr(expr)),
        }
    }

    fn deeper(&mut self, expr: &Expr, negated: bool) -> Register {
        let found = &mut *self.found;
        self.frame.deeper(|frame| Conjuncts { frame, found }.condition(expr, negated))
    }

    fn comparison(&mut self, expr: &Expr, negated: bool) -> Option<Register> {
        let span = expr.span;
        match &expr.kind {
            ExprKind::CompareQuotient { op, numerator, denominator, bound } => {
                let operands = self.frame.quotient_operands(numerator, denominator, bound);
                Some(self.quotient((span, negated), *op, operands))
            }
            ExprKind::CountOf { bound, number, conditions } => {
                let operands = self.frame.operands(conditions);
                let count = self.frame.help(span, Operation::Count { operands });
                let number = self.frame.operand(number);
                Some(self.pair((span, negated), Binary::Number(*bound), (count, number)))
            }
            ExprKind::OneOf { operand, values, open: false } => {
                let (operand, values) = (self.frame.operand(operand), self.frame.operands(values));
                let holds =
                    self.frame.emit(span, Operation::OneOf { operand, values, source: None });
                Some(self.alone((span, negated), holds, operand))
            }
            ExprKind::State { operand, state } => {
                let (operation, operand) = (Unary::State(*state), self.frame.operand(operand));
                let test = Operation::Unary { operation, operand };
                let holds = self.frame.emit(span, test);
                Some(self.alone((span, negated), holds, operand))
            }
            ExprKind::Compare { op, left, right } if is_moment(left) => {
                let order = asked(*op, negated);
                let (holds, (left, right)) = self.frame.moments(span, Some(*op), (left, right));
                let kind = ConjunctKind::Compare { order, left, right };
                self.note((span, negated), holds, kind, (&[left], &[right]));
                Some(holds)
            }
            ExprKind::Equal { left, .. } if is_moment(left) => None,
            kind => {
                let (operation, left, right) = sides(kind)?;
                let operands = (self.frame.operand(left), self.frame.operand(right));
                Some(self.pair((span, negated), operation, operands))
            }
        }
    }

    /// A comparison of two operands.
    fn pair(
        &mut self,
        (span, negated): (Span, bool),
        operation: Binary,
        (left, right): (Register, Register),
    ) -> Register {
        let compare = Operation::Binary { operation, left, right };
        let holds = self.frame.emit(span, compare);
        let order = match operation {
            Binary::Compare(order) => Some(order),
            Binary::Number(bound) | Binary::Lasts(bound) => order_of(bound),
            _ => None,
        };
        let order = order.map(|order| asked(order, negated));
        let kind = match (operation, order) {
            (Binary::Lasts(_), order) => {
                ConjunctKind::Lasts { order, period: left, duration: right }
            }
            (_, Some(order)) => ConjunctKind::Compare { order, left, right },
            (_, None) => ConjunctKind::Against { measured: left, limit: right },
        };
        self.note((span, negated), holds, kind, (&[left], &[right]));
        holds
    }

    fn quotient(
        &mut self,
        (span, negated): (Span, bool),
        order: Order,
        [numerator, denominator, bound]: [Register; 3],
    ) -> Register {
        let holds =
            self.frame.emit(span, Operation::Quotient { order, numerator, denominator, bound });
        let order = asked(order, negated);
        let kind = ConjunctKind::Quotient { order, numerator, denominator, bound };
        self.note((span, negated), holds, kind, (&[numerator, denominator], &[bound]));
        holds
    }

    /// A test of one value.
    fn alone(&mut self, place: (Span, bool), holds: Register, measured: Register) -> Register {
        self.note(place, holds, ConjunctKind::Alone { measured }, (&[measured], &[]));
        holds
    }

    fn note(
        &mut self,
        (span, negated): (Span, bool),
        holds: Register,
        kind: ConjunctKind,
        (measured, limit): (&[Register], &[Register]),
    ) {
        let (measured, limit) = (self.frame.facts(measured), self.frame.facts(limit));
        self.found.push(Conjunct { span, holds, negated, kind, measured, limit });
    }
}

/// The operation and the operands of a comparison with two sides.
fn sides(kind: &ExprKind) -> Option<(Binary, &Expr, &Expr)> {
    Some(match kind {
        ExprKind::Compare { op, left, right } => (Binary::Compare(*op), left, right),
        ExprKind::Equal { left, right } => (Binary::Equal, left, right),
        ExprKind::InPeriod { operand, period } => (Binary::InPeriod, operand, period),
        ExprKind::Within { left, right } => (Binary::Within, left, right),
        ExprKind::Overlaps { left, right } => (Binary::Overlaps, left, right),
        ExprKind::Lasts { period, bound, duration } => (Binary::Lasts(*bound), period, duration),
        ExprKind::CountIs { bound, number, count } => (Binary::Number(*bound), count, number),
        _ => return None,
    })
}

/// The ordering that is asked for.
fn asked(order: Order, negated: bool) -> Order {
    if negated { order.opposite() } else { order }
}

/// The ordering of a bound; none for `exactly`.
fn order_of(bound: Bound) -> Option<Order> {
    match bound {
        Bound::Exactly => None,
        Bound::AtLeast => Some(Order::AtLeast),
        Bound::AtMost => Some(Order::AtMost),
    }
}
