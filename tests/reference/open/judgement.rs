//! What a rule can still come to.

use subvent::eval::Outcome;
use subvent::quantity::{Date, Number};
use subvent::text::Span;
use subvent::types::typed::RuleKind;
use subvent::value::{Arithmetic, Extent, Fault, Missing, Value, ops};

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

    /// The same for a kind of rule: a preference that is not met or does not apply is not met.
    pub fn is_decided_for(self, kind: RuleKind) -> bool {
        let never_met = self.violated && self.not_applicable && !self.satisfied && !self.faulty;
        self.is_decided() || (kind == RuleKind::Preference && never_met)
    }

    pub fn outcome(self, kind: RuleKind) -> Outcome {
        if !self.is_decided_for(kind) {
            return Outcome::Undetermined;
        }
        match (self.all().as_slice(), kind) {
            ([One::Violated, ..], RuleKind::Preference) => Outcome::NotMet,
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
#[derive(Clone, PartialEq, Debug)]
pub struct Judged {
    pub set: Set,
    pub missing: Missing,
    pub fault: Option<Fault>,
    pub day: Option<Date>,
    /// The points of a preference, else none.
    pub points: Value,
}

/// No points at all.
pub const NO_POINTS: Value = Value::Number(Number::ZERO);

impl Default for Judged {
    fn default() -> Self {
        Self {
            set: Set::default(),
            missing: Missing::none(),
            fault: None,
            day: None,
            points: NO_POINTS,
        }
    }
}

impl Judged {
    pub fn certain(one: One) -> Self {
        Self { set: Set::of(one), ..Self::default() }
    }

    pub fn faulty(fault: Fault) -> Self {
        let points = Value::Fault(fault);
        Self { fault: Some(fault), points, ..Self::certain(One::Faulty) }
    }

    /// A rule that does not apply, which is worth no points.
    pub fn quiet() -> Self {
        Self::certain(One::NotApplicable)
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
        Self {
            set,
            missing,
            fault: least(self.fault, other.fault),
            day: self.day.filter(|day| other.day == Some(*day)),
            points: ops::join(&[&self.points, &other.points], why),
        }
    }

    /// The outcomes on this element and others together.
    pub fn besides(self, other: Self) -> Self {
        let set = self.set.combine(other.set, |a, b| match (a, b) {
            (One::Violated, _) | (_, One::Violated) => One::Violated,
            (One::Faulty, _) | (_, One::Faulty) => One::Faulty,
            _ => One::Satisfied,
        });
        let points = ops::arithmetic(Arithmetic::Add, &self.points, &other.points, Span::default());
        let missing = match set.is_decided() {
            true => Missing::none(),
            false => self.missing.union(&other.missing),
        };
        Self { set, missing, fault: least(self.fault, other.fault), day: None, points }
    }
}

/// The points of any number of elements that are worth so much each.
pub fn any_number_of(one: &Value, missing: &Missing) -> Value {
    let (low, high) = match one {
        Value::Number(number) => (Some(*number), Some(*number)),
        Value::Open(open) => match &open.extent {
            Extent::Numbers { low, high } => (*low, *high),
            _ => (None, None),
        },
        _ => (None, None),
    };
    let low = low.filter(|low| *low >= Number::ZERO).map(|_| Number::ZERO);
    let high = high.filter(|high| *high <= Number::ZERO).map(|_| Number::ZERO);
    let fault = match one {
        Value::Fault(fault) => Some(*fault),
        Value::Open(open) => open.fault,
        _ => None,
    };
    Value::possible(Extent::Numbers { low, high }, fault, one.missing().union(missing))
}
