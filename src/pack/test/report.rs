//! What came of running tests.

use serde::Serialize;

use super::coverage::{Missed, RuleCoverage};
use crate::diagnostic::{Diagnostic, Located};
use crate::text::SourceMap;

/// What came of running the tests of a module.
///
/// It serialises to the JSON that `subvent test --format json` prints.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TestReport {
    /// How many tests passed.
    pub passed: usize,
    /// How many tests failed.
    pub failed: usize,
    /// Every expectation that is not met, in the order of the file.
    pub failures: Vec<Failure>,
    /// What no test reached; empty when it was not asked for.
    pub missed: Vec<Missed>,
    /// What no test reached in the modules that this one uses.
    #[serde(skip)]
    pub missed_elsewhere: Vec<Missed>,
    /// Which outcomes the tests reached, rule by rule; empty when it was not asked for.
    #[serde(skip)]
    pub reached: Vec<RuleCoverage>,
    #[serde(skip)]
    pub(super) sources: SourceMap,
}

/// An expectation that is not met, or a test that cannot go on.
#[derive(Clone, Debug, Serialize)]
pub struct Failure {
    /// The name of the test.
    pub test: String,
    /// What is wrong, such as what was expected and what came.
    pub message: String,
    /// The rule file.
    pub file: String,
    /// The line of the expectation, from 1.
    pub line: usize,
    /// Its column, in characters from 1.
    pub column: usize,
    /// What a reader needs besides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The problem with all its places.
    #[serde(skip)]
    pub diagnostic: Diagnostic,
}

impl TestReport {
    /// The rule files and the files that the tests read.
    #[must_use]
    pub fn sources(&self) -> &SourceMap {
        &self.sources
    }

    /// The failures with their texts, each a miette diagnostic.
    pub fn located(&self) -> impl Iterator<Item = (&Failure, Located)> {
        self.failures
            .iter()
            .map(|failure| (failure, Located::new(&failure.diagnostic, &self.sources)))
    }

    /// Whether nothing failed.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.failed == 0
    }

    /// Adds a failure at the first place of its problem.
    pub(super) fn fail(&mut self, test: &str, diagnostic: Diagnostic) {
        let place = diagnostic.span();
        let position = place.map(|span| self.sources.position(span));
        let file = place.and_then(|span| self.sources.get(span.source));
        self.failures.push(Failure {
            test: test.to_owned(),
            message: diagnostic.message.clone(),
            file: file.map_or_else(String::new, |file| file.name().to_owned()),
            line: position.map_or(1, |position| position.line),
            column: position.map_or(1, |position| position.column),
            help: diagnostic.help.clone(),
            diagnostic,
        });
    }
}
