//! Facts written in a test, as the tree that proposals are read into.

use crate::data::{DataEntry, DataNode, DataValue, Scalar, ScalarStyle};
use crate::syntax::ast::{Datum, DatumKind};

/// The tree of facts written in a test; its places are those of the test.
///
/// The parser bounds how deep facts lie in each other, and with it this recursion.
pub(super) fn node(datum: &Datum) -> DataNode {
    let value = match &datum.kind {
        DatumKind::Unknown => DataValue::Null,
        DatumKind::Scalar(text) => scalar(text, ScalarStyle::Plain),
        DatumKind::Text(text) => scalar(text, ScalarStyle::Quoted),
        DatumKind::List(items) => DataValue::List(items.iter().map(node).collect()),
        DatumKind::Map(entries) => {
            let entry = |(key, value): &(crate::syntax::ast::Name, Datum)| DataEntry {
                key: key.value.to_string(),
                key_span: key.span,
                value: node(value),
            };
            DataValue::Map(entries.iter().map(entry).collect())
        }
    };
    DataNode { span: datum.span, value }
}

fn scalar(text: &str, style: ScalarStyle) -> DataValue {
    DataValue::Scalar(Scalar { text: text.to_owned(), style })
}
