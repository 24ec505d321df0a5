//! The machine that runs the code of a program on the facts of one proposal.
//!
//! Registers of all frames lie on one stack that is kept from one evaluation to the next. Every
//! operation gives a value for every operand, faults and open values included, so nothing stops
//! half-way but for the limit of steps: [`Spent`] then ends the rule. One file holds one family
//! of instructions; what values do is a matter of [`crate::value::ops`].

mod access;
mod aggregate;
mod branch;
mod call;
mod carry;
mod cases;
mod closure;
mod dates;
mod elements;
mod exception;
mod execute;
mod group;
mod membership;
mod pick;
mod rank;
mod table;

pub(super) use cases::possible_cases;
pub(super) use dates::Days;
pub(super) use elements::Elements;

use super::memory::Memory;
use super::recorder::Recorder;
use super::{Element, Limits};
use crate::facts::Facts;
use crate::program::Program;
use crate::program::code::{Block, Formula, Register};
use crate::quantity::Date;
use crate::text::Span;
use crate::types::typed::{ReadingId, RecordId};
use crate::value::{Fault, FaultKind, Missing, Value};

/// The steps are spent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Spent;

/// A result, unless the steps are spent.
pub(super) type Run<T> = Result<T, Spent>;

/// Bodies and definitions lie at most so deep inside each other while they run, so that no
/// programme overflows the stack of a thread; deeper ones count as steps that are spent.
const MAX_NESTED: u16 = 400;

/// How many blocks a frame counts for.
const FRAME: u16 = 3;

/// How many blocks a rule counts for that another rests on.
pub(super) const RULE: u16 = 10;

/// What a machine works with and can be used again for the next proposal.
#[derive(Clone, Debug, Default)]
pub(super) struct Workspace {
    pub(super) registers: Vec<Value>,
    pub(super) memory: Memory,
    /// Memories that are not in use.
    spare: Vec<Memory>,
    /// The elements of the loops of the rule that is being checked.
    pub(super) path: Vec<Element>,
}

/// The record that rules are checked on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Root {
    /// Its first cell.
    pub(super) base: u32,
    /// Its type.
    pub(super) record: RecordId,
}

/// Values that stand for those of the facts while something is tried.
#[derive(Clone, Debug, Default)]
pub(super) struct Assumptions {
    pub(super) cells: Vec<(u32, Value)>,
    pub(super) readings: Vec<(ReadingId, Value)>,
}

/// One evaluation.
pub(super) struct Machine<'a, R> {
    pub(super) program: &'a Program,
    pub(super) facts: &'a Facts,
    pub(super) workspace: &'a mut Workspace,
    pub(super) recorder: R,
    /// The date of assessment.
    pub(super) as_of: Date,
    /// The date on which dated things are read now.
    pub(super) day: Date,
    /// The record whose rules are being checked.
    pub(super) root: Root,
    pub(super) limits: Limits,
    /// The steps that are left.
    pub(super) steps: u64,
    /// The steps that are left for looking at cases.
    pub(super) case_steps: u64,
    assumptions: Assumptions,
    /// The cells read by an operand whose assessment is owed, while it is looked at again.
    asked: Option<Vec<u32>>,
    /// Something is assumed or asked, so that reading a cell takes a closer look.
    watched: bool,
    frame: usize,
    top: usize,
    /// How many blocks are running inside each other.
    nested: u16,
    /// How many frames lie on the stack.
    depth: u16,
    /// How deep the frame's code lies in a derivation: below the step that reads it.
    indent: u16,
    /// How deep the instruction that is running lies in a derivation.
    pub(super) step: u16,
}

/// What a register holds that does not exist.
static NOTHING: Value = Value::Absent;

impl<'a, R: Recorder> Machine<'a, R> {
    pub(super) fn new(
        (program, facts): (&'a Program, &'a Facts),
        as_of: Date,
        workspace: &'a mut Workspace,
        recorder: R,
        limits: &Limits,
    ) -> Self {
        workspace.memory.forget();
        Self {
            program,
            facts,
            workspace,
            recorder,
            as_of,
            day: as_of,
            root: Root { base: 0, record: facts.root() },
            limits: *limits,
            steps: limits.max_steps,
            case_steps: limits.max_case_steps,
            assumptions: Assumptions::default(),
            asked: None,
            watched: false,
            frame: 0,
            top: 0,
            nested: 0,
            depth: 0,
            indent: 0,
            step: 0,
        }
    }

    /// The value of a register or a constant.
    pub(super) fn value(&self, register: Register) -> &Value {
        match register.as_constant() {
            Some(constant) => self.program.constant(constant).unwrap_or(&NOTHING),
            None => {
                let at = self.frame + register.index();
                self.workspace.registers.get(at).unwrap_or(&NOTHING)
            }
        }
    }

    pub(super) fn set(&mut self, register: Register, value: Value) {
        if let Some(place) = self.workspace.registers.get_mut(self.frame + register.index()) {
            *place = value;
        }
    }

    /// All registers of the frame.
    pub(super) fn registers(&self) -> &[Value] {
        self.workspace.registers.get(self.frame..self.top).unwrap_or(&[])
    }

    /// The value of a formula.
    pub(super) fn formula(&mut self, formula: &Formula) -> Run<Value> {
        Ok(self.computed(formula)?.clone())
    }

    /// The value of a formula, where it lies.
    pub(super) fn computed(&mut self, formula: &Formula) -> Run<&Value> {
        self.run(formula.block)?;
        Ok(self.value(formula.result))
    }

    /// Runs a block.
    pub(super) fn run(&mut self, block: Block) -> Run<()> {
        if block.is_empty() {
            return Ok(());
        }
        let step = self.step;
        let result = self.nested(1, |machine| machine.run_instructions(block));
        self.step = step;
        result
    }

    fn run_instructions(&mut self, block: Block) -> Run<()> {
        let program = self.program;
        for position in block.start..block.end {
            let Some(instruction) = program.code().instruction(position) else { break };
            self.steps = self.steps.checked_sub(1).ok_or(Spent)?;
            if R::FACTS {
                self.step = self.indent.saturating_add(program.code().origin(position).depth);
            }
            let value = self.execute(&instruction.operation, position)?;
            self.note_step(position, &instruction.operation, &value);
            self.set(instruction.to, value);
        }
        Ok(())
    }

    /// Runs something that takes as much of the stack as so many blocks.
    pub(super) fn nested<T>(
        &mut self,
        blocks: u16,
        run: impl FnOnce(&mut Self) -> Run<T>,
    ) -> Run<T> {
        if self.nested + blocks > MAX_NESTED {
            return Err(Spent);
        }
        self.nested += blocks;
        let result = run(self);
        self.nested -= blocks;
        result
    }

    /// Runs something in a new frame with so many registers, for a record.
    pub(super) fn in_frame<T>(
        &mut self,
        registers: u32,
        receiver: Option<u32>,
        run: impl FnOnce(&mut Self) -> Run<T>,
    ) -> Run<T> {
        let (frame, top) = (self.frame, self.top);
        let (indent, step) = (self.indent, self.step);
        self.indent = if self.depth == 0 { 0 } else { step.saturating_add(1) };
        self.step = self.indent;
        self.frame = top;
        self.top = top.saturating_add(registers as usize);
        if self.workspace.registers.len() < self.top {
            self.workspace.registers.resize(self.top, Value::Absent);
        }
        self.set(Register::RECEIVER, receiver.map_or(Value::Absent, Value::Record));
        self.depth += 1;
        let result = self.nested(FRAME, run);
        self.depth -= 1;
        (self.frame, self.top) = (frame, top);
        (self.indent, self.step) = (indent, step);
        result
    }

    /// How deep the code of the frame lies under a rule's clause.
    pub(super) fn indent(&self) -> u16 {
        self.indent
    }

    /// Runs something with values assumed. What is remembered before does not count then and does
    /// again after; what is remembered then does not count after.
    pub(super) fn assuming<T>(
        &mut self,
        assumptions: Assumptions,
        run: impl FnOnce(&mut Self) -> Run<T>,
    ) -> Run<T> {
        let outer = std::mem::replace(&mut self.assumptions, assumptions);
        let watched = std::mem::replace(&mut self.watched, true);
        let paused = self.recorder.pause(true);
        let result = self.afresh(run);
        self.recorder.pause(paused);
        self.watched = watched;
        self.assumptions = outer;
        result
    }

    /// Runs something with a memory of its own.
    fn afresh<T>(&mut self, run: impl FnOnce(&mut Self) -> Run<T>) -> Run<T> {
        let mut memory = self.workspace.spare.pop().unwrap_or_default();
        memory.forget();
        let outer = std::mem::replace(&mut self.workspace.memory, memory);
        let result = run(self);
        let used = std::mem::replace(&mut self.workspace.memory, outer);
        self.workspace.spare.push(used);
        result
    }

    /// Runs something of which no notes are taken.
    pub(super) fn unnoted<T>(&mut self, run: impl FnOnce(&mut Self) -> Run<T>) -> Run<T> {
        let mark = self.recorder.mark();
        let result = run(self);
        self.recorder.rewind(mark);
        result
    }

    /// Runs something on a day.
    pub(super) fn on_day<T>(&mut self, day: Date, run: impl FnOnce(&mut Self) -> Run<T>) -> Run<T> {
        let outer = std::mem::replace(&mut self.day, day);
        let result = run(self);
        self.day = outer;
        result
    }
}

/// A fault as a value.
pub(super) fn fault(kind: FaultKind, at: Span) -> Value {
    Value::Fault(Fault::new(kind, at))
}

/// An open condition, or one that certainly holds where nothing is missing.
pub(super) fn perhaps(missing: &Missing) -> Value {
    if missing.is_empty() { Value::Bool(true) } else { Value::unknown_bool(missing.clone()) }
}
