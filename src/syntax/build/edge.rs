//! The default at the right edge of a condition.
//!
//! In `the x in L where C default V when none` the grammar gives the default to the last operand
//! of `C`, but `when none` can only speak of the pick: a name or a field is never "none". So the
//! default is taken off that edge and given to the pick. A call at the edge (`max(…)`) keeps it.

use crate::syntax::ast::{DefaultWhen, Expr, ExprKind, IsWhat};

/// Takes the default off the right edge of a condition, when it belongs to the pick.
pub(super) fn take_default(condition: &mut Expr) -> Option<Box<Expr>> {
    let start = condition.span;
    if let ExprKind::Default { operand, when: DefaultWhen::None, .. } = &condition.kind {
        if !matches!(
            operand.kind,
            ExprKind::Name(_) | ExprKind::Field { .. } | ExprKind::Literal(_)
        ) {
            return None;
        }
        let kind = std::mem::replace(&mut condition.kind, ExprKind::List(Vec::new()));
        let ExprKind::Default { operand, value, .. } = kind else { return None };
        *condition = *operand;
        return Some(value);
    }
    let edge = right_edge(&mut condition.kind)?;
    let value = take_default(edge)?;
    let end = edge.span.end;
    condition.span = crate::text::Span { end, ..start };
    Some(value)
}

/// The operand that ends where the whole expression ends.
fn right_edge(kind: &mut ExprKind) -> Option<&mut Expr> {
    Some(match kind {
        ExprKind::Binary { right, .. }
        | ExprKind::Compare { right, .. }
        | ExprKind::Overlaps { right, .. }
        | ExprKind::Within { right, .. } => right,
        ExprKind::Unary { operand, .. } => operand,
        ExprKind::Is { what: IsWhat::Value(value), .. } => value,
        ExprKind::In { set, .. } | ExprKind::Includes { set, .. } => set,
        ExprKind::StartsWith { prefix, .. } => prefix,
        ExprKind::To { end: Some(end), .. } => end,
        ExprKind::WithinTolerance { of, .. } => of,
        _ => return None,
    })
}
