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

    /// What any of them owes.
    ///
    /// ```
    /// use subvent::value::{Missing, Owed};
    /// let (costs, date) = (Missing::one(Owed::Fact(3)), Missing::one(Owed::Fact(1)));
    /// let both = Missing::all([&costs, &date, &costs]);
    /// assert!(both.iter().eq([Owed::Fact(1), Owed::Fact(3)]));
    /// ```
    pub fn all<'a>(missing: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut gathered = Gathered::default();
        for one in missing {
            gathered.add(one);
        }
        gathered.finish()
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

/// A growing set of things owed, for many to be added to at little cost.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered(Vec<Missing>);

impl Gathered {
    /// Adds what one owes.
    pub(super) fn add(&mut self, missing: &Missing) {
        let Some(list) = &missing.0 else {
            return;
        };
        let again = |last: &Missing| last.0.as_ref().is_some_and(|last| Arc::ptr_eq(last, list));
        if !self.0.last().is_some_and(again) {
            self.0.push(missing.clone());
        }
    }

    /// All of it.
    pub(super) fn finish(self) -> Missing {
        match &*self.0 {
            [] => Missing::none(),
            [one] => one.clone(),
            many => Missing::from_owed(many.iter().flat_map(Missing::iter)),
        }
    }

    /// Whether nothing is owed.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
