//! How long the lists of a proposal are.

use std::collections::BTreeMap;

use crate::program::FactSchema;
use crate::program::schema::CellKind;
use crate::types::typed::{Checked, RecordId, Type};

/// How long each list of a proposal is at most, by its path in the facts, such as `costs` or
/// `partners.costs`, without positions.
///
/// A list inside another has one size for all the elements around it: the longest.
///
/// ```
/// use subvent::program::ListSizes;
/// let sizes = ListSizes::all(10).with("costs", 5_000);
/// assert_eq!((sizes.of("costs"), sizes.of("partners")), (5_000, 10));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListSizes {
    by_path: BTreeMap<String, u64>,
    other: u64,
}

impl ListSizes {
    /// Every list has at most so many elements.
    #[must_use]
    pub fn all(most: u64) -> Self {
        Self { by_path: BTreeMap::new(), other: most }
    }

    /// The same, with another size for the list at a path.
    #[must_use]
    pub fn with(mut self, path: &str, most: u64) -> Self {
        self.by_path.insert(path.to_owned(), most);
        self
    }

    /// The size of the list at a path.
    #[must_use]
    pub fn of(&self, path: &str) -> u64 {
        self.by_path.get(path).copied().unwrap_or(self.other)
    }
}

/// Records inside records are followed so deep; what lies deeper counts as without bound.
const DEEPEST: usize = 32;

/// The sizes of lists by the field that holds them, and how many records of each type there are.
#[derive(Debug, Default)]
pub(super) struct Counts {
    lists: BTreeMap<(RecordId, u32), u64>,
    records: BTreeMap<RecordId, u64>,
}

impl Counts {
    /// Counts what a proposal of a kind holds; `open` where facts may be missing.
    pub(super) fn of(
        checked: &Checked,
        schema: &FactSchema,
        root: RecordId,
        sizes: &ListSizes,
        open: bool,
    ) -> Self {
        let mut counts = Self::default();
        let walk = Walk { checked, schema, sizes, stand_in: u64::from(open) };
        walk.record(root, "", 1, 0, &mut counts);
        counts
    }

    /// How many elements a list has that a field holds.
    pub(super) fn list(&self, field: (RecordId, u32)) -> u64 {
        self.lists.get(&field).copied().unwrap_or(0)
    }

    /// How many records of a type there are, and at least one.
    pub(super) fn records(&self, record: RecordId) -> u64 {
        self.records.get(&record).copied().unwrap_or(0).max(1)
    }
}

struct Walk<'a> {
    checked: &'a Checked,
    schema: &'a FactSchema,
    sizes: &'a ListSizes,
    /// One more record of each list that stands for those that nobody gave.
    stand_in: u64,
}

impl Walk<'_> {
    fn record(&self, record: RecordId, path: &str, times: u64, depth: usize, counts: &mut Counts) {
        let known = counts.records.entry(record).or_default();
        *known = known.saturating_add(times);
        if depth > DEEPEST {
            *known = u64::MAX;
            return;
        }
        let Some(declared) = self.checked.records.get(record.index()) else { return };
        for included in &declared.includes {
            self.record(*included, path, times, depth + 1, counts);
        }
        for (field, at) in declared.fields.iter().zip(0_u32..) {
            let path = match path {
                "" => field.name.to_string(),
                _ => format!("{path}.{}", field.name),
            };
            match field.ty.required() {
                Type::Record(inner) if !field.reference => {
                    self.record(*inner, &path, times, depth + 1, counts);
                }
                Type::List(element) => {
                    let size = self.sizes.of(&path);
                    let known = counts.lists.entry((record, at)).or_default();
                    *known = (*known).max(size);
                    if let (Type::Record(inner), true) = (element.required(), self.rows(record, at))
                    {
                        let times = times.saturating_mul(size.saturating_add(self.stand_in));
                        self.record(*inner, &path, times, depth + 1, counts);
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether a field holds records of its own, not references to others.
    fn rows(&self, record: RecordId, field: u32) -> bool {
        let layout = self.schema.layout(record);
        let offset = layout.and_then(|layout| layout.fields.get(field as usize));
        let cell = layout.zip(offset).and_then(|(layout, at)| layout.cells.get(*at as usize));
        cell.is_none_or(|cell| matches!(cell.kind, CellKind::Rows(_)))
    }
}
