//! `is present`, `is absent`, `is known`.

use super::logic::Truth;
use crate::value::{Extent, State, Value};

/// Asks for the state of a value. A fault stays a fault.
#[must_use]
pub fn state(value: &Value, state: State) -> Value {
    match (value, state) {
        (Value::Fault(fault), _) => Value::Fault(*fault),
        (Value::Open(_), State::Known) => Value::Bool(false),
        (_, State::Known) => Value::Bool(true),
        (Value::Open(open), _) => {
            let present =
                Truth { yes: open.extent != Extent::Nothing, no: open.absent, fault: open.fault };
            let asked = if state == State::Present { present } else { present.opposite() };
            asked.into_value(open.missing.clone())
        }
        (Value::Absent, state) => Value::Bool(state == State::Absent),
        (_, state) => Value::Bool(state == State::Present),
    }
}
