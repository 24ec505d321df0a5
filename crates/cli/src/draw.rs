//! Draws problems for a terminal.
//!
//! In: anything that implements [`miette::Diagnostic`] and how the output looks. Out: text. The
//! caller decides about colour, width and links, so that the same problem gives the same text on
//! every machine; nothing here looks at the terminal or the environment.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode,
    ThemeCharacters, ThemeStyles,
};

/// How a problem is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// With the sixteen colours that every terminal has.
    pub(crate) colour: bool,
    /// With box-drawing characters; otherwise with ASCII signs.
    pub(crate) unicode: bool,
    /// Columns in which prose is wrapped. Lines of a source are never wrapped.
    pub(crate) width: usize,
    /// With clickable links, for terminals that understand them.
    pub(crate) links: bool,
}

/// The columns by which a related snippet is indented.
const INDENT: usize = 6;
/// The narrowest prose: below, wrapping would put one word in a line.
const NARROWEST: usize = 30;

/// Draws a problem with its related snippets nested below it, ending in a line end.
pub(crate) fn draw(diagnostic: &dyn Diagnostic, style: Style) -> String {
    let width = style.width.max(NARROWEST);
    let handler = GraphicalReportHandler::new_themed(theme(style))
        .with_links(style.links)
        .with_width(width)
        .with_context_lines(1);
    let mut drawn = String::new();
    if handler.render_report(&mut drawn, &Alone(diagnostic)).is_err() {
        // Only a source that cannot be read gets here, and ours always can.
        drawn = format!("{diagnostic}\n");
    }
    drawn = drawn.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    // miette would wrap a nested snippet like prose and so break long source lines.
    let inner = Style { width: width.saturating_sub(INDENT), ..style };
    let related: Vec<_> = diagnostic.related().into_iter().flatten().collect();
    for (index, other) in related.iter().enumerate() {
        let marks = nested_marks(style, index + 1 == related.len());
        nest(&mut drawn, &draw(*other, inner), marks);
    }
    drawn
}

/// The signs before the first line of a nested drawing and before its others.
fn nested_marks(style: Style, last: bool) -> (&'static str, &'static str) {
    match (style.unicode, last) {
        (true, true) => ("  ╰─▶ ", "      "),
        (true, false) => ("  ├─▶ ", "  │   "),
        (false, true) => ("  `-> ", "      "),
        (false, false) => ("  |-> ", "  |   "),
    }
}

/// Appends a drawing, indented.
fn nest(drawn: &mut String, inner: &str, (first, others): (&str, &str)) {
    for (index, line) in inner.trim_matches('\n').lines().enumerate() {
        drawn.push_str(if index == 0 { first } else { others });
        drawn.push_str(line);
        drawn.push('\n');
    }
}

/// Characters and colours; `GraphicalTheme::ascii` is coloured, so that choice is made here.
fn theme(style: Style) -> GraphicalTheme {
    GraphicalTheme {
        characters: if style.unicode {
            ThemeCharacters::unicode()
        } else {
            ThemeCharacters::ascii()
        },
        styles: if style.colour { ThemeStyles::ansi() } else { ThemeStyles::none() },
    }
}

/// A problem without its related ones, which [`draw`] nests itself.
struct Alone<'d>(&'d dyn Diagnostic);

impl fmt::Debug for Alone<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

impl fmt::Display for Alone<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0, f)
    }
}

impl std::error::Error for Alone<'_> {}

impl Diagnostic for Alone<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.0.code()
    }

    fn severity(&self) -> Option<Severity> {
        self.0.severity()
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.0.help()
    }

    fn url<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.0.url()
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.0.source_code()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.0.labels()
    }

    fn diagnostic_source(&self) -> Option<&dyn Diagnostic> {
        self.0.diagnostic_source()
    }
}

#[cfg(test)]
mod tests;
