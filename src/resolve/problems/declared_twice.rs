//! One name for two things.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A name that is declared twice in one module.
pub(crate) struct DeclaredTwice {
    /// The name.
    pub(crate) name: Arc<str>,
    /// Its first declaration.
    pub(crate) first: Span,
    /// The declaration too many.
    pub(crate) second: Span,
}

impl From<DeclaredTwice> for Diagnostic {
    fn from(problem: DeclaredTwice) -> Self {
        Self::error(Code::RESOLVE_DECLARED_TWICE, format!("`{}` is declared twice", problem.name))
            .label(problem.second, "declared again here")
            .label(problem.first, "first declared here")
            .help("give one of the two another name, or remove it")
    }
}
