//! Values to cells.

use super::{Binder, Stopped, given};
use crate::data::{DataNode, DataValue, Scalar};
use crate::facts::problems::{Float, WrongType};
use crate::facts::read::{self, Read, Words};
use crate::program::{CellKind, FieldKey};
use crate::types::typed::{Field, RecordId, Type};
use crate::value::{Missing, Owed, Value};

impl<'b> Binder<'b> {
    /// Binds the value of a field of the record that begins at `start`; `kind` is that of the
    /// field's first cell.
    pub(super) fn bind_field(
        &mut self,
        key: &FieldKey,
        kind: Option<&CellKind>,
        start: u32,
        node: &'b DataNode,
    ) -> Result<(), Stopped> {
        let Some(field) = self.field(key.field) else { return Ok(()) };
        let cell = start.saturating_add(key.offset);
        if let Some((inner, offset)) = key.inner {
            return self.bind_inner(field, cell, (inner, start.saturating_add(offset)), node);
        }
        let Some(kind) = kind else { return Ok(()) };
        match kind {
            CellKind::Rows(element) => self.bind_rows_field(field, cell, *element, node),
            CellKind::Scalars(element) => {
                let evident = self.evident(field, node);
                self.bind_items_field(field, cell, element, evident.node)?;
                self.set_evidence(cell, evident);
                Ok(())
            }
            CellKind::Scalar(_) | CellKind::Reference(_) | CellKind::Presence(_) => {
                let evident = self.evident(field, node);
                self.bind_scalar(field, cell, kind, evident.node);
                self.set_evidence(cell, evident);
                Ok(())
            }
        }
    }

    /// Binds a record that lies in line at `(record, start)`.
    fn bind_inner(
        &mut self,
        field: &'b Field,
        cell: u32,
        (record, start): (RecordId, u32),
        node: &'b DataNode,
    ) -> Result<(), Stopped> {
        let origin = given(node.span);
        match &node.value {
            DataValue::Map(_) => {
                if field.optional {
                    self.set(cell, Value::Record(start), origin, 1);
                }
                self.bind_record(record, start, node)
            }
            DataValue::Null => {
                if field.optional {
                    self.unknown_cell(cell, origin);
                }
                self.null_record(record, start, node);
                Ok(())
            }
            DataValue::Scalar(_) | DataValue::List(_) => {
                self.wrong(field, node, &format!("the fields of `{}`", self.record_name(record)));
                Ok(())
            }
        }
    }

    /// Binds a scalar or a reference.
    fn bind_scalar(&mut self, field: &'b Field, cell: u32, kind: &CellKind, node: &'b DataNode) {
        if node.value == DataValue::Null {
            self.unknown_cell(cell, given(node.span));
            return;
        }
        let value = match kind {
            CellKind::Reference(record) => {
                self.set(cell, Value::Absent, given(node.span), 1);
                self.refer(field, *record, node, cell, Vec::new());
                return;
            }
            CellKind::Scalar(ty) => self.scalar(field, ty, node, cell),
            _ => None,
        };
        if let Some(value) = value {
            self.set(cell, value, given(node.span), 1);
        }
    }

    /// Reads a scalar of a type within the limits of its field; none when there is a problem.
    /// `cell` is owed where the value is unknown.
    pub(super) fn scalar(
        &mut self,
        field: &'b Field,
        ty: &Type,
        node: &'b DataNode,
        cell: u32,
    ) -> Option<Value> {
        let read = match &node.value {
            DataValue::Null => return Some(self.unknown_value(field, ty, cell)),
            DataValue::Scalar(scalar) if self.is_float(node) => {
                self.float(field, ty, node, scalar);
                return None;
            }
            DataValue::Scalar(scalar) => {
                let mut words = self.words(field, node, scalar);
                if matches!(ty.required(), Type::Text) {
                    words.text = &scalar.text;
                }
                read::scalar(ty, &words)
            }
            DataValue::Map(_) if *ty.required() == Type::Period => {
                self.period(field, node, cell)?
            }
            DataValue::Map(_) if self.is_open_enum(ty) => self.other(field, ty, node)?,
            DataValue::List(_) | DataValue::Map(_) => {
                self.wrong(field, node, &self.wants(ty));
                return None;
            }
        };
        match read {
            Ok(value) => self.within_limits(field, node, &value).then_some(value),
            Err(problem) => {
                self.found.push(*problem);
                None
            }
        }
    }

    /// Whether a value is a floating-point number of a host.
    fn is_float(&self, node: &DataNode) -> bool {
        self.input.floats.is_some_and(|floats| floats.contains(&node.span))
    }

    /// Reports a floating-point number.
    fn float(&mut self, field: &'b Field, ty: &Type, node: &'b DataNode, scalar: &'b Scalar) {
        let numeric = matches!(
            ty.required(),
            Type::Integer
                | Type::Decimal
                | Type::Percent
                | Type::Points
                | Type::Money(_)
                | Type::About(_)
        );
        let mut site = self.site(field, node);
        site.words = &scalar.text;
        let wants = self.wants(ty);
        if numeric {
            self.report(Float { site, wants: &wants });
        } else {
            self.report(WrongType { site, wants: &wants, found: "a number", help: "" });
        }
    }

    /// Reads a period from its two ends. An end that is missing or `null` leaves the period
    /// unknown: only `open` says that there is none.
    fn period(&mut self, field: &'b Field, node: &'b DataNode, cell: u32) -> Option<Read> {
        let mut ends: [Option<Words<'b>>; 2] = [None, None];
        for entry in node.entries() {
            let slot = match entry.key.as_str() {
                "start" => ends.first_mut(),
                "end" => ends.last_mut(),
                _ => None,
            };
            match (slot, &entry.value.value) {
                (Some(_), DataValue::Null) => {}
                (Some(slot), DataValue::Scalar(scalar)) => {
                    *slot = Some(self.words(field, &entry.value, scalar));
                }
                _ => {
                    self.wrong(field, node, "a period with `start` and `end`");
                    return None;
                }
            }
        }
        match ends {
            [Some(start), Some(end)] => Some(read::period_from_map(&start, &end)),
            _ => Some(Ok(self.unknown_value(field, &Type::Period, cell))),
        }
    }

    /// Whether a type is an enum that admits other values.
    fn is_open_enum(&self, ty: &Type) -> bool {
        let Type::Enum(id) = ty.required() else { return false };
        self.input.checked.enums.get(id.index()).is_some_and(|declared| declared.open)
    }

    /// Reads `{ other: text }`.
    fn other(&mut self, field: &'b Field, ty: &Type, node: &'b DataNode) -> Option<Read> {
        let other = match node.entries() {
            [entry] if entry.key == "other" => match &entry.value.value {
                DataValue::Scalar(scalar) => Some((&entry.value, scalar)),
                _ => None,
            },
            _ => None,
        };
        let Some((node, scalar)) = other else {
            self.wrong(field, node, &self.wants(ty));
            return None;
        };
        let words = self.words(field, node, scalar);
        Some(read::read_other(&words))
    }

    /// Reports a value of another kind than the field.
    pub(super) fn wrong(&mut self, field: &'b Field, node: &'b DataNode, wants: &str) {
        let found = match node.value {
            DataValue::Scalar(_) => "",
            _ => node.value.describe(),
        };
        let site = self.site(field, node);
        self.report(WrongType { site, wants, found, help: "" });
    }

    /// An unknown value of a type that the cell owes.
    fn unknown_value(&self, field: &Field, ty: &Type, cell: u32) -> Value {
        super::unknown::value(self.input.checked, field, ty, Missing::one(Owed::Fact(cell)))
    }
}
