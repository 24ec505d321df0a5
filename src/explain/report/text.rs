//! Quantities as strings, without a text in between.

use std::fmt;

use serde::{Serialize, Serializer};

/// Serializes as the text that it displays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AsText<T>(pub T);

impl<T: fmt::Display> Serialize for AsText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
