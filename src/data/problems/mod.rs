//! The problems of this room, one file each: the facts of the problem and its words.

mod anchor;
mod csv_syntax;
mod duplicate_key;
mod encoding;
mod json_syntax;
mod key_kind;
mod second_document;
mod tag;
mod too_deep;
mod too_large;
mod yaml_syntax;

pub(super) use anchor::{Anchor, Reuse};
pub(super) use csv_syntax::{CsvFault, CsvSyntax};
pub(super) use duplicate_key::DuplicateKey;
pub(super) use encoding::Encoding;
pub(super) use json_syntax::{JsonFault, JsonSyntax};
pub(super) use key_kind::{KeyFault, KeyKind};
pub(super) use second_document::SecondDocument;
pub(super) use tag::Tag;
pub(super) use too_deep::TooDeep;
pub(super) use too_large::{Large, TooLarge};
pub(super) use yaml_syntax::{YamlFault, YamlSyntax};

/// The user's words for a message: cut after 60 characters, on one line.
fn shown(words: &str) -> String {
    let mut shown: String =
        words.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if words.chars().nth(60).is_some() {
        shown.push('…');
    }
    shown
}
