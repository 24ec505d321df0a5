//! Lists: rows of records, and lists of scalars, references and lists.

use super::{Binder, Stopped, given};
use crate::data::{DataNode, DataValue};
use crate::facts::problems::{TooMany, TooMuch};
use crate::facts::run::ListPlace;
use crate::types::typed::{Field, RecordId, Type};
use crate::value::{List, Rows, Value};

impl<'b> Binder<'b> {
    /// Binds a list of records to its cell.
    pub(super) fn bind_rows_field(
        &mut self,
        field: &'b Field,
        cell: u32,
        element: RecordId,
        node: &'b DataNode,
    ) -> Result<(), Stopped> {
        if node.value == DataValue::Null {
            self.unknown_cell(cell, given(node.span));
            return Ok(());
        }
        let place = ListPlace { cell, inside: Box::default() };
        if let Some(rows) = self.bind_rows(field, element, node, place)? {
            self.check_length(field, node, rows.count as usize);
            self.set(cell, Value::List(List::Rows(rows)), given(node.span), 1);
        }
        Ok(())
    }

    /// Binds records to rows at the end of the cells; none when it is no list.
    fn bind_rows(
        &mut self,
        field: &'b Field,
        element: RecordId,
        node: &'b DataNode,
        place: ListPlace,
    ) -> Result<Option<Rows>, Stopped> {
        let Some(items) = self.items(field, node, &Type::Record(element)) else { return Ok(None) };
        let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
        let stride = self.input.schema.size(element);
        let start = self.allocate(element, count, Some((place, false)), node.span, &field.name)?;
        let rows = Rows { start, count, stride };
        for (index, item) in items.iter().enumerate() {
            let Some(row) = rows.get(index) else { continue };
            match &item.value {
                DataValue::Map(_) => {
                    self.scope.push(row);
                    let bound = self.bind_record(element, row, item);
                    self.scope.pop();
                    bound?;
                }
                DataValue::Null => self.fill_unknown(element, row, given(item.span)),
                DataValue::Scalar(_) | DataValue::List(_) => {
                    self.wrong(
                        field,
                        item,
                        &format!("the fields of `{}`", self.record_name(element)),
                    );
                }
            }
        }
        self.check_keys(element, rows, items);
        Ok(Some(rows))
    }

    /// The elements of a list that is not too long; `element` is their type.
    fn items(
        &mut self,
        field: &'b Field,
        node: &'b DataNode,
        element: &Type,
    ) -> Option<&'b [DataNode]> {
        let DataValue::List(items) = &node.value else {
            self.wrong(field, node, &self.wants(&element.clone().list()));
            return None;
        };
        let limit = self.input.limits.max_list_len;
        if items.len() > limit as usize {
            let what = TooMuch::Elements(limit);
            self.report(TooMany { what, span: node.span, field: &field.name });
            return None;
        }
        Some(items)
    }

    /// Binds a list of scalars, references or lists to its cell.
    pub(super) fn bind_items_field(
        &mut self,
        field: &'b Field,
        cell: u32,
        element: &Type,
        node: &'b DataNode,
    ) -> Result<(), Stopped> {
        if node.value == DataValue::Null {
            self.unknown_cell(cell, given(node.span));
            return Ok(());
        }
        let mut inside = Vec::new();
        if let Some(list) = self.bind_items(field, cell, element, node, &mut inside)? {
            self.check_length(field, node, list.len());
            self.set(cell, Value::List(list), given(node.span), 1);
        }
        Ok(())
    }

    /// Binds the elements of a list; `inside` holds the positions on the way from the field.
    fn bind_items(
        &mut self,
        field: &'b Field,
        cell: u32,
        element: &Type,
        node: &'b DataNode,
        inside: &mut Vec<u32>,
    ) -> Result<Option<List>, Stopped> {
        let Some(items) = self.items(field, node, element) else { return Ok(None) };
        let mut values = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            inside.push(u32::try_from(index).unwrap_or(u32::MAX));
            let value = self.bind_item(field, cell, element, item, inside)?;
            inside.pop();
            values.push(value.unwrap_or(Value::Absent));
        }
        Ok(Some(List::Items(values.into())))
    }

    /// Binds one element; none when there is a problem.
    fn bind_item(
        &mut self,
        field: &'b Field,
        cell: u32,
        element: &Type,
        node: &'b DataNode,
        inside: &mut Vec<u32>,
    ) -> Result<Option<Value>, Stopped> {
        match (element.required(), &node.value) {
            (Type::Record(record), DataValue::Scalar(_)) => {
                self.refer(field, *record, node, cell, inside.clone());
                Ok(Some(Value::Absent))
            }
            (Type::List(_), DataValue::Null) => {
                let inside = inside.clone();
                self.unknown_items.push((cell, inside, element.required().clone()));
                Ok(Some(Value::Absent))
            }
            (Type::List(inner), _) => match inner.required() {
                Type::Record(record) if !field.reference => {
                    let place = ListPlace { cell, inside: inside.clone().into() };
                    let rows = self.bind_rows(field, *record, node, place)?;
                    Ok(rows.map(|rows| Value::List(List::Rows(rows))))
                }
                inner => {
                    let list = self.bind_items(field, cell, inner, node, inside)?;
                    Ok(list.map(Value::List))
                }
            },
            (element, _) => Ok(self.scalar(field, element, node, cell)),
        }
    }
}
