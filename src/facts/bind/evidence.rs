//! Values with their evidence: `{ value: …, evidence: documented, source: "…" }`.

use std::sync::Arc;

use super::Binder;
use crate::data::{DataNode, DataValue};
use crate::facts::problems::{LEVELS, UnknownEvidence, UnknownKey};
use crate::types::typed::Field;
use crate::value::Value;

/// A value and what is said of its evidence.
pub(super) struct Evident<'b> {
    /// The value.
    pub(super) node: &'b DataNode,
    /// 1 declared, 2 documented, 3 verified.
    level: u8,
    /// Where the evidence is.
    source: Option<&'b str>,
}

impl<'b> Binder<'b> {
    /// Takes a value out of the map that gives its evidence; any other value is declared.
    pub(super) fn evident(&mut self, field: &'b Field, node: &'b DataNode) -> Evident<'b> {
        let Some(value) = node.get("value") else {
            return Evident { node, level: 1, source: None };
        };
        let mut evident = Evident { node: value, level: 1, source: None };
        for entry in node.entries() {
            match (entry.key.as_str(), &entry.value.value) {
                ("value", _) | ("evidence" | "source", DataValue::Null) => {}
                ("source", DataValue::Scalar(scalar)) => evident.source = Some(&scalar.text),
                ("evidence", DataValue::Scalar(scalar)) => {
                    match LEVELS.iter().zip(1..).find(|(name, _)| **name == scalar.text) {
                        Some((_, level)) => evident.level = level,
                        None => {
                            let site = self.site(field, &entry.value);
                            self.report(UnknownEvidence { site });
                        }
                    }
                }
                ("evidence" | "source", _) => self.wrong(field, &entry.value, "one word or text"),
                _ => self.unknown_beside_value(field, entry),
            }
        }
        evident
    }

    fn unknown_beside_value(&mut self, field: &'b Field, entry: &'b crate::data::DataEntry) {
        const NAMES: [&str; 3] = ["value", "evidence", "source"];
        let like = self.input.manner.nearest(&entry.key, NAMES);
        self.report(UnknownKey {
            key: &entry.key,
            span: entry.key_span,
            quotes: entry.key_span.len() > entry.key.len(),
            record: &field.name,
            declared: field.span,
            like,
            names: &NAMES,
        });
    }

    /// Notes the evidence of a cell that somebody gave.
    pub(super) fn set_evidence(&mut self, cell: u32, evident: Evident<'b>) {
        let given = !matches!(self.facts.cell(cell), Value::Open(_));
        if let Some(slot) = self.facts.evidence.get_mut(cell as usize).filter(|_| given) {
            *slot = evident.level;
        }
        if let Some(source) = evident.source {
            self.facts.sources.insert(cell, Arc::from(source));
        }
    }
}
