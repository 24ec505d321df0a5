//! A bracket or a quotation mark without its partner.

use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::words;
use crate::text::Span;

/// An opening bracket whose partner is missing.
pub(in crate::syntax) struct Unclosed {
    /// The bracket.
    pub(in crate::syntax) bracket: char,
    /// Where it stands.
    pub(in crate::syntax) open: Span,
    /// The place before which its partner is missing.
    pub(in crate::syntax) before: Span,
}

impl From<Unclosed> for Diagnostic {
    fn from(problem: Unclosed) -> Self {
        let partner = words::partner(problem.bracket);
        Self::error(Code::SYNTAX_UNCLOSED, format!("this `{}` is not closed", problem.bracket))
            .label(problem.open, "opened here")
            .label(problem.before, format!("`{partner}` is missing before this"))
            .help(format!("close it with `{partner}`"))
    }
}

/// A text without its end.
pub(in crate::syntax) struct UnclosedText {
    /// The text.
    pub(in crate::syntax) at: Span,
    /// It begins with triple quotation marks.
    pub(in crate::syntax) block: bool,
}

impl From<UnclosedText> for Diagnostic {
    fn from(problem: UnclosedText) -> Self {
        let help = if problem.block {
            "end it with three quotation marks"
        } else {
            "end it with a quotation mark on the same line; a text of several lines stands \
             between triple quotation marks"
        };
        Self::error(Code::SYNTAX_UNCLOSED, "this text is not closed")
            .label(problem.at, "begins here")
            .help(help)
    }
}
