//! The values that a test expects: constants, written as rules write them.

use std::sync::Arc;

use crate::quantity::{Duration, Number, Period};
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, IsWhat, LiteralKind, UnaryOp};
use crate::text::Span;
use crate::types::typed::{Checked, EnumType, Type};
use crate::value::{List, Value};

/// An expected value with the type that its words show, for a message.
pub(super) struct Expected {
    /// The value.
    pub(super) value: ExpectedValue,
    /// The type, as far as the words show it.
    pub(super) ty: Type,
}

/// What a test can expect of a value.
pub(super) enum ExpectedValue {
    /// This value.
    Certain(Value),
    /// `unknown`: the facts do not decide it.
    Unknown,
    /// `faulty`: it cannot be computed.
    Faulty,
}

/// Reads an expected value. `wanted` is the type of what it is compared with, where it is known:
/// it says which enum a name belongs to.
///
/// # Errors
/// The place of a part that is no constant.
pub(super) fn read(expr: &Expr, wanted: &Type, checked: &Checked) -> Result<Expected, Span> {
    if let ExprKind::Name(name) = &expr.kind {
        match &*name.value {
            "unknown" => return Ok(Expected { value: ExpectedValue::Unknown, ty: Type::Poison }),
            "faulty" => return Ok(Expected { value: ExpectedValue::Faulty, ty: Type::Poison }),
            _ => {}
        }
    }
    let (value, ty) = constant(expr, wanted.required(), checked)?;
    Ok(Expected { value: ExpectedValue::Certain(value), ty })
}

type Constant = Result<(Value, Type), Span>;

/// The parser bounds the depth of expressions, and with it this recursion.
fn constant(expr: &Expr, wanted: &Type, checked: &Checked) -> Constant {
    match &expr.kind {
        ExprKind::Paren(inner) => constant(inner, wanted, checked),
        ExprKind::Literal(literal) => Ok(of_literal(&literal.kind)),
        ExprKind::Unary { op, operand } if op.value == UnaryOp::Negate => {
            let (value, ty) = constant(operand, wanted, checked)?;
            Ok((negated(value).ok_or(expr.span)?, ty))
        }
        ExprKind::Binary { op, left, right } => {
            let (left, ty) = constant(left, wanted, checked)?;
            let (right, _) = constant(right, wanted, checked)?;
            combined(op.value, left, right, ty).ok_or(expr.span)
        }
        ExprKind::Name(name) if &*name.value == "absent" => Ok((Value::Absent, Type::Poison)),
        ExprKind::Name(name) => member(&name.value, wanted, checked).ok_or(expr.span),
        ExprKind::Field { name, .. } => member(&name.value, wanted, checked).ok_or(expr.span),
        ExprKind::Is { operand, negated: false, what: IsWhat::Value(_) } => Err(operand.span),
        ExprKind::To { start, end } => {
            let day = |end: &Option<Box<Expr>>| match end {
                None => Ok(None),
                Some(expr) => match constant(expr, &Type::Date, checked)? {
                    (Value::Date(date), _) => Ok(Some(date)),
                    _ => Err(expr.span),
                },
            };
            let period = Period::new(day(start)?, day(end)?).map_err(|_| expr.span)?;
            Ok((Value::Period(period), Type::Period))
        }
        ExprKind::List(items) => {
            let element = if let Type::List(element) = wanted { element } else { &Type::Poison };
            let read = |item| constant(item, element.required(), checked);
            let items = items.iter().map(read).collect::<Result<Vec<_>, Span>>()?;
            let ty = items.first().map_or(Type::Poison, |(_, ty)| ty.clone());
            let values: Arc<[Value]> = items.into_iter().map(|(value, _)| value).collect();
            Ok((Value::List(List::Items(values)), ty.list()))
        }
        _ => Err(expr.span),
    }
}

/// The value of a literal and the type that it shows.
fn of_literal(literal: &LiteralKind) -> (Value, Type) {
    match literal {
        LiteralKind::Bool(truth) => (Value::Bool(*truth), Type::Bool),
        LiteralKind::Integer(number) => (Value::Number(*number), Type::Integer),
        LiteralKind::Decimal(number) => (Value::Number(*number), Type::Decimal),
        LiteralKind::Percent(share) => (Value::Number(share.as_fraction()), Type::Percent),
        LiteralKind::Points(points) => (Value::Number(points.as_fraction()), Type::Points),
        LiteralKind::Money(amount) => (Value::Money(*amount), Type::Money(None)),
        LiteralKind::AboutMoney(amount) => (Value::About(*amount), Type::About(None)),
        LiteralKind::Date(date) => (Value::Date(*date), Type::Date),
        LiteralKind::Month(month) => (Value::Month(*month), Type::Month),
        LiteralKind::Moment(moment) => (Value::Moment(*moment), Type::Moment),
        LiteralKind::Duration(duration) => (Value::Duration(*duration), Type::Duration),
        LiteralKind::Text(text) => (Value::Text(text.as_str().into()), Type::Text),
        LiteralKind::Currency(currency) => (Value::Text(currency.code().into()), Type::Text),
    }
}

/// The value with its sign changed.
fn negated(value: Value) -> Option<Value> {
    Some(match value {
        Value::Number(number) => Value::Number(number.neg()),
        Value::Money(amount) => Value::Money(amount.neg()),
        Value::Duration(duration) => Value::Duration(duration.neg().ok()?),
        _ => return None,
    })
}

/// Arithmetic on numbers, for `2 / 3`, and shares of amounts, for `31% of 1_000 SEK`.
fn combined(op: BinaryOp, left: Value, right: Value, ty: Type) -> Option<(Value, Type)> {
    let value = match (op, left, right) {
        (BinaryOp::Add, Value::Number(a), Value::Number(b)) => Value::Number(a.add(b).ok()?),
        (BinaryOp::Subtract, Value::Number(a), Value::Number(b)) => Value::Number(a.sub(b).ok()?),
        (BinaryOp::Divide, Value::Number(a), Value::Number(b)) => Value::Number(a.div(b).ok()?),
        (BinaryOp::Multiply | BinaryOp::Of, Value::Number(a), Value::Number(b)) => {
            return Some((Value::Number(a.mul(b).ok()?), Type::Decimal));
        }
        (BinaryOp::Add, Value::Money(a), Value::Money(b)) => Value::Money(a.add(b).ok()?),
        (BinaryOp::Subtract, Value::Money(a), Value::Money(b)) => Value::Money(a.sub(b).ok()?),
        (BinaryOp::Divide, Value::Money(a), Value::Number(b)) => {
            Value::Money(a.scale(Number::ONE.div(b).ok()?).ok()?)
        }
        (BinaryOp::Multiply | BinaryOp::Of, Value::Number(a), Value::Money(b))
        | (BinaryOp::Multiply, Value::Money(b), Value::Number(a)) => {
            return Some((Value::Money(b.scale(a).ok()?), Type::Money(None)));
        }
        (BinaryOp::Add, Value::Duration(a), Value::Duration(b)) => {
            Value::Duration(Duration::add(a, b).ok()?)
        }
        _ => return None,
    };
    Some((value, ty))
}

/// The member of the wanted enum with a name; where no enum is wanted, of the only enum that has
/// such a member.
fn member(name: &str, wanted: &Type, checked: &Checked) -> Option<(Value, Type)> {
    let position = |found: &EnumType| {
        let index = found.members.iter().position(|member| &*member.name == name)?;
        u16::try_from(index).ok().map(Value::Member)
    };
    if let Type::Enum(id) = wanted {
        let value = position(checked.enums.get(id.index())?)?;
        return Some((value, wanted.clone()));
    }
    let mut holders = checked.enums.iter().enumerate().filter_map(|(index, found)| {
        let ty = Type::Enum(crate::types::typed::EnumId::new(index));
        position(found).map(|value| (value, ty))
    });
    let first = holders.next()?;
    holders.next().is_none().then_some(first)
}

/// Whether a value is the expected one. Figures are compared as figures: `0` is 0 of any unit
/// but an amount's, since a margin of percentages is in percentage points.
pub(super) fn same(expected: &Value, actual: &Value) -> bool {
    match (expected, actual) {
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| same(&a, &b))
        }
        (a, b) => a == b,
    }
}

/// The type by which a value without a type of its own is written: that of the expected one when
/// the two are of one kind.
pub(super) fn shown_type(expected: &Expected, actual: &Value) -> Type {
    match (actual, &expected.ty) {
        (Value::Number(_), Type::Integer | Type::Decimal | Type::Percent | Type::Points) => {
            expected.ty.clone()
        }
        (Value::Member(_), Type::Enum(_)) => expected.ty.clone(),
        (Value::List(_), Type::List(_)) => expected.ty.clone(),
        (Value::Number(_), _) => Type::Decimal,
        (Value::Bool(_), _) => Type::Bool,
        _ => Type::Poison,
    }
}
