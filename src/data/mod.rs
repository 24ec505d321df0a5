//! Proposals and tables as one tree of values with their places.
//!
//! In: the text of a YAML or JSON file and its [`SourceId`](crate::text::SourceId), or of a table
//! in CSV. Out: a [`Sheet`] for a table, else a [`DataNode`] whose values are the words as they were written, and the problems found. A
//! number stays a lexeme here: `1.10`, `no` and `2025-03-01` get their meaning only when the
//! room `facts` knows the declared type, so nothing passes through a float or a guess.
//!
//! What is refused, and why: a second document, anchors and aliases, merge keys, tags and keys
//! that are not words, because each makes the same text mean different things to different
//! readers; duplicate keys, because one of the two values would be lost; everything past
//! [`DataLimits`], because a proposal comes from outside.
//!
//! This room knows nothing of rules, types or facts.

mod csv;
mod encoding;
mod json;
mod limits;
mod map;
mod node;
mod problems;
mod yaml;

#[cfg(test)]
mod tests;

pub use csv::{Sheet, SheetCell, read_csv};
pub use encoding::{DecodeProblem, EncodingGuess, decode};
pub use json::read_json;
pub use limits::DataLimits;
pub use node::{DataEntry, DataNode, DataValue, Scalar, ScalarStyle};
pub use yaml::read_yaml;
