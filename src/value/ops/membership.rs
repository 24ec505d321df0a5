//! `in`, and `includes any of`, `all of`, `none of`.

use super::equality::same;
use super::fold::Fold;
use super::logic::{Conjunction, Truth};
use super::strict::{Doubt, mismatch, strict};
use crate::text::Span;
use crate::value::{
    Extent, Fault, Faults, FoldKind, List, Missing, Open, Openness, Quantifier, Value,
};

/// Whether a value is one of those written out; an absent operand gives no.
///
/// An open list leaves a value that is not named open, and `owed` is what would decide it.
#[must_use]
pub fn one_of(operand: &Value, values: &[Value], open: Openness, owed: &Missing) -> Value {
    if let Some(found) = found_at_once(operand, values) {
        return judged((Truth::from(found), Missing::none()), operand, open, owed);
    }
    no_when_absent((operand, &Value::Bool(true)), |operand, _| {
        judged(member(operand, &Elements::Given(values)), operand, open, owed)
    })
}

/// Whether a certain value is among certain values of the same simple kind.
fn found_at_once(operand: &Value, values: &[Value]) -> Option<bool> {
    let simple = matches!(operand, Value::Member(_) | Value::Number(_) | Value::Text(_));
    let kind = std::mem::discriminant(operand);
    let comparable = simple && values.iter().all(|value| std::mem::discriminant(value) == kind);
    comparable.then(|| values.contains(operand))
}

/// Whether a value is an element of a list; no when either is absent.
#[must_use]
pub fn element_of(operand: &Value, list: &Value, open: Openness, owed: &Missing) -> Value {
    no_when_absent((operand, list), |operand, list| {
        let doubt = match strict(&[operand, list], Span::default()) {
            Ok(doubt) => doubt,
            Err(fault) => return fault,
        };
        let Some(elements) = Elements::of(list) else {
            return if doubt.missing.is_empty() {
                mismatch(Span::default())
            } else {
                doubt.value(Extent::Bools)
            };
        };
        let (truth, missing) = member(operand, &elements);
        let list_fault = Doubt { missing: Missing::none(), ..doubt }.fault;
        let truth = truth.hull(Truth { yes: false, no: false, fault: list_fault });
        judged((truth, missing.union(&list.missing())), operand, open, owed)
    })
}

/// The answer for the operands where they are there, or no where they may be absent.
pub(super) fn no_when_absent(
    (left, right): (&Value, &Value),
    answer: impl Fn(&Value, &Value) -> Value,
) -> Value {
    let (left, may_lack_left) = present(left);
    let (right, may_lack_right) = present(right);
    match (&left, &right) {
        (Value::Fault(_), _) | (_, Value::Fault(_)) => {
            let missing = may_lack_left.union(&may_lack_right);
            let missing = missing.union(&left.missing()).union(&right.missing());
            let truth = Truth { yes: false, no: false, fault: faults_of(&left, &right) };
            // Absence of the one side gives no only where the other is no fault.
            let certain = |value: &Value, lacks: &Missing| {
                matches!(value, Value::Fault(_)) && lacks.is_empty()
            };
            let sure = certain(&left, &may_lack_left) || certain(&right, &may_lack_right);
            return Truth { no: !sure, ..truth }.into_value(missing);
        }
        (Value::Absent, other) | (other, Value::Absent) => return no_or_fault(other),
        _ => {}
    }
    let answer = answer(&left, &right);
    let missing = may_lack_left.union(&may_lack_right);
    if missing.is_empty() {
        return answer;
    }
    let doubt = Doubt { fault: None, missing };
    match super::logic::truth(&answer).is_certainly_no() {
        true => answer,
        false => doubt.any_of([answer, Value::Bool(false)]),
    }
}

/// The fault of a result that both values are needed for.
pub(super) fn faults_of(left: &Value, right: &Value) -> Option<Fault> {
    let mut faults = Faults::default();
    for value in [left, right] {
        match value {
            Value::Fault(fault) => faults.meet(Some(*fault)),
            Value::Open(open) => faults.may_meet(open.fault),
            _ => {}
        }
    }
    faults.of_result()
}

/// The value where it is there, and what would tell whether it is.
fn present(value: &Value) -> (Value, Missing) {
    match value {
        Value::Open(open) if open.absent => {
            let present = Open { absent: false, ..Open::clone(open) };
            let missing = open.missing.clone();
            match (&present.extent, present.fault) {
                (Extent::Nothing, None) => (Value::Absent, missing),
                _ => (present.settle(), missing),
            }
        }
        other => (other.clone(), Missing::none()),
    }
}

/// The other operand of an absent one: no, unless it is or may be a fault.
fn no_or_fault(other: &Value) -> Value {
    let fault = match other {
        Value::Open(open) => open.fault,
        _ => None,
    };
    Truth { fault, ..Truth::NO }.into_value(other.missing())
}

/// What a membership is asked of.
enum Elements<'a> {
    /// Values written out.
    Given(&'a [Value]),
    /// The elements of a list.
    Listed(&'a List),
    /// The possible elements of a list.
    Possible(&'a Extent),
}

impl<'a> Elements<'a> {
    fn of(list: &'a Value) -> Option<Self> {
        match list {
            Value::List(list) => Some(Self::Listed(list)),
            Value::Open(open) => match &open.extent {
                extent @ Extent::List { .. } => Some(Self::Possible(extent)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Calls with each element, and whether it is certain to be one, until the answer is no.
    fn each(&self, mut visit: impl FnMut(&Value, Truth) -> bool) {
        match self {
            Self::Given(values) => {
                let _ = values.iter().all(|value| visit(value, Truth::YES));
            }
            Self::Listed(list) => {
                let _ = list.iter().all(|value| visit(&value, Truth::YES));
            }
            Self::Possible(Extent::List { items, more }) => {
                let listed = items.iter().all(|item| {
                    let included = if item.certain { Truth::YES } else { Truth::OPEN };
                    visit(&item.value, included)
                });
                if let (true, Some(more)) = (listed, more) {
                    visit(more, Truth::OPEN);
                }
            }
            Self::Possible(_) => {}
        }
    }
}

/// Whether a value is among the elements, and what else would decide it.
fn member(operand: &Value, elements: &Elements<'_>) -> (Truth, Missing) {
    let possible = match operand {
        Value::Open(open) => open.extent.values(),
        _ => None,
    };
    let fault = possible_fault(operand);
    let Some(values) = possible else {
        let (truth, missing) = member_of(operand, elements);
        return (truth.hull(Truth { yes: false, no: false, fault }), missing);
    };
    // Each possible operand is asked for by itself, so that it is certain to be a member when
    // all that it can be are members.
    let mut hull = (Truth { yes: false, no: false, fault }, Missing::none());
    for value in &values {
        let (truth, missing) = member_of(value, elements);
        hull = (hull.0.hull(truth), hull.1.union(&missing));
    }
    hull
}

fn possible_fault(value: &Value) -> Option<crate::value::Fault> {
    match value {
        Value::Open(open) => open.fault,
        _ => None,
    }
}

fn member_of(operand: &Value, elements: &Elements<'_>) -> (Truth, Missing) {
    let mut none = Conjunction::default();
    elements.each(|element, included| {
        let equal = same(operand, element);
        let counts = Truth { yes: equal.yes, no: equal.no || included.no, fault: equal.fault };
        none.push(counts.opposite(), element);
        !none.is_decided()
    });
    let (_, truth, missing) = none.finish();
    (truth.opposite(), missing)
}

/// The answer of a closed list, or of an open one, which never says no.
fn judged(
    (truth, missing): (Truth, Missing),
    operand: &Value,
    open: Openness,
    owed: &Missing,
) -> Value {
    if truth.is_certain() && (open == Openness::Closed || !truth.no) {
        return truth.into_value(Missing::none());
    }
    if truth.is_certainly_no() {
        return Value::unknown_bool(owed.clone());
    }
    let missing = missing.union(&operand.missing());
    match open {
        Openness::Open if truth.no => Truth { yes: true, ..truth }.into_value(missing.union(owed)),
        _ => truth.into_value(missing),
    }
}

/// Whether a list holds any, all or none of the values of another.
#[must_use]
pub fn includes(list: &Value, quantifier: Quantifier, set: &Value, at: Span) -> Value {
    let doubt = match strict(&[list, set], at) {
        Ok(doubt) => doubt,
        Err(fault) => return fault,
    };
    let (Some(_), Some(wanted)) = (Elements::of(list), Elements::of(set)) else {
        return if doubt.missing.is_empty() { mismatch(at) } else { doubt.value(Extent::Bools) };
    };
    let kind = if quantifier == Quantifier::All { FoldKind::All } else { FoldKind::Any };
    let mut fold = Fold::new(kind, None);
    // One further element, which may be one of the set or not, stands for any number of them.
    wanted.each(|element, included| {
        let found = element_of(element, list, Openness::Closed, &Missing::none());
        fold.push(&found, &included.into_value(set.missing()), at);
        true
    });
    let answer = fold.finish(at);
    let answer = match quantifier {
        Quantifier::None => super::logic::not(&answer, at),
        Quantifier::Any | Quantifier::All => answer,
    };
    match doubt.fault {
        Some(_) => doubt.any_of([answer]),
        None => answer,
    }
}
