//! Random programmes as source text, random proposals for them, and random gaps in these.
//!
//! In: a seed. Out: text that type-checks by construction. Names are never used twice, literals
//! come from small sets so that bounds are often met exactly, and every form of expression occurs.

mod body;
mod condition;
mod declare;
mod facts;
pub mod legal;
mod listing;
mod measure;
mod model;
mod programme;
mod rules;
mod source;
mod temporal;

pub use facts::{Fact, Proposal};
pub use model::{Model, Ty};
pub use programme::{Case, MODULE, case};
