//! Text that is not JSON.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A place where the text is not JSON.
pub(in crate::data) struct JsonSyntax {
    /// What is wrong.
    pub(in crate::data) fault: JsonFault,
    /// Where.
    pub(in crate::data) span: Span,
}

/// What can be wrong with JSON.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::data) enum JsonFault {
    /// A byte order mark at the start.
    ByteOrderMark,
    /// `// …`, `/* … */`.
    Comment,
    /// A comma before a closing bracket.
    TrailingComma,
    /// A blank that is not a space, tab or line end.
    Blank(char),
    /// A control character inside a string.
    Control(char),
    /// No value at all.
    Empty,
    /// A comma is missing; the span is empty and lies where it belongs.
    NoComma,
    /// A comma with no value before it.
    ExtraComma,
    /// A key without a colon.
    NoColon,
    /// A colon without a key.
    ExtraColon,
    /// A key without quotes.
    BareKey,
    /// A key without a value.
    NoValue,
    /// Text without quotes.
    BareWord,
    /// Single quotes.
    SingleQuotes,
    /// A number that JSON does not write so; the words say how it does.
    Number(&'static str),
    /// An escape that JSON does not have.
    Escape,
    /// A string that is never closed.
    OpenString,
    /// A bracket that is never closed.
    OpenBracket(char),
    /// A bracket or brace out of place.
    CloseBracket,
    /// A second value after the first.
    SecondValue,
    /// A sign that means nothing here.
    Sign,
}

impl From<JsonSyntax> for Diagnostic {
    fn from(problem: JsonSyntax) -> Self {
        let JsonSyntax { fault, span } = problem;
        let (message, label, help) = words(fault);
        let drawn = Self::error(Code::DATA_JSON_SYNTAX, message).label(span, label).help(help);
        match fault {
            JsonFault::ByteOrderMark => drawn.fix("remove the mark", span, ""),
            JsonFault::Comment => drawn.fix("remove the comment", span, ""),
            JsonFault::TrailingComma | JsonFault::ExtraComma => {
                drawn.fix("remove the comma", span, "")
            }
            JsonFault::Blank(_) => drawn.fix("write a space", span, " "),
            JsonFault::Control(c) => drawn.fix("write the escape", span, escape(c)),
            JsonFault::NoComma => drawn.fix("add the comma", span, ","),
            _ => drawn,
        }
    }
}

/// How JSON writes a control character.
fn escape(c: char) -> String {
    match c {
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        other => format!("\\u{:04x}", u32::from(other)),
    }
}

/// Message, label and help.
fn words(fault: JsonFault) -> (String, &'static str, String) {
    let (message, label, help) = match fault {
        JsonFault::Blank(c) => {
            let message = format!("the blank U+{:04X} is not accepted in JSON", u32::from(c));
            return (message, "looks like a space", "write an ordinary space".to_owned());
        }
        JsonFault::Control(c) => {
            let message = format!("the character U+{:04X} stands inside a string", u32::from(c));
            return (message, "an invisible character", format!("write `{}`", escape(c)));
        }
        JsonFault::OpenBracket(open) => {
            let message = format!("`{open}` is never closed");
            return (message, "opened here", "add the closing bracket".to_owned());
        }
        other => fixed_words(other),
    };
    (message.to_owned(), label, help.to_owned())
}

/// The words of faults that name nothing from the text.
fn fixed_words(fault: JsonFault) -> (&'static str, &'static str, &'static str) {
    match fault {
        JsonFault::ByteOrderMark => (
            "the file begins with a byte order mark",
            "an invisible character",
            "save the file as UTF-8 without a mark",
        ),
        JsonFault::Comment => {
            ("JSON has no comments", "a comment", "remove it, or write the proposal in YAML")
        }
        JsonFault::TrailingComma => (
            "a comma stands before a closing bracket",
            "nothing follows this comma",
            "remove the comma",
        ),
        JsonFault::Empty => ("the file is empty", "no value", "write a map, such as `{}`"),
        JsonFault::NoComma => {
            ("a comma is missing", "between this value and the next", "separate values by commas")
        }
        JsonFault::ExtraComma => (
            "a comma without a value before it",
            "no value before this comma",
            "remove the comma, or write the value",
        ),
        JsonFault::NoColon => (
            "a key without a value",
            "expected `:` after the key, before this",
            "write `\"name\": value`",
        ),
        JsonFault::ExtraColon => (
            "a colon without a key",
            "no key before this colon",
            "write `\"name\": value` inside `{…}`",
        ),
        JsonFault::BareKey => ("a key without quotes", "a key", "write the key as `\"name\"`"),
        JsonFault::NoValue => (
            "a key without a value",
            "expected a value here",
            "write the value, or `null` for none",
        ),
        other => rare_words(other),
    }
}

/// The words of the remaining faults.
fn rare_words(fault: JsonFault) -> (&'static str, &'static str, &'static str) {
    match fault {
        JsonFault::BareWord => (
            "text without quotes",
            "neither a number nor `true`, `false`, `null`",
            "write text in double quotes",
        ),
        JsonFault::SingleQuotes => {
            ("single quotes are not accepted", "starts here", "use double quotes")
        }
        JsonFault::Number(help) => ("a number is not written as JSON writes it", "here", help),
        JsonFault::Escape => {
            ("an unknown escape in a string", "this escape", "write `\\\\` for a backslash")
        }
        JsonFault::OpenString => {
            ("a string is never closed", "opened here", "add the closing quote")
        }
        JsonFault::SecondValue => (
            "text follows the value",
            "a second value, or a bracket too many",
            "keep one value, such as one map `{…}`, in a file",
        ),
        JsonFault::CloseBracket => (
            "a closing bracket does not match",
            "nothing open that this closes",
            "check the brackets before it",
        ),
        _ => (
            "a sign is out of place",
            "means nothing here",
            "check the signs before it, and put text in double quotes",
        ),
    }
}
