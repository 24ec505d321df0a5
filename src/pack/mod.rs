//! Programmes ready for use: loaded from a host's files or from the library, and tested.
//!
//! In: a [`Loader`] and the path of a module. Out: a [`Pack`]: the compiled programme with its
//! warnings and its digest, or all [`LoadProblems`]. A pack reads proposals ([`Proposal`]), and
//! its own `test` blocks run with [`test()`](test::run), which tells what the tests missed, too.
//!
//! Files come from the host only: the loaders and readers of [`loader`] are its explicit leave.

mod assess;
mod digest;
mod find;
mod load;
pub mod loader;
mod problems;
mod proposal;
pub mod test;

pub use crate::resolve::{LoadError, Loader};
pub use assess::{Assessment, Reasons};
pub use find::{Unknown, definition, rules};
pub use load::{LoadProblems, Pack, inspect};
pub use loader::{Beside, Builtin, Chain, Directory, Files, NoFiles};
pub use proposal::{Format, Proposal, ProposalProblems};
pub use test::{TestReport, run_tests};
