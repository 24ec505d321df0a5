//! Lists and maps of the host.

use std::collections::BTreeSet;

use serde::{Serialize, ser};

use super::key::KeyWriter;
use super::places::{Step, Tree};
use super::writer::{Refused, Writer, Written, tagged};
use crate::data::{DataEntry, DataNode, DataValue, Scalar, ScalarStyle};
use crate::facts::problems::{Host, HostFault};
use crate::text::Span;

/// The variant that a list or map is the content of, and the place around it.
type Tag = Option<(Span, &'static str)>;

/// Writes a list.
pub(super) struct ListWriter<'t> {
    tree: &'t mut Tree,
    at: Span,
    depth: usize,
    items: Vec<DataNode>,
    tag: Tag,
}

impl<'t> ListWriter<'t> {
    pub(super) fn new(tree: &'t mut Tree, at: Span, depth: usize) -> Self {
        Self { tree, at, depth, items: Vec::new(), tag: None }
    }

    pub(super) fn tagged(self, around: Span, tag: &'static str) -> Self {
        Self { tag: Some((around, tag)), ..self }
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        let step = Step::Index(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
        let writer = Writer::inner(self.tree, self.at, step, self.depth)?;
        let span = writer.at;
        // An element cannot be left out of its list, so `None` is an unknown element.
        let node = value.serialize(writer)?.unwrap_or(DataNode { span, value: DataValue::Null });
        self.items.push(node);
        Ok(())
    }

    fn finish(self) -> Written {
        let node = Some(DataNode { span: self.at, value: DataValue::List(self.items) });
        Ok(match self.tag {
            Some((around, tag)) => tagged(around, tag, node),
            None => node,
        })
    }
}

/// Writes a map, a struct, or one of the structs behind which libraries hide a number.
pub(super) struct MapWriter<'t> {
    tree: &'t mut Tree,
    at: Span,
    depth: usize,
    entries: Vec<DataEntry>,
    names: BTreeSet<Box<str>>,
    /// The key whose value comes next.
    key: Option<String>,
    tag: Tag,
    private: Private,
}

/// Structs whose one field is the text of something else.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Private {
    /// An ordinary struct or a map.
    No,
    /// The letters of a number or a date: they stand as they are.
    Letters,
    /// JSON text, which would need a reader of its own.
    Json,
}

impl<'t> MapWriter<'t> {
    pub(super) fn new(tree: &'t mut Tree, at: Span, depth: usize) -> Self {
        Self {
            tree,
            at,
            depth,
            entries: Vec::new(),
            names: BTreeSet::new(),
            key: None,
            tag: None,
            private: Private::No,
        }
    }

    pub(super) fn tagged(self, around: Span, tag: &'static str) -> Self {
        Self { tag: Some((around, tag)), ..self }
    }

    /// Notes the name of a struct: numbers of serde_json under `arbitrary_precision` and dates of
    /// toml come as structs with these names and one field of text.
    pub(super) fn private(self, name: &str) -> Self {
        let private = match name {
            "$serde_json::private::Number" | "$__toml_private_Datetime" => Private::Letters,
            "$serde_json::private::RawValue" => Private::Json,
            _ => Private::No,
        };
        Self { private, ..self }
    }

    fn entry<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), Refused> {
        let writer = Writer::inner(self.tree, self.at, Step::Key(key.into()), self.depth)?;
        let span = writer.at;
        // `None` is the same as a field left out.
        let Some(value) = value.serialize(writer)? else { return Ok(()) };
        if !self.names.insert(key.into()) {
            self.tree.report(Host { fault: HostFault::Twice(key.to_owned()), span });
            return Ok(());
        }
        self.entries.push(DataEntry { key: key.to_owned(), key_span: span, value });
        Ok(())
    }

    fn finish(self) -> Written {
        let value = match self.private {
            Private::No => DataValue::Map(self.entries),
            Private::Letters => {
                let text = self.entries.first().and_then(|entry| entry.value.text());
                let text = text.unwrap_or_default().to_owned();
                DataValue::Scalar(Scalar { text, style: ScalarStyle::Plain })
            }
            Private::Json => {
                let reason = "raw JSON is not read; hand over its value".to_owned();
                self.tree.report(Host { fault: HostFault::Refused(reason), span: self.at });
                DataValue::Null
            }
        };
        let node = Some(DataNode { span: self.at, value });
        Ok(match self.tag {
            Some((around, tag)) => tagged(around, tag, node),
            None => node,
        })
    }
}

impl ser::SerializeSeq for ListWriter<'_> {
    type Ok = Option<DataNode>;
    type Error = Refused;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.item(value)
    }

    fn end(self) -> Written {
        self.finish()
    }
}

impl ser::SerializeTuple for ListWriter<'_> {
    type Ok = Option<DataNode>;
    type Error = Refused;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.item(value)
    }

    fn end(self) -> Written {
        self.finish()
    }
}

impl ser::SerializeTupleStruct for ListWriter<'_> {
    type Ok = Option<DataNode>;
    type Error = Refused;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.item(value)
    }

    fn end(self) -> Written {
        self.finish()
    }
}

impl ser::SerializeTupleVariant for ListWriter<'_> {
    type Ok = Option<DataNode>;
    type Error = Refused;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.item(value)
    }

    fn end(self) -> Written {
        self.finish()
    }
}

impl ser::SerializeMap for MapWriter<'_> {
    type Ok = Option<DataNode>;
    type Error = Refused;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refused> {
        self.key = key.serialize(KeyWriter)?;
        if self.key.is_none() {
            self.tree.report(Host { fault: HostFault::Key, span: self.at });
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        match self.key.take() {
            Some(key) => self.entry(&key, value),
            None => Ok(()),
        }
    }

    fn end(self) -> Written {
        self.finish()
    }
}

impl ser::SerializeStruct for MapWriter<'_> {
    type Ok = Option<DataNode>;
    type Error = Refused;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Refused> {
        self.entry(key, value)
    }

    fn end(self) -> Written {
        self.finish()
    }
}

impl ser::SerializeStructVariant for MapWriter<'_> {
    type Ok = Option<DataNode>;
    type Error = Refused;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Refused> {
        self.entry(key, value)
    }

    fn end(self) -> Written {
        self.finish()
    }
}
