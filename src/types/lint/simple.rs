//! Conditions that are simple tests of facts, and values to try them on.

use super::shown::mirrored;
use crate::types::context::Context;
use crate::types::exhaustive::{precedes, samples, words};
use crate::types::narrow;
use crate::types::typed::{Expr, ExprKind, Limits, Order, RecordId, State, Type};
use crate::value::Value;

/// A field by its record and position.
pub(super) type Field = (RecordId, u32);

/// A fact or parameter that conditions test.
pub(super) struct Fact<'c> {
    path: String,
    shown: &'c Expr,
    /// The field, where it is one.
    pub(super) field: Option<Field>,
    bounds: Vec<Value>,
}

impl Fact<'_> {
    /// One value for every region that the constants divide the fact into.
    pub(super) fn samples(&self, cx: &Context<'_>) -> Option<Vec<Value>> {
        let limits = self.limits(cx);
        let mut bounds = self.bounds.clone();
        if let Some(limits) = limits {
            bounds.extend(limits.low.iter().chain(&limits.high).map(|it| it.value.clone()));
        }
        let mut values = samples(cx, self.shown.ty.required(), bounds)?;
        values.retain(|value| limits.is_none_or(|limits| allowed(value, limits)));
        Some(values)
    }

    fn limits<'a>(&self, cx: &'a Context<'_>) -> Option<&'a Limits> {
        let (record, field) = self.field?;
        let record = cx.out.records.get(record.index())?;
        Some(&record.fields.get(field as usize)?.limits)
    }
}

fn allowed(value: &Value, limits: &Limits) -> bool {
    let low = limits.low.as_ref().is_none_or(|low| {
        if low.inclusive { !precedes(value, &low.value) } else { precedes(&low.value, value) }
    });
    let high = limits.high.as_ref().is_none_or(|high| {
        if high.inclusive { !precedes(&high.value, value) } else { precedes(value, &high.value) }
    });
    low && high
}

/// A condition over facts by their positions.
pub(super) enum Test {
    Always(bool),
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
    Is(usize, Value),
    Stands(usize, Order, Value),
}

impl Test {
    pub(super) fn holds(&self, values: &[Value]) -> bool {
        match self {
            Self::Always(holds) => *holds,
            Self::All(tests) => tests.iter().all(|test| test.holds(values)),
            Self::Any(tests) => tests.iter().any(|test| test.holds(values)),
            Self::Not(test) => !test.holds(values),
            Self::Is(fact, wanted) => values.get(*fact) == Some(wanted),
            Self::Stands(fact, order, bound) => {
                values.get(*fact).is_some_and(|value| match order {
                    Order::Less => precedes(value, bound),
                    Order::AtMost => !precedes(bound, value),
                    Order::Greater => precedes(bound, value),
                    Order::AtLeast => !precedes(value, bound),
                })
            }
        }
    }
}

/// The facts that a pair of exceptions tests.
pub(super) struct Facts<'c, 'a> {
    cx: &'c Context<'a>,
    /// The facts, in the order in which they are met.
    pub(super) list: Vec<Fact<'c>>,
}

impl<'c, 'a> Facts<'c, 'a> {
    pub(super) fn new(cx: &'c Context<'a>) -> Self {
        Self { cx, list: Vec::new() }
    }

    /// A condition as a test of facts; nothing for one that is not simple.
    pub(super) fn test(&mut self, condition: &'c Expr) -> Option<Test> {
        Some(match &condition.kind {
            ExprKind::Constant(Value::Bool(holds)) => Test::Always(*holds),
            ExprKind::And(parts) => Test::All(self.tests(parts)?),
            ExprKind::Or(parts) => Test::Any(self.tests(parts)?),
            ExprKind::Not(inner) => Test::Not(Box::new(self.test(inner)?)),
            ExprKind::Equal { left, right } => match (&left.kind, &right.kind) {
                (_, ExprKind::Constant(value)) => self.is(left, value)?,
                (ExprKind::Constant(value), _) => self.is(right, value)?,
                _ => return None,
            },
            ExprKind::OneOf { operand, values, open: false } => {
                let each = values.iter().map(|value| match &value.kind {
                    ExprKind::Constant(value) => self.is(operand, value),
                    _ => None,
                });
                Test::Any(each.collect::<Option<_>>()?)
            }
            ExprKind::Compare { op, left, right } => match (&left.kind, &right.kind) {
                (_, ExprKind::Constant(value)) => {
                    Test::Stands(self.fact(left, Some(value))?, *op, value.clone())
                }
                (ExprKind::Constant(value), _) => {
                    Test::Stands(self.fact(right, Some(value))?, mirrored(*op), value.clone())
                }
                _ => return None,
            },
            // The example is one in which the thing is there.
            ExprKind::State { operand, state: State::Present } if is_plain(operand) => {
                Test::Always(true)
            }
            ExprKind::State { operand, state: State::Absent } if is_plain(operand) => {
                Test::Always(false)
            }
            _ if condition.ty == Type::Bool => {
                Test::Is(self.fact(condition, None)?, Value::Bool(true))
            }
            _ => return None,
        })
    }

    fn tests(&mut self, parts: &'c [Expr]) -> Option<Vec<Test>> {
        parts.iter().map(|part| self.test(part)).collect()
    }

    fn is(&mut self, operand: &'c Expr, value: &Value) -> Option<Test> {
        Some(Test::Is(self.fact(operand, Some(value))?, value.clone()))
    }

    /// The position of a fact, with one more constant that it is held against.
    fn fact(&mut self, expr: &'c Expr, bound: Option<&Value>) -> Option<usize> {
        if !is_plain(expr) || !is_simple(expr.ty.required()) {
            return None;
        }
        let path = narrow::path(expr)?;
        let at = self.list.iter().position(|fact| fact.path == path).unwrap_or_else(|| {
            let field = match &expr.kind {
                ExprKind::Field { record, field, .. } => Some((*record, *field)),
                _ => None,
            };
            self.list.push(Fact { path, shown: expr, field, bounds: Vec::new() });
            self.list.len() - 1
        });
        if let Some(fact) = self.list.get_mut(at) {
            fact.bounds.extend(bound.cloned());
        }
        Some(at)
    }

    /// The facts with the values of an example, in words.
    pub(super) fn example(&self, values: &[Value]) -> String {
        let parts = self.list.iter().zip(values).map(|(fact, value)| {
            let name = self.cx.out.sources.slice(fact.shown.span);
            format!("`{name}` is {}", words(self.cx, value, fact.shown.ty.required()))
        });
        parts.collect::<Vec<_>>().join(" and ")
    }
}

/// A fact or a parameter, not something that is computed.
fn is_plain(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Receiver | ExprKind::Local(_) => true,
        ExprKind::Field { base, .. } | ExprKind::Include { base, .. } => is_plain(base),
        _ => false,
    }
}

/// A type of which values can be tried.
fn is_simple(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Bool
            | Type::Enum(_)
            | Type::Integer
            | Type::Decimal
            | Type::Percent
            | Type::Money(Some(_))
            | Type::Date
            | Type::Month
            | Type::Text
    )
}
