//! How long the lists of a proposal are, and whether anything is missing.

use std::collections::BTreeMap;

use super::Facts;
use crate::program::ListSizes;
use crate::value::Value;

impl Facts {
    /// The longest list at each path; a list that nobody gave has no element.
    #[must_use]
    pub fn list_sizes(&self) -> ListSizes {
        let mut longest: BTreeMap<String, u64> = BTreeMap::new();
        for (cell, len) in self.lists() {
            let known = longest.entry(without_positions(&self.path(cell))).or_default();
            *known = (*known).max(len);
        }
        longest.into_iter().fold(ListSizes::all(0), |sizes, (path, len)| sizes.with(&path, len))
    }

    /// The cell and the length of the longest list; none where every list is empty.
    #[must_use]
    pub fn longest_list(&self) -> Option<(u32, u64)> {
        let given = self.lists().filter(|(_, len)| *len > 0);
        // Of several, the first is named.
        given.reduce(|longest, list| if list.1 > longest.1 { list } else { longest })
    }

    /// Whether every fact is known.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.cells.iter().any(|value| matches!(value, Value::Open(_)))
    }

    fn lists(&self) -> impl Iterator<Item = (u32, u64)> + '_ {
        self.cells.iter().zip(0_u32..).filter_map(|(value, cell)| match value {
            Value::List(list) => Some((cell, longest(value, list.len()))),
            _ => None,
        })
    }
}

/// The length of a list, or of the longest of the lists that it holds.
fn longest(value: &Value, len: usize) -> u64 {
    let mut most = u64::try_from(len).unwrap_or(u64::MAX);
    let mut left = vec![value.clone()];
    while let Some(Value::List(list)) = left.pop() {
        most = most.max(u64::try_from(list.len()).unwrap_or(u64::MAX));
        left.extend(list.iter().filter(|value| matches!(value, Value::List(_))));
    }
    most
}

/// `partners[3].costs` without its positions: `partners.costs`.
fn without_positions(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut inside = false;
    for letter in path.chars() {
        match letter {
            '[' => inside = true,
            ']' => inside = false,
            _ if inside => {}
            _ => plain.push(letter),
        }
    }
    plain
}
