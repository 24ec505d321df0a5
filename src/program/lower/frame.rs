//! A frame while it is built: its registers and the blocks that are still open.

use std::collections::BTreeMap;

use super::Lowering;
use super::facts::Source;
use crate::program::code::{Block, Formula, Instruction, InstructionOrigin, Operation, Register};
use crate::text::Span;
use crate::types::typed::{Expr, LocalId};

/// Builds the code of one frame.
pub(super) struct Frame<'l, 'c> {
    /// What all frames share.
    pub(super) shared: &'l mut Lowering<'c>,
    /// The evidence that facts read here must have.
    pub(super) evidence: Option<u8>,
    /// What the value of each register is made of.
    pub(super) sources: BTreeMap<Register, Source>,
    /// Blocks that are not finished, innermost last.
    open: Vec<Vec<(Instruction, InstructionOrigin)>>,
    next: u32,
    depth: u16,
}

/// The register of a named local.
pub(super) fn local(id: LocalId) -> Register {
    Register::new(id.0.saturating_add(1))
}

impl<'l, 'c> Frame<'l, 'c> {
    /// A frame with so many named locals.
    pub(super) fn new(shared: &'l mut Lowering<'c>, locals: usize) -> Self {
        let next = u32::try_from(locals).unwrap_or(u32::MAX).saturating_add(1);
        let (open, sources) = (Vec::new(), BTreeMap::new());
        Self { shared, evidence: None, sources, open, next, depth: 0 }
    }

    /// The number of registers used.
    pub(super) fn registers(&self) -> u32 {
        self.next
    }

    /// Adds an instruction that yields the value of an expression.
    pub(super) fn emit(&mut self, span: Span, operation: Operation) -> Register {
        self.push(span, true, operation)
    }

    /// Adds an instruction that only helps another.
    pub(super) fn help(&mut self, span: Span, operation: Operation) -> Register {
        self.push(span, false, operation)
    }

    fn push(&mut self, span: Span, step: bool, operation: Operation) -> Register {
        let to = Register::new(self.next);
        self.next = self.next.saturating_add(1);
        let origin = InstructionOrigin { span, depth: self.depth, step };
        self.sources.extend(Source::of(&operation).map(|source| (to, source)));
        if let Some(block) = self.open.last_mut() {
            block.push((Instruction { to, operation }, origin));
        }
        to
    }

    /// Builds a block of its own.
    pub(super) fn block<T>(&mut self, build: impl FnOnce(&mut Self) -> T) -> (Block, T) {
        self.open.push(Vec::new());
        let built = build(self);
        let finished = self.open.pop().unwrap_or_default();
        (self.append(finished), built)
    }

    /// The formula of an expression.
    pub(super) fn formula(&mut self, expr: &Expr) -> Formula {
        self.formula_with(|frame| frame.expr(expr))
    }

    /// A formula with a result of the caller's making.
    pub(super) fn formula_with(&mut self, build: impl FnOnce(&mut Self) -> Register) -> Formula {
        let (block, result) = self.block(build);
        Formula { block, result }
    }

    /// The formulas of expressions.
    pub(super) fn formulas<'e>(
        &mut self,
        list: impl IntoIterator<Item = &'e Expr>,
    ) -> Vec<Formula> {
        list.into_iter().map(|expr| self.formula(expr)).collect()
    }

    /// Builds one level deeper.
    pub(super) fn deeper<T>(&mut self, build: impl FnOnce(&mut Self) -> T) -> T {
        let depth = self.depth;
        self.depth = depth.saturating_add(1);
        let built = build(self);
        self.depth = depth;
        built
    }

    /// Whether a formula that is finished reads a register, in its own block or inside.
    pub(super) fn reads(&self, formula: Formula, register: Register) -> bool {
        self.shared.code.reads(formula, register)
    }

    fn append(&mut self, finished: Vec<(Instruction, InstructionOrigin)>) -> Block {
        let code = &mut self.shared.code;
        let start = u32::try_from(code.instructions.len()).unwrap_or(u32::MAX);
        for (instruction, origin) in finished {
            code.instructions.push(instruction);
            code.origins.push(origin);
        }
        Block { start, end: u32::try_from(code.instructions.len()).unwrap_or(u32::MAX) }
    }
}
