//! Which facts a value reads directly, so that a repair can be proposed in terms of one of them.

use super::frame::Frame;
use crate::program::code::{Operation, Register};
use crate::program::parts::FactPlace;

/// More facts than these are not proposed for a repair.
const MANY: usize = 64;

/// What the value of a register is made of.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// A fact.
    Fact(FactPlace),
    /// Other values.
    Values(Box<[Register]>),
}

impl Source {
    /// What an instruction makes its result of; none where it is not made of single facts.
    pub(super) fn of(operation: &Operation) -> Option<Self> {
        Some(Self::Values(match operation {
            Operation::Cell { base, offset, .. } => {
                return Some(Self::Fact(FactPlace { base: *base, offset: *offset }));
            }
            Operation::Evidence { from, .. } => [*from].into(),
            Operation::Unary { operand, .. } | Operation::Round { operand, .. } => {
                [*operand].into()
            }
            Operation::Binary { left, right, .. } => [*left, *right].into(),
            Operation::Extreme { operands, .. } | Operation::List { operands, .. } => {
                operands.clone()
            }
            Operation::Shift { date, duration, .. } => [*date, *duration].into(),
            Operation::Period { start, end, .. } => start.iter().chain(end).copied().collect(),
            Operation::Legal(code) => [code.operand, code.duration].into(),
            Operation::DayOfYear { year, .. } => [*year].into(),
            Operation::Default { operand, value, .. } => [*operand, *value].into(),
            _ => return None,
        }))
    }
}

impl Frame<'_, '_> {
    /// Notes that a local has the value of another register.
    pub(super) fn same(&mut self, local: Register, value: Register) {
        self.sources.insert(local, Source::Values([value].into()));
    }

    /// The fact that a value is.
    pub(super) fn fact(&self, value: Register) -> Option<FactPlace> {
        match self.sources.get(&value) {
            Some(Source::Fact(place)) => Some(*place),
            _ => None,
        }
    }

    /// The facts that values read directly, in the order of the source.
    pub(super) fn facts(&self, values: &[Register]) -> Vec<FactPlace> {
        let mut found: Vec<FactPlace> = Vec::new();
        let mut seen: Vec<Register> = Vec::new();
        let mut waiting: Vec<Register> = values.iter().rev().copied().collect();
        while let Some(register) = waiting.pop() {
            if seen.contains(&register) || seen.len() > MANY {
                continue;
            }
            seen.push(register);
            match self.sources.get(&register) {
                Some(Source::Fact(place)) if !found.contains(place) => found.push(*place),
                Some(Source::Values(list)) => waiting.extend(list.iter().rev()),
                _ => {}
            }
        }
        found
    }
}
