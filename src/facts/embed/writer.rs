//! The serialiser: one value of the host to one value of the tree.

use std::fmt;

use serde::{Serialize, Serializer, ser};

use super::compound::{ListWriter, MapWriter};
use super::places::{Step, Tree};
use crate::data::{DataEntry, DataNode, DataValue, Scalar, ScalarStyle};
use crate::facts::problems::{Host, HostFault};
use crate::text::Span;

/// How deep values may lie in each other, wrappers such as `Some` counted.
const MAX_DEPTH: usize = 128;

/// Writes the value at one place.
pub(super) struct Writer<'t> {
    pub(super) tree: &'t mut Tree,
    pub(super) at: Span,
    depth: usize,
}

/// The value's own code refused, or a limit is exceeded.
#[derive(Debug)]
pub(super) struct Refused(pub(super) String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

impl ser::Error for Refused {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// A written value; none for one that is left out.
pub(super) type Written = Result<Option<DataNode>, Refused>;

impl<'t> Writer<'t> {
    /// Writes the whole value.
    pub(super) fn root(tree: &'t mut Tree) -> Self {
        let at = tree.root();
        Self { tree, at, depth: 0 }
    }

    /// Writes a value inside another one, which lies `depth` deep.
    pub(super) fn inner(
        tree: &'t mut Tree,
        around: Span,
        step: Step,
        depth: usize,
    ) -> Result<Self, Refused> {
        match tree.enter(around, step) {
            Some(at) => Self { tree, at, depth }.deeper(),
            None => Err(Refused(String::new())),
        }
    }

    /// One level deeper.
    fn deeper(mut self) -> Result<Self, Refused> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            self.tree.stop(HostFault::Deep(MAX_DEPTH), self.at);
            return Err(Refused(String::new()));
        }
        Ok(self)
    }

    fn node(&self, value: DataValue) -> Written {
        Ok(Some(DataNode { span: self.at, value }))
    }

    fn plain(&self, text: String) -> Written {
        self.node(DataValue::Scalar(Scalar { text, style: ScalarStyle::Plain }))
    }

    fn float(self, text: String) -> Written {
        self.tree.floats.insert(self.at);
        self.plain(text)
    }

    fn list(self) -> Result<ListWriter<'t>, Refused> {
        Ok(ListWriter::new(self.tree, self.at, self.depth))
    }

    fn map(self) -> Result<MapWriter<'t>, Refused> {
        Ok(MapWriter::new(self.tree, self.at, self.depth))
    }

    /// The place inside a variant with content, which is a map with one entry.
    fn variant(self, name: &str) -> Result<(Self, Span), Refused> {
        let around = self.at;
        let inner = Self::inner(self.tree, around, Step::Key(name.into()), self.depth)?;
        Ok((inner, around))
    }
}

/// A map with one entry.
pub(super) fn tagged(around: Span, tag: &str, value: Option<DataNode>) -> Option<DataNode> {
    let value = value?;
    let entry = DataEntry { key: tag.to_owned(), key_span: value.span, value };
    Some(DataNode { span: around, value: DataValue::Map(vec![entry]) })
}

impl<'t> Serializer for Writer<'t> {
    type Ok = Option<DataNode>;
    type Error = Refused;
    type SerializeSeq = ListWriter<'t>;
    type SerializeTuple = ListWriter<'t>;
    type SerializeTupleStruct = ListWriter<'t>;
    type SerializeTupleVariant = ListWriter<'t>;
    type SerializeMap = MapWriter<'t>;
    type SerializeStruct = MapWriter<'t>;
    type SerializeStructVariant = MapWriter<'t>;

    fn serialize_bool(self, v: bool) -> Written {
        self.plain(v.to_string())
    }

    fn serialize_i8(self, v: i8) -> Written {
        self.plain(v.to_string())
    }

    fn serialize_i16(self, v: i16) -> Written {
        self.plain(v.to_string())
    }

    fn serialize_i32(self, v: i32) -> Written {
        self.plain(v.to_string())
    }

    fn serialize_i64(self, v: i64) -> Written {
        self.plain(v.to_string())
    }

    fn serialize_i128(self, v: i128) -> Written {
        self.plain(v.to_string())
    }

    fn serialize_u8(self, v: u8) -> Written {
        self.plain(v.to_string())
    }

    fn serialize_u16(self, v: u16) -> Written {
        self.plain(v.to_string())
    }

    fn serialize_u32(self, v: u32) -> Written {
        self.plain(v.to_string())
    }

    fn serialize_u64(self, v: u64) -> Written {
        self.plain(v.to_string())
    }

    fn serialize_u128(self, v: u128) -> Written {
        self.plain(v.to_string())
    }

    fn serialize_f32(self, v: f32) -> Written {
        self.float(v.to_string())
    }

    fn serialize_f64(self, v: f64) -> Written {
        self.float(v.to_string())
    }

    fn serialize_char(self, v: char) -> Written {
        self.serialize_str(v.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, v: &str) -> Written {
        self.node(DataValue::Scalar(Scalar { text: v.to_owned(), style: ScalarStyle::Quoted }))
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        self.tree.report(Host { fault: HostFault::Bytes, span: self.at });
        self.node(DataValue::Null)
    }

    fn serialize_none(self) -> Written {
        Ok(None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self.deeper()?)
    }

    fn serialize_unit(self) -> Written {
        self.node(DataValue::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.node(DataValue::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.plain(variant.to_owned())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self.deeper()?)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        let (inner, around) = self.variant(variant)?;
        Ok(tagged(around, variant, value.serialize(inner)?))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<ListWriter<'t>, Refused> {
        self.list()
    }

    fn serialize_tuple(self, _: usize) -> Result<ListWriter<'t>, Refused> {
        self.list()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<ListWriter<'t>, Refused> {
        self.list()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<ListWriter<'t>, Refused> {
        let (inner, around) = self.variant(variant)?;
        Ok(inner.list()?.tagged(around, variant))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<MapWriter<'t>, Refused> {
        self.map()
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<MapWriter<'t>, Refused> {
        Ok(self.map()?.private(name))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<MapWriter<'t>, Refused> {
        let (inner, around) = self.variant(variant)?;
        Ok(inner.map()?.tagged(around, variant))
    }
}
