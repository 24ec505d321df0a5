//! From text to a syntax tree.
//!
//! In: a [`Source`](crate::text::Source). Out: a [`Parsed`] module with every declaration that
//! could be read, and a problem for every one that could not. This room resolves no names and
//! knows no types; the pest parser stays private.
//!
//! The steps, in order: `scan` finds texts, comments and brackets; `layout` keeps lines and
//! documentation; `chunk` cuts the file into declarations at the left margin; `recover` parses
//! each alone with `grammar/subvent.pest`; `build` makes the tree, one file a construct;
//! `explain` turns a failure into a problem, whose words are in `problems`.

pub mod ast;
mod build;
mod chunk;
mod explain;
mod grammar;
mod layout;
mod parse;
mod problems;
mod recover;
mod scan;
#[cfg(test)]
mod tests;
mod words;

pub use parse::{MAX_BYTES, MAX_DECLARATIONS, Parsed, parse};
