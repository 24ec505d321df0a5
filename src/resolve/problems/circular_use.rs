//! Modules that use each other in a circle.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// `a` uses `b`, which uses `a`.
pub(crate) struct CircularUse {
    /// The modules of the circle; the first stands again at the end.
    pub(crate) names: Vec<String>,
    /// The `use` that closes the circle.
    pub(crate) closing: Span,
    /// The other `use` lines of the circle.
    pub(crate) steps: Vec<Span>,
}

impl From<CircularUse> for Diagnostic {
    fn from(problem: CircularUse) -> Self {
        let circle = problem.names.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>();
        let message = format!("modules use each other in a circle: {}", circle.join(" → "));
        let mut diagnostic = Self::error(Code::RESOLVE_CIRCULAR_USE, message)
            .label(problem.closing, "this `use` closes the circle");
        for step in problem.steps {
            diagnostic = diagnostic.label(step, "by way of this `use`");
        }
        diagnostic.help("move what both need into a module of its own that both use")
    }
}
