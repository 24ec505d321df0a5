//! What a problem is: code, severity, message, places, help and repairs.
//!
//! A phase finds a problem as a small struct of its own and turns it into a [`Diagnostic`];
//! [`Diagnostics`] collects them. Rendering is a matter of `report` (this room's bridge to
//! miette) and of the programs around the library. This room knows no phase.

mod codes;
mod problem;
mod report;
mod suggest;

pub use codes::Code;
pub use problem::{Diagnostic, Diagnostics, Fix, Label, Severity};
pub use report::Located;
pub(crate) use report::printable;
pub use suggest::nearest;
