//! A name in a test that nothing has.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A test names something that is not there.
pub(in crate::pack::test) struct UnknownName {
    /// The name as written.
    pub(in crate::pack::test) written: String,
    /// Where.
    pub(in crate::pack::test) at: Span,
    /// What kind of thing it should be.
    pub(in crate::pack::test) what: What,
    /// A name like it, or all there are.
    pub(in crate::pack::test) help: Option<String>,
}

/// What a name in a test stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::pack::test) enum What {
    /// A rule.
    Rule,
    /// A result.
    Result,
    /// A record that facts can be.
    Record,
    /// An element that a rule was checked on.
    Element,
    /// A verdict.
    Verdict,
    /// A group of preferences.
    Group,
    /// A table of exchange rates.
    Rates,
}

impl What {
    fn words(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Result => "result",
            Self::Record => "record of facts",
            Self::Element => "element checked",
            Self::Verdict => "verdict",
            Self::Group => "group of points",
            Self::Rates => "table of exchange rates",
        }
    }
}

impl From<UnknownName> for Diagnostic {
    fn from(problem: UnknownName) -> Self {
        let UnknownName { written, at, what, help } = problem;
        let what = what.words();
        let found = Self::error(Code::PACK_TEST_NAME, format!("there is no {what} `{written}`"))
            .label(at, format!("no such {what}"));
        match help {
            Some(help) => found.help(help),
            None => found,
        }
    }
}
