//! Counts by a calendar or by the law of legal periods.

use super::{Block, Register};
use crate::types::typed::{CalendarId, Legal};

/// A count.
#[derive(Clone, Debug)]
pub(crate) struct LegalCode {
    /// What is counted.
    pub(crate) operation: Legal,
    /// The event, the date or the period.
    pub(crate) operand: Register,
    /// The duration, or the constant of none.
    pub(crate) duration: Register,
    /// By what.
    pub(crate) calendar: CalendarCode,
    /// The code that computes the operand and runs first, where it must be possible to ask which
    /// facts it reads.
    pub(crate) source: Option<Block>,
}

/// The calendar of a count.
#[derive(Clone, Debug)]
pub(crate) enum CalendarCode {
    /// None.
    None,
    /// This one.
    One(CalendarId),
    /// The one whose full name is the text in a register.
    Chosen {
        /// The text.
        choice: Register,
        /// Those that are possible.
        among: Box<[CalendarId]>,
    },
}

impl LegalCode {
    /// The registers that are read.
    pub(crate) fn operands(&self) -> Vec<Register> {
        let choice = match &self.calendar {
            CalendarCode::Chosen { choice, .. } => Some(*choice),
            CalendarCode::None | CalendarCode::One(_) => None,
        };
        [self.operand, self.duration].into_iter().chain(choice).collect()
    }
}
