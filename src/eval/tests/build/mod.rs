//! Small typed programs by hand.

mod check;
mod declaration;
mod expression;
mod programme;

pub(super) use check::*;
pub(super) use declaration::*;
pub(super) use expression::*;
pub(super) use programme::*;

use crate::types::typed::{EnumId, RecordId};

pub(super) const COST: RecordId = RecordId(0);
pub(super) const OPERATION: RecordId = RecordId(1);
pub(super) const PROJECT: RecordId = RecordId(2);
pub(super) const PRIORITY: RecordId = RecordId(3);
pub(super) const STATUS: EnumId = EnumId(0);

/// Fields of a cost.
pub(super) const AMOUNT: u32 = 0;
pub(super) const INCURRED: u32 = 1;
pub(super) const CROSS: u32 = 2;
pub(super) const KIND: u32 = 3;

/// Fields of a project.
pub(super) const STATUS_FIELD: u32 = 0;
pub(super) const GRANT: u32 = 1;
pub(super) const TOTAL: u32 = 2;
pub(super) const STAFF: u32 = 3;
pub(super) const START: u32 = 4;
pub(super) const FLAG: u32 = 5;
pub(super) const OTHER: u32 = 6;
pub(super) const COSTS: u32 = 7;
pub(super) const NOTE: u32 = 8;
pub(super) const PERIOD: u32 = 9;
pub(super) const NEEDS: u32 = 10;
pub(super) const BUILT: u32 = 11;
