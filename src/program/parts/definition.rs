//! Definitions and their exceptions.

use super::InForce;
use crate::program::code::{Formula, Register};
use crate::text::Span;
use crate::value::Value;

/// A definition or a result.
#[derive(Clone, Debug)]
pub(crate) struct DefinitionCode {
    /// The number of registers of its frame.
    pub(crate) registers: u32,
    /// Its parameters.
    pub(crate) parameters: Vec<Register>,
    /// The date on which it is read, whoever asks.
    pub(crate) as_of: Option<Formula>,
    /// Its values by date.
    pub(crate) versions: Vec<(InForce, Formula)>,
    /// Its exceptions.
    pub(crate) exceptions: Vec<ExceptionCode>,
    /// Its value while nobody fills it: anything, owed by the authority.
    pub(crate) unfilled: Value,
    /// Its value depends on nothing but its receiver and the date.
    pub(crate) remembered: bool,
    /// Its name.
    pub(crate) span: Span,
}

/// An exception to a definition or to another exception.
#[derive(Clone, Debug)]
pub(crate) struct ExceptionCode {
    /// When it is in force.
    pub(crate) in_force: InForce,
    /// When it holds.
    pub(crate) condition: Formula,
    /// The value then.
    pub(crate) value: Formula,
    /// Its own exceptions.
    pub(crate) exceptions: Vec<ExceptionCode>,
    /// The whole exception.
    pub(crate) span: Span,
}
