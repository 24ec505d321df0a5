//! Records that lie one after another in the cells.

use crate::types::typed::RecordId;

/// The root, the rows of a list, or the stand-in for the elements of a list that nobody gave.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The first cell.
    pub(super) start: u32,
    /// How many records.
    pub(super) count: u32,
    /// How many cells each takes.
    pub(super) stride: u32,
    /// Their type.
    pub(super) record: RecordId,
    /// The list; none for the root.
    pub(super) list: Option<ListPlace>,
    /// It is a stand-in.
    pub(super) stand_in: bool,
}

/// The list that rows belong to.
#[derive(Clone, Debug)]
pub(super) struct ListPlace {
    /// Its cell.
    pub(super) cell: u32,
    /// For lists inside a list: the positions on the way, from 0, outermost first.
    pub(super) inside: Box<[u32]>,
}

impl Run {
    /// The position of the record that a cell lies in, and the cell's offset in it.
    pub(super) fn locate(&self, cell: u32) -> Option<(u32, u32)> {
        let distance = cell.checked_sub(self.start)?;
        let row = distance.checked_div(self.stride)?;
        let offset = distance.checked_rem(self.stride)?;
        (row < self.count).then_some((row, offset))
    }
}
