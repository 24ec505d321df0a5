//! Branches and written defaults.

use super::frame::Frame;
use crate::program::code::{Formula, Operation, Register};
use crate::types::typed::{Expr, ExprKind};

impl Frame<'_, '_> {
    /// One of several values.
    pub(super) fn selection(&mut self, expr: &Expr) -> Option<Register> {
        let span = expr.span;
        Some(match &expr.kind {
            ExprKind::Default { operand, value, when } => {
                let (operand, value) = (self.operand(operand), self.operand(value));
                let when = *when;
                self.emit(span, Operation::Default { operand, value, when })
            }
            ExprKind::If { condition, then, otherwise }
                if matches!(condition.kind, ExprKind::IsAround(_)) =>
            {
                // The reader wrote only the inner condition; the branch is no step of its own.
                let condition = self.expr(condition);
                let then = Box::new(self.formula(then));
                let otherwise = Box::new(self.formula(otherwise));
                self.help(span, Operation::If { condition, then, otherwise })
            }
            ExprKind::If { condition, then, otherwise } => {
                let condition = self.operand(condition);
                let then = Box::new(self.arm(then));
                let otherwise = Box::new(self.arm(otherwise));
                self.emit(span, Operation::If { condition, then, otherwise })
            }
            ExprKind::Choose { arms, otherwise } => {
                let arms = arms.iter().map(|(when, value)| (self.arm(when), self.arm(value)));
                let arms = arms.collect();
                let otherwise = otherwise.as_ref().map(|value| Box::new(self.arm(value)));
                self.emit(span, Operation::Choose { arms, otherwise })
            }
            ExprKind::Match { operand, arms, otherwise } => {
                let operand = self.operand(operand);
                let arms = arms.iter();
                let arms = arms.map(|(names, value)| (self.operands(names), self.arm(value)));
                let arms = arms.collect();
                let otherwise = otherwise.as_ref().map(|value| Box::new(self.arm(value)));
                self.emit(span, Operation::Match { operand, arms, otherwise })
            }
            _ => return None,
        })
    }

    /// A value that is computed only where it may be needed.
    fn arm(&mut self, expr: &Expr) -> Formula {
        self.deeper(|frame| frame.formula(expr))
    }
}
