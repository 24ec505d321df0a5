//! What a rule can still come to.

use subvent::eval::Outcome;
use subvent::quantity::{Date, Number};
use subvent::types::typed::RuleKind;
use subvent::value::{Extent, Fault, Missing, Value, ops};

use super::dated::least;

/// Which outcomes are possible.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Set {
    pub satisfied: bool,
    pub violated: bool,
    pub not_applicable: bool,
    pub faulty: bool,
}

/// The kinds of single outcomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum One {
    Satisfied,
    Violated,
    NotApplicable,
    Faulty,
}

impl Set {
    pub fn of(one: One) -> Self {
        let mut set = Self::default();
        set.add(one);
        set
    }

    pub fn add(&mut self, one: One) {
        match one {
            One::Satisfied => self.satisfied = true,
            One::Violated => self.violated = true,
            One::NotApplicable => self.not_applicable = true,
            One::Faulty => self.faulty = true,
        }
    }

    pub fn has(self, one: One) -> bool {
        match one {
            One::Satisfied => self.satisfied,
            One::Violated => self.violated,
            One::NotApplicable => self.not_applicable,
            One::Faulty => self.faulty,
        }
    }

    pub fn all(self) -> Vec<One> {
        let all = [One::Satisfied, One::Violated, One::NotApplicable, One::Faulty];
        all.into_iter().filter(|one| self.has(*one)).collect()
    }

    pub fn union(self, other: Self) -> Self {
        let mut set = self;
        other.all().into_iter().for_each(|one| set.add(one));
        set
    }

    /// All results of combining an outcome of one set with one of the other.
    pub fn combine(self, other: Self, both: impl Fn(One, One) -> One) -> Self {
        let mut set = Self::default();
        for a in self.all() {
            for b in other.all() {
                set.add(both(a, b));
            }
        }
        set
    }

    /// Of a condition.
    pub fn of_truth(truth: ops::Truth) -> Self {
        Self {
            satisfied: truth.yes,
            violated: truth.no,
            not_applicable: false,
            faulty: truth.fault.is_some(),
        }
    }

    pub fn is_single(self) -> bool {
        self.all().len() == 1
    }

    /// One outcome; satisfied and not applicable is reported as satisfied.
    pub fn is_decided(self) -> bool {
        self.is_single()
            || (self.satisfied && self.not_applicable && !self.violated && !self.faulty)
    }

    pub fn outcome(self, kind: RuleKind) -> Outcome {
        if !self.is_decided() {
            return Outcome::Undetermined;
        }
        match (self.all().as_slice(), kind) {
            ([One::Violated], RuleKind::Preference) => Outcome::NotMet,
            ([One::Violated], RuleKind::Permission) => Outcome::NotApplicable,
            ([One::Violated], _) => Outcome::Violated,
            ([One::NotApplicable], _) => Outcome::NotApplicable,
            ([One::Faulty], _) => Outcome::Faulty,
            (_, RuleKind::Permission) => Outcome::Permitted,
            _ => Outcome::Satisfied,
        }
    }
}

/// What is found about one rule on one element.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Judged {
    pub set: Set,
    pub missing: Missing,
    pub fault: Option<Fault>,
    pub day: Option<Date>,
    pub points: Option<(Number, Number)>,
    pub award_missing: Missing,
}

impl Judged {
    pub fn certain(one: One) -> Self {
        Self { set: Set::of(one), ..Self::default() }
    }

    pub fn faulty(fault: Fault) -> Self {
        Self { fault: Some(fault), ..Self::certain(One::Faulty) }
    }

    /// A rule that does not apply, which is worth no points.
    pub fn quiet() -> Self {
        let points = Some((Number::ZERO, Number::ZERO));
        Self { points, ..Self::certain(One::NotApplicable) }
    }

    /// The outcomes of a condition.
    pub fn of_condition(holds: &Value) -> Self {
        let truth = ops::truth(holds);
        let set = Set::of_truth(truth);
        let missing = if set.is_decided() { Missing::none() } else { holds.missing() };
        Self { set, missing, fault: truth.fault, ..Self::default() }
    }

    /// Either of two, of which `why` decides.
    pub fn or(self, other: Self, why: &Missing) -> Self {
        let set = self.set.union(other.set);
        let missing = match set.is_single() {
            true => Missing::none(),
            false => self.missing.union(&other.missing).union(why),
        };
        let points = self.points.zip(other.points);
        Self {
            set,
            missing,
            fault: least(self.fault, other.fault),
            day: self.day.filter(|day| other.day == Some(*day)),
            points: points.map(|(a, b)| (a.0.min(b.0), a.1.max(b.1))),
            award_missing: self.award_missing.union(&other.award_missing),
        }
    }

    /// The outcomes on this element and others together.
    pub fn besides(self, other: Self) -> Self {
        let set = self.set.combine(other.set, |a, b| match (a, b) {
            (One::Violated, _) | (_, One::Violated) => One::Violated,
            (One::Faulty, _) | (_, One::Faulty) => One::Faulty,
            _ => One::Satisfied,
        });
        let points = self
            .points
            .zip(other.points)
            .and_then(|(a, b)| Some((a.0.add(b.0).ok()?, a.1.add(b.1).ok()?)));
        let settled = set.is_decided() && points.is_some_and(|(low, high)| low == high);
        let missing = match settled {
            true => Missing::none(),
            false => self.missing.union(&other.missing),
        };
        Self {
            set,
            missing,
            fault: least(self.fault, other.fault),
            day: None,
            points,
            award_missing: self.award_missing.union(&other.award_missing),
        }
    }
}

/// The bounds of a number of points.
pub fn bounds(value: &Value) -> Option<(Number, Number)> {
    match value {
        Value::Number(number) => Some((*number, *number)),
        Value::Open(open) if open.fault.is_none() && !open.absent => match &open.extent {
            Extent::Numbers { low: Some(low), high: Some(high) } => Some((*low, *high)),
            Extent::Values(values) => {
                let numbers: Vec<Number> = values
                    .iter()
                    .map(|value| match value {
                        Value::Number(number) => Some(*number),
                        _ => None,
                    })
                    .collect::<Option<_>>()?;
                Some((*numbers.iter().min()?, *numbers.iter().max()?))
            }
            _ => None,
        },
        _ => None,
    }
}
