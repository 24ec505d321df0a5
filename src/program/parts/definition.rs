//! Definitions and their exceptions.

use super::InForce;
use crate::program::code::{Formula, Register};
use crate::text::Span;
use crate::value::Value;

/// A definition or a result.
#[derive(Clone, Debug)]
pub struct DefinitionCode {
    /// The number of registers of its frame.
    pub registers: u32,
    /// Its parameters.
    pub parameters: Vec<Register>,
    /// The date on which it is read, whoever asks.
    pub as_of: Option<Formula>,
    /// Its values by date.
    pub versions: Vec<(InForce, Formula)>,
    /// Its exceptions.
    pub exceptions: Vec<ExceptionCode>,
    /// Its value while nobody fills it: anything, owed by the authority.
    pub unfilled: Value,
    /// Its value depends on nothing but its receiver and the date.
    pub remembered: bool,
    /// Its name.
    pub span: Span,
}

/// An exception to a definition or to another exception.
#[derive(Clone, Debug)]
pub struct ExceptionCode {
    /// When it is in force.
    pub in_force: InForce,
    /// When it holds.
    pub condition: Formula,
    /// The value then.
    pub value: Formula,
    /// Its own exceptions.
    pub exceptions: Vec<ExceptionCode>,
    /// The whole exception.
    pub span: Span,
}
