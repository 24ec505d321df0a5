//! The pest parser that `grammar/subvent.pest` generates.
//!
//! In: the text of one declaration or of one hole. Out: pest's pairs, or its error. Nothing of
//! pest leaves the room `syntax`.

#[derive(pest_derive::Parser)]
#[grammar = "grammar/subvent.pest"]
pub(super) struct Grammar;
