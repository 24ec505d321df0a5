//! Reads the pages of the reference and checks what they claim.
//!
//! `page` finds the blocks of a page and ties them together, `programme` loads its rules,
//! `claim` reads a line of an `expect` block, `judge` holds it against a report, `figure`
//! compares values, `sound` checks proposals with a fact taken away.

mod claim;
mod figure;
mod judge;
mod page;
mod programme;
mod run;
mod sound;

pub use page::Page;
pub use run::run;
pub use sound::completed;
