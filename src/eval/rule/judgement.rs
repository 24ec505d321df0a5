//! What is found about one rule on one element.

use super::OutcomeSet;
use crate::eval::Quiet;
use crate::quantity::{Date, Number};
use crate::value::{Extent, Fault, Missing, Value};

/// The outcomes that are possible and why.
#[derive(Clone, PartialEq, Debug, Default)]
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
    /// The points of a preference: the least and the most; none where a fault may stand for
    /// them.
    pub(in crate::eval) points: Option<(Number, Number)>,
    /// What would decide the award of a preference, whatever its outcome.
    pub(in crate::eval) award_missing: Missing,
}

impl Judgement {
    /// An outcome that is certain.
    pub(in crate::eval) fn certain(set: OutcomeSet) -> Self {
        Self { set, ..Self::default() }
    }

    /// A fault that is certain.
    pub(in crate::eval) fn faulty(fault: Fault) -> Self {
        Self { fault: Some(fault), ..Self::certain(OutcomeSet::FAULTY) }
    }

    /// A rule that does not apply.
    pub(in crate::eval) fn quiet(quiet: Quiet) -> Self {
        let nothing = Some((Number::ZERO, Number::ZERO));
        let points = nothing;
        Self { quiet: Some(quiet), points, ..Self::certain(OutcomeSet::NOT_APPLICABLE) }
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
            fault: least(self.fault, other.fault),
            quiet: match (self.quiet, other.quiet) {
                (Some(a), Some(b)) if a == b => Some(a),
                _ => quiet.then_some(Quiet::Either),
            },
            regimes: if self.regimes == other.regimes { self.regimes } else { Vec::new() },
            regime: self.regime.filter(|regime| other.regime == Some(*regime)),
            day: self.day.filter(|day| other.day == Some(*day)),
            points: hull(self.points, other.points),
            award_missing: self.award_missing.union(&other.award_missing),
        }
    }
}

/// The bounds of a number of points.
pub(in crate::eval) fn bounds(value: &Value) -> Option<(Number, Number)> {
    match value {
        Value::Number(number) => Some((*number, *number)),
        Value::Open(open) if open.fault.is_none() && !open.absent => match &open.extent {
            Extent::Numbers { low: Some(low), high: Some(high) } => Some((*low, *high)),
            Extent::Values(values) => {
                let numbers = values.iter().map(|value| match value {
                    Value::Number(number) => Some(*number),
                    _ => None,
                });
                let numbers: Vec<Number> = numbers.collect::<Option<_>>()?;
                Some((*numbers.iter().min()?, *numbers.iter().max()?))
            }
            _ => None,
        },
        _ => None,
    }
}

fn hull(a: Option<(Number, Number)>, b: Option<(Number, Number)>) -> Option<(Number, Number)> {
    let ((low_a, high_a), (low_b, high_b)) = a.zip(b)?;
    Some((low_a.min(low_b), high_a.max(high_b)))
}

pub(in crate::eval) fn least(a: Option<Fault>, b: Option<Fault>) -> Option<Fault> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
