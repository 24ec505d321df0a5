//! Collecting elements in a list.

use std::sync::Arc;

use super::{Entry, Found, Times};
use crate::value::missing::Gathered;
use crate::value::ops::join;
use crate::value::{Extent, Item, Value};

/// The elements that a list has for certain or perhaps.
#[derive(Clone, Debug, Default)]
pub(super) struct Collection {
    items: Vec<Item>,
    more: Option<Value>,
    missing: Gathered,
}

impl Collection {
    pub(super) fn push(&mut self, entry: Entry<'_>) {
        let value = entry.value.clone();
        match entry.times {
            Times::Once => return self.items.push(Item { value, certain: true }),
            Times::Perhaps => self.items.push(Item { value, certain: false }),
            Times::Any => {
                self.more = Some(match self.more.take() {
                    Some(more) => join(&[&more, &value], entry.missing),
                    None => value,
                });
            }
        }
        self.missing.add(entry.missing);
    }

    pub(super) fn finish(self) -> Found {
        let more = self.more.map(Arc::new);
        Found::extent(Extent::List { items: self.items.into(), more }, self.missing.finish())
    }
}
