//! Makes this room's tree of the JSON parser's.

use jsonc_parser::ast::{Array, Object, ObjectPropName, Value};
use jsonc_parser::common::Range;

use crate::data::limits::{Budget, Stop};
use crate::data::map::MapBuilder;
use crate::data::{DataNode, DataValue, Scalar, ScalarStyle};
use crate::diagnostic::Diagnostics;
use crate::text::{SourceId, Span, Spanned};

/// What the walk carries along.
pub(super) struct Converter<'l, 'd> {
    pub(super) source: SourceId,
    pub(super) budget: Budget<'l>,
    pub(super) found: &'d mut Diagnostics,
}

impl Converter<'_, '_> {
    /// One value, `depth` lists and maps deep. The recursion is bounded by the limit of depth.
    pub(super) fn node(&mut self, value: Value<'_>, depth: usize) -> Result<DataNode, Stop> {
        let span = self.place(range(&value));
        self.budget.node(span)?;
        let value = match value {
            Value::NullKeyword(_) => DataValue::Null,
            Value::BooleanLit(word) => {
                self.plain(if word.value { "true" } else { "false" }, span)?
            }
            Value::NumberLit(number) => self.plain(number.value, span)?,
            Value::StringLit(string) => {
                self.budget.words(&string.value, span)?;
                let text = string.value.into_owned();
                DataValue::Scalar(Scalar { text, style: ScalarStyle::Quoted })
            }
            Value::Array(array) => self.list(array, span, depth)?,
            Value::Object(object) => self.map(object, span, depth)?,
        };
        Ok(DataNode { span, value })
    }

    fn place(&self, range: Range) -> Span {
        Span::new(self.source, range.start, range.end)
    }

    fn plain(&self, words: &str, span: Span) -> Result<DataValue, Stop> {
        self.budget.words(words, span)?;
        Ok(DataValue::Scalar(Scalar { text: words.to_owned(), style: ScalarStyle::Plain }))
    }

    fn list(&mut self, array: Array<'_>, span: Span, depth: usize) -> Result<DataValue, Stop> {
        self.budget.depth(depth, span)?;
        let items = array.elements.into_iter().map(|item| self.node(item, depth + 1));
        Ok(DataValue::List(items.collect::<Result<_, _>>()?))
    }

    fn map(&mut self, object: Object<'_>, span: Span, depth: usize) -> Result<DataValue, Stop> {
        self.budget.depth(depth, span)?;
        let mut entries = MapBuilder::default();
        for property in object.properties {
            let range = match &property.name {
                ObjectPropName::String(name) => name.range,
                ObjectPropName::Word(name) => name.range,
            };
            let key = Spanned::new(property.name.into_string(), self.place(range));
            self.budget.words(&key.value, key.span)?;
            let value = self.node(property.value, depth + 1)?;
            entries.add(key, value, self.found);
        }
        Ok(entries.finish())
    }
}

/// The bytes of a value.
fn range(value: &Value<'_>) -> Range {
    match value {
        Value::StringLit(value) => value.range,
        Value::NumberLit(value) => value.range,
        Value::BooleanLit(value) => value.range,
        Value::Object(value) => value.range,
        Value::Array(value) => value.range,
        Value::NullKeyword(value) => value.range,
    }
}
