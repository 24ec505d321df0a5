//! The walk through the code, with the number of times that each part runs.

use std::collections::BTreeMap;

use super::order::{Node, readers_first};
use super::shape::Shape;
use super::sizes::{Counts, ListSizes};
use crate::program::Program;
use crate::program::code::{
    Binary, Block, Formula, Generator, Iteration, Operation, Register, Unary,
};
use crate::program::parts::{
    DefinitionCode, EffectKind, ExceptionCode, InForce, RegimesCode, RequirementCode, RowsCode,
    RuleCode, TableSlot,
};
use crate::program::schema::CellKind;
use crate::types::typed::{AggregateKind, DefinitionId, RecordId, RuleId, Type};
use crate::value::Value;

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

/// Whether every value is certain as long as no fact is missing: no text has two readings, no law
/// is unknown, nothing waits for others or for an assessor.
pub(super) fn is_definite(program: &Program) -> bool {
    let validity = |in_force: &InForce| in_force.unknown_after.is_none();
    let certain = |value: &Value| !matches!(value, Value::Open(_));
    let operations = program.code().instructions.iter().all(|it| match &it.operation {
        Operation::Evidence { .. } | Operation::Moments { .. } => false,
        Operation::OneOf { source, .. } | Operation::ElementOf { source, .. } => source.is_none(),
        _ => true,
    });
    let tables = program.tables.iter().all(|table| {
        table.unknown_after.is_none()
            && !table.versions.is_empty()
            && table.versions.iter().all(|(in_force, _)| validity(in_force))
    });
    let exceptions = |code: &DefinitionCode| {
        let mut left: Vec<&ExceptionCode> = code.exceptions.iter().collect();
        while let Some(exception) = left.pop() {
            if !validity(&exception.in_force) {
                return false;
            }
            left.extend(&exception.exceptions);
        }
        true
    };
    let definitions = program.definitions.iter().all(|code| {
        !code.versions.is_empty()
            && code.versions.iter().all(|(in_force, _)| validity(in_force))
            && exceptions(code)
    });
    let rules = program.rules.iter().all(|code| {
        let regimes = code.regimes.as_ref();
        validity(&code.in_force)
            && regimes.is_none_or(|regimes| {
                regimes.unknown_after.is_none()
                    && regimes.alternatives.iter().all(|regime| validity(&regime.in_force))
            })
    });
    operations && tables && definitions && rules && program.readings.iter().all(certain)
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

    /// A rule on all its elements; `reported` where its figures and words are wanted too.
    fn rule(&mut self, code: &RuleCode, under: Under, reported: bool) {
        if under.times == 0 {
            return;
        }
        let mut frame = Frame::new();
        let mut under = under;
        for level in 0..=code.each.len() {
            if let Some((at, date)) = &code.as_of
                && *at == level
            {
                self.formula(&mut frame, *date, under);
                under = Under { dated: true, ..under.times(self.days()) };
            }
            let before = level.checked_sub(1).and_then(|before| code.each.get(before));
            if let Some(condition) = before.and_then(|each| each.condition) {
                self.formula(&mut frame, condition, under);
            }
            if let Some(each) = code.each.get(level) {
                let list = self.formula(&mut frame, each.list, under);
                frame.insert(each.variable.index(), list.element());
                under = under.times(self.elements(list.len));
            }
        }
        // Once for the outcome; where it is reported, again after a closer look and an effect.
        let judged = if reported { under.times(3) } else { under };
        self.judged(&mut frame, code, judged);
        if reported {
            self.figures(&mut frame, code, under);
        }
    }

    fn judged(&mut self, frame: &mut Frame, code: &RuleCode, under: Under) {
        self.validity(frame, &code.in_force, under);
        for replacement in &code.replaced_by {
            if let Some(condition) = replacement.condition {
                self.formula(&mut Frame::new(), condition, under);
            }
        }
        self.lets(frame, &code.early_lets, under);
        for (guard, _) in &code.guards {
            self.formula(frame, *guard, under);
        }
        for (exception, _) in &code.exceptions {
            self.formula(frame, *exception, under);
        }
        self.lets(frame, &code.lets, under);
        self.requirements(frame, &code.requirements, under);
        if let Some(regimes) = &code.regimes {
            self.regimes(frame, regimes, under);
        }
        for formula in code.permit.iter().chain(&code.award) {
            self.formula(frame, *formula, under);
        }
    }

    fn lets(&mut self, frame: &mut Frame, lets: &[(Register, Formula)], under: Under) {
        for (register, value) in lets {
            let shape = self.formula(frame, *value, under);
            frame.insert(register.index(), shape);
        }
    }

    fn requirements(&mut self, frame: &mut Frame, list: &[RequirementCode], under: Under) {
        for requirement in list {
            self.formula(frame, requirement.condition, under);
        }
    }

    fn regimes(&mut self, frame: &mut Frame, code: &RegimesCode, under: Under) {
        for regime in &code.alternatives {
            self.validity(frame, &regime.in_force, under);
            self.lets(frame, &regime.lets, under);
            for guard in &regime.guards {
                self.formula(frame, *guard, under);
            }
            self.requirements(frame, &regime.requirements, under);
        }
    }

    /// The words and the effect of an outcome.
    fn figures(&mut self, frame: &mut Frame, code: &RuleCode, under: Under) {
        self.lets(frame, &code.lets, under);
        let becauses = code.exceptions.iter().flat_map(|(_, because)| because.iter().flatten());
        for hole in becauses.chain(code.message.iter().flatten()) {
            self.formula(frame, *hole, under);
        }
        match code.effect.as_ref().map(|effect| effect.kind) {
            Some(EffectKind::Until(one) | EffectKind::Amount(one)) => {
                self.formula(frame, one, under);
            }
            Some(EffectKind::ReduceTo(amount, to)) => {
                self.formula(frame, amount, under);
                self.formula(frame, to, under);
            }
            Some(EffectKind::ReduceUntilItHolds(amount)) => {
                self.formula(frame, amount, under);
                let solved = Under { fresh: true, ..under.times(SOLVED + 1) };
                self.formula(frame, amount, solved);
            }
            None => {}
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

    fn call(&mut self, id: DefinitionId, arguments: &[Shape], under: Under) -> Shape {
        let Some(code) = self.program.definition(id) else { return Shape::default() };
        if under.fresh {
            return self.body(code, arguments, under);
        }
        self.called(Node::Definition(id), under);
        if !arguments.is_empty() {
            let known = self.arguments.remove(&id).unwrap_or_default();
            let none = Shape::default();
            let joined = arguments.iter().enumerate().map(|(at, argument)| {
                let known = known.get(at).unwrap_or(&none);
                // The longer of two calls, which are no parts of one list.
                if known.len >= argument.len { known.clone() } else { argument.clone() }
            });
            let joined = joined.collect();
            self.arguments.insert(id, joined);
        }
        let shape = self.shape_of(id, code, arguments);
        // Each record that the receiver may be gives a list, and they are joined.
        let Shape { len, inner } = shape;
        Shape { len: len.saturating_mul(self.alternatives()), inner }
    }

    /// The shape of the value of a definition. Nothing is counted for it.
    fn shape_of(&mut self, id: DefinitionId, code: &DefinitionCode, arguments: &[Shape]) -> Shape {
        if arguments.is_empty()
            && let Some(known) = self.shapes.get(&id)
        {
            return known.clone();
        }
        let ty = self.program.checked().definitions.get(id.index()).map(|it| it.ty.required());
        let shape = match ty {
            Some(Type::List(_) | Type::Group(_)) => {
                let nothing = Under { times: 0, dated: false, fresh: true };
                self.body(code, arguments, nothing)
            }
            _ => Shape::default(),
        };
        if arguments.is_empty() {
            self.shapes.insert(id, shape.clone());
        }
        shape
    }

    fn table(&mut self, slot: TableSlot, arguments: &[Shape], under: Under) -> Shape {
        let Some(code) = self.program.table(slot) else { return Shape::default() };
        let keys = if self.open && !arguments.is_empty() { KEYS } else { 1 };
        let under = under.times(keys);
        let mut frame = Frame::new();
        for (key, shape) in code.keys.iter().zip(arguments) {
            frame.insert(key.index(), shape.clone());
        }
        let mut found = Shape::of(&code.unfilled);
        for (in_force, rows) in &code.versions {
            self.validity(&mut frame, in_force, under);
            found = found.or(&self.rows(&mut frame, rows, under));
        }
        found
    }

    fn rows(&mut self, frame: &mut Frame, rows: &RowsCode, under: Under) -> Shape {
        let mut found = Shape::default();
        for row in &rows.rows {
            for condition in &row.conditions {
                self.formula(frame, *condition, under);
            }
            found = found.or(&self.formula(frame, row.value, under));
        }
        if let Some((value, _)) = &rows.otherwise {
            found = found.or(&self.formula(frame, *value, under));
        }
        found
    }

    /// The elements of a list while they are gone through.
    fn generator(
        &mut self,
        frame: &mut Frame,
        generator: &Generator,
        under: Under,
    ) -> (u64, Shape) {
        let list = self.formula(frame, generator.list, under);
        let element = list.element();
        frame.insert(generator.variable.index(), element.clone());
        (self.elements(list.len), element)
    }

    fn iterate(&mut self, frame: &mut Frame, iteration: &Iteration, under: Under) -> Shape {
        match iteration {
            Iteration::Aggregate { kind, generators, condition, element, .. } => {
                let (mut inside, mut all) = (under, 1_u64);
                for generator in generators {
                    let (len, _) = self.generator(frame, generator, inside);
                    (inside, all) = (inside.times(len), all.saturating_mul(len));
                }
                if let Some(condition) = condition {
                    self.formula(frame, *condition, inside);
                }
                let element = self.formula(frame, *element, inside);
                if *kind == AggregateKind::List {
                    Shape::list(all, element)
                } else {
                    Shape::default()
                }
            }
            Iteration::Group { list, key } => {
                let (len, element) = self.generator(frame, list, under);
                self.formula(frame, *key, under.times(len));
                let items = Shape::list(len, element);
                Shape::list(len, Shape { len: 0, inner: Some(items.into()) })
            }
            Iteration::The { list, condition: read } | Iteration::Pick { list, key: read, .. } => {
                let (len, element) = self.generator(frame, list, under);
                self.formula(frame, *read, under.times(len));
                Shape { len: element.len.saturating_mul(self.alternatives()), ..element }
            }
            Iteration::Carry { list, state, init, key, next } => {
                let first = self.formula(frame, *init, under);
                let (len, _) = self.generator(frame, list, under);
                self.formula(frame, *key, under.times(len));
                // A state that is a list may grow with each element.
                let shape = if first == Shape::default() { first } else { Shape::unbounded() };
                frame.insert(state.index(), shape.clone());
                self.formula(frame, *next, under.times(len));
                shape
            }
            Iteration::Linked { start, links, from, to, condition, .. } => {
                self.formula(frame, *start, under);
                let (len, _) = self.generator(frame, links, under);
                for formula in [*from, *to].into_iter().chain(*condition) {
                    self.formula(frame, formula, under.times(len));
                }
                let ends = len.saturating_mul(2).saturating_add(1);
                Shape::list(ends, Shape::default())
            }
        }
    }

    /// What a cell holds.
    fn cell(&self, record: RecordId, offset: u32) -> Shape {
        let layout = self.program.schema().layout(record);
        let Some(cell) = layout.and_then(|layout| layout.cells.get(offset as usize)) else {
            return Shape::default();
        };
        let size = self.counts.list(cell.field);
        match &cell.kind {
            CellKind::Rows(_) => Shape::list(size, Shape::default()),
            CellKind::Scalars(ty) => Shape::list(size, nested(ty, size)),
            _ => Shape::default(),
        }
    }
}

/// The shape of the elements of a list of lists, which are as long as it.
fn nested(ty: &Type, size: u64) -> Shape {
    match ty.required() {
        Type::List(inner) => Shape::list(size, nested(inner, size)),
        _ => Shape::default(),
    }
}
