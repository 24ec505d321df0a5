//! Subvent: a small, typed language for the eligibility rules of public funding.

pub mod data;
pub mod diagnostic;
pub mod quantity;
pub mod text;
