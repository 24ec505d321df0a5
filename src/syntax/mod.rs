//! From text to a syntax tree.
//!
//! In: a [`Source`](crate::text::Source). Out: a [`Parsed`] module with every declaration that
//! could be read, and a problem for every one that could not. This room resolves no names and
//! knows no types; the pest parser stays private.

pub mod ast;
