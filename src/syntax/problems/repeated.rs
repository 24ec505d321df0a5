//! Something said twice where only one can count.

use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::ast::{LanguageTag, Name};
use crate::text::Span;

/// A text in a language that already has one.
pub(in crate::syntax) struct RepeatedLanguage {
    /// The first tag.
    pub(in crate::syntax) first: Span,
    /// The tag that stands again.
    pub(in crate::syntax) again: LanguageTag,
}

impl From<RepeatedLanguage> for Diagnostic {
    fn from(problem: RepeatedLanguage) -> Self {
        let tag = &problem.again.value;
        Self::error(Code::SYNTAX_REPEATED, format!("the words in `{tag}` are given twice"))
            .label(problem.again.span, "given again here")
            .label(problem.first, "first given here")
            .help("keep one of the two, or correct the language")
    }
}

/// A clause that a declaration has once.
pub(in crate::syntax) struct RepeatedClause {
    /// The clause that stands again.
    pub(in crate::syntax) at: Span,
    /// Its word.
    pub(in crate::syntax) word: &'static str,
}

impl From<RepeatedClause> for Diagnostic {
    fn from(problem: RepeatedClause) -> Self {
        Self::error(Code::SYNTAX_REPEATED, format!("`{}` is given twice", problem.word))
            .label(problem.at, "given again here")
            .help("keep one of the two")
    }
}

/// A key that a map already has.
pub(in crate::syntax) struct RepeatedKey {
    /// The first place.
    pub(in crate::syntax) first: Span,
    /// The key that stands again.
    pub(in crate::syntax) again: Name,
}

impl From<RepeatedKey> for Diagnostic {
    fn from(problem: RepeatedKey) -> Self {
        let key = super::shown(&problem.again.value);
        Self::error(Code::SYNTAX_REPEATED, format!("`{key}` is given twice"))
            .label(problem.again.span, "given again here")
            .label(problem.first, "first given here")
            .help("keep one of the two; for several values write a list")
    }
}

/// A second `module` line.
pub(in crate::syntax) struct RepeatedModule {
    /// The first path.
    pub(in crate::syntax) first: Span,
    /// The second path.
    pub(in crate::syntax) again: Span,
}

impl From<RepeatedModule> for Diagnostic {
    fn from(problem: RepeatedModule) -> Self {
        Self::error(Code::SYNTAX_REPEATED, "`module` is given twice")
            .label(problem.again, "given again here")
            .label(problem.first, "first given here")
            .help("one file is one module; keep one of the two")
    }
}
