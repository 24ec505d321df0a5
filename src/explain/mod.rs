//! From outcomes to reasons: messages in the asked language, repair, JSON, diagnostics.
//!
//! In: a [`Checked`](crate::types::typed::Checked) programme, the facts of a proposal and an
//! [`Evaluation`](crate::eval::Evaluation). Out: the report that interfaces rely on, findings
//! that miette draws, a summary and a derivation as lines of text. Nothing is evaluated here:
//! every figure was computed before, and is only written.

mod case;
mod counted;
mod derivation;
mod effect;
mod figures;
mod finding;
mod format;
mod gap;
mod gravity;
mod grounds;
mod invariant;
mod labels;
mod language;
mod legend;
mod line;
mod message;
mod owed;
mod plural;
mod reason;
mod report;
mod roots;
mod sheet;
mod source;
mod summary;
mod template;
mod walk;
mod words;

pub use case::{Case, Submission};
pub use derivation::derivation;
pub use finding::{Explanation, Finding};
pub use format::{Names, Plain, Spoken};
pub use gravity::Gravity;
pub use invariant::broken_invariants;
pub use language::Language;
pub use legend::Legend;
pub use line::{Line, Lines, Role, Segment};
pub use owed::Owner;
pub use plural::Forms;
pub use report::*;
pub use sheet::FactSheet;
pub use summary::summary;
pub use words::*;

#[cfg(test)]
mod tests;
