//! What a fact can still be that nobody gave: its type within its limits.

use std::sync::Arc;

use super::Binder;
use crate::facts::Origin;
use crate::program::CellKind;
use crate::quantity::{Currency, Date, Number};
use crate::types::typed::{Checked, Field, Limit, RecordId, Type};
use crate::value::{Extent, Missing, Open, Owed, Value};

impl Binder<'_> {
    /// Fills all cells of a record that nobody gave; each owes itself.
    pub(super) fn fill_unknown(&mut self, record: RecordId, start: u32, origin: Origin) {
        for offset in 0..self.input.schema.size(record) {
            self.unknown_cell_at(record, offset, start.saturating_add(offset), origin);
        }
        self.identify(record, start);
    }

    /// Fills a cell that nobody gave and that owes itself.
    pub(super) fn unknown_cell(&mut self, cell: u32, origin: Origin) {
        let Some((record, offset)) = self.place_of(cell) else { return };
        self.unknown_cell_at(record, offset, cell, origin);
    }

    fn unknown_cell_at(&mut self, record: RecordId, offset: u32, cell: u32, origin: Origin) {
        let owed = Missing::one(Owed::Fact(cell));
        let Some(unknown) = self.unknown(record, offset, cell, owed) else { return };
        if unknown.is_list {
            self.unknown_lists.push(cell);
        }
        self.set(cell, unknown.value, origin, 0);
    }

    /// The record type of the run that a cell lies in, and the cell's offset in it.
    fn place_of(&self, cell: u32) -> Option<(RecordId, u32)> {
        let run = self.facts.run(cell)?;
        let (_, offset) = run.locate(cell)?;
        Some((run.record, offset))
    }

    /// The unknown value of the cell at an offset of a record, which owes `missing`.
    pub(super) fn unknown(
        &self,
        record: RecordId,
        offset: u32,
        cell: u32,
        missing: Missing,
    ) -> Option<Unknown> {
        let layout = self.input.schema.layout(record)?;
        let described = layout.cells.get(offset as usize)?;
        let field = self.field(described.field)?;
        let checked = self.input.checked;
        let (extent, is_list) = match &described.kind {
            CellKind::Scalar(ty) => (extent(checked, field, ty), false),
            CellKind::Presence(_) => (Extent::Record(cell.saturating_add(1)), false),
            CellKind::Reference(_) => (Extent::Any, false),
            // What stands for any further element is known only when all cells are filled.
            CellKind::Rows(_) | CellKind::Scalars(_) => (Extent::Any, true),
        };
        let absent = field.optional;
        let value = Value::Open(Arc::new(Open { extent, absent, fault: None, missing }));
        Some(Unknown { value, is_list })
    }
}

/// A value that nobody gave.
pub(super) struct Unknown {
    /// The value; of a list not more than that.
    pub(super) value: Value,
    /// It is a list.
    pub(super) is_list: bool,
}

/// An unknown value of a type, within the limits of its field.
pub(super) fn value(checked: &Checked, field: &Field, ty: &Type, missing: Missing) -> Value {
    let absent = field.optional && !super::bounds::is_list(field);
    let extent = extent(checked, field, ty.required());
    Value::Open(Arc::new(Open { extent, absent, fault: None, missing }))
}

/// All values of a type within the limits of a field.
fn extent(checked: &Checked, field: &Field, ty: &Type) -> Extent {
    // Limits of a list are those of its length and say nothing of its elements.
    let limits = (!super::bounds::is_list(field)).then_some(&field.limits);
    let low = limits.and_then(|limits| limits.low.as_ref());
    let high = limits.and_then(|limits| limits.high.as_ref());
    match ty.required() {
        Type::Bool => Extent::Bools,
        Type::Integer => Extent::Numbers {
            low: low.and_then(|limit| whole(limit, Number::ONE)),
            high: high.and_then(|limit| whole(limit, Number::ONE.neg())),
        },
        Type::Decimal | Type::Percent | Type::Points => {
            Extent::Numbers { low: low.and_then(number), high: high.and_then(number) }
        }
        Type::Money(currency) => amounts(low, high, *currency),
        Type::Date => Extent::Days { low: low.and_then(day), high: high.and_then(day) },
        Type::Enum(id) => match checked.enums.get(id.index()) {
            Some(declared) => Extent::Members {
                members: (0..u16::try_from(declared.members.len()).unwrap_or(u16::MAX)).collect(),
                other: declared.open,
            },
            None => Extent::Any,
        },
        _ => Extent::Any,
    }
}

/// The bounds of an amount. A limit in a currency that the amount need not have bounds nothing.
fn amounts(low: Option<&Limit>, high: Option<&Limit>, currency: Option<Currency>) -> Extent {
    let bound = |limit: &Limit| match limit.value {
        Value::Money(money) if currency == Some(money.currency) => Some(money.amount),
        // Nought is nought in every currency.
        Value::Money(money) if money.amount.is_zero() => Some(Number::ZERO),
        Value::Number(number) => Some(number),
        _ => None,
    };
    Extent::Amounts { low: low.and_then(bound), high: high.and_then(bound), currency }
}

/// A bound as a number; one that is itself not allowed is kept, since an extent may be wider.
fn number(limit: &Limit) -> Option<Number> {
    match limit.value {
        Value::Number(number) => Some(number),
        _ => None,
    }
}

/// A bound of a whole number; `inwards` leads to the nearest one allowed.
fn whole(limit: &Limit, inwards: Number) -> Option<Number> {
    let bound = number(limit)?;
    if limit.inclusive || !bound.is_integer() {
        return Some(bound);
    }
    Some(bound.add(inwards).unwrap_or(bound))
}

fn day(limit: &Limit) -> Option<Date> {
    match limit.value {
        Value::Date(date) => Some(date),
        _ => None,
    }
}
