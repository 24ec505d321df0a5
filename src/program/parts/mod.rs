//! The parts of a compiled programme: each declaration with its formulas and the size of its
//! frame. What a part is for and where it is written stays in the typed program, at the same
//! position.

mod definition;
mod root;
mod rule;
mod table;

pub(crate) use definition::{DefinitionCode, ExceptionCode};
pub(crate) use root::{RootPlan, Run};
pub(crate) use rule::{
    Conjunct, ConjunctKind, EachCode, EffectCode, EffectKind, FactPlace, InvariantCode, RegimeCode,
    RegimesCode, ReplacementCode, RequirementCode, RuleCode,
};
pub(crate) use table::{KeyCases, RowCode, RowsCode, TableCode, TableSlot};

use super::code::Formula;
use crate::quantity::Date;
use crate::value::Value;

/// The days on which something is in force.
#[derive(Clone, Debug, Default)]
pub(crate) struct InForce {
    /// The first day.
    pub(crate) from: Option<Date>,
    /// The last day.
    pub(crate) to: Option<Date>,
    /// Later last days, each under a condition.
    pub(crate) or_to: Vec<(Date, Formula)>,
    /// The last day for which the law is known, and what to say of later ones.
    pub(crate) unknown_after: Option<UnknownAfter>,
}

impl InForce {
    /// Whether nothing is said, so that it is always in force.
    pub(crate) fn is_always(&self) -> bool {
        self.from.is_none()
            && self.to.is_none()
            && self.or_to.is_empty()
            && self.unknown_after.is_none()
    }
}

/// The last day for which the law is known, and the value after it.
#[derive(Clone, Debug)]
pub(crate) struct UnknownAfter {
    /// The last day.
    pub(crate) last: Date,
    /// Any value, owed by the law.
    pub(crate) value: Value,
}

/// The holes of a text, language by language, hole by hole.
pub(crate) type Holes = Vec<Vec<Formula>>;
