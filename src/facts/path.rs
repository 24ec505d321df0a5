//! Paths: `costs[3].amount` from a cell, and the cell from such a path.
//!
//! Positions in lists count from 0. A stand-in for an element that nobody gave is `costs[*]`.

use super::Facts;
use super::run::{ListPlace, Run};
use crate::types::typed::RecordId;
use crate::value::Value;

impl Facts {
    /// The path of a cell from the root: `costs[3].amount`; empty for a cell that does not
    /// exist.
    #[must_use]
    pub fn path(&self, cell: u32) -> String {
        let Some(run) = self.run(cell) else { return String::new() };
        let Some((row, offset)) = run.locate(cell) else { return String::new() };
        let mut path = self.row_of(run, row);
        let layout = self.schema.layout(run.record);
        if let Some(cell) = layout.and_then(|layout| layout.cells.get(offset as usize)) {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&cell.path);
        }
        path
    }

    /// The path of a record from the root, by its first cell and its type: `costs[3]`; empty for
    /// the root itself.
    ///
    /// The type is asked for because a record and the first one that lies in it begin with the
    /// same cell.
    #[must_use]
    pub fn record_path(&self, cell: u32, record: RecordId) -> String {
        let Some(run) = self.run(cell) else { return String::new() };
        let Some((row, offset)) = run.locate(cell) else { return String::new() };
        let path = self.row_of(run, row);
        if offset == 0 && run.record == record {
            return path;
        }
        let mut names = Vec::new();
        self.descend(run.record, record, offset, &mut names);
        names.retain(|name| !name.is_empty());
        let inner = names.join(".");
        if path.is_empty() || inner.is_empty() { path + &inner } else { format!("{path}.{inner}") }
    }

    /// Collects the names from a record to the one of type `wanted` at `offset` in it. The depth
    /// is that of the layouts, which is bounded.
    fn descend<'f>(
        &'f self,
        outer: RecordId,
        wanted: RecordId,
        offset: u32,
        names: &mut Vec<&'f str>,
    ) -> bool {
        if outer == wanted && offset == 0 {
            return true;
        }
        let Some(layout) = self.schema.layout(outer) else { return false };
        let included = layout.included.iter().zip(&layout.includes);
        let included = included.map(|(record, start)| ("", *record, *start));
        let own = layout.keys.iter().filter(|key| key.field.0 == outer);
        let fields = own.filter_map(|key| {
            let (record, start) = key.inner?;
            Some((&*key.name, record, start))
        });
        for (name, inner, start) in included.chain(fields) {
            let Some(rest) = offset.checked_sub(start) else { continue };
            if rest >= self.schema.size(inner) {
                continue;
            }
            names.push(name);
            if self.descend(inner, wanted, rest, names) {
                return true;
            }
            names.pop();
        }
        false
    }

    /// The path of a row of a run.
    fn row_of(&self, run: &Run, row: u32) -> String {
        let Some(list) = &run.list else { return String::new() };
        // A list lies in a record that was made before its rows, so this ends; the depth is that
        // of the proposal's tree.
        let mut path = self.list_path(list);
        if run.stand_in {
            path.push_str("[*]");
        } else {
            path.push_str(&format!("[{row}]"));
        }
        path
    }

    fn list_path(&self, list: &ListPlace) -> String {
        let mut path = self.path(list.cell);
        for position in &list.inside {
            path.push_str(&format!("[{position}]"));
        }
        path
    }

    /// The cell at a path: `costs[3].amount`, `data_centre`, `costs[3]` for the first cell of a
    /// row. None for a path that leads nowhere.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<u32> {
        let mut record = self.root;
        let mut start = 0_u32;
        let mut parts = path.split('.').peekable();
        loop {
            let part = parts.next()?;
            let name = part.split('[').next()?;
            let (_, key) = self.schema.layout(record)?.key(name)?;
            let mut cell = start.checked_add(key.offset)?;
            let mut inner = match key.inner {
                Some((inner, offset)) => Some((inner, start.checked_add(offset)?)),
                None => None,
            };
            if let Some(positions) = part.get(name.len()..).and_then(|rest| rest.strip_prefix('['))
            {
                let (row, element) = self.element(cell, positions)?;
                cell = row;
                inner = Some((element, row));
            }
            if parts.peek().is_none() {
                return Some(cell);
            }
            (record, start) = inner?;
        }
    }

    /// The first cell of a list's element; `positions` is what follows the first `[`.
    fn element(&self, cell: u32, positions: &str) -> Option<(u32, RecordId)> {
        let mut value = self.cell(cell).clone();
        for position in positions.strip_suffix(']')?.split("][") {
            let Value::List(list) = value else { return None };
            value = list.get(position.parse().ok()?)?;
        }
        let Value::Record(row) = value else { return None };
        Some((row, self.run(row)?.record))
    }
}
