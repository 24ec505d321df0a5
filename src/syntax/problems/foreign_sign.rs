//! Signs of other languages.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A sign that this language writes otherwise.
pub(in crate::syntax) struct ForeignSign {
    /// The sign.
    pub(in crate::syntax) at: Span,
    /// The sign as written.
    pub(in crate::syntax) sign: &'static str,
    /// What is written here; empty for nothing.
    pub(in crate::syntax) meant: &'static str,
    /// What to do.
    pub(in crate::syntax) help: &'static str,
}

impl From<ForeignSign> for Diagnostic {
    fn from(problem: ForeignSign) -> Self {
        let ForeignSign { at, sign, meant, help } = problem;
        let title = match meant.trim() {
            "" => "remove it".to_owned(),
            meant => format!("write `{meant}`"),
        };
        Self::error(Code::SYNTAX_FOREIGN_SIGN, format!("`{sign}` has no meaning here"))
            .label(at, "not a sign of this language")
            .help(help)
            .fix(title, at, meant)
    }
}

/// A text between other quotation marks.
pub(in crate::syntax) struct QuotationMarks {
    /// The text, or its first mark.
    pub(in crate::syntax) at: Span,
    /// The text between straight marks, when its end is found.
    pub(in crate::syntax) plain: Option<String>,
}

impl From<QuotationMarks> for Diagnostic {
    fn from(problem: QuotationMarks) -> Self {
        let QuotationMarks { at, plain } = problem;
        let message = "a text stands between straight quotation marks";
        let diagnostic = Self::error(Code::SYNTAX_FOREIGN_SIGN, message)
            .label(at, "other quotation marks")
            .help("write `\"…\"`; inside a text all quotation marks of a language are fine");
        match plain {
            Some(plain) => diagnostic.fix("use straight quotation marks", at, plain),
            None => diagnostic,
        }
    }
}

/// `is in`
pub(in crate::syntax) struct IsIn {
    /// The two words.
    pub(in crate::syntax) at: Span,
}

impl From<IsIn> for Diagnostic {
    fn from(problem: IsIn) -> Self {
        Self::error(Code::SYNTAX_FOREIGN_SIGN, "membership is written `in`, without `is`")
            .label(problem.at, "one word too many")
            .fix("write `in`", problem.at, "in")
    }
}
