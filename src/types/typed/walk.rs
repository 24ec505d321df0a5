//! The expressions inside an expression.

use super::{Expr, ExprKind};

impl Expr {
    /// The expressions directly inside this one, in the order written.
    #[must_use]
    pub fn children(&self) -> Vec<&Self> {
        match &self.kind {
            ExprKind::Poison
            | ExprKind::Constant(_)
            | ExprKind::Receiver
            | ExprKind::Around(_)
            | ExprKind::IsAround(_)
            | ExprKind::Local(_)
            | ExprKind::Reading(_) => Vec::new(),
            ExprKind::Field { base, .. } | ExprKind::Include { base, .. } => vec![base],
            ExprKind::GroupKey(inner)
            | ExprKind::GroupItems(inner)
            | ExprKind::Not(inner)
            | ExprKind::Negate(inner)
            | ExprKind::Distinct(inner)
            | ExprKind::Absolute(inner) => vec![inner],
            ExprKind::State { operand, .. }
            | ExprKind::Rounded { operand, .. }
            | ExprKind::WithEvidence { operand, .. } => vec![operand],
            ExprKind::Holds { receiver, .. } | ExprKind::PointsOf { receiver, .. } => {
                vec![receiver]
            }
            ExprKind::Part { of, .. } => vec![of],
            ExprKind::DayOfYear { year, .. } => vec![year],
            ExprKind::MonthsOf { period, .. } => vec![period],
            ExprKind::And(parts) | ExprKind::Or(parts) | ExprKind::List(parts) => {
                parts.iter().collect()
            }
            ExprKind::Extreme { values, .. } => values.iter().collect(),
            _ => self.composite_children(),
        }
    }

    fn composite_children(&self) -> Vec<&Self> {
        match &self.kind {
            ExprKind::Definition { receiver, arguments, .. } => {
                receiver.iter().map(|r| &**r).chain(arguments).collect()
            }
            ExprKind::Parameter { arguments, .. } | ExprKind::Table { arguments, .. } => {
                arguments.iter().collect()
            }
            ExprKind::OneOf { operand, values, .. } => {
                std::iter::once(&**operand).chain(values).collect()
            }
            ExprKind::Choose { arms, otherwise } => arms
                .iter()
                .flat_map(|(condition, value)| [condition, value])
                .chain(otherwise.iter().map(|o| &**o))
                .collect(),
            ExprKind::Match { operand, arms, otherwise } => std::iter::once(&**operand)
                .chain(arms.iter().flat_map(|(p, value)| p.iter().chain([value])))
                .chain(otherwise.iter().map(|o| &**o))
                .collect(),
            ExprKind::CountOf { number, conditions, .. } => {
                std::iter::once(&**number).chain(conditions).collect()
            }
            ExprKind::PeriodFrom { start, end } => {
                start.iter().chain(end).map(|expr| &**expr).collect()
            }
            ExprKind::Aggregate(aggregate) => aggregate
                .generators
                .iter()
                .map(|(_, list)| list)
                .chain(&aggregate.condition)
                .chain([&aggregate.element])
                .collect(),
            ExprKind::Carry(carry) => vec![&carry.init, &carry.list, &carry.key, &carry.next],
            ExprKind::Linked(linked) => [&linked.start, &linked.links, &linked.from, &linked.to]
                .into_iter()
                .chain(&linked.condition)
                .collect(),
            _ => self.paired_children(),
        }
    }

    fn paired_children(&self) -> Vec<&Self> {
        match &self.kind {
            ExprKind::On { operand, date } => vec![operand, date],
            ExprKind::Arithmetic { left, right, .. }
            | ExprKind::Compare { left, right, .. }
            | ExprKind::Equal { left, right }
            | ExprKind::Overlaps { left, right }
            | ExprKind::Within { left, right }
            | ExprKind::OverlapOf { left, right } => vec![left, right],
            ExprKind::Shift { date, duration, .. } => vec![date, duration],
            ExprKind::DaysBetween { later, earlier } => vec![later, earlier],
            ExprKind::CompareQuotient { numerator, denominator, bound, .. } => {
                vec![numerator, denominator, bound]
            }
            ExprKind::WithinTolerance { operand, tolerance, reference } => {
                vec![operand, tolerance, reference]
            }
            ExprKind::ElementOf { operand, list, .. } => vec![operand, list],
            ExprKind::InPeriod { operand, period } => vec![operand, period],
            ExprKind::Includes { list, set, .. } => vec![list, set],
            ExprKind::Lasts { period, duration, .. } => vec![period, duration],
            ExprKind::StartsWith { text, prefix } => vec![text, prefix],
            ExprKind::Range { start, end } => vec![start, end],
            ExprKind::Default { operand, value, .. } => vec![operand, value],
            ExprKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
            ExprKind::Group { list, key, .. } | ExprKind::Pick { list, key, .. } => {
                vec![list, key]
            }
            ExprKind::The { list, condition, .. } => vec![list, condition],
            ExprKind::CountIs { number, count, .. } => vec![number, count],
            _ => Vec::new(),
        }
    }

    /// Calls `visit` for this expression and every one inside it, outermost first.
    pub fn walk<'e>(&'e self, visit: &mut dyn FnMut(&'e Self)) {
        let mut stack = vec![self];
        while let Some(expr) = stack.pop() {
            visit(expr);
            stack.extend(expr.children().into_iter().rev());
        }
    }
}
