//! What a rule comes to on one record: the elements that it is for, whether it applies, what it
//! asks, and what follows.
//!
//! The steps for each element: whether it is in force, replaced, guarded or excepted
//! ([`applies`]); then its requirements and regimes ([`body`], [`regime`]); the set of outcomes
//! that are possible ([`OutcomeSet`]); where that is undetermined a closer look at missing facts
//! case by case ([`split`]); figures ([`comparison`]), the effect ([`effect`]) and the repair
//! ([`repair`]).

mod applies;
mod body;
mod comparison;
mod each;
mod effect;
mod judgement;
mod outcome_of;
mod reasons;
mod regime;
mod repair;
mod report;
mod set;
mod solve;
mod split;

pub(super) use report::Report;
pub(super) use set::OutcomeSet;

use super::machine::{Days, Root};
use crate::program::parts::RuleCode;
use crate::types::typed::{Rule, RuleId, RuleKind};
use crate::value::Value;

/// A rule and the record that it is checked on.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    pub(super) id: RuleId,
    pub(super) rule: &'p Rule,
    pub(super) code: &'p RuleCode,
    /// The first cell of the record that the rule is for.
    pub(super) base: u32,
    /// The root around it.
    pub(super) root: Root,
}

impl Place<'_> {
    /// The outcome of the rule where it does not apply.
    ///
    /// For a permission it counts as a violation until it is reported: what is permitted and
    /// what is not are never the same, as satisfied and not applicable are for a rule.
    fn not_applicable(&self) -> OutcomeSet {
        match self.rule.kind {
            RuleKind::Permission => OutcomeSet::VIOLATED,
            RuleKind::Rule | RuleKind::Preference | RuleKind::Information => {
                OutcomeSet::NOT_APPLICABLE
            }
        }
    }
}

/// One element that a rule is judged on: its loop variables are set.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// Whether the elements are in their lists, as far as the lists tell.
    pub(super) listed: Value,
    /// The same, and whether the loops' conditions hold.
    pub(super) included: Value,
    /// The days on which the rule is read.
    pub(super) days: Days,
}
