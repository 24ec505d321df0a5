//! The parts of typed expressions, for looking an expression up by its place.
//!
//! In: an expression. Out: the expressions directly inside it. What they mean is not asked here.

use crate::types::typed::{Aggregate, Expr, ExprKind};

/// Adds the expressions directly inside an expression.
pub(super) fn parts<'a>(expr: &'a Expr, into: &mut Vec<&'a Expr>) {
    use ExprKind as K;
    match &expr.kind {
        K::Poison
        | K::Constant(_)
        | K::Receiver
        | K::Around(_)
        | K::IsAround(_)
        | K::Local(_)
        | K::Reading(_) => {}
        K::Field { base: one, .. }
        | K::Include { base: one, .. }
        | K::GroupKey(one)
        | K::GroupItems(one)
        | K::Not(one)
        | K::Negate(one)
        | K::State { operand: one, .. }
        | K::Rounded { operand: one, .. }
        | K::WithEvidence { operand: one, .. }
        | K::Distinct(one)
        | K::Holds { receiver: one, .. }
        | K::PointsOf { receiver: one, .. }
        | K::Part { of: one, .. }
        | K::DayOfYear { year: one, .. }
        | K::MonthsOf { period: one, .. }
        | K::Absolute(one) => into.push(one),
        K::Parameter { arguments: all, .. }
        | K::Table { arguments: all, .. }
        | K::And(all)
        | K::Or(all)
        | K::List(all)
        | K::Extreme { values: all, .. } => into.extend(all),
        K::Definition { receiver, arguments, .. } => {
            into.extend(receiver.as_deref());
            into.extend(arguments);
        }
        K::PeriodFrom { start, end } => {
            into.extend(start.as_deref());
            into.extend(end.as_deref());
        }
        K::OneOf { operand, values, .. } => {
            into.push(operand);
            into.extend(values);
        }
        K::CountOf { number, conditions, .. } => {
            into.push(number);
            into.extend(conditions);
        }
        _ => several(expr, into),
    }
}

/// The forms with two or more parts of their own.
fn several<'a>(expr: &'a Expr, into: &mut Vec<&'a Expr>) {
    use ExprKind as K;
    match &expr.kind {
        K::On { operand: a, date: b }
        | K::Arithmetic { left: a, right: b, .. }
        | K::Shift { date: a, duration: b, .. }
        | K::DaysBetween { later: a, earlier: b }
        | K::Compare { left: a, right: b, .. }
        | K::Equal { left: a, right: b }
        | K::ElementOf { operand: a, list: b, .. }
        | K::InPeriod { operand: a, period: b }
        | K::Includes { list: a, set: b, .. }
        | K::Overlaps { left: a, right: b }
        | K::Within { left: a, right: b }
        | K::Lasts { period: a, duration: b, .. }
        | K::StartsWith { text: a, prefix: b }
        | K::Range { start: a, end: b }
        | K::Default { operand: a, value: b, .. }
        | K::Group { list: a, key: b, .. }
        | K::The { list: a, condition: b, .. }
        | K::Pick { list: a, key: b, .. }
        | K::CountIs { number: a, count: b, .. }
        | K::OverlapOf { left: a, right: b } => into.extend([&**a, &**b]),
        K::CompareQuotient { numerator: a, denominator: b, bound: c, .. }
        | K::WithinTolerance { operand: a, tolerance: b, reference: c }
        | K::If { condition: a, then: b, otherwise: c } => into.extend([&**a, &**b, &**c]),
        K::Choose { arms, otherwise } => {
            into.extend(arms.iter().flat_map(|(condition, value)| [condition, value]));
            into.extend(otherwise.as_deref());
        }
        K::Match { operand, arms, otherwise } => {
            into.push(operand);
            into.extend(arms.iter().flat_map(|(patterns, value)| patterns.iter().chain([value])));
            into.extend(otherwise.as_deref());
        }
        K::Aggregate(aggregate) => comprehension(aggregate, into),
        K::Carry(carry) => into.extend([&carry.init, &carry.list, &carry.key, &carry.next]),
        K::Linked(linked) => {
            into.extend([&linked.start, &linked.links, &linked.from, &linked.to]);
            into.extend(&linked.condition);
        }
        _ => {}
    }
}

fn comprehension<'a>(aggregate: &'a Aggregate, into: &mut Vec<&'a Expr>) {
    into.extend(aggregate.generators.iter().map(|(_, list)| list));
    into.extend(&aggregate.condition);
    into.push(&aggregate.element);
}
