//! Why rules or a proposal cannot be used: all problems at once, as one error.

use std::fmt;

use crate::diagnostic::{Diagnostics, Located, Severity};
use crate::text::SourceMap;

/// Problems with the texts that they point into.
#[derive(Clone, Debug)]
pub(super) struct Problems {
    headline: String,
    sources: SourceMap,
    list: Diagnostics,
    located: Vec<Located>,
}

impl Problems {
    /// Problems under a headline that says what they are problems of.
    pub(super) fn new(headline: String, sources: SourceMap, list: Diagnostics) -> Self {
        let located = list.located(&sources).collect();
        Self { headline, sources, list, located }
    }

    pub(super) fn sources(&self) -> &SourceMap {
        &self.sources
    }

    pub(super) fn list(&self) -> &Diagnostics {
        &self.list
    }

    pub(super) fn located(&self) -> &[Located] {
        &self.located
    }

    /// The headline and the first error, for a log that takes one line.
    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.headline)?;
        let errors = self.list.iter().filter(|d| d.severity == Severity::Error);
        let first = self.located.iter().find(|l| l.diagnostic().severity == Severity::Error);
        match (first, errors.count()) {
            (Some(only), 1) => write!(f, ": {only}"),
            (Some(first), count) => write!(f, ": {first} (and {} more)", count - 1),
            (None, _) => Ok(()),
        }
    }
}

/// Makes a struct with a field `problems: Problems` an error that miette draws, the single
/// problems as related ones.
macro_rules! error_of_problems {
    ($name:ident) => {
        impl $name {
            /// The problems, warnings included, in the order of their places.
            #[must_use]
            pub fn diagnostics(&self) -> &crate::diagnostic::Diagnostics {
                self.problems.list()
            }

            /// The texts that the problems point into.
            #[must_use]
            pub fn sources(&self) -> &crate::text::SourceMap {
                self.problems.sources()
            }

            /// The problems with their texts, each a miette diagnostic of its own.
            #[must_use]
            pub fn located(&self) -> &[crate::diagnostic::Located] {
                self.problems.located()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.problems.write(f)
            }
        }

        impl std::error::Error for $name {}

        impl miette::Diagnostic for $name {
            fn related<'a>(
                &'a self,
            ) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
                let all = self.problems.located().iter();
                Some(Box::new(all.map(|one| one as &dyn miette::Diagnostic)))
            }
        }
    };
}
pub(super) use error_of_problems;
