//! From the typed program to code: [`compile`].
//!
//! Records are laid out first. Then each declaration gets a [`Frame`](frame::Frame), and its
//! expressions become instructions over the frame's registers, one file for each family of
//! expressions. Days on which anything changes are collected on the way, and at the end each
//! kind of root gets its plan. Nothing is looked up by name, and nothing can fail: what the
//! checker has let through has a meaning.

mod access;
mod branch;
mod condition;
mod conjunct;
mod dates;
mod definition;
mod expression;
mod facts;
mod frame;
mod iterate;
mod legal;
mod outcome;
mod plan;
mod regime;
mod rule;
mod table;
mod unknown;

use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) use plan::offsets_in;

use super::code::{Code, Register};
use super::{FactSchema, Program};
use crate::quantity::Date;
use crate::types::typed::{Checked, ReadingId};
use crate::value::{Missing, Owed, Value};

/// Compiles a programme that was checked without errors.
#[must_use]
pub fn compile(checked: Arc<Checked>) -> Program {
    let schema = FactSchema::new(&checked);
    let mut lowering = Lowering::new(&checked, &schema);
    let definitions =
        checked.definitions.iter().map(|it| definition::lower(&mut lowering, it)).collect();
    let parameters = checked.parameters.iter().map(|it| table::parameter(&mut lowering, it));
    let mut tables: Vec<_> = parameters.collect();
    tables.extend(checked.tables.iter().map(|it| table::lower(&mut lowering, it, None)));
    let rules = checked.rules.iter().map(|it| rule::lower(&mut lowering, it)).collect();
    let invariants = checked.records.iter().map(|it| rule::invariants(&mut lowering, it)).collect();
    let readings = (0..checked.readings.len()).map(|at| lowering.reading(at)).collect();
    let plans = plan::plans(&checked, &schema);
    let Lowering { code, constants, boundaries, .. } = lowering;
    Program {
        code,
        constants,
        definitions,
        tables,
        readings,
        rules,
        invariants,
        boundaries: boundaries.into_iter().collect(),
        plans,
        schema,
        checked,
    }
}

/// What all frames share while they are built.
struct Lowering<'c> {
    checked: &'c Checked,
    schema: &'c FactSchema,
    code: Code,
    constants: Vec<Value>,
    boundaries: BTreeSet<Date>,
}

impl<'c> Lowering<'c> {
    fn new(checked: &'c Checked, schema: &'c FactSchema) -> Self {
        let (code, constants) = (Code::default(), Vec::new());
        Self { checked, schema, code, constants, boundaries: BTreeSet::new() }
    }

    /// Puts a constant into the pool.
    fn constant(&mut self, value: Value) -> Register {
        let position = u32::try_from(self.constants.len()).unwrap_or(u32::MAX);
        self.constants.push(value);
        Register::constant(position)
    }

    /// The value of a reading: what was decided, or any of its choices.
    fn reading(&self, at: usize) -> Value {
        let Some(reading) = self.checked.readings.get(at) else {
            return Value::Absent;
        };
        match reading.decided {
            Some(member) => Value::Member(member),
            None => {
                let owed = Missing::one(Owed::Reading(ReadingId::new(at).0));
                let ty = crate::types::typed::Type::Enum(reading.choices);
                unknown::of_type(self.checked, &ty, &owed)
            }
        }
    }
}
