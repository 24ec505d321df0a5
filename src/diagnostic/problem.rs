//! A problem with its places, and the list that collects them.

use super::report::SafeTexts;
use super::{Code, Located};
use crate::text::{SourceMap, Span};

/// How grave a problem is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The text is refused.
    Error,
    /// The text works, but probably not as meant.
    Warning,
    /// Worth knowing.
    Advice,
}

/// A place that a problem concerns, with what is there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there, in a few words; may be empty.
    pub text: String,
}

/// A change of the text that would mend a problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What the change does, as an order: "write `15% of total`".
    pub title: String,
    /// The words to replace.
    pub span: Span,
    /// What to write instead.
    pub replacement: String,
}

/// One problem: what is wrong, where, and what to do about it.
///
/// The first label is the place that the problem is reported at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// The stable name of this kind of problem.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong: lower case, no final stop, the user's words in back-ticks.
    pub message: String,
    /// The places, the main one first.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
    /// A change that would mend it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// An error; add places with [`Diagnostic::label`].
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A warning.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// A piece of advice.
    #[must_use]
    pub fn advice(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Advice, code, message)
    }

    fn new(severity: Severity, code: Code, message: impl Into<String>) -> Self {
        Self { code, severity, message: message.into(), labels: Vec::new(), help: None, fix: None }
    }

    /// Adds a place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Sets the help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Sets the repair.
    #[must_use]
    pub fn fix(
        mut self,
        title: impl Into<String>,
        span: Span,
        replacement: impl Into<String>,
    ) -> Self {
        self.fix = Some(Fix { title: title.into(), span, replacement: replacement.into() });
        self
    }

    /// The main place.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// The problems of a run, in the order of their places.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    suppressed: usize,
}

impl Diagnostics {
    /// The most problems that are kept; what comes after is only counted.
    pub const LIMIT: usize = 500;

    /// A list without problems.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a problem, or counts it once [`Diagnostics::LIMIT`] is reached.
    ///
    /// Errors are never pushed out by warnings: a warning makes room for an error.
    pub fn push(&mut self, problem: impl Into<Diagnostic>) {
        let problem = problem.into();
        if self.list.len() < Self::LIMIT {
            self.list.push(problem);
            return;
        }
        self.suppressed += 1;
        if problem.severity != Severity::Error {
            return;
        }
        if let Some(lesser) = self.list.iter_mut().rev().find(|d| d.severity != Severity::Error) {
            *lesser = problem;
        }
    }

    /// Takes over all problems of another list.
    pub fn extend(&mut self, other: Self) {
        for problem in other.list {
            self.push(problem);
        }
        self.suppressed += other.suppressed;
    }

    /// Takes back the problems found since there were `len` of them, as after a trial.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.list.truncate(len);
    }

    /// Whether an error is among them.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|d| d.severity == Severity::Error)
    }

    /// Whether there is no problem at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many problems were found but not kept.
    #[must_use]
    pub fn suppressed(&self) -> usize {
        self.suppressed
    }

    /// How many problems are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Sorts the problems by place and drops exact repetitions.
    pub fn sort(&mut self) {
        self.list.sort_by(|a, b| {
            (a.span(), a.severity, a.code, &a.message).cmp(&(
                b.span(),
                b.severity,
                b.code,
                &b.message,
            ))
        });
        self.list.dedup();
    }

    /// The problems tied to the texts that they point into, ready for miette to draw.
    ///
    /// ```
    /// use subvent::data::{DataLimits, read_yaml};
    /// use subvent::text::{Source, SourceMap};
    /// let text = "requested: 1\nrequested: 2\n";
    /// let mut sources = SourceMap::new();
    /// let id = sources.add(Source::new("proposal.yaml", text));
    /// let (_, problems) = read_yaml(id, text, &DataLimits::default());
    /// let drawn: Vec<String> = problems.located(&sources).map(|p| p.to_string()).collect();
    /// assert_eq!(drawn, ["`requested` is given twice"]);
    /// ```
    pub fn located(&self, sources: &SourceMap) -> impl Iterator<Item = Located> {
        let mut texts = SafeTexts::new(sources);
        self.list.iter().map(move |problem| Located::with_texts(problem, &mut texts))
    }

    /// The problems kept.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}
