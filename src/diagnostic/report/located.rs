//! A problem together with the texts that it points into.

use std::fmt;

use miette::{LabeledSpan, SourceCode};

use super::SafeTexts;
use super::fit::fit;
use super::printable::printable;
use super::safe_text::SafeText;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{SourceId, SourceMap};

/// A problem tied to its texts: an error that miette draws and that needs nothing else.
///
/// The labels in the text of the first label make the main snippet; labels in other texts follow
/// as [related](miette::Diagnostic::related) snippets, one for each text, in the order in which
/// the problem names them. All words are safe to print on a terminal. Labels outside their text
/// are moved into it, and labels in unknown sources are left out.
///
/// ```
/// use subvent::diagnostic::{Diagnostic, Located};
/// # use subvent::diagnostic::Code;
/// # use subvent::text::{Source, SourceMap, Span};
/// let mut sources = SourceMap::new();
/// let rules = sources.add(Source::new("land.subvent", "land <= 10%"));
/// let proposal = sources.add(Source::new("proposal.yaml", "land: 20_000"));
/// let problem = Diagnostic::error(Code::DATA_TAG, "land is above its share")
///     .label(Span::new(proposal, 6, 12), "this much")
///     .label(Span::new(rules, 0, 11), "the ceiling");
/// let error = Located::new(&problem, &sources);
/// let related: Vec<_> = miette::Diagnostic::related(&error).unwrap().collect();
/// assert_eq!(error.to_string(), "land is above its share");
/// assert_eq!(related.len(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Located {
    problem: Diagnostic,
    message: String,
    help: Option<String>,
    main: Option<Snippet>,
    others: Vec<Snippet>,
}

impl Located {
    /// Ties a problem to its texts. For a list use
    /// [`Diagnostics::located`](crate::diagnostic::Diagnostics::located), which looks at each
    /// text only once.
    #[must_use]
    pub fn new(problem: &Diagnostic, sources: &SourceMap) -> Self {
        Self::with_texts(problem, &mut SafeTexts::new(sources))
    }

    /// Ties a problem to texts that are shared with other problems.
    pub(in crate::diagnostic) fn with_texts(
        problem: &Diagnostic,
        texts: &mut SafeTexts<'_>,
    ) -> Self {
        let mut snippets: Vec<Snippet> = Vec::new();
        for label in &problem.labels {
            let id = label.span.source;
            let known = snippets.iter_mut().find(|snippet| snippet.id == id);
            match (known, texts.get(id)) {
                (Some(snippet), _) => snippet.add(label.span.range(), &label.text),
                (None, Some(text)) => {
                    let mut snippet = Snippet::new(id, text);
                    snippet.add(label.span.range(), &label.text);
                    snippets.push(snippet);
                }
                (None, None) => {}
            }
        }
        let mut snippets = snippets.into_iter();
        let main = snippets.next();
        let help = problem.help.as_deref().or(problem.fix.as_ref().map(|fix| &*fix.title));
        Self {
            problem: problem.clone(),
            message: printable(&problem.message).into_owned(),
            help: help.map(|help| printable(help).into_owned()),
            main,
            others: snippets.map(Snippet::with_title).collect(),
        }
    }

    /// The problem as the library found it.
    #[must_use]
    pub fn diagnostic(&self) -> &Diagnostic {
        &self.problem
    }
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Located {}

impl miette::Diagnostic for Located {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.problem.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.problem.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Advice => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = self.help.as_ref()?;
        Some(Box::new(help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.main.as_ref().map(|main| &main.text as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let main = self.main.as_ref()?;
        Some(Box::new(main.labels.iter().cloned()))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        if self.others.is_empty() {
            return None;
        }
        Some(Box::new(self.others.iter().map(|other| other as &dyn miette::Diagnostic)))
    }
}

/// The labels of a problem in one text; drawn below the main snippet with a title of its own.
#[derive(Clone, Debug)]
struct Snippet {
    id: SourceId,
    text: SafeText,
    labels: Vec<LabeledSpan>,
    title: String,
}

impl Snippet {
    fn new(id: SourceId, text: SafeText) -> Self {
        let title = text.source().name().to_owned();
        Self { id, text, labels: Vec::new(), title }
    }

    /// Adds a label; the first of a snippet is the one that it is located at.
    fn add(&mut self, range: std::ops::Range<usize>, words: &str) {
        let fitted = fit(self.text.source(), range);
        let mut words = printable(words).into_owned();
        if fitted.lines_left_out > 0 {
            let more = format!("(and {} more lines)", fitted.lines_left_out);
            words = if words.is_empty() { more } else { format!("{words} {more}") };
        }
        let words = Some(words).filter(|words| !words.is_empty());
        let span = (fitted.range.start, fitted.range.len());
        self.labels.push(if self.labels.is_empty() {
            LabeledSpan::new_primary_with_span(words, span)
        } else {
            LabeledSpan::new_with_span(words, span)
        });
    }

    /// A snippet with a single label has the label's words as its title.
    fn with_title(mut self) -> Self {
        if let [only] = self.labels.as_slice()
            && let Some(words) = only.label()
        {
            self.title = words.to_owned();
            let span = *only.inner();
            self.labels = vec![LabeledSpan::new_primary_with_span(None, span)];
        }
        self
    }
}

impl fmt::Display for Snippet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.title)
    }
}

impl std::error::Error for Snippet {}

impl miette::Diagnostic for Snippet {
    fn severity(&self) -> Option<miette::Severity> {
        Some(miette::Severity::Advice)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.text)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
