//! A key that is not a word.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A key that cannot name a value.
pub(in crate::data) struct KeyKind {
    /// What stands there instead of a name.
    pub(in crate::data) fault: KeyFault,
    /// The place of the key.
    pub(in crate::data) span: Span,
}

/// What a key is when it is not a name.
#[derive(Clone, Copy)]
pub(in crate::data) enum KeyFault {
    /// A list.
    List,
    /// A map, as when `{{ template }}` is left in a file.
    Map,
    /// Nothing before the colon.
    Empty,
}

impl From<KeyKind> for Diagnostic {
    fn from(problem: KeyKind) -> Self {
        let (message, label) = match problem.fault {
            KeyFault::List => ("a list cannot be a key", "a list where a name belongs"),
            KeyFault::Map => ("a map cannot be a key", "a map where a name belongs"),
            KeyFault::Empty => ("a value has no key", "a name belongs before the colon"),
        };
        Self::error(Code::DATA_KEY_KIND, message)
            .label(problem.span, label)
            .help("write a name, such as `costs:`; text with special signs needs quotes")
    }
}
