//! Text that is not a table in CSV.

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// A place where the text stops being a table.
pub(in crate::data) struct CsvSyntax {
    /// What is wrong.
    pub(in crate::data) fault: CsvFault,
    /// Where.
    pub(in crate::data) span: Span,
}

/// What can be wrong with a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::data) enum CsvFault {
    /// There is not even a header.
    Empty,
    /// A column without a name.
    NoName,
    /// A row with more or fewer cells than there are columns.
    Cells {
        /// The cells of the row.
        found: usize,
        /// The columns.
        wanted: usize,
    },
    /// A quote that is never closed.
    OpenQuote,
    /// Text after a closing quote.
    AfterQuote,
}

impl From<CsvSyntax> for Diagnostic {
    fn from(problem: CsvSyntax) -> Self {
        let (message, label, help) = words(problem.fault);
        Self::error(Code::DATA_CSV_SYNTAX, message).label(problem.span, label).help(help)
    }
}

/// Message, label and help.
fn words(fault: CsvFault) -> (String, String, &'static str) {
    match fault {
        CsvFault::Empty => (
            "the table is empty".to_owned(),
            "nothing is written".to_owned(),
            "the first line names the columns; each line after it is a row",
        ),
        CsvFault::NoName => (
            "a column has no name".to_owned(),
            "nothing names this column".to_owned(),
            "name it in the first line, or remove the column",
        ),
        CsvFault::Cells { found, wanted } => (
            format!("a row has {found} {} where the table has {wanted}", cells(found)),
            format!("{found} {} here", cells(found)),
            "write as many cells as there are columns; an empty one between two commas stays empty",
        ),
        CsvFault::OpenQuote => (
            "a quote is never closed".to_owned(),
            "opened here".to_owned(),
            "add the closing quote; write two quotes for one inside `\"…\"`",
        ),
        CsvFault::AfterQuote => (
            "text follows a closing quote".to_owned(),
            "in this cell".to_owned(),
            "put the whole cell in quotes, or remove the quotes",
        ),
    }
}

fn cells(count: usize) -> &'static str {
    if count == 1 { "cell" } else { "cells" }
}
