//! The outcomes that a rule can still have.

use crate::eval::Outcome;
use crate::types::typed::RuleKind;
use crate::value::ops::Truth;

/// A set over satisfied, violated, not applicable and faulty.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(in crate::eval) struct OutcomeSet(u8);

impl OutcomeSet {
    /// The condition holds; a permission applies; a preference is met.
    pub(in crate::eval) const SATISFIED: Self = Self(1);
    /// It does not hold.
    pub(in crate::eval) const VIOLATED: Self = Self(2);
    /// The rule does not apply.
    pub(in crate::eval) const NOT_APPLICABLE: Self = Self(4);
    /// It cannot be computed.
    pub(in crate::eval) const FAULTY: Self = Self(8);
    /// Satisfied, violated or not applicable.
    pub(in crate::eval) const ANY_RESULT: Self = Self(7);

    const ALL: [Self; 4] = [Self::SATISFIED, Self::VIOLATED, Self::NOT_APPLICABLE, Self::FAULTY];

    /// All of both sets.
    pub(in crate::eval) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set, where a condition for it can hold.
    pub(in crate::eval) fn when(self, possible: bool) -> Self {
        if possible { self } else { Self(0) }
    }

    /// Whether all of the other set are in this one.
    pub(in crate::eval) fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether nothing is left to be decided: one outcome, or satisfied and not applicable,
    /// which is reported as satisfied.
    pub(in crate::eval) fn is_decided(self) -> bool {
        self.is_single() || self == Self::SATISFIED.union(Self::NOT_APPLICABLE)
    }

    /// Whether nothing is left to be decided for a rule of a kind. Besides what is decided for
    /// all kinds, a preference that is not met or does not apply has no points either way: it is
    /// reported as not met.
    pub(in crate::eval) fn is_decided_for(self, kind: RuleKind) -> bool {
        let never_met = self == Self::VIOLATED.union(Self::NOT_APPLICABLE);
        self.is_decided() || (kind == RuleKind::Preference && never_met)
    }

    /// Whether one outcome is left.
    pub(in crate::eval) fn is_single(self) -> bool {
        self.0.count_ones() == 1
    }

    /// The set of a condition: satisfied where it is yes.
    pub(in crate::eval) fn of(truth: Truth) -> Self {
        Self::SATISFIED
            .when(truth.yes)
            .union(Self::VIOLATED.when(truth.no))
            .union(Self::FAULTY.when(truth.fault.is_some()))
    }

    /// Whether the rule holds, as a condition of another: yes when satisfied or not applicable.
    pub(in crate::eval) fn truth(self, fault: Option<crate::value::Fault>) -> Truth {
        Truth {
            yes: self.0 & (Self::SATISFIED.0 | Self::NOT_APPLICABLE.0) != 0,
            no: self.holds(Self::VIOLATED),
            fault: fault.filter(|_| self.holds(Self::FAULTY)),
        }
    }

    /// All results of combining an outcome of this set with one of the other.
    pub(in crate::eval) fn combine(self, other: Self, both: impl Fn(Self, Self) -> Self) -> Self {
        let mut combined = Self::default();
        for a in Self::ALL.into_iter().filter(|a| self.holds(*a)) {
            for b in Self::ALL.into_iter().filter(|b| other.holds(*b)) {
                combined = combined.union(both(a, b));
            }
        }
        combined
    }

    /// The outcome that is reported.
    pub(in crate::eval) fn outcome(self, kind: RuleKind) -> Outcome {
        match (self, kind) {
            (Self::VIOLATED, RuleKind::Preference) => Outcome::NotMet,
            (Self::VIOLATED, RuleKind::Permission) => Outcome::NotApplicable,
            (Self::VIOLATED, _) => Outcome::Violated,
            (Self::NOT_APPLICABLE, _) => Outcome::NotApplicable,
            (Self::FAULTY, _) => Outcome::Faulty,
            (set, RuleKind::Permission) if set.is_decided() => Outcome::Permitted,
            (set, _) if set.is_decided() => Outcome::Satisfied,
            (set, kind) if set.is_decided_for(kind) => Outcome::NotMet,
            _ => Outcome::Undetermined,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn satisfied_or_not_applicable_is_satisfied() {
        let set = OutcomeSet::SATISFIED.union(OutcomeSet::NOT_APPLICABLE);
        assert!(set.is_decided());
        assert_eq!(set.outcome(RuleKind::Rule), Outcome::Satisfied);
        assert_eq!(set.outcome(RuleKind::Preference), Outcome::Satisfied);
    }

    #[test]
    fn violated_or_not_applicable_is_undetermined() {
        let set = OutcomeSet::VIOLATED.union(OutcomeSet::NOT_APPLICABLE);
        assert_eq!(set.outcome(RuleKind::Rule), Outcome::Undetermined);
    }

    #[test]
    fn a_preference_that_is_never_met_is_not_met() {
        let set = OutcomeSet::VIOLATED.union(OutcomeSet::NOT_APPLICABLE);
        assert_eq!(set.outcome(RuleKind::Preference), Outcome::NotMet);
        let faulty = set.union(OutcomeSet::FAULTY);
        assert_eq!(faulty.outcome(RuleKind::Preference), Outcome::Undetermined);
        let met = set.union(OutcomeSet::SATISFIED);
        assert_eq!(met.outcome(RuleKind::Preference), Outcome::Undetermined);
    }

    #[test]
    fn combining_takes_every_pair() {
        let open = OutcomeSet::SATISFIED.union(OutcomeSet::VIOLATED);
        let worst = |a: OutcomeSet, b: OutcomeSet| if a == OutcomeSet::VIOLATED { a } else { b };
        assert_eq!(open.combine(OutcomeSet::SATISFIED, worst), open);
        assert_eq!(OutcomeSet::VIOLATED.combine(open, worst), OutcomeSet::VIOLATED);
    }
}
