//! What a condition shows to be present.
//!
//! Optional things are spelled canonically: a local by its number, the receiver as `self`, a
//! field after a dot. Only such paths can be narrowed; anything else is computed anew each time.

use super::typed::{Expr, ExprKind, State};

/// The canonical spelling of an expression that can be narrowed.
pub(super) fn path(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Receiver => Some("self".to_owned()),
        ExprKind::Around(_) => Some("around".to_owned()),
        ExprKind::Local(id) => Some(format!("{}", id.0)),
        ExprKind::Field { base, record, field } => {
            Some(format!("{}.{}:{field}", path(base)?, record.0))
        }
        ExprKind::Include { base, record, include } => {
            Some(format!("{}.{}+{include}", path(base)?, record.0))
        }
        ExprKind::Definition { id, receiver, arguments } if arguments.is_empty() => {
            let on = receiver.as_ref().map_or(Some(String::new()), |r| path(r))?;
            Some(format!("{on}.define{}", id.0))
        }
        _ => None,
    }
}

/// What is present wherever the condition holds.
pub(super) fn present_if_true(condition: &Expr) -> Vec<String> {
    match &condition.kind {
        ExprKind::And(parts) => parts.iter().flat_map(present_if_true).collect(),
        ExprKind::Not(inner) => present_if_false(inner),
        ExprKind::State { operand, state: State::Present } => path(operand).into_iter().collect(),
        // An absent operand gives no, so that yes shows presence.
        ExprKind::Equal { left, right } => path(left).into_iter().chain(path(right)).collect(),
        ExprKind::OneOf { operand, .. }
        | ExprKind::ElementOf { operand, .. }
        | ExprKind::InPeriod { operand, .. } => path(operand).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// What is present wherever the condition does not hold.
pub(super) fn present_if_false(condition: &Expr) -> Vec<String> {
    match &condition.kind {
        ExprKind::Or(parts) => parts.iter().flat_map(present_if_false).collect(),
        ExprKind::Not(inner) => present_if_true(inner),
        ExprKind::State { operand, state: State::Absent } => path(operand).into_iter().collect(),
        _ => Vec::new(),
    }
}
