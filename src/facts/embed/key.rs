//! Keys of maps: words and whole numbers.

use serde::ser::{Impossible, Serialize, Serializer};

use super::writer::Refused;

/// Writes a key; none for one that is not a word or a whole number.
pub(super) struct KeyWriter;

/// A key as text.
type Key = Result<Option<String>, Refused>;

/// What a key cannot be.
type No = Impossible<Option<String>, Refused>;

/// The refusal of lists and maps as keys. A key of that kind stops the value, because serde
/// asks for its parts.
fn no_name<T>() -> Result<T, Refused> {
    Err(Refused("a list or a map cannot be a key".to_owned()))
}

impl Serializer for KeyWriter {
    type Ok = Option<String>;
    type Error = Refused;
    type SerializeSeq = No;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
    type SerializeStruct = No;
    type SerializeStructVariant = No;

    fn serialize_bool(self, v: bool) -> Key {
        Ok(Some(v.to_string()))
    }

    fn serialize_i8(self, v: i8) -> Key {
        Ok(Some(v.to_string()))
    }

    fn serialize_i16(self, v: i16) -> Key {
        Ok(Some(v.to_string()))
    }

    fn serialize_i32(self, v: i32) -> Key {
        Ok(Some(v.to_string()))
    }

    fn serialize_i64(self, v: i64) -> Key {
        Ok(Some(v.to_string()))
    }

    fn serialize_u8(self, v: u8) -> Key {
        Ok(Some(v.to_string()))
    }

    fn serialize_u16(self, v: u16) -> Key {
        Ok(Some(v.to_string()))
    }

    fn serialize_u32(self, v: u32) -> Key {
        Ok(Some(v.to_string()))
    }

    fn serialize_u64(self, v: u64) -> Key {
        Ok(Some(v.to_string()))
    }

    fn serialize_f32(self, _: f32) -> Key {
        Ok(None)
    }

    fn serialize_f64(self, _: f64) -> Key {
        Ok(None)
    }

    fn serialize_char(self, v: char) -> Key {
        Ok(Some(v.to_string()))
    }

    fn serialize_str(self, v: &str) -> Key {
        Ok(Some(v.to_owned()))
    }

    fn serialize_bytes(self, _: &[u8]) -> Key {
        Ok(None)
    }

    fn serialize_none(self) -> Key {
        Ok(None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Key {
        Ok(None)
    }

    fn serialize_unit(self) -> Key {
        Ok(None)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Key {
        Ok(None)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Key {
        Ok(Some(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Key {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Key {
        Ok(None)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<No, Refused> {
        no_name()
    }

    fn serialize_tuple(self, _: usize) -> Result<No, Refused> {
        no_name()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<No, Refused> {
        no_name()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<No, Refused> {
        no_name()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<No, Refused> {
        no_name()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<No, Refused> {
        no_name()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<No, Refused> {
        no_name()
    }
}
