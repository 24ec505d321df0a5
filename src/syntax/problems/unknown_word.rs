//! A word that begins nothing.

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::syntax::ast::Name;
use crate::syntax::words;
use crate::text::Span;

/// A word at the left margin that begins no declaration.
pub(in crate::syntax) struct UnknownDeclaration {
    /// The word.
    pub(in crate::syntax) at: Span,
    /// The word as written.
    pub(in crate::syntax) word: String,
}

impl From<UnknownDeclaration> for Diagnostic {
    fn from(problem: UnknownDeclaration) -> Self {
        let UnknownDeclaration { at, word } = problem;
        let message = format!("`{}` begins no declaration", super::shown(&word));
        let diagnostic =
            Self::error(Code::SYNTAX_UNKNOWN_WORD, message).label(at, "not a declaration");
        match nearest(&word, words::DECLARATIONS) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")).fix(
                format!("write `{near}`"),
                at,
                near,
            ),
            None => diagnostic.help(
                "at the left margin stand `rule`, `define`, `parameter`, `table`, `record`, \
                 `enum`, `test` and the like; everything inside them is indented",
            ),
        }
    }
}

/// A word in the place of an outcome.
pub(in crate::syntax) struct UnknownOutcome {
    /// The word.
    pub(in crate::syntax) word: Name,
    /// The outcomes there are.
    pub(in crate::syntax) known: &'static [&'static str],
}

impl From<UnknownOutcome> for Diagnostic {
    fn from(problem: UnknownOutcome) -> Self {
        let UnknownOutcome { word, known } = problem;
        let message = format!("`{}` is no outcome", super::shown(&word.value));
        let diagnostic =
            Self::error(Code::SYNTAX_UNKNOWN_WORD, message).label(word.span, "not an outcome");
        match nearest(&word.value, known.iter().copied()) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")).fix(
                format!("write `{near}`"),
                word.span,
                near,
            ),
            None => {
                let list: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
                diagnostic.help(format!("an outcome is one of {}", list.join(", ")))
            }
        }
    }
}

/// A word that is near to one that would fit.
pub(in crate::syntax) struct UnknownWord {
    /// The word.
    pub(in crate::syntax) at: Span,
    /// The word as written.
    pub(in crate::syntax) word: String,
    /// The word that is probably meant.
    pub(in crate::syntax) near: String,
}

impl From<UnknownWord> for Diagnostic {
    fn from(problem: UnknownWord) -> Self {
        let UnknownWord { at, word, near } = problem;
        let message = format!("`{}` has no meaning here", super::shown(&word));
        Self::error(Code::SYNTAX_UNKNOWN_WORD, message)
            .label(at, "not a word of the language")
            .help(format!("did you mean `{near}`?"))
            .fix(format!("write `{near}`"), at, near)
    }
}
