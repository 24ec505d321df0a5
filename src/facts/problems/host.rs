//! Values of a host program that cannot be taken.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A value that a host handed over and that has no place among facts.
pub(in crate::facts) struct Host {
    /// What is wrong.
    pub(in crate::facts) fault: HostFault,
    /// The place of the value.
    pub(in crate::facts) span: Span,
}

/// What is wrong with a value of a host.
pub(in crate::facts) enum HostFault {
    /// Lists and maps lie too deep inside each other.
    Deep(usize),
    /// Too many values.
    Large(usize),
    /// Raw bytes.
    Bytes,
    /// A key of a map that is not a word or a number.
    Key,
    /// Two fields with one name.
    Twice(String),
    /// The value's own code refused.
    Refused(String),
}

impl From<Host> for Diagnostic {
    fn from(problem: Host) -> Self {
        let (message, help) = match problem.fault {
            HostFault::Deep(limit) => (
                format!("the value holds more than {limit} lists and records inside each other"),
                "hand over the facts only, without what they refer to",
            ),
            HostFault::Large(limit) => (
                format!("the value holds more than {limit} values"),
                "check the proposals of a long list one by one",
            ),
            HostFault::Bytes => ("bytes are not a fact".to_owned(), "serialise the bytes as text"),
            HostFault::Key => {
                ("a key is not a name".to_owned(), "use a map whose keys are strings")
            }
            HostFault::Twice(name) => (
                format!("`{name}` is given twice"),
                "rename one of the two fields; a flattened one may hide the other",
            ),
            HostFault::Refused(reason) => (
                format!("the value could not be serialised: {reason}"),
                "see the `Serialize` implementation of the value",
            ),
        };
        Self::error(Code::FACTS_HOST_VALUE, message).label(problem.span, "").help(help)
    }
}
