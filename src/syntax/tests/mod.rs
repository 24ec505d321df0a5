//! Tests of whole files, one file a thought.

mod example;
mod pages;

use super::{Parsed, parse};
use crate::diagnostic::Diagnostics;
use crate::text::{Source, SourceId};

/// Parses a text.
fn read(text: &str) -> (Parsed, Diagnostics) {
    parse(SourceId::default(), &Source::new("test.subvent", text))
}
