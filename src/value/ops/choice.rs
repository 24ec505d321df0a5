//! Choices between values: `if`, and the hull of alternatives of which one will hold.

use super::logic::truth_at;
use super::strict::Doubt;
use crate::text::Span;
use crate::value::{Missing, Value};

/// `if condition then … else …`: the side that the condition picks, or the hull of both sides
/// where it is open.
#[must_use]
pub fn select(condition: &Value, then: &Value, otherwise: &Value) -> Value {
    if let Value::Bool(yes) = condition {
        return if *yes { then.clone() } else { otherwise.clone() };
    }
    let truth = truth_at(condition, Span::default());
    let fault = truth.fault.map(Value::Fault);
    let sides = [truth.yes.then_some(then), truth.no.then_some(otherwise), fault.as_ref()];
    let sides: Vec<&Value> = sides.into_iter().flatten().collect();
    join(&sides, &condition.missing())
}

/// The hull of several alternatives of which `why` decides one.
///
/// Alternatives that are all the same certain value are that value. Of no alternative at all
/// nothing is possible, which cannot be: it is open without an extent.
#[must_use]
pub fn join(values: &[&Value], why: &Missing) -> Value {
    if let [first, rest @ ..] = values {
        let decided = !matches!(first, Value::Open(_));
        // A fault that stands for several is no one certain value.
        let mixed = matches!(first, Value::Fault(fault) if fault.is_mixed());
        if !mixed && (decided || rest.is_empty()) && rest.iter().all(|value| value == first) {
            return (*first).clone();
        }
    }
    let doubt = Doubt { fault: None, missing: why.clone() };
    doubt.any_of(values.iter().map(|value| (*value).clone()))
}
