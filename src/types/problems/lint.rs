//! Advice beyond errors.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::text::Span;

/// Something that nothing reads.
pub(in crate::types) struct Unused {
    /// What it is.
    pub(in crate::types) what: &'static str,
    /// Its name.
    pub(in crate::types) name: Arc<str>,
    /// Its declaration.
    pub(in crate::types) at: Span,
    /// How grave that is.
    pub(in crate::types) severity: Severity,
}

impl From<Unused> for Diagnostic {
    fn from(problem: Unused) -> Self {
        let Unused { what, name, at, severity } = problem;
        let diagnostic =
            Self::warning(Code::TYPES_UNUSED, format!("the {what} `{name}` is not used"))
                .label(at, "nothing reads this")
                .help(remedy(what));
        Self { severity, ..diagnostic }
    }
}

/// What to do with an unused thing of a kind.
fn remedy(what: &str) -> &'static str {
    match what {
        "fact" => "applicants are asked for it in vain; let a rule read it, or remove it",
        "definition" => {
            "let a rule read it, make it a `result` that every report states, or remove it"
        }
        "module" => "name it under `adopts` so that its rules bind, or remove the `use`",
        "source" => "let a rule `cite` it, or remove it",
        _ => "a rule may be missing that was meant to read it; else remove it",
    }
}

/// Words that do not speak all languages of the programme.
pub(in crate::types) struct MissingTranslation {
    /// Which words.
    pub(in crate::types) what: String,
    /// The languages that are missing.
    pub(in crate::types) languages: Vec<Arc<str>>,
    /// The rule.
    pub(in crate::types) at: Span,
}

impl From<MissingTranslation> for Diagnostic {
    fn from(problem: MissingTranslation) -> Self {
        let MissingTranslation { what, languages, at } = problem;
        let missing: Vec<String> = languages.iter().map(|tag| format!("`{tag}`")).collect();
        let missing = missing.join(", ");
        let message = format!("{what} is not given in {missing}");
        Self::error(Code::TYPES_MISSING_TRANSLATION, message)
            .label(at, format!("has no words in {missing}"))
            .help("add the words, or take the language out of `languages` in the programme")
    }
}

/// A share of the first of two terms that reads like a share of both.
pub(in crate::types) struct PercentOfSum {
    /// The share.
    pub(in crate::types) share: Span,
    /// The sum.
    pub(in crate::types) sum: Span,
}

impl From<PercentOfSum> for Diagnostic {
    fn from(problem: PercentOfSum) -> Self {
        Self::warning(Code::TYPES_PERCENT_OF_SUM, "the share is taken of the first term only")
            .label(problem.share, "the share")
            .label(problem.sum, "the sum that follows is not part of it")
            .help("put parentheses around what the share is taken of")
    }
}
