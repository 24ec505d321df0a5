//! Names to fields, and what is left out.

use super::{Binder, Stopped, given, omitted};
use crate::data::DataNode;
use crate::facts::problems::UnknownKey;
use crate::facts::read::composed;
use crate::facts::{Origin, problems::Site, problems::WrongType};
use crate::program::FieldKey;
use crate::types::typed::RecordId;
use crate::value::Value;

impl<'b> Binder<'b> {
    /// Binds a map (or nothing, for a record without any given field) to a record at a cell.
    pub(super) fn bind_record(
        &mut self,
        record: RecordId,
        start: u32,
        node: &'b DataNode,
    ) -> Result<(), Stopped> {
        let schema = self.input.schema;
        let Some(layout) = schema.layout(record) else { return Ok(()) };
        let mut seen = vec![false; layout.keys.len()];
        let at_top = std::ptr::eq(node, self.input.node);
        for entry in node.entries() {
            if at_top && entry.key.starts_with('$') {
                continue;
            }
            let Some((position, key)) = layout.key(&composed(&entry.key)) else {
                self.unknown_key(record, entry);
                continue;
            };
            if let Some(seen) = seen.get_mut(position) {
                *seen = true;
            }
            let kind = layout.cells.get(key.offset as usize).map(|cell| &cell.kind);
            self.bind_field(key, kind, start, &entry.value)?;
        }
        for (key, seen) in layout.keys.iter().zip(seen) {
            if !seen && !layout.is_copy(key) {
                self.omit(key, start, omitted(node.span));
            }
        }
        self.copies.extend(layout.copies.iter().map(|copied| (start, *copied)));
        self.identify(record, start);
        Ok(())
    }

    /// Gives the fields that lie in a record twice what the first of them has.
    pub(super) fn fill_copies(&mut self) {
        for (start, copied) in std::mem::take(&mut self.copies) {
            for cell in 0..copied.cells {
                let from = start.saturating_add(copied.from).saturating_add(cell) as usize;
                let to = start.saturating_add(copied.to).saturating_add(cell);
                let value = self.facts.cells.get(from).cloned();
                let origin = self.facts.origins.get(from).copied();
                let evidence = self.facts.evidence.get(from).copied();
                if let (Some(value), Some(origin), Some(evidence)) = (value, origin, evidence) {
                    self.set(to, value, origin, evidence);
                }
                let source =
                    u32::try_from(from).ok().and_then(|from| self.facts.sources.get(&from));
                if let Some(source) = source.cloned() {
                    self.facts.sources.insert(to, source);
                }
            }
        }
    }

    /// Reports a name that the record does not have.
    fn unknown_key(&mut self, record: RecordId, entry: &'b crate::data::DataEntry) {
        let Some(declared) = self.input.checked.records.get(record.index()) else { return };
        let Some(layout) = self.input.schema.layout(record) else { return };
        let names: Vec<&str> = layout.names().collect();
        let like = self.input.manner.nearest(&entry.key, names.iter().copied());
        self.report(UnknownKey {
            key: &entry.key,
            span: entry.key_span,
            quotes: entry.key_span.len() > entry.key.len(),
            record: &declared.name,
            declared: declared.span,
            like,
            names: &names,
        });
    }

    /// Fills a field that the record lacks: its default, absent, or unknown.
    fn omit(&mut self, key: &FieldKey, start: u32, origin: Origin) {
        let Some(field) = self.field(key.field) else { return };
        let cell = start.saturating_add(key.offset);
        let inner = key.inner.map(|(inner, offset)| (inner, start.saturating_add(offset)));
        if let Some(default) = &field.default {
            let origin = Origin::Default { span: field.span };
            self.set(cell, default.clone(), origin, 1);
        } else if field.optional {
            self.set(cell, Value::Absent, origin, 1);
            if let Some((inner, start)) = inner {
                self.fill_absent(inner, start, origin);
            }
        } else if let Some((inner, start)) = inner {
            self.fill_unknown(inner, start, origin);
        } else {
            self.unknown_cell(cell, origin);
        }
    }

    /// Fills all cells of a record that is not there.
    fn fill_absent(&mut self, record: RecordId, start: u32, origin: Origin) {
        for offset in 0..self.input.schema.size(record) {
            self.set(start.saturating_add(offset), Value::Absent, origin, 1);
        }
    }

    /// Fills a record in line that is given as `null`.
    pub(super) fn null_record(&mut self, record: RecordId, start: u32, node: &DataNode) {
        self.fill_unknown(record, start, given(node.span));
    }

    /// Reports a proposal that is no map.
    pub(super) fn not_a_record(&mut self, record: RecordId, node: &'b DataNode) {
        let Some(declared) = self.input.checked.records.get(record.index()) else { return };
        let site = Site {
            span: node.span,
            words: node.text().unwrap_or(""),
            field: &declared.name,
            declared: declared.span,
            quotes: false,
        };
        let found = node.value.describe();
        let help = "write the facts as named values, one a line: `name: value`";
        self.report(WrongType { site, wants: "named values", found, help });
    }
}
