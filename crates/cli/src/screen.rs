//! Where output goes and what it looks like: results on standard output, all else on standard
//! error, each with colours only where they are wanted.

use std::io::{IsTerminal as _, Write as _};

use anstream::AutoStream;
use subvent::explain::{Line, Lines, Role};

use crate::arguments::Colour;
use crate::draw::{Style, draw};

/// The width of prose where there is no terminal.
const WIDTH: usize = 100;
/// The widest prose, for terminals that are wider than a line can be read.
const WIDEST: usize = 120;

/// The two outputs.
pub(crate) struct Screen {
    output: Style,
    error: Style,
    /// Somebody watches standard error.
    watched: bool,
}

impl Screen {
    /// The outputs of this process.
    pub(crate) fn new(colour: Colour) -> Self {
        let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| width.0.into());
        let style = |coloured: bool, terminal: bool| Style {
            colour: match colour {
                Colour::Auto => coloured,
                Colour::Always => true,
                Colour::Never => false,
            },
            unicode: true,
            width: if terminal { width.min(WIDEST) } else { WIDTH },
            links: terminal && coloured && colour != Colour::Never,
        };
        let (output, error) = (std::io::stdout(), std::io::stderr());
        let coloured = |choice| choice != anstream::ColorChoice::Never;
        Self {
            output: style(coloured(AutoStream::choice(&output)), output.is_terminal()),
            error: style(coloured(AutoStream::choice(&error)), error.is_terminal()),
            watched: error.is_terminal(),
        }
    }

    /// Whether somebody watches standard error, so that a progress bar makes sense.
    pub(crate) fn watched(&self) -> bool {
        self.watched
    }

    /// Prints a result.
    pub(crate) fn result(&self, text: &str) {
        let mut output = AutoStream::new(std::io::stdout().lock(), choice(self.output));
        // A reader that goes away, such as `head`, is no failure of this program.
        let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
    }

    /// Prints something that is no result.
    pub(crate) fn note(&self, text: &str) {
        let mut error = AutoStream::new(std::io::stderr().lock(), choice(self.error));
        let _ = error.write_all(text.as_bytes()).and_then(|()| error.flush());
    }

    /// Draws a problem on standard error.
    pub(crate) fn problem(&self, problem: &dyn miette::Diagnostic) {
        self.note(&draw(problem, self.error));
    }

    /// A problem that is itself a result, such as a finding.
    pub(crate) fn drawn(&self, problem: &dyn miette::Diagnostic) -> String {
        draw(problem, self.output)
    }

    /// Lines in the colours of their parts, each with a line end.
    pub(crate) fn painted(&self, lines: &Lines) -> String {
        lines.0.iter().map(|line| self.painted_line(line)).collect()
    }

    /// A line in the colours of its parts, with a line end.
    pub(crate) fn painted_line(&self, line: &Line) -> String {
        let mut text = "  ".repeat(if line.segments.is_empty() { 0 } else { line.indent });
        for segment in &line.segments {
            text.push_str(&self.paint(segment.role, &segment.text));
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    /// A text in the colour of its role.
    pub(crate) fn paint(&self, role: Role, text: &str) -> String {
        let text = printable(text);
        match sgr(role) {
            Some(code) if self.output.colour && !text.is_empty() => {
                format!("\u{1b}[{code}m{text}\u{1b}[0m")
            }
            _ => text,
        }
    }
}

/// What the stream does with colours: it removes them where they are not wanted, and turns them
/// into calls on consoles that need that.
fn choice(style: Style) -> anstream::ColorChoice {
    if style.colour { anstream::ColorChoice::Always } else { anstream::ColorChoice::Never }
}

/// The code that sets the colour of a role, from the sixteen that every terminal has.
fn sgr(role: Role) -> Option<&'static str> {
    match role {
        Role::Text => None,
        Role::Heading => Some("1"),
        Role::Good => Some("32"),
        Role::Bad => Some("1;31"),
        Role::Doubt => Some("33"),
        Role::Quiet => Some("2"),
        Role::Name => Some("36"),
        Role::Value => Some("1"),
        Role::Source => Some("2;3"),
    }
}

/// The text without signs that steer a terminal or turn the direction of writing: proposals and
/// rule files come from outside.
pub(crate) fn printable(text: &str) -> String {
    let harmful = |sign: char| {
        (sign.is_control() && sign != '\n')
            || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|sign| if harmful(sign) { '\u{fffd}' } else { sign }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_proposal_steers_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}c\n"), "a\u{fffd}[31mb\u{fffd}c\n");
        assert_eq!(printable("Łódź 4\u{a0}529"), "Łódź 4\u{a0}529");
    }
}
