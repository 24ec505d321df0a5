//! Annotations of a GitHub workflow: `::error file=…,line=…,col=…,title=…::message`.

use std::fmt;

use subvent::diagnostic::{Diagnostic, Severity};
use subvent::text::SourceMap;

/// One annotation; it is displayed with its line end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Annotation {
    /// `error`, `warning` or `notice`.
    pub(crate) level: &'static str,
    /// The file, the line and the column, both from 1.
    pub(crate) place: Option<(String, usize, usize)>,
    /// What kind of thing it is, such as a rule or a code.
    pub(crate) title: String,
    /// What is wrong.
    pub(crate) message: String,
}

impl Annotation {
    /// A problem at its first place, with its help below.
    pub(crate) fn of(problem: &Diagnostic, sources: &SourceMap, title: &str) -> Self {
        let place = problem.span().and_then(|span| {
            let file = sources.get(span.source)?;
            let position = sources.position(span);
            Some((file.name().to_owned(), position.line, position.column))
        });
        let message = match &problem.help {
            Some(help) => format!("{}\n{help}", problem.message),
            None => problem.message.clone(),
        };
        let level = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        Self { level, place, title: title.to_owned(), message }
    }
}

impl fmt::Display for Annotation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "::{} ", self.level)?;
        if let Some((file, line, column)) = &self.place {
            write!(f, "file={},line={line},col={column},", property(file))?;
        }
        writeln!(f, "title={}::{}", property(&self.title), data(&self.message))
    }
}

/// A message: line ends and the sign of escapes are escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property: what ends it is escaped, too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_part_is_escaped() {
        let annotation = Annotation {
            level: "error",
            place: Some(("a,b.yaml".to_owned(), 3, 7)),
            title: "data::tag".to_owned(),
            message: "15% of x: too much\nhelp".to_owned(),
        };
        assert_eq!(
            annotation.to_string(),
            "::error file=a%2Cb.yaml,line=3,col=7,title=data%3A%3Atag::15%25 of x: too much%0Ahelp\n"
        );
    }
}
