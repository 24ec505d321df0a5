//! Why a command cannot go on.

use std::fmt;

use subvent::Located;

use crate::screen::Screen;

/// Why a command cannot go on: a sentence with help, or problems in files.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A sentence.
    Plain {
        /// What is wrong: lower case, no final stop.
        message: String,
        /// What to do.
        help: Option<String>,
    },
    /// Problems in files.
    Problems(Vec<Located>),
}

impl Failure {
    /// A sentence without help.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self::Plain { message: message.into(), help: None }
    }

    /// Says what to do.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        match self {
            Self::Plain { message, .. } => Self::Plain { message, help: Some(help.into()) },
            other => other,
        }
    }

    /// Draws it on standard error.
    pub(crate) fn show(&self, screen: &Screen) {
        match self {
            Self::Plain { message, help } => {
                screen.problem(&Sentence { message, help: help.as_deref() });
            }
            Self::Problems(problems) => {
                for problem in problems {
                    screen.problem(problem);
                }
            }
        }
    }

    /// What is wrong, in one line.
    pub(crate) fn line(&self) -> String {
        match self {
            Self::Plain { message, .. } => message.clone(),
            Self::Problems(problems) => {
                problems.first().map_or_else(String::new, ToString::to_string)
            }
        }
    }
}

impl From<&subvent::LoadProblems> for Failure {
    fn from(problems: &subvent::LoadProblems) -> Self {
        Self::Problems(problems.located().to_vec())
    }
}

impl From<&subvent::RateProblems> for Failure {
    fn from(problems: &subvent::RateProblems) -> Self {
        Self::Problems(problems.located().to_vec())
    }
}

/// A sentence as a problem that can be drawn.
#[derive(Debug)]
struct Sentence<'f> {
    message: &'f str,
    help: Option<&'f str>,
}

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::screen::printable(self.message))
    }
}

impl std::error::Error for Sentence<'_> {}

impl miette::Diagnostic for Sentence<'_> {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = self.help?;
        Some(Box::new(crate::screen::printable(help)))
    }
}
