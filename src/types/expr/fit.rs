//! Which types fit where, and what to do when they do not.

use super::super::context::Context;
use super::super::typed::{Arithmetic, Expr, ExprKind, Type};
use crate::value::Value;

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

/// What would mend a mismatch, in words.
pub(super) fn remedy(cx: &Context<'_>, found: &Expr, wanted: &Type) -> Option<String> {
    let words = cx.out.sources.slice(found.span);
    match (&found.ty, wanted) {
        (Type::Percent, Type::Money(_)) => {
            Some(format!("say of what the share is taken: `{words} of total`"))
        }
        (Type::Integer | Type::Decimal, Type::Money(Some(currency))) => {
            Some(format!("name the currency: `{words} {}`", currency.code()))
        }
        (Type::Integer | Type::Decimal, Type::Percent) => match constant_number(found) {
            Some(_) => Some(format!("write the percentage with its sign: `{words}%`")),
            None => Some(
                "a ratio is not a percentage; divide two amounts, or take a share `of` something"
                    .into(),
            ),
        },
        (Type::Points, Type::Percent) => {
            Some("percentage points are added to a percentage, they are none themselves".into())
        }
        (Type::Percent, Type::Points) => {
            Some(format!("write `{} percentage points`", words.trim_end_matches('%')))
        }
        (Type::Date, Type::Moment) => {
            Some("a moment may have an unknown time; declare the field as `date`".into())
        }
        (Type::Text, Type::Enum(_)) => Some("a member of an enum is written without quotes".into()),
        (Type::Date, Type::Month) => Some(format!("write `month of {words}`")),
        _ => None,
    }
}

fn constant_number(expr: &Expr) -> Option<&Value> {
    match &expr.kind {
        ExprKind::Constant(value @ Value::Number(_)) => Some(value),
        _ => None,
    }
}
