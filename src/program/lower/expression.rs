//! Every expression by its family.

use super::frame::{Frame, local};
use crate::program::code::{Binary, Operation, Register, Unary};
use crate::program::parts::TableSlot;
use crate::text::Span;
use crate::types::typed::{Expr, ExprKind};
use crate::value::{Fault, FaultKind, Value, ops};

impl Frame<'_, '_> {
    /// The register that holds an expression's value once the innermost block has run.
    pub(super) fn expr(&mut self, expr: &Expr) -> Register {
        self.operator(expr)
            .or_else(|| self.quantity(expr))
            .or_else(|| self.test(expr))
            .or_else(|| self.selection(expr))
            .or_else(|| self.elements(expr))
            .unwrap_or_else(|| self.reference(expr))
    }

    /// The register of an operand, one level deeper.
    pub(super) fn operand(&mut self, expr: &Expr) -> Register {
        self.deeper(|frame| frame.expr(expr))
    }

    /// The registers of operands, one level deeper.
    pub(super) fn operands(&mut self, list: &[Expr]) -> Box<[Register]> {
        list.iter().map(|expr| self.operand(expr)).collect()
    }

    /// One operand.
    pub(super) fn unary(&mut self, span: Span, operation: Unary, operand: &Expr) -> Register {
        let operand = self.operand(operand);
        self.emit(span, Operation::Unary { operation, operand })
    }

    /// Two operands.
    pub(super) fn binary(
        &mut self,
        span: Span,
        operation: Binary,
        (left, right): (&Expr, &Expr),
    ) -> Register {
        let (left, right) = (self.operand(left), self.operand(right));
        self.emit(span, Operation::Binary { operation, left, right })
    }

    /// Operators with one result of one or two operands.
    fn operator(&mut self, expr: &Expr) -> Option<Register> {
        let span = expr.span;
        Some(match &expr.kind {
            ExprKind::GroupKey(group) => self.unary(span, Unary::GroupKey, group),
            ExprKind::GroupItems(group) => self.unary(span, Unary::GroupItems, group),
            ExprKind::Negate(of) => self.unary(span, Unary::Negate, of),
            ExprKind::Absolute(of) => self.unary(span, Unary::Absolute, of),
            ExprKind::Part { part, of } => self.unary(span, Unary::Part(*part), of),
            ExprKind::Distinct(of) => self.unary(span, Unary::Distinct, of),
            ExprKind::MonthsOf { reading, period } => {
                self.unary(span, Unary::MonthsOf(*reading), period)
            }
            ExprKind::Arithmetic { op, left, right } => {
                self.binary(span, Binary::Arithmetic(*op), (left, right))
            }
            ExprKind::DaysBetween { later, earlier } => {
                self.binary(span, Binary::DaysBetween, (later, earlier))
            }
            ExprKind::OverlapOf { left, right } => {
                self.binary(span, Binary::OverlapOf, (left, right))
            }
            ExprKind::UnionOf(list) => self.unary(span, Unary::UnionOf, list),
            ExprKind::GapsBetween(list) => self.unary(span, Unary::GapsBetween, list),
            ExprKind::GapsIn { period, list } => self.binary(span, Binary::GapsIn, (period, list)),
            ExprKind::FiscalYear { of, start } => {
                self.binary(span, Binary::FiscalYear, (of, start))
            }
            ExprKind::Range { start, end } => self.binary(span, Binary::Range, (start, end)),
            _ => return None,
        })
    }

    /// Quantities made of others.
    fn quantity(&mut self, expr: &Expr) -> Option<Register> {
        let span = expr.span;
        Some(match &expr.kind {
            ExprKind::Shift { date, duration, subtract, month_end } => {
                let (date, duration) = (self.operand(date), self.operand(duration));
                let (subtract, month_end) = (*subtract, *month_end);
                self.emit(span, Operation::Shift { date, duration, subtract, month_end })
            }
            ExprKind::Legal(count) => self.legal(span, count),
            ExprKind::Convert { amount, to, rates, on } => {
                let (amount, on) = (self.operand(amount), self.operand(on));
                let (to, rates) = (*to, *rates);
                self.emit(span, Operation::Convert { amount, on, to, rates })
            }
            ExprKind::PeriodFrom { start, end } => {
                let start = start.as_ref().map(|start| self.operand(start));
                let end = end.as_ref().map(|end| self.operand(end));
                self.emit(span, Operation::Period { start, end })
            }
            ExprKind::Rounded { operand, rounding } => {
                let (operand, rounding) = (self.operand(operand), Box::new(*rounding));
                self.emit(span, Operation::Round { operand, rounding })
            }
            ExprKind::DayOfYear { day, month, year } => {
                let (day, month, year) = (*day, *month, self.operand(year));
                self.emit(span, Operation::DayOfYear { day, month, year })
            }
            ExprKind::Extreme { edge, values } => {
                let (edge, operands) = (*edge, self.operands(values));
                self.emit(span, Operation::Extreme { edge, operands })
            }
            ExprKind::List(items) => {
                if let Some(constant) = constant_list(items) {
                    return Some(self.shared.constant(constant));
                }
                let operands = self.operands(items);
                self.emit(span, Operation::List { operands })
            }
            _ => return None,
        })
    }

    /// Names and what they stand for.
    fn reference(&mut self, expr: &Expr) -> Register {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Constant(value) => self.shared.constant(value.clone()),
            ExprKind::Receiver => Register::RECEIVER,
            ExprKind::Around(record) => self.help(span, Operation::Around { record: *record }),
            ExprKind::IsAround(record) => self.help(span, Operation::IsAround { record: *record }),
            ExprKind::Local(id) => local(*id),
            ExprKind::Field { base, record, field } => self.field(span, base, *record, *field),
            ExprKind::Include { record, .. } => self.include(expr, *record),
            ExprKind::Definition { id, receiver, arguments } => {
                self.call(span, *id, receiver.as_deref(), arguments)
            }
            ExprKind::Parameter { id, arguments } => self.look_up(span, TableSlot(id.0), arguments),
            ExprKind::Table { id, arguments } => {
                let parameters = self.shared.checked.parameters.len();
                let before = u32::try_from(parameters).unwrap_or(u32::MAX);
                self.look_up(span, TableSlot(before.saturating_add(id.0)), arguments)
            }
            ExprKind::Reading(reading) => {
                let reading = *reading;
                self.emit(span, Operation::Reading { reading })
            }
            ExprKind::On { operand, date } => {
                let date = self.operand(date);
                let operand = Box::new(self.deeper(|frame| frame.formula(operand)));
                self.emit(span, Operation::On { date, operand })
            }
            ExprKind::WithEvidence { operand, level } => self.with_evidence(operand, *level),
            ExprKind::Holds { rule, receiver } => self.holds(span, *rule, receiver),
            ExprKind::PointsOf { group, receiver } => {
                self.points_of(span, group.as_deref(), receiver)
            }
            _ => self.impossible(span),
        }
    }

    /// What the checker never lets through. A fault is the safe answer to it.
    pub(super) fn impossible(&mut self, span: Span) -> Register {
        debug_assert!(false, "an expression that the checker rejects reached the compiler");
        let fault = Fault::new(FaultKind::NoRow, span);
        self.shared.constant(Value::Fault(fault))
    }

    fn with_evidence(&mut self, operand: &Expr, level: u8) -> Register {
        let outer = self.evidence.replace(level);
        let register = self.expr(operand);
        self.evidence = outer;
        register
    }
}

/// The list of values that are all written out, so that it is made only once.
fn constant_list(items: &[Expr]) -> Option<Value> {
    let values = items.iter().map(|item| match &item.kind {
        ExprKind::Constant(value) => Some(value.clone()),
        _ => None,
    });
    Some(ops::list(values.collect::<Option<_>>()?))
}
