//! Written defaults: for an absent value, for nothing to choose from, for what is not in force.

use std::sync::Arc;

use super::choice::join;
use crate::value::fault::Replaceable;
use crate::value::{Extent, Open, Value};

/// `value default … when absent`
#[must_use]
pub fn default_when_absent(value: &Value, default: &Value) -> Value {
    match value {
        Value::Absent => default.clone(),
        Value::Open(open) if open.absent => {
            let present = Open { absent: false, ..Open::clone(open) };
            replaced(present, default)
        }
        other => other.clone(),
    }
}

/// `value default … when none`: for the minimum, maximum or average of nothing, and for a pick
/// that finds nothing or more than one.
#[must_use]
pub fn default_when_none(value: &Value, default: &Value) -> Value {
    default_for(Replaceable::None, value, default)
}

/// `value default … when not in force`
#[must_use]
pub fn default_when_not_in_force(value: &Value, default: &Value) -> Value {
    default_for(Replaceable::NotInForce, value, default)
}

fn default_for(kind: Replaceable, value: &Value, default: &Value) -> Value {
    match value {
        Value::Fault(fault) if fault.replaceable() == Some(kind) => default.clone(),
        Value::Open(open) => match open.fault {
            // Any other fault may hide one that the default replaces, and then both are possible.
            Some(fault) if fault.replaceable().is_none() || fault.is_mixed() => {
                replaced(Open::clone(open), default)
            }
            Some(fault) if fault.replaceable() == Some(kind) => {
                replaced(Open { fault: None, ..Open::clone(open) }, default)
            }
            _ => value.clone(),
        },
        other => other.clone(),
    }
}

/// What is left of an open value, or the default; what decides between them is what the value
/// was missing.
fn replaced(rest: Open, default: &Value) -> Value {
    let missing = rest.missing.clone();
    if rest.extent == Extent::Nothing && !rest.absent && rest.fault.is_none() {
        return default.clone();
    }
    join(&[&Value::Open(Arc::new(rest)), default], &missing)
}
