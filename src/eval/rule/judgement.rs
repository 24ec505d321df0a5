//! What is found about one rule on one element.

use super::OutcomeSet;
use crate::eval::Quiet;
use crate::quantity::{Date, Number};
use crate::value::{Fault, Faults, Missing, Value, ops};

/// The outcomes that are possible and why.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::eval) struct Judgement {
    /// The outcomes that are possible.
    pub(in crate::eval) set: OutcomeSet,
    /// What would decide between them; nothing where there is nothing to decide.
    pub(in crate::eval) missing: Missing,
    /// The least fault that is possible.
    pub(in crate::eval) fault: Option<Fault>,
    /// Why the rule certainly does not apply.
    pub(in crate::eval) quiet: Option<Quiet>,
    /// The regime that certainly holds.
    pub(in crate::eval) regime: Option<u32>,
    /// What came of each regime, in order.
    pub(in crate::eval) regimes: Vec<OutcomeSet>,
    /// The day on which the rule was read, when there is one.
    pub(in crate::eval) day: Option<Date>,
    /// The points of a preference; none of any other rule.
    pub(in crate::eval) points: Value,
}

/// No points at all.
pub(in crate::eval) const NO_POINTS: Value = Value::Number(Number::ZERO);

impl Default for Judgement {
    fn default() -> Self {
        Self {
            set: OutcomeSet::default(),
            missing: Missing::none(),
            fault: None,
            quiet: None,
            regime: None,
            regimes: Vec::new(),
            day: None,
            points: NO_POINTS,
        }
    }
}

impl Judgement {
    /// An outcome that is certain.
    pub(in crate::eval) fn certain(set: OutcomeSet) -> Self {
        Self { set, ..Self::default() }
    }

    /// A fault that is certain.
    pub(in crate::eval) fn faulty(fault: Fault) -> Self {
        let points = Value::Fault(fault);
        Self { fault: Some(fault), points, ..Self::certain(OutcomeSet::FAULTY) }
    }

    /// A rule that does not apply.
    pub(in crate::eval) fn quiet(quiet: Quiet) -> Self {
        Self { quiet: Some(quiet), ..Self::certain(OutcomeSet::NOT_APPLICABLE) }
    }

    /// Either of two, of which `why` decides; nothing where both come to the same.
    pub(in crate::eval) fn or(self, other: Self, why: &Missing) -> Self {
        let set = self.set.union(other.set);
        let missing = if set.is_single() {
            Missing::none()
        } else {
            self.missing.union(&other.missing).union(why)
        };
        let quiet = self.set == other.set && (self.quiet.is_some() || other.quiet.is_some());
        Self {
            set,
            missing,
            fault: either(self.fault, other.fault),
            quiet: match (self.quiet, other.quiet) {
                (Some(a), Some(b)) if a == b => Some(a),
                _ => quiet.then_some(Quiet::Either),
            },
            regimes: if self.regimes == other.regimes { self.regimes } else { Vec::new() },
            regime: self.regime.filter(|regime| other.regime == Some(*regime)),
            day: self.day.filter(|day| other.day == Some(*day)),
            points: ops::join(&[&self.points, &other.points], why),
        }
    }
}

impl Judgement {
    /// The fault of this judgement and another together.
    pub(in crate::eval) fn fault_with(&self, other: &Self) -> Option<Fault> {
        let mut faults = Faults::default();
        for judgement in [self, other] {
            match judgement.set == OutcomeSet::FAULTY {
                true => faults.meet(judgement.fault),
                false => faults.may_meet(judgement.fault),
            }
        }
        faults.of_result()
    }
}

/// The fault that is one or the other.
pub(in crate::eval) fn either(a: Option<Fault>, b: Option<Fault>) -> Option<Fault> {
    let mut faults = Faults::default();
    faults.may_meet(a);
    faults.may_meet(b);
    faults.of_result()
}
