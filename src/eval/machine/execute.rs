//! Every instruction by its family.

use super::{Machine, Run};
use crate::eval::recorder::Recorder;
use crate::program::code::{Binary, Operation, Register, Unary};
use crate::text::Span;
use crate::types::typed::DefaultWhen;
use crate::value::{Bound, Direction, FoldKind, List, Missing, Order, Value, ops};

impl<R: Recorder> Machine<'_, R> {
    /// The value that an operation gives.
    pub(super) fn execute(&mut self, operation: &Operation, position: u32) -> Run<Value> {
        let at = self.program.code().span(position);
        match operation {
            Operation::Cell { base, offset, record } => self.cell(*base, *offset, *record, at),
            Operation::Binary { operation, left, right } => {
                Ok(binary(*operation, self.value(*left), self.value(*right), at))
            }
            Operation::Unary { operation, operand } => Ok(self.unary(*operation, *operand, at)),
            Operation::All { operands } => Ok(self.all(operands, at)),
            Operation::Any { operands } => Ok(self.any(operands, at)),
            Operation::Call { definition, receiver, arguments } => {
                self.call(*definition, *receiver, arguments, at)
            }
            Operation::Table { table, arguments } => self.table(*table, arguments, at),
            Operation::Iterate { iteration } => self.iterate(iteration, at),
            Operation::If { .. } | Operation::Choose { .. } | Operation::Match { .. } => {
                self.branch(operation, at)
            }
            _ => self.execute_rare(operation, at),
        }
    }

    fn execute_rare(&mut self, operation: &Operation, at: Span) -> Run<Value> {
        match operation {
            Operation::Inside { base, offset, record } => self.inside(*base, *offset, *record, at),
            Operation::Around { record } => {
                Ok(self.around(*record).map_or(Value::Absent, Value::Record))
            }
            Operation::IsAround { record } => Ok(Value::Bool(self.around(*record).is_some())),
            Operation::Evidence { from, place, level, unknown } => {
                Ok(self.with_evidence(*from, *place, (*level, *unknown)))
            }
            Operation::Moments { order, left, right, source } => {
                self.moments(*order, (*left, *right), *source, at)
            }
            Operation::OneOf { operand, values, source } => self.one_of(*operand, values, *source),
            Operation::ElementOf { operand, list, source } => {
                self.element_of(*operand, *list, *source)
            }
            Operation::Reading { reading } => Ok(self.reading(*reading)),
            Operation::On { date, operand } => {
                let date = self.value(*date).clone();
                self.on(&date, at, &mut |machine| machine.formula(operand))
            }
            Operation::Holds { rule, receiver, record } => {
                let receiver = self.value(*receiver).clone();
                self.on_record(&receiver, *record, at, &mut |machine, base| {
                    machine.holds(*rule, base, *record)
                })
            }
            Operation::Points { receiver, record, rules } => {
                let receiver = self.value(*receiver).clone();
                self.on_record(&receiver, *record, at, &mut |machine, base| {
                    machine.points(rules, base, *record)
                })
            }
            _ => Ok(self.simple(operation, at)),
        }
    }

    /// Operations on values alone.
    fn simple(&self, operation: &Operation, at: Span) -> Value {
        let value = |register: &Register| self.value(*register);
        match operation {
            Operation::Count { operands } => self.count(operands, at),
            Operation::Extreme { edge, operands } => {
                ops::extreme(*edge, &self.values(operands), at)
            }
            Operation::List { operands } => Value::List(List::Items(self.values(operands).into())),
            Operation::Round { operand, rounding } => ops::round(value(operand), rounding, at),
            Operation::Shift { date, duration, subtract, month_end } => {
                let direction = if *subtract { Direction::Earlier } else { Direction::Later };
                ops::shift(value(date), value(duration), direction, *month_end, at)
            }
            Operation::Quotient { order, numerator, denominator, bound } => {
                let (numerator, denominator) = (value(numerator), value(denominator));
                ops::compare_quotient(*order, numerator, denominator, value(bound), at)
            }
            Operation::Ratio { numerator, denominator } if R::FACTS => {
                let divide = crate::value::Arithmetic::Divide;
                ops::arithmetic(divide, value(numerator), value(denominator), at)
            }
            Operation::Tolerance { operand, tolerance, reference } => {
                ops::within_tolerance(value(operand), value(tolerance), value(reference), at)
            }
            Operation::Period { start, end } => {
                ops::period_from(start.as_ref().map(value), end.as_ref().map(value), at)
            }
            Operation::DayOfYear { day, month, year } => {
                ops::day_of_year(*day, *month, value(year), at)
            }
            Operation::Default { operand, value: default, when } => {
                let (operand, default) = (value(operand), value(default));
                match when {
                    DefaultWhen::Absent => ops::default_when_absent(operand, default),
                    DefaultWhen::NotInForce => ops::default_when_not_in_force(operand, default),
                    DefaultWhen::None => ops::default_when_none(operand, default),
                }
            }
            _ => Value::Absent,
        }
    }

    fn unary(&self, operation: Unary, operand: Register, at: Span) -> Value {
        let value = self.value(operand);
        match operation {
            Unary::Not => ops::not(value, at),
            Unary::Negate => ops::negate(value, at),
            Unary::Absolute => ops::absolute(value, at),
            Unary::Part(part) => ops::part(part, value, at),
            Unary::State(state) => ops::state(value, state),
            Unary::Distinct => ops::distinct(value, at),
            Unary::MonthsOf(reading) => ops::months_of(reading, value, at),
            Unary::GroupKey => super::group::key(value, at),
            Unary::GroupItems => super::group::items(value, at),
        }
    }

    fn all(&self, operands: &[Register], at: Span) -> Value {
        let mut all = true;
        for operand in operands {
            match self.value(*operand) {
                Value::Bool(holds) => all &= holds,
                _ => return ops::and(&self.values(operands), at),
            }
        }
        Value::Bool(all)
    }

    fn any(&self, operands: &[Register], at: Span) -> Value {
        let mut any = false;
        for operand in operands {
            match self.value(*operand) {
                Value::Bool(holds) => any |= holds,
                _ => return ops::or(&self.values(operands), at),
            }
        }
        Value::Bool(any)
    }

    /// How many conditions hold.
    fn count(&self, operands: &[Register], at: Span) -> Value {
        let mut count = ops::Fold::new(FoldKind::Count, None);
        for operand in operands {
            count.push(&Value::Bool(true), self.value(*operand), at);
        }
        count.finish(at)
    }

    pub(super) fn values(&self, registers: &[Register]) -> Vec<Value> {
        registers.iter().map(|register| self.value(*register).clone()).collect()
    }

    /// Notes the value of an expression.
    pub(super) fn note_step(&mut self, position: u32, operation: &Operation, value: &Value) {
        if !R::FACTS {
            return;
        }
        let origin = self.program.code().origin(position);
        if !origin.step {
            return;
        }
        let cell = match operation {
            Operation::Cell { base, offset, .. } => match self.value(*base) {
                Value::Record(base) => base.checked_add(*offset),
                _ => None,
            },
            _ => None,
        };
        // A quotient that cannot be computed may still be compared, without one.
        if matches!((operation, value), (Operation::Ratio { .. }, Value::Fault(_))) {
            return;
        }
        let nested = self.indent();
        self.recorder.step(origin, nested, value, cell);
    }
}

fn binary(operation: Binary, left: &Value, right: &Value, at: Span) -> Value {
    match operation {
        Binary::Compare(order) => ops::compare(order, left, right, at, &Missing::none()),
        Binary::Arithmetic(arithmetic) => ops::arithmetic(arithmetic, left, right, at),
        Binary::Equal => ops::equal(left, right, at),
        Binary::DaysBetween => ops::days_between(left, right, at),
        Binary::InPeriod => ops::in_period(left, right, at),
        Binary::Overlaps => ops::overlaps(left, right, at),
        Binary::Within => ops::within(left, right, at),
        Binary::OverlapOf => ops::overlap_of(left, right, at),
        Binary::Lasts(bound) => ops::lasts(left, bound, right, at),
        Binary::StartsWith => ops::starts_with(left, right, at),
        Binary::Includes(quantifier) => ops::includes(left, quantifier, right, at),
        Binary::Range => ops::range(left, right, at),
        Binary::Number(Bound::Exactly) => ops::equal(left, right, at),
        Binary::Number(Bound::AtLeast) => {
            ops::compare(Order::AtLeast, left, right, at, &Missing::none())
        }
        Binary::Number(Bound::AtMost) => {
            ops::compare(Order::AtMost, left, right, at, &Missing::none())
        }
    }
}
