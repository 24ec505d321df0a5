//! The cells of a CSV text one after the other, with their places.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::SheetCell;
use crate::data::DataLimits;
use crate::data::limits::{Budget, Stop};
use crate::data::problems::CsvFault;
use crate::text::{SourceId, Span};

/// A cell as it was read.
pub(super) struct Field {
    /// Its text and place.
    pub(super) cell: SheetCell,
    /// What is wrong with its quotes.
    pub(super) fault: Option<CsvFault>,
    /// It is the last one of its line.
    pub(super) last: bool,
}

/// Reads cells.
pub(super) struct Fields<'t> {
    source: SourceId,
    text: &'t str,
    reader: Reader,
    delimiter: u8,
    /// How many bytes have been read.
    at: usize,
    /// The next cell is the first one of its line.
    first: bool,
    buffer: Vec<u8>,
}

/// The mark that some programs write before the text.
const MARK: &str = "\u{feff}";

impl<'t> Fields<'t> {
    pub(super) fn new(source: SourceId, text: &'t str, limits: &DataLimits) -> Self {
        let delimiter = delimiter(text);
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        // One byte more than is allowed shows that a cell is too long.
        let size = limits.max_scalar_bytes.min(text.len()).saturating_add(1);
        Self { source, text, reader, delimiter, at: 0, first: true, buffer: vec![0; size] }
    }

    /// The next cell; none at the end of the text.
    pub(super) fn next(&mut self, budget: &Budget<'_>) -> Result<Option<Field>, Stop> {
        let (start, mut written) = (self.at, 0);
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
            let room = self.buffer.get_mut(written..).unwrap_or(&mut []);
            let (result, read, wrote) = self.reader.read_field(rest, room);
            self.at += read;
            written += wrote;
            match result {
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => {
                    let span = Span::new(self.source, start, self.at);
                    let raw = self.text.get(start..).unwrap_or_default();
                    budget.words(raw, span)?;
                    // Only a cell that is too long fills the buffer; the loop ends all the same.
                    self.at = self.text.len();
                    return Ok(None);
                }
                ReadFieldResult::Field { record_end } => {
                    return Ok(Some(self.field(start, written, record_end)));
                }
                ReadFieldResult::End => return Ok(None),
            }
        }
    }

    fn field(&mut self, start: usize, written: usize, last: bool) -> Field {
        let (from, to) = self.place(start, last);
        let raw = self.text.get(from..to).unwrap_or_default();
        let read = self.buffer.get(..written).unwrap_or(&[]);
        let text = String::from_utf8_lossy(read).trim().to_owned();
        self.first = last;
        let fault = quotes(raw);
        let to = if fault == Some(CsvFault::OpenQuote) { from + 1 } else { to };
        let cell = SheetCell { text, span: Span::new(self.source, from, to) };
        Field { cell, fault, last }
    }

    /// The place of a cell without line ends before it, the sign after it, and blanks around it.
    fn place(&self, start: usize, last: bool) -> (usize, usize) {
        let raw = self.text.get(start..self.at).unwrap_or_default();
        let mut inner = raw;
        if self.first {
            inner = inner.trim_start_matches(MARK).trim_start_matches(['\r', '\n']);
        }
        let from = start + (raw.len() - inner.len());
        let inner = if last {
            inner.trim_end_matches(['\r', '\n'])
        } else {
            inner.strip_suffix(char::from(self.delimiter)).unwrap_or(inner)
        };
        let trimmed = inner.trim_start_matches([' ', '\t']);
        let from = from + (inner.len() - trimmed.len());
        (from, from + trimmed.trim_end_matches([' ', '\t']).len())
    }
}

/// The sign between cells: a semicolon where the first line has one and no comma.
fn delimiter(text: &str) -> u8 {
    let text = text.trim_start_matches(MARK).trim_start_matches(['\r', '\n']);
    let first = text.lines().next().unwrap_or_default();
    if first.contains(';') && !first.contains(',') { b';' } else { b',' }
}

/// What is wrong with the quotes of a cell as it is written.
fn quotes(raw: &str) -> Option<CsvFault> {
    if !raw.starts_with('"') {
        return None;
    }
    let closed = raw.matches('"').count().is_multiple_of(2);
    match (closed, raw.ends_with('"')) {
        (false, _) => Some(CsvFault::OpenQuote),
        (true, false) => Some(CsvFault::AfterQuote),
        (true, true) => None,
    }
}
