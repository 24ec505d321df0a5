//! Programmes ready for use: loaded from a host's files or from the library, and tested.
//!
//! In: a [`Loader`] and the path of a module. Out: a [`Pack`]: the compiled programme with its
//! warnings and its digest, or all [`LoadProblems`]. A pack reads proposals ([`Proposal`]), and
//! its own `test` blocks run with [`run_tests`], which tells what the tests missed, too.
//!
//! Files come from the host only: the loaders and readers of [`loader`] are its explicit leave.

mod assess;
mod digest;
mod find;
mod load;
pub mod loader;
mod problems;
mod proposal;
mod refusals;
pub mod test;

pub use crate::resolve::{LoadError, Loader};
pub use assess::{Assessment, Surroundings, assess, check_cost, check_date};
pub use find::{Unknown, definition, rules};
pub use load::{Inspected, LoadProblems, Pack, inspect};
pub use loader::{Beside, Builtin, Chain, Directory, Files, Memory, NoFiles};
pub use proposal::{Format, Proposal, ProposalProblems, peek};
pub use test::{TestOptions, TestReport, run_tests};
