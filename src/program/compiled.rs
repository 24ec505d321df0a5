//! The compiled programme.

use std::sync::Arc;

use super::FactSchema;
use super::code::Code;
use super::parts::{DefinitionCode, InvariantCode, RootPlan, RuleCode, TableCode, TableSlot};
use crate::quantity::{Date, RateTable};
use crate::types::typed::{Checked, DefinitionId, RatesId, ReadingId, RecordId, RuleId};
use crate::value::Value;

/// A programme ready to check proposals: immutable, and cheap to share.
#[derive(Clone, Debug)]
pub struct Program {
    pub(super) checked: Arc<Checked>,
    pub(super) schema: FactSchema,
    pub(super) code: Code,
    pub(super) constants: Vec<Value>,
    pub(super) definitions: Vec<DefinitionCode>,
    pub(super) tables: Vec<TableCode>,
    pub(super) rates: Vec<Option<Arc<RateTable>>>,
    pub(super) readings: Vec<Value>,
    pub(super) rules: Vec<RuleCode>,
    pub(super) invariants: Vec<Vec<InvariantCode>>,
    pub(super) boundaries: Vec<Date>,
    pub(super) plans: Vec<RootPlan>,
}

impl Program {
    /// The typed program that this one was compiled from: names, spans, citations, messages.
    #[must_use]
    pub fn checked(&self) -> &Arc<Checked> {
        &self.checked
    }

    /// Where each fact lies.
    #[must_use]
    pub fn schema(&self) -> &FactSchema {
        &self.schema
    }

    /// The instructions.
    pub(crate) fn code(&self) -> &Code {
        &self.code
    }

    /// A constant.
    pub(crate) fn constant(&self, constant: u32) -> Option<&Value> {
        self.constants.get(constant as usize)
    }

    /// The code of a definition.
    pub(crate) fn definition(&self, id: DefinitionId) -> Option<&DefinitionCode> {
        self.definitions.get(id.index())
    }

    /// The code of a parameter or a table.
    pub(crate) fn table(&self, slot: TableSlot) -> Option<&TableCode> {
        self.tables.get(slot.0 as usize)
    }

    /// The quotes of a table of rates; none while nobody has supplied them.
    #[must_use]
    pub fn rates(&self, id: RatesId) -> Option<&RateTable> {
        self.rates.get(id.index())?.as_deref()
    }

    /// The same programme with other quotes in a table of rates.
    #[must_use]
    pub fn with_rates(&self, id: RatesId, table: Arc<RateTable>) -> Self {
        let mut program = self.clone();
        if let Some(place) = program.rates.get_mut(id.index()) {
            *place = Some(table);
        }
        program
    }

    /// The value of a reading: the one decided, or any.
    pub(crate) fn reading(&self, id: ReadingId) -> Option<&Value> {
        self.readings.get(id.index())
    }

    /// The code of a rule.
    pub(crate) fn rule(&self, id: RuleId) -> Option<&RuleCode> {
        self.rules.get(id.index())
    }

    /// The invariants of a record.
    pub(crate) fn invariants(&self, record: RecordId) -> &[InvariantCode] {
        self.invariants.get(record.index()).map_or(&[], |list| list)
    }

    /// All days on which anything changes from the day before, in order.
    pub(crate) fn boundaries(&self) -> &[Date] {
        &self.boundaries
    }

    /// What is computed for a proposal that is such a record.
    pub(crate) fn plan(&self, root: RecordId) -> Option<&RootPlan> {
        self.plans.iter().find(|plan| plan.record == root)
    }

    /// How far a record starts after one that is or includes it, directly or not.
    pub(crate) fn offset_in(&self, outer: RecordId, inner: RecordId) -> Option<u32> {
        super::lower::offsets_in(&self.checked, &self.schema, outer, inner).first().copied()
    }
}
