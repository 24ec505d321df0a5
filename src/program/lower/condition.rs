//! Conditions: connectives, comparisons, memberships.

use super::frame::Frame;
use crate::program::code::{Binary, Operation, Register, Unary};
use crate::text::Span;
use crate::types::typed::{Bound, Expr, ExprKind, Order, Type};

impl Frame<'_, '_> {
    /// Conditions.
    pub(super) fn test(&mut self, expr: &Expr) -> Option<Register> {
        self.connective(expr).or_else(|| self.comparison(expr)).or_else(|| self.membership(expr))
    }

    fn connective(&mut self, expr: &Expr) -> Option<Register> {
        let span = expr.span;
        Some(match &expr.kind {
            ExprKind::Not(of) => self.unary(span, Unary::Not, of),
            ExprKind::State { operand, state } => self.unary(span, Unary::State(*state), operand),
            ExprKind::And(operands) => {
                let operands = self.operands(operands);
                self.emit(span, Operation::All { operands })
            }
            ExprKind::Or(operands) => {
                let operands = self.operands(operands);
                self.emit(span, Operation::Any { operands })
            }
            _ => return None,
        })
    }

    fn comparison(&mut self, expr: &Expr) -> Option<Register> {
        let span = expr.span;
        Some(match &expr.kind {
            ExprKind::Compare { op, left, right } if is_moment(left) || is_moment(right) => {
                self.moments(span, Some(*op), (left, right)).0
            }
            ExprKind::Equal { left, right } if is_moment(left) || is_moment(right) => {
                self.moments(span, None, (left, right)).0
            }
            ExprKind::Compare { op, left, right } => {
                self.binary(span, Binary::Compare(*op), (left, right))
            }
            ExprKind::CompareQuotient { op, numerator, denominator, bound } => {
                let [numerator, denominator, bound] =
                    self.quotient_operands(numerator, denominator, bound);
                let order = *op;
                self.emit(span, Operation::Quotient { order, numerator, denominator, bound })
            }
            ExprKind::Equal { left, right } => self.binary(span, Binary::Equal, (left, right)),
            ExprKind::WithinTolerance { operand, tolerance, reference } => {
                let (operand, tolerance) = (self.operand(operand), self.operand(tolerance));
                let reference = self.operand(reference);
                self.emit(span, Operation::Tolerance { operand, tolerance, reference })
            }
            ExprKind::Lasts { period, bound, duration } => {
                self.binary(span, Binary::Lasts(*bound), (period, duration))
            }
            ExprKind::CountIs { bound, number, count } => {
                self.binary(span, Binary::Number(*bound), (count, number))
            }
            ExprKind::CountOf { bound, number, conditions } => {
                self.count_of(span, *bound, number, conditions)
            }
            _ => return None,
        })
    }

    fn membership(&mut self, expr: &Expr) -> Option<Register> {
        let span = expr.span;
        Some(match &expr.kind {
            ExprKind::InPeriod { operand, period } => {
                self.binary(span, Binary::InPeriod, (operand, period))
            }
            ExprKind::Overlaps { left, right } => {
                self.binary(span, Binary::Overlaps, (left, right))
            }
            ExprKind::Within { left, right } => self.binary(span, Binary::Within, (left, right)),
            ExprKind::StartsWith { text, prefix } => {
                self.binary(span, Binary::StartsWith, (text, prefix))
            }
            ExprKind::Includes { list, quantifier, set } => {
                self.binary(span, Binary::Includes(*quantifier), (list, set))
            }
            ExprKind::OneOf { operand, values, open } => {
                let (operand, source) = self.sourced(operand, *open);
                let values = self.operands(values);
                self.emit(span, Operation::OneOf { operand, values, source })
            }
            ExprKind::ElementOf { operand, list, open } => {
                let (operand, source) = self.sourced(operand, *open);
                let list = self.operand(list);
                self.emit(span, Operation::ElementOf { operand, list, source })
            }
            _ => return None,
        })
    }

    /// An ordering of moments, or their equality, and its operands.
    pub(super) fn moments(
        &mut self,
        span: Span,
        order: Option<Order>,
        sides: (&Expr, &Expr),
    ) -> (Register, (Register, Register)) {
        let (source, (left, right)) =
            self.block(|frame| (frame.operand(sides.0), frame.operand(sides.1)));
        let compare = Operation::Moments { order, left, right, source };
        (self.emit(span, compare), (left, right))
    }

    /// The operands of a quotient against a bound, and the quotient for derivations between them.
    pub(super) fn quotient_operands(
        &mut self,
        numerator: &Expr,
        denominator: &Expr,
        bound: &Expr,
    ) -> [Register; 3] {
        let span = numerator.span.to(denominator.span);
        let (numerator, denominator) = self.deeper(|frame| {
            let operands = (frame.operand(numerator), frame.operand(denominator));
            let (numerator, denominator) = operands;
            frame.emit(span, Operation::Ratio { numerator, denominator });
            operands
        });
        [numerator, denominator, self.operand(bound)]
    }

    /// An operand; as a block of its own when it must be possible to ask what it reads.
    fn sourced(
        &mut self,
        operand: &Expr,
        open: bool,
    ) -> (Register, Option<crate::program::code::Block>) {
        if !open {
            return (self.operand(operand), None);
        }
        let formula = self.deeper(|frame| frame.formula(operand));
        (formula.result, Some(formula.block))
    }

    /// So many conditions of several: they are counted, then the count is compared.
    pub(super) fn count_of(
        &mut self,
        span: Span,
        bound: Bound,
        number: &Expr,
        conditions: &[Expr],
    ) -> Register {
        let operands = self.operands(conditions);
        let left = self.help(span, Operation::Count { operands });
        let right = self.operand(number);
        let operation = Binary::Number(bound);
        self.emit(span, Operation::Binary { operation, left, right })
    }
}

/// Whether equal days may be undecided.
pub(super) fn is_moment(expr: &Expr) -> bool {
    *expr.ty.required() == Type::Moment
}
