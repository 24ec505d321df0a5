//! The facts of one proposal: a flat list of cells and where each comes from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Origin;
use super::run::Run;
use crate::program::{Cell, FactSchema};
use crate::types::typed::{Checked, Field, RecordId};
use crate::value::Value;

/// The facts of one proposal, bound and complete.
///
/// Every cell has a value: certain, [`Value::Absent`], or [`Value::Open`] where nobody gave it.
/// A record is named by the number of its first cell; the root begins at cell 0.
#[derive(Clone, Debug)]
pub struct Facts {
    pub(super) schema: FactSchema,
    pub(super) root: RecordId,
    pub(super) cells: Vec<Value>,
    pub(super) origins: Vec<Origin>,
    pub(super) evidence: Vec<u8>,
    /// What the proposal names as the source of single facts.
    pub(super) sources: BTreeMap<u32, Arc<str>>,
    /// In the order of their first cells, which is the order in which they were made; none is
    /// without cells.
    pub(super) runs: Vec<Run>,
    /// The first cell of a stand-in for any record of a type.
    pub(super) phantoms: BTreeMap<RecordId, u32>,
}

/// What a cell holds that does not exist.
static NOTHING: Value = Value::Absent;

impl Facts {
    /// The record that the proposal is.
    #[must_use]
    pub fn root(&self) -> RecordId {
        self.root
    }

    /// The layouts that the facts lie in.
    #[must_use]
    pub fn schema(&self) -> &FactSchema {
        &self.schema
    }

    /// How many cells there are, stand-ins included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is no cell, because the root has no field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The value of a cell; [`Value::Absent`] for a cell that does not exist.
    #[must_use]
    pub fn cell(&self, cell: u32) -> &Value {
        self.cells.get(cell as usize).unwrap_or(&NOTHING)
    }

    /// The values of all cells in order.
    #[must_use]
    pub fn cells(&self) -> &[Value] {
        &self.cells
    }

    /// The evidence of a cell: 0 for a fact that nobody gave, 1 declared, 2 documented,
    /// 3 verified. A fact given without a word about its evidence is declared.
    #[must_use]
    pub fn evidence(&self, cell: u32) -> u8 {
        self.evidence.get(cell as usize).copied().unwrap_or(0)
    }

    /// The source that the proposal names for a fact.
    #[must_use]
    pub fn source(&self, cell: u32) -> Option<&str> {
        self.sources.get(&cell).map(|source| &**source)
    }

    /// Where the value of a cell comes from.
    #[must_use]
    pub fn origin(&self, cell: u32) -> Origin {
        self.origins.get(cell as usize).copied().unwrap_or(Origin::Omitted { span: None })
    }

    /// Whether the assessor owes the fact, and not the applicant.
    #[must_use]
    pub fn assessed(&self, cell: u32) -> bool {
        self.kind(cell).is_some_and(|cell| cell.assessed)
    }

    /// What the layout says of a cell.
    #[must_use]
    pub fn kind(&self, cell: u32) -> Option<&Cell> {
        let run = self.run(cell)?;
        let (_, offset) = run.locate(cell)?;
        self.schema.layout(run.record)?.cells.get(offset as usize)
    }

    /// The declared field of a cell, with its title and documentation.
    #[must_use]
    pub fn field<'c>(&self, checked: &'c Checked, cell: u32) -> Option<&'c Field> {
        let (record, field) = self.kind(cell)?.field;
        checked.records.get(record.index())?.fields.get(field as usize)
    }

    /// The first cell of a stand-in for records of a type that lists may hold although nobody
    /// gave them; none when every list of such records is given.
    ///
    /// Where one list is meant, the stand-in in its own extent is the more exact one: it owes
    /// that list only.
    #[must_use]
    pub fn phantom(&self, record: RecordId) -> Option<u32> {
        self.phantoms.get(&record).copied()
    }

    /// The run that a cell lies in.
    pub(super) fn run(&self, cell: u32) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.start <= cell);
        self.runs.get(..after)?.last().filter(|run| run.locate(cell).is_some())
    }
}
