//! Text that is not YAML.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A place where the text stops being YAML.
pub(in crate::data) struct YamlSyntax {
    /// What is wrong.
    pub(in crate::data) fault: YamlFault,
    /// Where: usually one character.
    pub(in crate::data) span: Span,
}

/// What can be wrong with YAML, in a proposal writer's terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::data) enum YamlFault {
    /// A tab where only spaces may indent.
    Tab,
    /// A line that does not line up with the ones above.
    Indentation,
    /// A line without a colon among `name: value` lines.
    NoColon,
    /// A `: ` inside an unquoted value.
    SecondColon,
    /// A bracket that is never closed.
    OpenBracket(char),
    /// A closing bracket that nothing opened, or of the wrong kind.
    CloseBracket,
    /// A comma or a closing bracket is missing between values.
    Separator,
    /// A quote that is never closed.
    OpenQuote,
    /// Text after a closing quote.
    AfterQuote,
    /// A backslash in double quotes with something unknown behind it.
    Escape,
    /// A character that cannot start a value, or cannot occur at all.
    Character(char),
    /// A dash out of place.
    Dash,
    /// A block of text (`|` or `>`) that is badly indented.
    TextBlock,
    /// A `#` without a space before it, or inside a value.
    Comment,
    /// A `%` line.
    Directive,
    /// `&`, `*` or `!` without a proper name behind it.
    Property,
    /// Anything else.
    Other,
}

impl From<YamlSyntax> for Diagnostic {
    fn from(problem: YamlSyntax) -> Self {
        let (message, label, help) = words(problem.fault);
        let drawn =
            Self::error(Code::DATA_YAML_SYNTAX, message).label(problem.span, label).help(help);
        match problem.fault {
            YamlFault::Tab if !problem.span.is_empty() => {
                drawn.fix("indent with spaces", problem.span, "  ".repeat(problem.span.len()))
            }
            _ => drawn,
        }
    }
}

/// Message, label and help.
fn words(fault: YamlFault) -> (String, &'static str, &'static str) {
    if let Some((message, label, help)) = fixed_words(fault) {
        return (message.to_owned(), label, help);
    }
    match fault {
        YamlFault::OpenBracket(open) => {
            (format!("`{open}` is never closed"), "opened here", "add the closing bracket")
        }
        YamlFault::Character(c) if c.is_control() => (
            format!("the character U+{:04X} cannot occur in YAML", u32::from(c)),
            "an invisible character",
            "remove it; the file may not be a text file",
        ),
        YamlFault::Character(c) => (
            format!("`{c}` cannot start a value"),
            "has a special meaning in YAML",
            "put the value in quotes",
        ),
        _ => (
            "this is not valid YAML".to_owned(),
            "reading stops here",
            "compare the line with the ones around it, and put unusual text in quotes",
        ),
    }
}

/// The words of faults that name nothing from the text.
fn fixed_words(fault: YamlFault) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match fault {
        YamlFault::Tab => ("a tab cannot indent a line", "a tab", "indent with spaces"),
        YamlFault::Indentation => (
            "the line does not line up with the ones above",
            "starts in an unexpected column",
            "indent the lines of one list or map by the same number of spaces",
        ),
        YamlFault::NoColon => (
            "a line without a colon stands among `name: value` lines",
            "no colon follows",
            "write `name: value`; indent the line if it continues a text",
        ),
        YamlFault::SecondColon => (
            "a second colon in an unquoted value",
            "this colon would start another map",
            "put the value in quotes; if it is an entry of its own, give it a line of its own \
             with the same indentation as its neighbours",
        ),
        YamlFault::CloseBracket => (
            "a closing bracket does not match",
            "nothing open that this closes",
            "check the brackets before it",
        ),
        YamlFault::Separator => (
            "a comma or a closing bracket is missing",
            "expected `,` or the closing bracket before this",
            "separate values in brackets by commas",
        ),
        YamlFault::OpenQuote => (
            "a quote is never closed",
            "opened here",
            "add the closing quote; write two quotes for one inside `'…'`, and `\\\"` inside `\"…\"`",
        ),
        YamlFault::AfterQuote => (
            "text follows a closing quote",
            "outside the quotes",
            "put the whole value in quotes, or remove the quotes",
        ),
        YamlFault::Escape => (
            "an unknown escape in double quotes",
            "in this text",
            "write `\\\\` for a backslash, or use single quotes",
        ),
        YamlFault::Dash => (
            "a dash is out of place",
            "starts a list element",
            "start list elements on lines of their own, as `- value`; quote text that begins with a dash",
        ),
        YamlFault::TextBlock => (
            "a block of text is not indented as it should be",
            "in this block",
            "indent all lines of the text by the same number of spaces",
        ),
        YamlFault::Comment => (
            "a comment is out of place",
            "starts a comment",
            "put a space before `#`, or quote the text that contains it",
        ),
        YamlFault::Directive => (
            "a directive (`%…`) is not accepted",
            "a directive",
            "remove the line; text that begins with `%` needs quotes",
        ),
        YamlFault::Property => (
            "`&`, `*` or `!` starts a value",
            "has a special meaning in YAML",
            "put the value in quotes",
        ),
        YamlFault::OpenBracket(_) | YamlFault::Character(_) | YamlFault::Other => return None,
    })
}
