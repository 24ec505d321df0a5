//! A word for evidence that does not exist.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic, nearest};

/// A word after `evidence:` that is none of the three.
pub(in crate::facts) struct UnknownEvidence<'a> {
    /// The word.
    pub(in crate::facts) site: Site<'a>,
}

/// The levels of evidence from the weakest to the strongest.
pub(in crate::facts) const LEVELS: [&str; 3] = ["declared", "documented", "verified"];

impl From<UnknownEvidence<'_>> for Diagnostic {
    fn from(problem: UnknownEvidence<'_>) -> Self {
        let site = problem.site;
        let message = format!("`{}` is not a level of evidence", shown(site.words));
        let found = Self::error(Code::FACTS_EVIDENCE, message)
            .label(site.span, "not a level of evidence")
            .help("write `declared`, `documented` or `verified`");
        match nearest(site.words, LEVELS) {
            Some(level) => site.mend(found, level),
            None => found,
        }
    }
}
