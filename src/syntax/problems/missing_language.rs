//! A text without its language.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A text where one in some language is wanted.
pub(in crate::syntax) struct MissingLanguage {
    /// The place before the text.
    pub(in crate::syntax) at: Span,
}

impl From<MissingLanguage> for Diagnostic {
    fn from(problem: MissingLanguage) -> Self {
        Self::error(Code::SYNTAX_MISSING_LANGUAGE, "this text does not say its language")
            .label(problem.at, "in which language?")
            .help("write a language of two letters before it: `en \"…\" pl \"…\"`")
            .fix("say that it is English", problem.at, "en ")
    }
}
