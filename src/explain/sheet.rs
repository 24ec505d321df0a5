//! What explaining asks of the facts: five questions about a numbered cell.
//!
//! The room `facts` answers them; tests answer them with a few lines of their own. Nothing else
//! in this room reads facts.

use crate::text::Span;
use crate::types::typed::RecordId;
use crate::value::Value;

/// The facts of one proposal, as far as a report shows them.
pub trait FactSheet {
    /// The first cell of the proposal's root.
    fn root(&self) -> u32;

    /// The value of a cell; none for a cell that does not exist.
    fn value(&self, cell: u32) -> Option<&Value>;

    /// The path of a cell, such as `costs[3].amount`.
    fn path(&self, cell: u32) -> String;

    /// Where the value was written; none for a value that comes from a program or was left out.
    fn span(&self, cell: u32) -> Option<Span>;

    /// The record and the position of the field that the cell holds.
    fn field(&self, cell: u32) -> Option<(RecordId, u32)>;
}

/// The path of the list element that a record is, such as `activities[2]`, from the path of the
/// record's first cell; none for a record that is not an element of a list.
///
/// Only elements of lists have brackets in their paths, and the first cell of a record lies in
/// line, so the last bracket is the element's.
pub(super) fn element_path(sheet: &dyn FactSheet, record: u32) -> Option<String> {
    let path = sheet.path(record);
    let (element, _) = path.rsplit_once(']')?;
    Some(format!("{element}]"))
}
