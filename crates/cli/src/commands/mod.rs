//! The commands, one a file. Each has its `Options` and a function `run`.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod explain;
pub(crate) mod lint;
pub(crate) mod new;
mod proposals;
pub(crate) mod rules;
pub(crate) mod test;
