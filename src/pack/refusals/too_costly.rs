//! A proposal that would cost more steps than the host allows.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// What a check would cost, and what it may.
pub(in crate::pack) struct TooCostly {
    /// The steps that it takes at most.
    pub(in crate::pack) cost: u64,
    /// The steps that it may take.
    pub(in crate::pack) most: u64,
    /// The path, the length and the place of the longest list.
    pub(in crate::pack) list: Option<(String, u64, Option<Span>)>,
}

impl From<TooCostly> for Diagnostic {
    fn from(problem: TooCostly) -> Self {
        let TooCostly { cost, most, list } = problem;
        let found = match cost {
            u64::MAX => {
                format!("there is no bound on what this check costs; {most} steps are allowed")
            }
            _ => format!("this check can take {cost} steps, and {most} are allowed"),
        };
        let found = Self::error(Code::PACK_TOO_COSTLY, found);
        let help = "divide the proposal, or allow more steps";
        let Some((path, len, place)) = list else { return found.help(help) };
        let text = format!("`{path}` has {len} elements");
        match place {
            Some(span) => found.label(span, text).help(help),
            None => found.help(format!("{text}; {help}")),
        }
    }
}
