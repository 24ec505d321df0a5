#![doc = include_str!("../README.md")]

pub mod data;
pub mod diagnostic;
pub mod eval;
pub mod explain;
mod facade;
pub mod facts;
pub mod pack;
pub mod program;
pub mod quantity;
pub mod resolve;
pub mod syntax;
pub mod text;
pub mod types;
pub mod value;

pub use diagnostic::{Code, Diagnostic, Diagnostics, Located, Severity};
pub use eval::{Outcome, Verdict};
pub use facade::{AsOf, NoSuchDate, Report, ReportError, Rules};
pub use pack::{LoadError, LoadProblems, Loader, Proposal, ProposalProblems, RateProblems};
