//! How long the lists are that a register may hold.

use std::sync::Arc;

use crate::value::{Extent, Value};

/// The most elements of a list, and the same of its elements. Of a group, `inner` is the shape of
/// its items.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Shape {
    pub(super) len: u64,
    pub(super) inner: Option<Arc<Shape>>,
}

impl Shape {
    /// A list of so many elements of a shape.
    pub(super) fn list(len: u64, element: Self) -> Self {
        let plain = element == Self::default();
        Self { len, inner: (!plain).then(|| Arc::new(element)) }
    }

    /// A list of which nothing is known.
    pub(super) fn unbounded() -> Self {
        Self { len: u64::MAX, inner: None }
    }

    /// The shape of the elements, or of the items of a group. Of a list of which nothing is known,
    /// nothing is known of its elements.
    pub(super) fn element(&self) -> Self {
        match &self.inner {
            Some(inner) => Self::clone(inner),
            None if self.len == u64::MAX => Self::unbounded(),
            None => Self::default(),
        }
    }

    /// Either of two; both together where lists may be joined to one.
    pub(super) fn or(&self, other: &Self) -> Self {
        let inner = match (&self.inner, &other.inner) {
            (Some(a), Some(b)) => Some(Arc::new(a.or(b))),
            (one, None) | (None, one) => one.clone(),
        };
        Self { len: self.len.saturating_add(other.len), inner }
    }

    /// The shape of a constant.
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::List(list) => {
                let elements = list.iter().map(|element| Self::of(&element));
                let inner = elements.reduce(|a, b| a.or(&b)).unwrap_or_default();
                Self::list(u64::try_from(list.len()).unwrap_or(u64::MAX), inner)
            }
            Value::Open(open) => match open.extent {
                Extent::List { .. } | Extent::Any => Self::unbounded(),
                _ => Self::default(),
            },
            _ => Self::default(),
        }
    }
}
