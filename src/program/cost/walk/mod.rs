//! The walk through the code, with the number of times that each part runs.

mod list;
mod read;
mod rule;

use std::collections::BTreeMap;

use super::order::{Node, readers_first};
use super::shape::Shape;
use super::sizes::{Counts, ListSizes};
use crate::program::Program;
use crate::program::code::{Binary, Block, Formula, Operation, Register, Unary};
use crate::program::parts::{DefinitionCode, ExceptionCode, InForce};
use crate::types::typed::{DefinitionId, RecordId, RuleId};

/// A value may be one of so many records, members or other values before it is any.
const ALTERNATIVES: u64 = 66;

/// The most combinations of missing keys that a table is looked up with.
const KEYS: u64 = 256;

/// The most numbers of a range.
const RANGE: u64 = 100_000;

/// The facts that are lowered in turn to solve a reduction of an amount that several make up.
const SOLVED: u64 = 16;

/// What one walk may take, so that asking for a cost has a bound of its own.
const WORK: u64 = 2_000_000;

/// The most steps of the rules of a root.
pub(super) fn cost(program: &Program, root: RecordId, sizes: &ListSizes, open: bool) -> u64 {
    let counts = Counts::of(program.checked(), program.schema(), root, sizes, open);
    let mut walk = Walk::new(program, counts, open);
    walk.root(root);
    for node in readers_first(program) {
        walk.node(node);
    }
    if walk.work == 0 { u64::MAX } else { walk.steps }
}

/// How often something is read: on the date of assessment, and on other dates.
#[derive(Clone, Copy, Default)]
struct Calls {
    plain: u64,
    dated: u64,
}

/// Under what something runs.
#[derive(Clone, Copy)]
struct Under {
    times: u64,
    /// On another date than that of assessment, perhaps.
    dated: bool,
    /// Nothing is remembered.
    fresh: bool,
}

impl Under {
    fn times(self, factor: u64) -> Self {
        Self { times: self.times.saturating_mul(factor), ..self }
    }
}

/// What registers of a frame hold.
type Frame = BTreeMap<usize, Shape>;

struct Walk<'p> {
    program: &'p Program,
    counts: Counts,
    open: bool,
    steps: u64,
    calls: BTreeMap<Node, Calls>,
    /// The shapes of the arguments of definitions that have parameters, over all calls.
    arguments: BTreeMap<DefinitionId, Vec<Shape>>,
    shapes: BTreeMap<DefinitionId, Shape>,
    work: u64,
}

impl<'p> Walk<'p> {
    fn new(program: &'p Program, counts: Counts, open: bool) -> Self {
        let (calls, arguments, shapes) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { program, counts, open, steps: 0, calls, arguments, shapes, work: WORK }
    }

    /// The rules and the results of a root.
    fn root(&mut self, root: RecordId) {
        let Some(plan) = self.program.plan(root) else { return };
        for run in &plan.rules {
            let times = self.subjects(root, run.each_of);
            let Some(code) = self.program.rule(run.what) else { continue };
            let under = Under { times, dated: false, fresh: false };
            self.rule(code, under, true);
        }
        for run in &plan.results {
            let times = self.subjects(root, run.each_of);
            let under = Under { times, dated: false, fresh: false };
            self.called(Node::Definition(run.what), under);
        }
    }

    /// On how many records something is computed.
    fn subjects(&self, root: RecordId, each_of: Option<(u32, RecordId)>) -> u64 {
        let Some((cell, _)) = each_of else { return 1 };
        self.elements(self.cell(root, cell).len)
    }

    /// What is read, as often as it runs.
    fn node(&mut self, node: Node) {
        let Some(calls) = self.calls.get(&node).copied() else { return };
        match node {
            Node::Definition(id) => {
                let Some(code) = self.program.definition(id) else { return };
                let record =
                    self.program.checked().definitions.get(id.index()).and_then(|it| it.receiver);
                let plain = self.remembered(calls.plain, record, code.remembered);
                self.definition(id, code, Under { times: plain, dated: false, fresh: false });
                let dated = Under { times: calls.dated, dated: true, fresh: false };
                self.definition(id, code, dated);
            }
            Node::Rule(id) => {
                let Some(code) = self.program.rule(id) else { return };
                let times = calls.plain.saturating_add(calls.dated);
                self.rule(code, Under { times, dated: false, fresh: false }, false);
            }
        }
    }

    /// How often something runs that is remembered for each record.
    fn remembered(&self, calls: u64, record: Option<RecordId>, remembered: bool) -> u64 {
        if !remembered {
            return calls;
        }
        let records = record.map_or(1, |record| self.counts.records(record));
        // Besides, one record of each type stands for all that nobody gave, wherever it lies.
        let types = u64::try_from(self.program.checked().records.len()).unwrap_or(u64::MAX);
        let stand_ins = types.saturating_mul(ALTERNATIVES);
        calls.min(if self.open { records.saturating_add(stand_ins) } else { records })
    }

    fn called(&mut self, node: Node, under: Under) {
        let calls = self.calls.entry(node).or_default();
        let which = if under.dated { &mut calls.dated } else { &mut calls.plain };
        *which = which.saturating_add(under.times);
    }

    /// How many elements a loop goes through; one more stands for those that nobody gave.
    fn elements(&self, len: u64) -> u64 {
        len.saturating_add(u64::from(self.open))
    }

    /// How many days a date may be.
    fn days(&self) -> u64 {
        let boundaries = u64::try_from(self.program.boundaries().len()).unwrap_or(u64::MAX);
        if self.open { boundaries.saturating_add(1).max(ALTERNATIVES) } else { 1 }
    }

    fn alternatives(&self) -> u64 {
        if self.open { ALTERNATIVES } else { 1 }
    }

    fn definition(&mut self, id: DefinitionId, code: &DefinitionCode, under: Under) {
        if under.times == 0 {
            return;
        }
        let arguments = self.arguments.get(&id).cloned().unwrap_or_default();
        self.body(code, &arguments, under);
    }

    /// The body of a definition, and the shape of its value.
    fn body(&mut self, code: &DefinitionCode, arguments: &[Shape], mut under: Under) -> Shape {
        let mut frame = Frame::new();
        for (parameter, shape) in code.parameters.iter().zip(arguments) {
            frame.insert(parameter.index(), shape.clone());
        }
        if let Some(date) = code.as_of {
            self.formula(&mut frame, date, under);
            under = Under { dated: true, ..under.times(self.days()) };
        }
        let mut found = Shape::of(&code.unfilled);
        if !code.versions.is_empty() {
            found = Shape::default();
        }
        for (in_force, value) in &code.versions {
            self.validity(&mut frame, in_force, under);
            found = found.or(&self.formula(&mut frame, *value, under));
        }
        let mut left: Vec<&ExceptionCode> = code.exceptions.iter().collect();
        while let Some(exception) = left.pop() {
            self.validity(&mut frame, &exception.in_force, under);
            self.formula(&mut frame, exception.condition, under);
            found = found.or(&self.formula(&mut frame, exception.value, under));
            left.extend(&exception.exceptions);
        }
        found
    }

    fn validity(&mut self, frame: &mut Frame, in_force: &InForce, under: Under) {
        for (_, condition) in &in_force.or_to {
            self.formula(frame, *condition, under);
        }
    }

    fn formula(&mut self, frame: &mut Frame, formula: Formula, under: Under) -> Shape {
        self.block(frame, formula.block, under);
        self.shape(frame, formula.result)
    }

    fn shape(&self, frame: &Frame, register: Register) -> Shape {
        match register.as_constant() {
            Some(constant) => self.program.constant(constant).map(Shape::of).unwrap_or_default(),
            None => frame.get(&register.index()).cloned().unwrap_or_default(),
        }
    }

    fn block(&mut self, frame: &mut Frame, block: Block, under: Under) {
        let program = self.program;
        for position in block.start..block.end {
            let Some(instruction) = program.code().instruction(position) else { return };
            self.work = self.work.saturating_sub(1);
            if self.work == 0 {
                return;
            }
            self.steps = self.steps.saturating_add(under.times);
            let shape = self.operation(frame, &instruction.operation, under);
            if shape != Shape::default() {
                frame.insert(instruction.to.index(), shape);
            }
        }
    }

    fn operation(&mut self, frame: &mut Frame, operation: &Operation, under: Under) -> Shape {
        match operation {
            Operation::Cell { offset, record, .. } => self.cell(*record, *offset),
            Operation::Evidence { from, .. } => self.shape(frame, *from),
            Operation::Unary { operation: Unary::Distinct, operand } => self.shape(frame, *operand),
            Operation::Unary { operation: Unary::GroupItems, operand } => {
                self.shape(frame, *operand).element()
            }
            Operation::Binary { operation: Binary::Range, .. } => {
                Shape::list(RANGE, Shape::default())
            }
            Operation::List { operands } => {
                let shapes = operands.iter().map(|operand| self.shape(frame, *operand));
                let inner = shapes.reduce(|a, b| a.or(&b)).unwrap_or_default();
                Shape::list(u64::try_from(operands.len()).unwrap_or(u64::MAX), inner)
            }
            Operation::Default { operand, value, .. } => {
                self.shape(frame, *operand).or(&self.shape(frame, *value))
            }
            Operation::Moments { source, .. } => {
                self.sourced(frame, *source, under);
                Shape::default()
            }
            Operation::OneOf { source, .. } | Operation::ElementOf { source, .. } => {
                if let Some(source) = source {
                    self.sourced(frame, *source, under);
                }
                Shape::default()
            }
            Operation::If { then, otherwise, .. } => {
                let then = self.formula(frame, **then, under);
                then.or(&self.formula(frame, **otherwise, under))
            }
            Operation::Choose { .. } => self.bodies(frame, operation, under),
            Operation::Match { .. } => {
                let under = under.times(self.alternatives());
                self.bodies(frame, operation, under)
            }
            Operation::On { operand, .. } => {
                let under = Under { dated: true, ..under.times(self.days()) };
                self.formula(frame, **operand, under)
            }
            Operation::Call { definition, receiver, arguments } => {
                let arguments: Vec<Shape> =
                    arguments.iter().map(|argument| self.shape(frame, *argument)).collect();
                let times = self.receivers(receiver.map(|(register, _)| register));
                self.call(*definition, &arguments, under.times(times))
            }
            Operation::Table { table, arguments } => {
                let shapes: Vec<Shape> =
                    arguments.iter().map(|argument| self.shape(frame, *argument)).collect();
                self.table(*table, &shapes, under)
            }
            Operation::Iterate { iteration } => self.iterate(frame, iteration, under),
            Operation::Holds { rule, receiver, .. } => {
                let times = self.receivers(Some(*receiver));
                self.asked(*rule, under.times(times));
                Shape::default()
            }
            Operation::Points { receiver, rules, .. } => {
                let times = self.receivers(Some(*receiver));
                for (rule, _) in rules {
                    self.asked(*rule, under.times(times));
                }
                Shape::default()
            }
            _ => Shape::default(),
        }
    }

    /// How many records a register may hold at once.
    fn receivers(&self, register: Option<Register>) -> u64 {
        match register {
            Some(register) if register != Register::RECEIVER => self.alternatives(),
            _ => 1,
        }
    }

    /// Code that runs, and runs again with nothing remembered to tell what it reads.
    fn sourced(&mut self, frame: &mut Frame, source: Block, under: Under) {
        self.block(frame, source, under);
        self.block(frame, source, Under { fresh: true, ..under });
    }

    fn bodies(&mut self, frame: &mut Frame, operation: &Operation, under: Under) -> Shape {
        let mut found = Shape::default();
        for body in operation.bodies() {
            found = found.or(&self.formula(frame, body, under));
        }
        found
    }

    /// A rule that a condition asks for.
    fn asked(&mut self, rule: RuleId, under: Under) {
        if !under.fresh {
            return self.called(Node::Rule(rule), under);
        }
        let Some(code) = self.program.rule(rule) else { return };
        self.rule(code, under, false);
    }
}
