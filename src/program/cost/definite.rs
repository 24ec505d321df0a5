//! Whether a programme itself leaves nothing open.

use crate::program::Program;
use crate::program::code::Operation;
use crate::program::parts::{DefinitionCode, ExceptionCode, InForce};
use crate::value::Value;

/// Whether every value is certain as long as no fact is missing: no text has two readings, no law
/// is unknown, nothing waits for others or for an assessor.
pub(super) fn is_definite(program: &Program) -> bool {
    let validity = |in_force: &InForce| in_force.unknown_after.is_none();
    let certain = |value: &Value| !matches!(value, Value::Open(_));
    let operations = program.code().instructions.iter().all(|it| match &it.operation {
        Operation::Evidence { .. } | Operation::Moments { .. } => false,
        Operation::OneOf { source, .. } | Operation::ElementOf { source, .. } => source.is_none(),
        _ => true,
    });
    let tables = program.tables.iter().all(|table| {
        table.unknown_after.is_none()
            && !table.versions.is_empty()
            && table.versions.iter().all(|(in_force, _)| validity(in_force))
    });
    let exceptions = |code: &DefinitionCode| {
        let mut left: Vec<&ExceptionCode> = code.exceptions.iter().collect();
        while let Some(exception) = left.pop() {
            if !validity(&exception.in_force) {
                return false;
            }
            left.extend(&exception.exceptions);
        }
        true
    };
    let definitions = program.definitions.iter().all(|code| {
        !code.versions.is_empty()
            && code.versions.iter().all(|(in_force, _)| validity(in_force))
            && exceptions(code)
    });
    let rules = program.rules.iter().all(|code| {
        let regimes = code.regimes.as_ref();
        validity(&code.in_force)
            && regimes.is_none_or(|regimes| {
                regimes.unknown_after.is_none()
                    && regimes.alternatives.iter().all(|regime| validity(&regime.in_force))
            })
    });
    operations && tables && definitions && rules && program.readings.iter().all(certain)
}
