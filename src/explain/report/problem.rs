//! What was noticed when the proposal was read.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::explain::case::Submission;

/// A problem of the proposal.
#[derive(Serialize)]
pub struct ProblemEntry<'a> {
    /// The stable name of its kind.
    pub code: &'static str,
    /// `error`, `warning` or `advice`.
    pub severity: &'static str,
    /// What is wrong.
    pub message: &'a str,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<&'a str>,
    /// The text that it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<&'a str>,
    /// Its line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Its column, in characters from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
}

/// All problems in the order in which they were found.
pub(super) fn problems<'a>(submission: &Submission<'a>) -> Vec<ProblemEntry<'a>> {
    submission.problems.iter().map(|problem| entry(submission, problem)).collect()
}

fn entry<'a>(submission: &Submission<'a>, problem: &'a Diagnostic) -> ProblemEntry<'a> {
    let sources = submission.sources;
    let place = problem.span().and_then(|span| Some((sources.get(span.source)?, span)));
    let position = place.map(|(_, span)| sources.position(span));
    ProblemEntry {
        code: problem.code.as_str(),
        severity: match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        },
        message: &problem.message,
        help: problem.help.as_deref(),
        file: place.map(|(source, _)| source.name()),
        line: position.map(|position| position.line),
        column: position.map(|position| position.column),
    }
}
