//! Linear code over registers.
//!
//! A frame of registers belongs to each rule, definition and table: register 0 is the record that
//! it is for, then come its named locals, then one register for each value that is computed.
//! No register is written by two instructions, so a value stays readable after its block has
//! run; only the body of a loop writes its registers again for each element. An instruction with
//! a body holds it as a [`Formula`]: a block elsewhere in the same list of instructions.

mod instruction;
mod iteration;
mod legal;

pub(crate) use instruction::{Binary, Instruction, Operation, Unary};
pub(crate) use iteration::{Generator, Iteration};
pub(crate) use legal::{CalendarCode, LegalCode};

use crate::text::Span;

/// A place to read a value from: a register of the frame, or a constant of the program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Register(u32);

impl Register {
    /// The register of the record that a rule or definition is for.
    pub(crate) const RECEIVER: Self = Self(0);

    /// Constants have this bit, registers of a frame have not.
    const CONSTANT: u32 = 1 << 31;

    /// A register of the frame.
    pub(crate) fn new(position: u32) -> Self {
        Self(position & !Self::CONSTANT)
    }

    /// A constant of the program, which is read like a register and never written.
    pub(crate) fn constant(position: u32) -> Self {
        Self(position | Self::CONSTANT)
    }

    /// The position of the constant, for a constant.
    pub(crate) fn as_constant(self) -> Option<u32> {
        (self.0 & Self::CONSTANT != 0).then_some(self.0 & !Self::CONSTANT)
    }

    /// The position in the frame, for a register of the frame.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A run of instructions, the end left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Block {
    /// The first instruction.
    pub(crate) start: u32,
    /// The one after the last.
    pub(crate) end: u32,
}

impl Block {
    /// Whether there is nothing to do.
    pub(crate) fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// Something to compute: a block, and the register that holds the value after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Formula {
    /// What is done.
    pub(crate) block: Block,
    /// Where the value is then.
    pub(crate) result: Register,
}

/// All instructions of a program.
#[derive(Clone, Debug, Default)]
pub(crate) struct Code {
    /// The instructions.
    pub(crate) instructions: Vec<Instruction>,
    /// The origin of each instruction, by its position.
    pub(crate) origins: Vec<InstructionOrigin>,
}

/// The expression that an instruction comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct InstructionOrigin {
    /// The words of the expression.
    pub(crate) span: Span,
    /// How deep the expression lies under the clause; 0 for the clause itself.
    pub(crate) depth: u16,
    /// The instruction yields the value of an expression and is a step of a derivation; others
    /// only help.
    pub(crate) step: bool,
}

impl Code {
    /// The instruction at a position.
    pub(crate) fn instruction(&self, position: u32) -> Option<&Instruction> {
        self.instructions.get(position as usize)
    }

    /// Where the instruction at a position comes from.
    pub(crate) fn origin(&self, position: u32) -> InstructionOrigin {
        let none = InstructionOrigin { span: Span::default(), depth: 0, step: false };
        self.origins.get(position as usize).copied().unwrap_or(none)
    }

    /// Whether a formula reads a register, in its own block or inside.
    pub(crate) fn reads(&self, formula: Formula, register: Register) -> bool {
        let mut waiting = vec![formula];
        while let Some(formula) = waiting.pop() {
            if formula.result == register {
                return true;
            }
            for position in formula.block.start..formula.block.end {
                let Some(instruction) = self.instruction(position) else { continue };
                if instruction.operation.operands().contains(&register) {
                    return true;
                }
                waiting.extend(instruction.operation.bodies());
            }
        }
        false
    }

    /// The words that the instruction at a position comes from.
    pub(crate) fn span(&self, position: u32) -> Span {
        self.origin(position).span
    }
}
