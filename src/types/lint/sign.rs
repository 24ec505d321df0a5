//! Which signs a number can have, as far as types, limits of fields and conditions tell.

use std::cell::Cell;

use crate::types::typed::{
    Aggregate, AggregateKind, Arithmetic, Checked, Definition, Edge, Exception, Expr, ExprKind,
    LocalId, Rows, Version,
};
use crate::value::Value;

/// Definitions are followed at most so deep into each other.
const DEPTH: usize = 32;

/// At most so many expressions are looked at for one answer; then any sign is possible.
const STEPS: u32 = 500;

/// At most so many are looked at for all answers together.
pub(super) const ALL_STEPS: u32 = 2_000_000;

/// A set of signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Signs(u8);

impl Signs {
    pub(super) const NEGATIVE: Self = Self(1);
    pub(super) const ZERO: Self = Self(2);
    pub(super) const POSITIVE: Self = Self(4);
    pub(super) const NOT_NEGATIVE: Self = Self(6);
    pub(super) const NOT_ZERO: Self = Self(5);
    pub(super) const NOT_POSITIVE: Self = Self(3);
    pub(super) const ANY: Self = Self(7);
    const NONE: Self = Self(0);

    /// Whether all of these are among the others.
    pub(super) fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The signs of what a function makes of a sign of each, as -1, 0 and 1.
    fn combine(self, other: Self, of: impl Fn(i8, i8) -> Self) -> Self {
        let mut found = Self::NONE;
        for (a, one) in Self::EACH {
            for (b, two) in Self::EACH {
                if self.has(one) && other.has(two) {
                    found = found.or(of(a, b));
                }
            }
        }
        found
    }

    const EACH: [(i8, Self); 3] = [(-1, Self::NEGATIVE), (0, Self::ZERO), (1, Self::POSITIVE)];

    fn of(sign: i8) -> Self {
        match sign {
            0 => Self::ZERO,
            sign if sign < 0 => Self::NEGATIVE,
            _ => Self::POSITIVE,
        }
    }

    fn plus(self, other: Self) -> Self {
        self.combine(other, |a, b| match (a, b) {
            (-1, 1) | (1, -1) => Self::ANY,
            (0, sign) | (sign, _) => Self::of(sign),
        })
    }

    fn times(self, other: Self) -> Self {
        self.combine(other, |a, b| Self::of(a * b))
    }

    fn negated(self) -> Self {
        self.combine(Self::ZERO, |a, _| Self::of(-a))
    }

    fn size(self) -> Self {
        self.combine(Self::ZERO, |a, _| Self::of(a.abs()))
    }

    fn extreme(self, other: Self, edge: Edge) -> Self {
        self.combine(other, |a, b| match edge {
            Edge::First => Self::of(a.min(b)),
            Edge::Last => Self::of(a.max(b)),
        })
    }

    fn of_value(value: &Value) -> Self {
        let number = match value {
            Value::Number(number) => number,
            Value::Money(money) => &money.amount,
            _ => return Self::ANY,
        };
        match (number.is_zero(), number.is_negative()) {
            (true, _) => Self::ZERO,
            (_, true) => Self::NEGATIVE,
            _ => Self::POSITIVE,
        }
    }
}

/// What is known where an expression stands.
pub(super) struct Known<'a> {
    pub(super) checked: &'a Checked,
    /// The names that the rule gives to values.
    pub(super) lets: &'a [(LocalId, Expr)],
    /// What conditions around the expression show: an expression by its spelling, and its signs.
    pub(super) shown: Vec<(String, Signs)>,
    /// How many more expressions may be looked at.
    pub(super) left: Cell<u32>,
}

impl<'a> Known<'a> {
    /// The signs that a number can have. `spelling` names an expression, so that what conditions
    /// show of it is found again.
    pub(super) fn signs(&self, expr: &Expr, spelling: &dyn Fn(&Expr) -> String) -> Signs {
        let given = STEPS.min(self.left.get());
        let left = Cell::new(given);
        let signs = self.signs_at(expr, spelling, (0, &left));
        let used = given.saturating_sub(left.get()).max(1);
        self.left.set(self.left.get().saturating_sub(used));
        signs
    }

    fn signs_at(
        &self,
        expr: &Expr,
        name: &dyn Fn(&Expr) -> String,
        (depth, left): (usize, &Cell<u32>),
    ) -> Signs {
        let shown = match self.shown.is_empty() {
            true => Signs::ANY,
            false => {
                let spelt = name(expr);
                let about = self.shown.iter().filter(|(other, _)| *other == spelt);
                about.fold(Signs::ANY, |signs, (_, shown)| signs.and(*shown))
            }
        };
        left.set(left.get().saturating_sub(1));
        if depth > DEPTH || left.get() == 0 {
            return shown;
        }
        let of = |expr: &Expr| self.signs_at(expr, name, (depth + 1, left));
        let any_of = |list: &mut dyn Iterator<Item = &Expr>| {
            list.fold(Signs::NONE, |signs, expr| signs.or(of(expr)))
        };
        let signs = match &expr.kind {
            ExprKind::Constant(value) => Signs::of_value(value),
            ExprKind::Field { record, field, .. } => self.limited(record.index(), *field),
            ExprKind::Local(id) => {
                let value = self.lets.iter().find(|(local, _)| local == id);
                value.map_or(Signs::ANY, |(_, value)| of(value))
            }
            ExprKind::Parameter { id, .. } => match self.checked.parameters.get(id.index()) {
                Some(parameter) => rows(&parameter.table.versions),
                None => Signs::ANY,
            },
            ExprKind::Table { id, .. } => match self.checked.tables.get(id.index()) {
                Some(table) => rows(&table.versions),
                None => Signs::ANY,
            },
            ExprKind::Definition { id, .. } => match self.checked.definitions.get(id.index()) {
                Some(definition) => self.definition(definition, (depth + 1, left)),
                None => Signs::ANY,
            },
            ExprKind::Arithmetic { op, left, right } => match op {
                Arithmetic::Add => of(left).plus(of(right)),
                Arithmetic::Subtract => of(left).plus(of(right).negated()),
                Arithmetic::Multiply => of(left).times(of(right)),
                Arithmetic::Divide => of(left).times(of(right).and(Signs::NOT_ZERO)),
            },
            ExprKind::Negate(inner) => of(inner).negated(),
            ExprKind::Absolute(inner) => of(inner).size(),
            // Rounding can give zero, never the other sign.
            ExprKind::Rounded { operand, .. } => of(operand).or(Signs::ZERO),
            ExprKind::On { operand, .. } | ExprKind::WithEvidence { operand, .. } => of(operand),
            ExprKind::Default { operand, value, .. } => of(operand).or(of(value)),
            ExprKind::If { then, otherwise, .. } => of(then).or(of(otherwise)),
            ExprKind::Choose { arms, otherwise } => {
                let otherwise = otherwise.iter().map(|it| &**it);
                any_of(&mut arms.iter().map(|(_, value)| value).chain(otherwise))
            }
            ExprKind::Match { arms, otherwise, .. } => {
                let otherwise = otherwise.iter().map(|it| &**it);
                any_of(&mut arms.iter().map(|(_, value)| value).chain(otherwise))
            }
            ExprKind::Extreme { edge, values } => {
                let each = values.iter().map(of);
                each.reduce(|a, b| a.extreme(b, *edge)).unwrap_or(Signs::ANY)
            }
            ExprKind::Aggregate(aggregate) => aggregated(aggregate, of(&aggregate.element)),
            _ => Signs::ANY,
        };
        signs.and(shown)
    }

    /// The signs that the limits of a field leave.
    fn limited(&self, record: usize, field: u32) -> Signs {
        let record = self.checked.records.get(record);
        let Some(field) = record.and_then(|it| it.fields.get(field as usize)) else {
            return Signs::ANY;
        };
        let low = field.limits.low.as_ref().map_or(Signs::ANY, |limit| {
            match Signs::of_value(&limit.value) {
                Signs::POSITIVE => Signs::POSITIVE,
                Signs::ZERO if limit.inclusive => Signs::NOT_NEGATIVE,
                Signs::ZERO => Signs::POSITIVE,
                _ => Signs::ANY,
            }
        });
        let high = field.limits.high.as_ref().map_or(Signs::ANY, |limit| {
            match Signs::of_value(&limit.value) {
                Signs::NEGATIVE => Signs::NEGATIVE,
                Signs::ZERO if limit.inclusive => Signs::NOT_POSITIVE,
                Signs::ZERO => Signs::NEGATIVE,
                _ => Signs::ANY,
            }
        });
        low.and(high)
    }

    /// A definition's names are its own: nothing that is shown here concerns them.
    fn definition(&self, definition: &Definition, within: (usize, &Cell<u32>)) -> Signs {
        if definition.versions.is_empty() {
            return Signs::ANY;
        }
        let inside =
            Known { checked: self.checked, lets: &[], shown: Vec::new(), left: Cell::new(0) };
        let nameless = |_: &Expr| String::new();
        let mut signs = Signs::NONE;
        for version in &definition.versions {
            signs = signs.or(inside.signs_at(&version.body, &nameless, within));
        }
        let mut left: Vec<&Exception> = definition.exceptions.iter().collect();
        while let Some(exception) = left.pop() {
            signs = signs.or(inside.signs_at(&exception.value, &nameless, within));
            left.extend(&exception.exceptions);
        }
        signs
    }
}

/// The signs of the values of a table.
fn rows(versions: &[Version<Rows>]) -> Signs {
    let cells = versions.iter().flat_map(|version| {
        version.body.rows.iter().map(|(_, value)| value).chain(&version.body.otherwise)
    });
    let signs = cells.map(|value| match &value.kind {
        ExprKind::Constant(value) => Signs::of_value(value),
        _ => Signs::ANY,
    });
    signs.reduce(Signs::or).unwrap_or(Signs::ANY)
}

fn aggregated(aggregate: &Aggregate, element: Signs) -> Signs {
    match aggregate.kind {
        AggregateKind::Count => Signs::NOT_NEGATIVE,
        AggregateKind::Sum => Signs::ZERO.or(element.plus(element)).or(element),
        AggregateKind::Average => element.plus(element).or(element),
        AggregateKind::Min | AggregateKind::Max => element,
        AggregateKind::List | AggregateKind::All | AggregateKind::Any => Signs::ANY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_combine_as_numbers_do() {
        assert_eq!(Signs::POSITIVE.plus(Signs::NEGATIVE), Signs::ANY);
        assert_eq!(Signs::POSITIVE.plus(Signs::NOT_NEGATIVE), Signs::POSITIVE);
        assert_eq!(Signs::NEGATIVE.plus(Signs::ZERO), Signs::NEGATIVE);
        assert_eq!(Signs::NEGATIVE.times(Signs::NEGATIVE), Signs::POSITIVE);
        assert_eq!(Signs::NEGATIVE.times(Signs::POSITIVE), Signs::NEGATIVE);
        assert_eq!(Signs::ZERO.times(Signs::NEGATIVE), Signs::ZERO);
        assert_eq!(Signs::NOT_ZERO.times(Signs::NOT_ZERO), Signs::NOT_ZERO);
        assert_eq!(Signs::NOT_NEGATIVE.negated(), Signs::NOT_POSITIVE);
        assert_eq!(Signs::NOT_ZERO.size(), Signs::POSITIVE);
        assert_eq!(Signs::ANY.extreme(Signs::POSITIVE, Edge::Last), Signs::POSITIVE);
        assert_eq!(Signs::ANY.extreme(Signs::NEGATIVE, Edge::First), Signs::NEGATIVE);
    }
}
