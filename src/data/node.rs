//! The tree that every reader produces.
//!
//! Depth is bounded by [`DataLimits`](super::DataLimits), so walking or dropping a tree by
//! recursion is safe.

use crate::text::Span;

/// A value with the place that it was written at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DataNode {
    /// The words of the value: a quoted string with its quotes, a list or a map from its first
    /// to its last sign. A value left out (`key:` in YAML) has an empty span where it would be.
    pub span: Span,
    /// What is written there.
    pub value: DataValue,
}

/// A value as written, before any type is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DataValue {
    /// `null`, `~`, or nothing.
    Null,
    /// A word, a number, a date, a text.
    Scalar(Scalar),
    /// Values in their order.
    List(Vec<DataNode>),
    /// Named values in the order of the file; no name occurs twice.
    Map(Vec<DataEntry>),
}

/// The words of a single value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scalar {
    /// The words as written for a plain scalar, the text without quotes and escapes for a
    /// quoted one. A plain YAML scalar over several lines has them joined by spaces.
    pub text: String,
    /// How it was written.
    pub style: ScalarStyle,
}

/// Whether a scalar was written in quotes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScalarStyle {
    /// Bare words: a number, `true`, a date, or unquoted text in YAML.
    Plain,
    /// Text in quotes, or a block of text (`|`, `>`) in YAML.
    Quoted,
}

/// One named value of a map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DataEntry {
    /// The name, without quotes.
    pub key: String,
    /// The place of the name, with its quotes.
    pub key_span: Span,
    /// The value.
    pub value: DataNode,
}

impl DataNode {
    /// The value named `key`, when this is a map that has one.
    ///
    /// ```
    /// use subvent::data::{DataLimits, read_yaml};
    /// use subvent::text::SourceId;
    /// let (tree, problems) =
    ///     read_yaml(SourceId::default(), "grant: 4529875.10", &DataLimits::default());
    /// assert!(problems.is_empty());
    /// assert_eq!(tree.unwrap().get("grant").unwrap().text(), Some("4529875.10"));
    /// ```
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&DataNode> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The entries of a map; none for any other value.
    #[must_use]
    pub fn entries(&self) -> &[DataEntry] {
        if let DataValue::Map(entries) = &self.value { entries } else { &[] }
    }

    /// The elements of a list; none for any other value.
    #[must_use]
    pub fn items(&self) -> &[DataNode] {
        if let DataValue::List(items) = &self.value { items } else { &[] }
    }

    /// The words of a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let DataValue::Scalar(scalar) = &self.value { Some(&scalar.text) } else { None }
    }

    /// Whether two trees hold the same values in the same order, wherever they were written.
    ///
    /// The style counts: `5` and `"5"` are different data.
    #[must_use]
    pub fn same_data(&self, other: &DataNode) -> bool {
        match (&self.value, &other.value) {
            (DataValue::List(a), DataValue::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same_data(b))
            }
            (DataValue::Map(a), DataValue::Map(b)) => {
                let same = |(a, b): (&DataEntry, &DataEntry)| {
                    a.key == b.key && a.value.same_data(&b.value)
                };
                a.len() == b.len() && a.iter().zip(b).all(same)
            }
            (a, b) => a == b,
        }
    }
}

impl DataValue {
    /// What this is, for a message: "a list", "text in quotes".
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Scalar(Scalar { style: ScalarStyle::Plain, .. }) => "a plain value",
            Self::Scalar(Scalar { style: ScalarStyle::Quoted, .. }) => "text in quotes",
            Self::List(_) => "a list",
            Self::Map(_) => "a map of named values",
        }
    }
}
