//! Subvent: a small, typed language for the eligibility rules of public funding.

pub mod data;
pub mod diagnostic;
pub mod eval;
pub mod explain;
pub mod facts;
pub mod program;
pub mod quantity;
pub mod resolve;
pub mod syntax;
pub mod text;
pub mod types;
pub mod value;
