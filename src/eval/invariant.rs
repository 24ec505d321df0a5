//! Invariants of records: conditions of valid facts, checked before any rule.

use super::machine::{Machine, Root, Run, Workspace};
use super::recorder::Silent;
use super::{Limits, Scratch};
use crate::facts::Facts;
use crate::program::Program;
use crate::program::parts::InvariantCode;
use crate::quantity::Date;
use crate::types::typed::{Field, RecordId, RecordType, Type};
use crate::value::{List, Value, ops};

/// An invariant that certainly does not hold.
#[derive(Clone, PartialEq, Debug)]
pub struct InvariantProblem {
    /// The record's type.
    pub record: RecordId,
    /// The position of the invariant among those of the record.
    pub invariant: usize,
    /// The first cell of the record.
    pub base: u32,
    /// It is only a warning.
    pub warning: bool,
    /// The value of each hole of its message, language by language.
    pub message: Vec<Vec<Value>>,
}

/// The invariants that certainly do not hold, in the order of the records in the facts.
///
/// An invariant that missing facts leave open, or that cannot be computed, is not reported.
#[must_use]
pub fn invariant_problems(
    program: &Program,
    facts: &Facts,
    as_of: Date,
    scratch: &mut Scratch,
    limits: &Limits,
) -> Vec<InvariantProblem> {
    let workspace: &mut Workspace = &mut scratch.workspace;
    let mut machine = Machine::new((program, facts), as_of, workspace, Silent, limits);
    let mut problems = Vec::new();
    let mut waiting = vec![Root { base: 0, record: facts.root() }];
    while let Some(root) = waiting.pop() {
        // Where the steps are spent, what is left is not reported; the rules will be faulty.
        if machine.check(root, &mut problems).is_err() {
            break;
        }
        let mut inner = inside(program, facts, root);
        inner.reverse();
        waiting.append(&mut inner);
    }
    problems
}

impl Machine<'_, Silent> {
    fn check(&mut self, root: Root, problems: &mut Vec<InvariantProblem>) -> Run<()> {
        let program = self.program;
        self.root = root;
        for (at, code) in program.invariants(root.record).iter().enumerate() {
            let found = self.in_frame(code.registers, Some(root.base), |machine| {
                let holds = machine.formula(&code.condition)?;
                if !ops::truth(&holds).is_certainly_no() {
                    return Ok(None);
                }
                machine.invariant_message(code).map(Some)
            })?;
            let Some(message) = found else { continue };
            let declared = program.checked().records.get(root.record.index());
            let warning =
                declared.and_then(|it| it.invariants.get(at)).is_some_and(|it| it.warning);
            let (record, base) = (root.record, root.base);
            problems.push(InvariantProblem { record, invariant: at, base, warning, message });
        }
        Ok(())
    }

    fn invariant_message(&mut self, code: &InvariantCode) -> Run<Vec<Vec<Value>>> {
        let mut texts = Vec::new();
        for text in &code.message {
            let mut values = Vec::new();
            for hole in text {
                values.push(self.formula(hole)?);
            }
            texts.push(values);
        }
        Ok(texts)
    }
}

/// The records that lie in a record: those that it includes, those in its fields, and the rows
/// of its lists. References lead elsewhere and are left out.
fn inside(program: &Program, facts: &Facts, root: Root) -> Vec<Root> {
    let mut found = Vec::new();
    let (Some(record), Some(layout)) =
        (program.checked().records.get(root.record.index()), program.schema().layout(root.record))
    else {
        return found;
    };
    for (included, offset) in record.includes.iter().zip(&layout.includes) {
        found.push(Root { base: root.base.saturating_add(*offset), record: *included });
    }
    for (field, offset) in fields(record).zip(&layout.fields) {
        let cell = root.base.saturating_add(*offset);
        found.extend(in_field(facts, field, cell));
    }
    found
}

fn fields(record: &RecordType) -> impl Iterator<Item = &Field> {
    record.fields.iter()
}

fn in_field(facts: &Facts, field: &Field, cell: u32) -> Vec<Root> {
    if field.reference {
        return Vec::new();
    }
    match field.ty.required() {
        Type::Record(record) if !field.optional => vec![Root { base: cell, record: *record }],
        Type::Record(record) => match facts.cell(cell) {
            Value::Record(base) => vec![Root { base: *base, record: *record }],
            _ => Vec::new(),
        },
        Type::List(element) => match (element.required(), facts.cell(cell)) {
            (Type::Record(record), Value::List(List::Rows(rows))) => (0..rows.count as usize)
                .filter_map(|index| rows.get(index))
                .map(|base| Root { base, record: *record })
                .collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
