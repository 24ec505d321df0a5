//! Which signs a number can have where it stands, as far as types, limits of fields and conditions
//! tell.

use std::cell::Cell;

use super::sign::Signs;
use crate::types::narrow;
use crate::types::typed::{
    Aggregate, AggregateKind, Arithmetic, Checked, Definition, Exception, Expr, ExprKind, LocalId,
    Rows, Version,
};

/// Definitions are followed at most so deep into each other.
const DEPTH: usize = 32;

/// At most so many expressions are looked at for one answer; then any sign is possible.
const STEPS: u32 = 500;

/// At most so many are looked at for all answers together.
pub(super) const ALL_STEPS: u32 = 2_000_000;

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
    /// Where nothing is known but what is declared.
    pub(super) fn new(checked: &'a Checked) -> Self {
        Known { checked, lets: &[], shown: Vec::new(), left: Cell::new(ALL_STEPS) }
    }

    /// The words of an expression.
    pub(super) fn words(&self, expr: &Expr) -> String {
        self.checked.sources.slice(expr.span).to_owned()
    }

    /// A name under which the same expression is found again: its path, else its words.
    pub(super) fn spelling(&self, expr: &Expr) -> String {
        narrow::path(expr).unwrap_or_else(|| format!("`{}", self.words(expr)))
    }

    /// The signs that a number can have.
    pub(super) fn signs(&self, expr: &Expr) -> Signs {
        let given = STEPS.min(self.left.get());
        let left = Cell::new(given);
        let signs = self.signs_at(expr, (0, &left));
        let used = given.saturating_sub(left.get()).max(1);
        self.left.set(self.left.get().saturating_sub(used));
        signs
    }

    fn signs_at(&self, expr: &Expr, (depth, left): (usize, &Cell<u32>)) -> Signs {
        let shown = self.shown_of(expr);
        left.set(left.get().saturating_sub(1));
        if depth > DEPTH || left.get() == 0 {
            return shown;
        }
        shown.and(self.made_of(expr, (depth + 1, left)))
    }

    /// What conditions show of an expression.
    fn shown_of(&self, expr: &Expr) -> Signs {
        if self.shown.is_empty() {
            return Signs::ANY;
        }
        let spelt = self.spelling(expr);
        let about = self.shown.iter().filter(|(other, _)| *other == spelt);
        about.fold(Signs::ANY, |signs, (_, shown)| signs.and(*shown))
    }

    /// The signs that an expression has by what it is made of.
    fn made_of(&self, expr: &Expr, within: (usize, &Cell<u32>)) -> Signs {
        let of = |expr: &Expr| self.signs_at(expr, within);
        let any_of = |list: &mut dyn Iterator<Item = &Expr>| {
            list.fold(Signs::NONE, |signs, expr| signs.or(of(expr)))
        };
        match &expr.kind {
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
                Some(definition) => self.definition(definition, within),
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
        }
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
        let mut signs = Signs::NONE;
        for version in &definition.versions {
            signs = signs.or(inside.signs_at(&version.body, within));
        }
        let mut left: Vec<&Exception> = definition.exceptions.iter().collect();
        while let Some(exception) = left.pop() {
            signs = signs.or(inside.signs_at(&exception.value, within));
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
