//! Source texts and places in them.
//!
//! In: names and texts that a host supplies. Out: [`Source`]s with a line index, [`Span`]s of
//! byte offsets, and a [`SourceMap`] that ties the two together. This room knows neither files
//! nor what a text means.

mod source;
mod span;

pub use source::{Position, Source, SourceMap};
pub use span::{SourceId, Span, Spanned};
