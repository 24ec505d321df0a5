//! What explaining asks of the facts: a few questions about a numbered cell.
//!
//! The room `facts` answers them; tests answer them with a few lines of their own. Nothing else
//! in this room reads facts.

use crate::facts::{Facts, Origin};
use crate::text::Span;
use crate::types::typed::RecordId;
use crate::value::Value;

/// The facts of one proposal, as far as a report shows them. The root begins at cell 0.
pub trait FactSheet {
    /// The value of a cell; absent for a cell that does not exist.
    fn value(&self, cell: u32) -> &Value;

    /// The path of a cell, such as `costs[3].amount`.
    fn path(&self, cell: u32) -> String;

    /// The words of the proposal that give the value; none for a value that a program handed
    /// over, a default, and a fact that nobody gave.
    fn written(&self, cell: u32) -> Option<Span>;

    /// The place that shows the fact: the words that give it, or the record that lacks it.
    fn place(&self, cell: u32) -> Option<Span>;

    /// The record and the position of the field that the cell holds.
    fn field(&self, cell: u32) -> Option<(RecordId, u32)>;

    /// The assessor owes the fact, and not the applicant.
    fn assessed(&self, cell: u32) -> bool;
}

/// The path of the list element that a record is, such as `activities[2]`, from the path of the
/// record's first cell; none for a record that is not an element of a list.
///
/// Only elements of lists have brackets in their paths, and the first cell of a record lies in
/// line, so the last bracket is the element's.
pub(super) fn element_path(sheet: &dyn FactSheet, record: u32) -> Option<String> {
    let mut path = sheet.path(record);
    let end = path.rfind(']')? + 1;
    path.truncate(end);
    Some(path)
}

impl FactSheet for Facts {
    fn value(&self, cell: u32) -> &Value {
        self.cell(cell)
    }

    fn path(&self, cell: u32) -> String {
        Self::path(self, cell)
    }

    fn written(&self, cell: u32) -> Option<Span> {
        match self.origin(cell) {
            Origin::Bytes { span } => Some(span),
            Origin::Path | Origin::Default { .. } | Origin::Omitted { .. } | Origin::StandIn => {
                None
            }
        }
    }

    fn place(&self, cell: u32) -> Option<Span> {
        self.origin(cell).span()
    }

    fn field(&self, cell: u32) -> Option<(RecordId, u32)> {
        self.kind(cell).map(|kind| kind.field)
    }

    fn assessed(&self, cell: u32) -> bool {
        Self::assessed(self, cell)
    }
}
