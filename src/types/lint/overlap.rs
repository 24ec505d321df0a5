//! Exceptions of one value that can be shown to hold at once, with an example.
//!
//! Conditions over facts and parameters are tried on one value of every region that their
//! constants divide a fact into. A condition that is not made of such simple tests says nothing,
//! and neither does one about facts that an invariant ties together.

use std::collections::BTreeSet;

use super::is_own;
use crate::types::context::Context;
use crate::types::cycles::in_definition;
use crate::types::exhaustive::{COMBINATION_LIMIT, precedes, product, samples, words};
use crate::types::narrow;
use crate::types::problems::MayOverlap;
use crate::types::typed::{
    DefinitionId, Exception, Expr, ExprKind, Limits, Order, RecordId, State, Type, Validity,
};
use crate::value::Value;

/// More facts than these are not tried together.
const MANY_FACTS: usize = 8;

/// Of more exceptions than these to one value, pairs are not tried.
const MANY_EXCEPTIONS: usize = 64;

/// Reports pairs of exceptions of the programme's own module that may hold at once.
pub(super) fn check(cx: &mut Context<'_>) {
    let tied = tied_fields(cx);
    let mut found = Vec::new();
    for definition in &cx.out.definitions {
        siblings(cx, &tied, &definition.exceptions, &mut Vec::new(), &mut found);
    }
    found.into_iter().for_each(|problem| cx.report(problem));
}

type Field = (RecordId, u32);

fn siblings<'e>(
    cx: &Context<'_>,
    tied: &BTreeSet<Field>,
    exceptions: &'e [Exception],
    around: &mut Vec<&'e Expr>,
    found: &mut Vec<MayOverlap>,
) {
    if exceptions.len() <= MANY_EXCEPTIONS {
        for (at, first) in exceptions.iter().enumerate() {
            let others = exceptions.iter().skip(at + 1);
            let own = others.filter(|other| is_own(cx, first.span) && is_own(cx, other.span));
            found.extend(own.filter_map(|second| overlap(cx, tied, (first, second), around)));
        }
    }
    for exception in exceptions {
        around.push(&exception.condition);
        siblings(cx, tied, &exception.exceptions, around, found);
        around.pop();
    }
}

/// Whether two exceptions may hold at once, where those around them hold and their own do not.
fn overlap(
    cx: &Context<'_>,
    tied: &BTreeSet<Field>,
    (first, second): (&Exception, &Exception),
    around: &[&Expr],
) -> Option<MayOverlap> {
    if !at_one_time(&first.validity, &second.validity) {
        return None;
    }
    let mut facts = Facts { cx, list: Vec::new() };
    let mut hold = Vec::new();
    for condition in around.iter().copied().chain([&first.condition, &second.condition]) {
        hold.push(facts.test(condition)?);
    }
    let mut not = Vec::new();
    for inner in first.exceptions.iter().chain(&second.exceptions) {
        not.push(facts.test(&inner.condition)?);
    }
    let is_tied = |fact: &Fact<'_>| fact.field.is_some_and(|field| tied.contains(&field));
    if facts.list.len() > MANY_FACTS || facts.list.iter().any(is_tied) {
        return None;
    }
    let samples: Vec<Vec<Value>> =
        facts.list.iter().map(|fact| fact.samples(cx)).collect::<Option<_>>()?;
    let combinations = samples.iter().map(Vec::len).try_fold(1_usize, usize::checked_mul)?;
    if combinations > COMBINATION_LIMIT {
        return None;
    }
    let values = product(&samples).into_iter().find(|values| {
        hold.iter().all(|test| test.holds(values)) && !not.iter().any(|test| test.holds(values))
    })?;
    Some(MayOverlap {
        first: first.span,
        second: second.span,
        same: same_value(cx, &first.value, &second.value),
        example: facts.example(&values),
    })
}

/// Whether both can be in force on one day, conditional extensions left out.
fn at_one_time(first: &Validity, second: &Validity) -> bool {
    let from = first.from.max(second.from);
    let to = match (first.to, second.to) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    from.is_none_or(|from| to.is_none_or(|to| from <= to))
}

fn same_value(cx: &Context<'_>, first: &Expr, second: &Expr) -> bool {
    match (&first.kind, &second.kind) {
        (ExprKind::Constant(a), ExprKind::Constant(b)) => a == b,
        _ => cx.out.sources.slice(first.span) == cx.out.sources.slice(second.span),
    }
}

/// The fields that some invariant reads, itself or in definitions: their values may not be free.
fn tied_fields(cx: &Context<'_>) -> BTreeSet<Field> {
    let mut tied = BTreeSet::new();
    let mut seen: BTreeSet<DefinitionId> = BTreeSet::new();
    let mut left: Vec<&Expr> = Vec::new();
    for record in &cx.out.records {
        let binding = record.invariants.iter().filter(|invariant| !invariant.warning);
        left.extend(binding.map(|invariant| &invariant.condition));
    }
    while let Some(expr) = left.pop() {
        let mut called = Vec::new();
        expr.walk(&mut |inner| match &inner.kind {
            ExprKind::Field { record, field, .. } => {
                tied.insert((*record, *field));
            }
            ExprKind::Definition { id, .. } => called.push(*id),
            _ => {}
        });
        for id in called {
            if seen.insert(id)
                && let Some(definition) = cx.out.definitions.get(id.index())
            {
                in_definition(definition, &mut |expr| left.push(expr));
            }
        }
    }
    tied
}

/// A fact or parameter that conditions test.
struct Fact<'c> {
    path: String,
    shown: &'c Expr,
    field: Option<Field>,
    bounds: Vec<Value>,
}

impl Fact<'_> {
    fn samples(&self, cx: &Context<'_>) -> Option<Vec<Value>> {
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
enum Test {
    Always(bool),
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
    Is(usize, Value),
    Stands(usize, Order, Value),
}

impl Test {
    fn holds(&self, values: &[Value]) -> bool {
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
struct Facts<'c, 'a> {
    cx: &'c Context<'a>,
    list: Vec<Fact<'c>>,
}

impl<'c> Facts<'c, '_> {
    /// A condition as a test of facts; nothing for one that is not simple.
    fn test(&mut self, condition: &'c Expr) -> Option<Test> {
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
    fn example(&self, values: &[Value]) -> String {
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

/// The order seen from the other side.
fn mirrored(op: Order) -> Order {
    match op {
        Order::Less => Order::Greater,
        Order::AtMost => Order::AtLeast,
        Order::Greater => Order::Less,
        Order::AtLeast => Order::AtMost,
    }
}
