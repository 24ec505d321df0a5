//! The place of a value in a proposal, and how to write there.

use super::is_hidden;
use crate::diagnostic::Diagnostic;
use crate::text::Span;

/// The place of a value.
#[derive(Clone, Copy)]
pub(in crate::facts) struct Site<'a> {
    /// The words of the value, with quotes.
    pub(in crate::facts) span: Span,
    /// The words without quotes.
    pub(in crate::facts) words: &'a str,
    /// The field's name.
    pub(in crate::facts) field: &'a str,
    /// The field's name in its declaration.
    pub(in crate::facts) declared: Span,
    /// Values there need quotes, because the proposal is JSON or the value has them.
    pub(in crate::facts) quotes: bool,
}

impl Site<'_> {
    /// Adds the repair that writes `plain` instead of the value.
    pub(super) fn mend(&self, problem: Diagnostic, plain: &str) -> Diagnostic {
        let written = quoted(plain, self.quotes);
        problem.fix(format!("write `{plain}`"), self.span, written)
    }
}

/// A value as it stands in the file, in quotes where they are needed.
pub(super) fn quoted(plain: &str, quotes: bool) -> String {
    if !quotes {
        return plain.to_owned();
    }
    let escaped = plain.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// The user's words for a message: cut after 60 characters, on one line. What is not seen is
/// shown by its code, so that no character can turn a message around.
pub(in crate::facts) fn shown(words: &str) -> String {
    let mut shown = String::new();
    for c in words.chars().take(60) {
        match c {
            c if c.is_ascii_control() => shown.push(' '),
            c if is_hidden(c) => shown.push_str(&format!("<U+{:04X}>", u32::from(c))),
            c => shown.push(c),
        }
    }
    if words.chars().nth(60).is_some() {
        shown.push('…');
    }
    shown
}
