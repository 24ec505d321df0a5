//! One look over a JSON text before it is parsed.
//!
//! It finds what RFC 8259 does not allow although the parser or an editor may, blanks it out
//! with as many spaces as it has bytes, and refuses text that is nested too deeply, so that the
//! parser's recursion is bounded.

use std::borrow::Cow;

use crate::data::limits::{Budget, Stop};
use crate::data::problems::{JsonFault, JsonSyntax};
use crate::diagnostic::Diagnostics;
use crate::text::{SourceId, Span};

/// The text that the parser may see: of the same length, without what was reported here.
pub(super) fn scan<'t>(
    source: SourceId,
    text: &'t str,
    budget: &Budget<'_>,
    found: &mut Diagnostics,
) -> Result<Cow<'t, str>, Stop> {
    let mut scan = Scan { source, budget, found, depth: 0, blanks: Vec::new(), comma: None };
    let mut rest = text;
    if let Some(after) = rest.strip_prefix('\u{feff}') {
        scan.blank(JsonFault::ByteOrderMark, 0, 3);
        rest = after;
    }
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        let length = scan.token(c, at, rest)?;
        rest = rest.get(length..).unwrap_or("");
    }
    let blanks = scan.blanks;
    Ok(blanked(text, &blanks))
}

/// What the scan carries along.
struct Scan<'l, 'b, 'd> {
    source: SourceId,
    budget: &'b Budget<'l>,
    found: &'d mut Diagnostics,
    /// Brackets that are open.
    depth: usize,
    /// Byte ranges to blank out, in order.
    blanks: Vec<(usize, usize)>,
    /// A comma with nothing but blanks behind it so far.
    comma: Option<usize>,
}

impl Scan<'_, '_, '_> {
    /// Looks at the token that `rest` begins with and returns its length in bytes, at least one.
    fn token(&mut self, c: char, at: usize, rest: &str) -> Result<usize, Stop> {
        match c {
            ' ' | '\t' | '\n' | '\r' => return Ok(1),
            '/' if rest.starts_with("//") || rest.starts_with("/*") => {
                let length = comment(rest);
                self.blank(JsonFault::Comment, at, at + length);
                return Ok(length);
            }
            _ if is_odd_blank(c) => {
                self.blank(JsonFault::Blank(c), at, at + c.len_utf8());
                return Ok(c.len_utf8());
            }
            _ => {}
        }
        let comma = self.comma.take();
        match c {
            '"' => return Ok(self.string(at, rest)),
            '[' | '{' => {
                self.budget.depth(self.depth, Span::new(self.source, at, at + 1))?;
                self.depth += 1;
            }
            ']' | '}' => {
                self.depth = self.depth.saturating_sub(1);
                if let Some(comma) = comma {
                    self.blank(JsonFault::TrailingComma, comma, comma + 1);
                }
            }
            ',' => self.comma = Some(at),
            _ => {}
        }
        Ok(c.len_utf8())
    }

    /// The length of the string that `rest` begins with; control characters in it are reported.
    fn string(&mut self, at: usize, rest: &str) -> usize {
        let mut escaped = false;
        for (index, c) in rest.char_indices().skip(1) {
            match c {
                _ if c < ' ' => {
                    let span = Span::new(self.source, at + index, at + index + 1);
                    self.found.push(JsonSyntax { fault: JsonFault::Control(c), span });
                    escaped = false;
                }
                '"' if !escaped => return index + 1,
                _ => escaped = c == '\\' && !escaped,
            }
        }
        rest.len()
    }

    fn blank(&mut self, fault: JsonFault, start: usize, end: usize) {
        self.blanks.push((start, end));
        self.found.push(JsonSyntax { fault, span: Span::new(self.source, start, end) });
    }
}

/// The length of a comment; one that is not closed reaches to the end.
fn comment(rest: &str) -> usize {
    if rest.starts_with("//") {
        return rest.find(['\n', '\r']).unwrap_or(rest.len());
    }
    let body = rest.get(2..).unwrap_or("");
    body.find("*/").map_or(rest.len(), |end| end + 4)
}

/// What the parser takes for a blank and JSON does not.
fn is_odd_blank(c: char) -> bool {
    (c.is_whitespace() || c == '\u{feff}') && !matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// The text with spaces in place of the given ranges, line ends kept.
fn blanked<'t>(text: &'t str, blanks: &[(usize, usize)]) -> Cow<'t, str> {
    if blanks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut ranges = blanks.to_vec();
    // A trailing comma is noticed only at the bracket, after the comments between the two.
    ranges.sort_unstable();
    let mut clean = String::with_capacity(text.len());
    let mut done = 0;
    for (start, end) in ranges {
        clean.push_str(text.get(done..start).unwrap_or(""));
        let words = text.get(start..end).unwrap_or("");
        clean.extend(words.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
        done = end;
    }
    clean.push_str(text.get(done..).unwrap_or(""));
    Cow::Owned(clean)
}
