//! The `programme` block and words in several languages.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A second `programme` block.
pub(in crate::types) struct TwoProgrammes {
    /// The first.
    pub(in crate::types) first: Span,
    /// The second.
    pub(in crate::types) second: Span,
}

impl From<TwoProgrammes> for Diagnostic {
    fn from(problem: TwoProgrammes) -> Self {
        Self::error(Code::TYPES_TWO_PROGRAMMES, "a module is one programme")
            .label(problem.second, "a second block")
            .label(problem.first, "the first block")
            .help("make one block of both, or move one into a module of its own")
    }
}

/// A record under `checks` that a proposal cannot be.
pub(in crate::types) struct NotARoot {
    /// The record.
    pub(in crate::types) name: Arc<str>,
    /// Where it is named.
    pub(in crate::types) at: Span,
    /// Its declaration.
    pub(in crate::types) declared: Span,
}

impl From<NotARoot> for Diagnostic {
    fn from(problem: NotARoot) -> Self {
        Self::error(Code::TYPES_NOT_A_ROOT, format!("a proposal cannot be a `{}`", problem.name))
            .label(problem.at, "checked here")
            .label(problem.declared, "declared with `record`")
            .help("declare it with `facts`, or check a record that is declared so")
    }
}

/// `money` without a currency to mean.
pub(in crate::types) struct NoCurrency {
    /// The type.
    pub(in crate::types) at: Span,
}

impl From<NoCurrency> for Diagnostic {
    fn from(problem: NoCurrency) -> Self {
        Self::error(
            Code::TYPES_NO_CURRENCY,
            "the programme names no currency, so `money` alone means none",
        )
        .label(problem.at, "in which currency?")
        .help("write `currency PLN` in the programme, or `money PLN` here")
    }
}

/// A rule for a record that no root is or includes.
pub(in crate::types) struct NeverChecked {
    /// The rule.
    pub(in crate::types) rule: Arc<str>,
    /// The record that it is for.
    pub(in crate::types) record: String,
    /// The rule is of the programme itself.
    pub(in crate::types) own: bool,
    /// The rule.
    pub(in crate::types) at: Span,
}

impl From<NeverChecked> for Diagnostic {
    fn from(problem: NeverChecked) -> Self {
        let NeverChecked { rule, record, own, at } = problem;
        let message = format!("`{rule}` is for `{record}`, which no proposal is");
        let diagnostic = if own {
            Self::error(Code::TYPES_NEVER_CHECKED, message)
        } else {
            Self::warning(Code::TYPES_NEVER_CHECKED, message)
        };
        diagnostic.label(at, "never checked").help(format!(
            "write the rule for a record under `checks` and go through inner records with `for each`, or let such a record `include {record}`"
        ))
    }
}

/// A tag that is no language.
pub(in crate::types) struct UnknownLanguage {
    /// The tag.
    pub(in crate::types) tag: Arc<str>,
    /// Where.
    pub(in crate::types) at: Span,
}

impl From<UnknownLanguage> for Diagnostic {
    fn from(problem: UnknownLanguage) -> Self {
        Self::warning(
            Code::TYPES_UNKNOWN_LANGUAGE,
            format!("`{}` is not a language that programmes use", problem.tag),
        )
        .label(problem.at, "language tag")
        .help("use the two-letter code of ISO 639-1, such as `pl`")
    }
}
