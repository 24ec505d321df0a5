//! From a module's path to the names of every module that it reaches.
//!
//! In: a [`Loader`] and the path of a module. Out: [`Resolved`]: all modules reached, parsed, with
//! the names that each declares and the modules that each uses. Circles of `use`, modules that
//! cannot be found and names declared twice are reported here. Nothing has a type yet, and names
//! inside expressions wait for the checker, because the members of an enum depend on types.
//!
//! Steps: `graph` fetches and parses modules breadth first, `files` the tables of rates beside
//! them, `scope` collects the names
//! of each, `cycle` looks for circles.

mod cycle;
mod files;
mod graph;
mod loader;
pub(crate) mod problems;
mod scope;

pub use graph::{Resolved, Unit, UnitId, resolve};
pub use loader::{LoadError, Loader};
pub use scope::{Namespace, Scope, Symbol};
