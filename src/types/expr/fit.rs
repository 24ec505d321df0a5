//! Which types fit where.

use super::super::typed::{Arithmetic, Expr, ExprKind, Type};

/// Whether a value of type `found` may stand where `wanted` is asked for.
pub(in crate::types) fn fits(found: &Type, wanted: &Type) -> bool {
    match (found, wanted) {
        (Type::Poison, _) | (_, Type::Poison) => true,
        (Type::Integer, Type::Decimal) => true,
        (Type::Date, Type::Moment) => false,
        (Type::Optional(a), Type::Optional(b)) => fits(a, b),
        (a, Type::Optional(b)) => fits(a, b),
        (Type::List(a), Type::List(b)) => fits(a, b),
        (Type::Group(a), Type::Group(b)) => fits(&a.0, &b.0) && fits(&a.1, &b.1),
        (a, b) => a == b,
    }
}

/// The type that two alternatives have in common.
pub(super) fn common(a: &Type, b: &Type) -> Option<Type> {
    if *a == Type::Poison {
        return Some(b.clone());
    }
    if fits(b, a) {
        return Some(a.clone());
    }
    if fits(a, b) {
        return Some(b.clone());
    }
    match (a, b) {
        (Type::Optional(_), _) | (_, Type::Optional(_)) => {
            common(a.required(), b.required()).map(Type::optional)
        }
        _ => None,
    }
}

/// Whether the expression is a quotient of two like quantities, which is a share of one.
pub(super) fn is_quotient(expr: &Expr) -> bool {
    expr.ty == Type::Decimal
        && matches!(expr.kind, ExprKind::Arithmetic { op: Arithmetic::Divide, .. })
}
