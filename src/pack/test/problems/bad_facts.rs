//! Facts of a test that cannot be had.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// Facts that a test cannot go on with.
pub(in crate::pack::test) struct BadFacts {
    /// The step.
    pub(in crate::pack::test) at: Span,
    /// Why.
    pub(in crate::pack::test) fault: FactsFault,
}

/// Why facts cannot be had.
pub(in crate::pack::test) enum FactsFault {
    /// The file cannot be read.
    File(String),
    /// The file's name does not say that it is YAML or JSON.
    Format,
    /// `given with` without facts before it.
    NothingBefore,
    /// Something is expected before facts are given.
    NotGiven,
    /// The file cannot be parsed, or its facts are refused, and the test does not expect that.
    Refused(Diagnostic),
    /// No date is given.
    NoDate,
}

impl From<BadFacts> for Diagnostic {
    fn from(problem: BadFacts) -> Self {
        let BadFacts { at, fault } = problem;
        let found = |message: String| Self::error(Code::PACK_TEST_FACTS, message);
        match fault {
            FactsFault::File(reason) => found(format!("the file cannot be read: {reason}"))
                .label(at, "named here")
                .help("the path is relative to the directory of the rule file"),
            FactsFault::Format => found("the file is neither YAML nor JSON".to_owned())
                .label(at, "its name ends neither in `.yaml` nor in `.json`"),
            FactsFault::NothingBefore => found("there are no facts to change".to_owned())
                .label(at, "no `given` stands before this one")
                .help("write `given { … }` or `given file \"…\"` first"),
            FactsFault::NotGiven => found("there are no facts to check".to_owned())
                .label(at, "no `given` stands before this")
                .help("write `given { … }` or `given file \"…\"` first"),
            FactsFault::NoDate => found("the test has no date of assessment".to_owned())
                .label(at, "these facts are assessed on no date")
                .help("write `on 2024-05-01` at the start of the test"),
            FactsFault::Refused(reason) => {
                let mut all = found(format!("the facts are refused: {}", reason.message));
                all.labels = reason.labels;
                all.label(at, "expected of these facts")
                    .help("write `expect invalid` where that is what the test shows")
            }
        }
    }
}
