//! Parameters and tables.

use super::{InForce, UnknownAfter};
use crate::program::code::{Formula, Register};
use crate::text::Span;
use crate::value::Value;

/// A position in the list of parameters and tables: the parameters come first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TableSlot(pub u32);

/// A parameter or a table.
#[derive(Clone, Debug)]
pub struct TableCode {
    /// The number of registers of its frame.
    pub registers: u32,
    /// Its keys.
    pub keys: Vec<Register>,
    /// Its rows by date.
    pub versions: Vec<(InForce, RowsCode)>,
    /// The last day for which it is known.
    pub unknown_after: Option<UnknownAfter>,
    /// Its value while nobody fills it: anything, owed by the authority.
    pub unfilled: Value,
    /// How an open key can be looked at case by case.
    pub cases: KeyCases,
    /// Its name.
    pub span: Span,
}

/// Rows of which exactly one may hold.
#[derive(Clone, Debug)]
pub struct RowsCode {
    /// The rows.
    pub rows: Vec<RowCode>,
    /// The value where no row holds.
    pub otherwise: Option<Formula>,
    /// The whole version.
    pub span: Span,
}

/// A row: its conditions, all of which hold, and its value.
#[derive(Clone, Debug)]
pub struct RowCode {
    /// The conditions on the keys.
    pub conditions: Vec<Formula>,
    /// The value.
    pub value: Formula,
    /// The value's place.
    pub span: Span,
}

/// For each key, the bounds that rows compare it with.
///
/// Where conditions only compare keys with constants and values are constants, all keys between
/// two neighbouring bounds choose the same row, so one key of each stretch stands for all of it.
#[derive(Clone, Debug, Default)]
pub struct KeyCases {
    /// Which keys are integers.
    pub whole: Vec<bool>,
    /// The constants that each key is compared with; none for a table with conditions of another
    /// kind.
    pub bounds: Option<Vec<Vec<Value>>>,
}
