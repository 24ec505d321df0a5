//! The marks that matter for the layout of a file: space, comments, texts, brackets and words.
//!
//! In: a text. Out: its [`Mark`]s in order, without gaps. This pass runs before the grammar and
//! in one sweep, so that a million brackets or a quotation mark without its partner are found
//! without any recursion. It knows no declaration.

/// What a stretch of text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum MarkKind {
    /// Space, line ends and the byte order mark.
    Space,
    /// From `#` to the end of the line.
    Comment,
    /// A text with both its quotation marks.
    Text,
    /// A text without its closing quotation marks.
    OpenText,
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    /// Letters, digits and `_`.
    Word,
    /// Any other character.
    Other,
}

/// A stretch of text, in byte offsets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Mark {
    pub(super) kind: MarkKind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The marks of a text, in order.
pub(super) fn scan(text: &str) -> impl Iterator<Item = Mark> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..)?;
        let first = rest.chars().next()?;
        let (kind, length) = mark(rest, first);
        let mark = Mark { kind, start, end: start + length };
        start = mark.end;
        Some(mark)
    })
}

/// The kind and the length of the mark that `rest` begins with.
fn mark(rest: &str, first: char) -> (MarkKind, usize) {
    let run = |inside: fn(char) -> bool| rest.find(|c| !inside(c)).unwrap_or(rest.len());
    match first {
        '#' => (MarkKind::Comment, rest.find('\n').unwrap_or(rest.len())),
        '"' => quoted(rest),
        '(' | '[' | '{' => (MarkKind::Open(first), 1),
        ')' | ']' | '}' => (MarkKind::Close(first), 1),
        _ if is_space(first) => (MarkKind::Space, run(is_space)),
        _ if is_word(first) => (MarkKind::Word, run(is_word)),
        _ => (MarkKind::Other, first.len_utf8()),
    }
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\r' | '\n' | '\u{FEFF}')
}

/// Whether a character is part of a word.
pub(super) fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn quoted(rest: &str) -> (MarkKind, usize) {
    if let Some(inside) = rest.strip_prefix("\"\"\"") {
        return match inside.find("\"\"\"") {
            Some(end) => (MarkKind::Text, end + 6),
            None => (MarkKind::OpenText, rest.len()),
        };
    }
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (MarkKind::Text, at + 1),
            '\n' => return (MarkKind::OpenText, at),
            '\\' if !rest.get(at + 1..).is_some_and(|after| after.starts_with('\n')) => {
                letters.next();
            }
            _ => {}
        }
    }
    (MarkKind::OpenText, rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<MarkKind> {
        scan(text).map(|mark| mark.kind).filter(|kind| *kind != MarkKind::Space).collect()
    }

    #[test]
    fn marks_cover_the_text_without_gaps() {
        let text = "\u{FEFF}rule ż { require \"a \\\" b\" # no \"\n  x <= 1 }\r\n";
        let mut at = 0;
        for mark in scan(text) {
            assert_eq!(mark.start, at);
            assert!(mark.end > mark.start);
            at = mark.end;
        }
        assert_eq!(at, text.len());
    }

    #[test]
    fn brackets_in_texts_and_comments_are_none() {
        use MarkKind::{Close, Comment, Open, OpenText, Text};
        assert_eq!(kinds("(\")\")"), [Open('('), Text, Close(')')]);
        assert_eq!(kinds("# ) \n{"), [Comment, Open('{')]);
        assert_eq!(kinds("\"\"\"a\n\"{\n\"\"\"}"), [Text, Close('}')]);
        assert_eq!(kinds("\"a\n}"), [OpenText, Close('}')]);
        assert_eq!(kinds("\"a\\\n}"), [OpenText, Close('}')]);
        assert_eq!(kinds("\"\"\"a\n}"), [OpenText]);
        assert_eq!(kinds("\"\"}"), [Text, Close('}')]);
    }
}
