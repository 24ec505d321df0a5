//! What is owed before something can be decided.

use std::sync::Arc;

use crate::text::Span;

/// One thing that is owed. Facts come first in the order of the proposal's cells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Owed {
    /// A fact: the number of its cell.
    Fact(u32),
    /// Better evidence for a fact: its cell and the level asked for (1 declared, 2 documented,
    /// 3 verified).
    Evidence(u32, u8),
    /// The authority's choice of a reading: the reading's number.
    Reading(u32),
    /// The authority's value for an open definition or table that nobody filled: its place.
    Fill(Span),
    /// The law after a date that it is known for: the place that says so.
    Law(Span),
}

/// A set of things owed, sorted and without repetition.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Missing(Option<Arc<[Owed]>>);

impl Missing {
    /// Nothing is owed.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// One thing is owed.
    #[must_use]
    pub fn one(owed: Owed) -> Self {
        Self(Some(Arc::from([owed])))
    }

    /// Several things are owed.
    pub fn from_owed(owed: impl IntoIterator<Item = Owed>) -> Self {
        let mut list: Vec<Owed> = owed.into_iter().collect();
        list.sort_unstable();
        list.dedup();
        if list.is_empty() { Self(None) } else { Self(Some(list.into())) }
    }

    /// What either owes.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        match (&self.0, &other.0) {
            (_, None) => self.clone(),
            (None, _) => other.clone(),
            (Some(a), Some(b)) if Arc::ptr_eq(a, b) || a == b => self.clone(),
            (Some(a), Some(b)) => Self::from_owed(a.iter().chain(b.iter()).copied()),
        }
    }

    /// The things owed, in order.
    pub fn iter(&self) -> impl Iterator<Item = Owed> + '_ {
        self.0.iter().flat_map(|list| list.iter().copied())
    }

    /// Whether nothing is owed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}
