//! Literals.

use super::super::typed::{Expr, ExprKind, Type};
use crate::syntax::ast::{Literal, LiteralKind};
use crate::value::Value;

/// A literal's value and type.
pub(super) fn check(literal: &Literal) -> Expr {
    let (value, ty) = match &literal.kind {
        LiteralKind::Bool(value) => (Value::Bool(*value), Type::Bool),
        LiteralKind::Integer(number) => (Value::Number(*number), Type::Integer),
        LiteralKind::Decimal(number) => (Value::Number(*number), Type::Decimal),
        LiteralKind::Percent(share) => (Value::Number(share.as_fraction()), Type::Percent),
        LiteralKind::Points(points) => (Value::Number(points.as_fraction()), Type::Points),
        LiteralKind::Money(money) => (Value::Money(*money), Type::Money(Some(money.currency))),
        LiteralKind::AboutMoney(money) => (Value::About(*money), Type::About(Some(money.currency))),
        LiteralKind::Date(date) => (Value::Date(*date), Type::Date),
        LiteralKind::Month(month) => (Value::Month(*month), Type::Month),
        LiteralKind::Moment(moment) => (Value::Moment(*moment), Type::Moment),
        LiteralKind::Duration(duration) => (Value::Duration(*duration), Type::Duration),
        LiteralKind::Text(text) => (Value::Text(text.as_str().into()), Type::Text),
        LiteralKind::Currency(currency) => (Value::Text(currency.code().into()), Type::Text),
    };
    Expr { kind: ExprKind::Constant(value), ty, span: literal.span }
}
