//! Builds one map: keeps the order of the file and refuses a name that occurs twice.

use std::collections::BTreeMap;

use super::problems::DuplicateKey;
use super::{DataEntry, DataNode, DataValue};
use crate::diagnostic::Diagnostics;
use crate::text::{Span, Spanned};

/// A map under construction.
#[derive(Default)]
pub(super) struct MapBuilder {
    entries: Vec<DataEntry>,
    /// Places of the names seen, so that a map with many names is read in `n log n`.
    seen: BTreeMap<String, Span>,
}

impl MapBuilder {
    /// Adds an entry; of two with the same name the first is kept and the second reported.
    pub(super) fn add(&mut self, key: Spanned<String>, value: DataNode, found: &mut Diagnostics) {
        if let Some(first) = self.seen.get(&key.value) {
            found.push(DuplicateKey { key: key.value, first: *first, again: key.span });
            return;
        }
        self.seen.insert(key.value.clone(), key.span);
        self.entries.push(DataEntry { key: key.value, key_span: key.span, value });
    }

    /// The finished map.
    pub(super) fn finish(self) -> DataValue {
        DataValue::Map(self.entries)
    }
}
