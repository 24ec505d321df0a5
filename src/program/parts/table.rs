//! Parameters and tables.

use super::{InForce, UnknownAfter};
use crate::program::code::{Formula, Register};
use crate::text::Span;
use crate::value::Value;

/// A position in the list of parameters and tables: the parameters come first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct TableSlot(pub u32);

/// A parameter or a table.
#[derive(Clone, Debug)]
pub(crate) struct TableCode {
    /// The number of registers of its frame.
    pub(crate) registers: u32,
    /// Its keys.
    pub(crate) keys: Vec<Register>,
    /// Its rows by date.
    pub(crate) versions: Vec<(InForce, RowsCode)>,
    /// The last day for which it is known.
    pub(crate) unknown_after: Option<UnknownAfter>,
    /// Its value while nobody fills it: anything, owed by the authority.
    pub(crate) unfilled: Value,
    /// How an open key can be looked at case by case.
    pub(crate) cases: KeyCases,
}

impl TableCode {
    /// The row of a parameter that is the same constant on every day.
    pub(crate) fn constant(&self) -> Option<&RowCode> {
        let [(in_force, rows)] = self.versions.as_slice() else { return None };
        let [row] = rows.rows.as_slice() else { return None };
        let always = in_force.is_always() && row.conditions.is_empty();
        (always && row.value.result.as_constant().is_some()).then_some(row)
    }
}

/// Rows of which exactly one may hold.
#[derive(Clone, Debug)]
pub(crate) struct RowsCode {
    /// The rows.
    pub(crate) rows: Vec<RowCode>,
    /// The value where no row holds, and its place.
    pub(crate) otherwise: Option<(Formula, Span)>,
}

/// A row: its conditions, all of which hold, and its value.
#[derive(Clone, Debug)]
pub(crate) struct RowCode {
    /// The conditions on the keys.
    pub(crate) conditions: Vec<Formula>,
    /// The value.
    pub(crate) value: Formula,
    /// The value's place.
    pub(crate) span: Span,
}

/// For each key, the bounds that rows compare it with.
///
/// Where conditions only compare keys with constants and values are constants, all keys between
/// two neighbouring bounds choose the same row, so one key of each stretch stands for all of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeyCases {
    /// Which keys are integers.
    pub(crate) whole: Vec<bool>,
    /// The constants that each key is compared with; none for a table with conditions of another
    /// kind.
    pub(crate) bounds: Option<Vec<Vec<Value>>>,
}
