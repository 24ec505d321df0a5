//! The compiled form of a programme: where each fact lies, and what is computed from it.
//!
//! In: a [`Checked`](crate::types::typed::Checked) program without errors. Out: a [`Program`]:
//! the [`FactSchema`] that facts are bound to, and code over numbered cells and registers. No
//! name is looked up after this room, and no syntax is left; spans stay for the reasons.

pub(crate) mod code;
mod compiled;
mod cost;
mod layout;
mod lower;
pub(crate) mod parts;
mod schema;

pub use compiled::Program;
pub use cost::{Cost, ListSizes};
pub use lower::compile;
pub use schema::{Cell, CellKind, CopiedField, FactSchema, FieldKey, RecordLayout};
