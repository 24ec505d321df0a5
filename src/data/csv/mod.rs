//! Reads a table in CSV (RFC 4180) into a [`Sheet`], with the place of every cell.
//!
//! The first line names the columns; every other line has as many cells. The sign between cells
//! is a comma, or a semicolon where the first line has semicolons and no comma, as spreadsheets
//! write it in countries with a decimal comma. Blank lines count for nothing. csv-core takes the
//! text apart; what it passes over in silence, such as an open quote, is looked for here.

mod field;

use super::DataLimits;
use super::limits::{Budget, Stop, stop};
use super::problems::{CsvFault, CsvSyntax, DuplicateKey};
use crate::diagnostic::Diagnostics;
use crate::text::{SourceId, Span};
use field::{Field, Fields};

/// A table: named columns and rows of as many cells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// The names of the columns, of which no two are the same.
    pub header: Vec<SheetCell>,
    /// The rows in the order of the file; each has one cell a column.
    pub rows: Vec<Vec<SheetCell>>,
}

/// A cell of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetCell {
    /// What is written, without quotes and without the blanks around it; perhaps nothing.
    pub text: String,
    /// Where, with its quotes.
    pub span: Span,
}

/// Reads a CSV text.
///
/// The table is missing when there is no header, and past a limit; a row with too few or too
/// many cells is reported and left out.
///
/// `text` must be the text of the source `source`, so that spans point into it.
///
/// ```
/// use subvent::data::{DataLimits, read_csv};
/// use subvent::text::SourceId;
/// let text = "month,PLN,SEK\r\n2024-03,4.3208,11.2115\r\n";
/// let (sheet, problems) = read_csv(SourceId::default(), text, &DataLimits::default());
/// assert!(problems.is_empty());
/// let sheet = sheet.ok_or("a table")?;
/// assert_eq!(sheet.header[1].text, "PLN");
/// assert_eq!((sheet.rows[0][1].span.start, sheet.rows[0][1].text.as_str()), (23, "4.3208"));
/// # Ok::<(), &str>(())
/// ```
pub fn read_csv(source: SourceId, text: &str, limits: &DataLimits) -> (Option<Sheet>, Diagnostics) {
    let mut found = Diagnostics::new();
    let sheet = read(source, text, limits, &mut found);
    let sheet = sheet.map_err(|problem| found.push(*problem)).ok();
    found.sort();
    (sheet, found)
}

fn read(
    source: SourceId,
    text: &str,
    limits: &DataLimits,
    found: &mut Diagnostics,
) -> Result<Sheet, Stop> {
    let mut budget = Budget::open(limits, source, text)?;
    let mut fields = Fields::new(source, text, limits);
    let mut header = Vec::new();
    let mut rows = Vec::new();
    let mut row = Vec::new();
    while let Some(Field { cell, fault, last }) = fields.next(&budget)? {
        budget.node(cell.span)?;
        if let Some(fault) = fault {
            found.push(CsvSyntax { fault, span: cell.span });
        }
        row.push(cell);
        if !last {
            continue;
        }
        let whole = std::mem::take(&mut row);
        if header.is_empty() {
            header = named(whole, found);
        } else if whole.len() == header.len() {
            rows.push(whole);
        } else {
            found.push(uneven(&whole, header.len()));
        }
    }
    if header.is_empty() {
        let span = Span::new(source, 0, 0);
        return Err(stop(CsvSyntax { fault: CsvFault::Empty, span }));
    }
    Ok(Sheet { header, rows })
}

/// The names of the columns, with those reported that are missing or given twice.
fn named(header: Vec<SheetCell>, found: &mut Diagnostics) -> Vec<SheetCell> {
    for (index, cell) in header.iter().enumerate() {
        if cell.text.is_empty() {
            found.push(CsvSyntax { fault: CsvFault::NoName, span: cell.span });
            continue;
        }
        let before = header.iter().take(index).find(|other| other.text == cell.text);
        if let Some(first) = before {
            let (key, first, again) = (cell.text.clone(), first.span, cell.span);
            found.push(DuplicateKey { key, first, again });
        }
    }
    header
}

/// A row whose cells are not those of the columns.
fn uneven(row: &[SheetCell], wanted: usize) -> CsvSyntax {
    let first = row.first().map(|cell| cell.span).unwrap_or_default();
    let span = row.last().map_or(first, |cell| first.to(cell.span));
    CsvSyntax { fault: CsvFault::Cells { found: row.len(), wanted }, span }
}
