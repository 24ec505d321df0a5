//! Quotes in CSV: a column for each currency, or a line for each quote.

use super::{Entry, report, start};
use crate::data::{DataLimits, Sheet, SheetCell, read_csv};
use crate::diagnostic::Diagnostics;
use crate::quantity::{Currency, Date, Month, Number, RateDate};
use crate::text::{SourceId, Span, Spanned};
use crate::types::problems::{
    RateCurrency, RateCurrencyFault, RateDateFault, RateDateProblem, RateHeader, RateHeaderFault,
    RateValue,
};

/// The columns of a table.
enum Columns {
    /// Where the date is, if anywhere, and the currency of each other column.
    Wide { date: Option<usize>, currencies: Vec<(usize, Spanned<Currency>)> },
    /// Where the date, if anywhere, the currency and the rate are.
    Long { date: Option<usize>, currency: usize, rate: usize },
}

/// The quotes of a text in CSV, and the place of its header.
pub(super) fn entries(
    source: SourceId,
    text: &str,
    problems: &mut Diagnostics,
) -> (Vec<Entry>, Span) {
    let (sheet, found) = read_csv(source, text, &DataLimits::default());
    problems.extend(found);
    let Some(sheet) = sheet else { return (Vec::new(), start(source)) };
    let first = sheet.header.first().map_or(start(source), |cell| cell.span);
    let whole = sheet.header.last().map_or(first, |last| first.to(last.span));
    let entries = match columns(&sheet, whole, problems) {
        Some(Columns::Wide { date, currencies }) => wide(&sheet, date, &currencies, problems),
        Some(Columns::Long { date, currency, rate }) => {
            let rows = sheet.rows.iter();
            rows.filter_map(|row| long(row, date, (currency, rate), problems)).collect()
        }
        None => Vec::new(),
    };
    (entries, whole)
}

fn columns(sheet: &Sheet, whole: Span, problems: &mut Diagnostics) -> Option<Columns> {
    let position =
        |name: &str| sheet.header.iter().position(|cell| cell.text.eq_ignore_ascii_case(name));
    let date = position("month").or_else(|| position("day")).or_else(|| position("date"));
    if let (Some(currency), Some(rate)) = (position("currency"), position("rate")) {
        return Some(Columns::Long { date, currency, rate });
    }
    let mut currencies = Vec::new();
    let mut unnamed = true;
    for (index, cell) in sheet.header.iter().enumerate().filter(|(at, _)| Some(*at) != date) {
        if cell.text.is_empty() {
            // The reader has said so.
            continue;
        }
        match Currency::parse(&cell.text) {
            // The second of two columns of one name has been reported.
            Some(code) if currencies.iter().any(|(_, c): &(_, Spanned<_>)| c.value == code) => {}
            Some(code) => currencies.push((index, Spanned::new(code, cell.span))),
            None => {
                unnamed = false;
                let fault = RateHeaderFault::Unknown(cell.text.clone());
                report(problems, RateHeader { at: cell.span, fault });
            }
        }
    }
    if currencies.is_empty() {
        if unnamed {
            report(problems, RateHeader { at: whole, fault: RateHeaderFault::NoCurrency });
        }
        return None;
    }
    Some(Columns::Wide { date, currencies })
}

/// A row has a date and a rate in each column that is not empty.
fn wide(
    sheet: &Sheet,
    date: Option<usize>,
    currencies: &[(usize, Spanned<Currency>)],
    problems: &mut Diagnostics,
) -> Vec<Entry> {
    let mut entries = Vec::new();
    for row in &sheet.rows {
        let Ok(on) = date_in(row, date, problems) else { continue };
        for (column, currency) in currencies {
            let Some(cell) = row.get(*column).filter(|cell| !cell.text.is_empty()) else {
                continue;
            };
            if let Some(rate) = rate(cell, problems) {
                entries.push(Entry { on, currency: *currency, rate });
            }
        }
    }
    entries
}

/// A row has a date, a currency and a rate, none of which may be empty.
fn long(
    row: &[SheetCell],
    date: Option<usize>,
    (currency, value): (usize, usize),
    problems: &mut Diagnostics,
) -> Option<Entry> {
    let on = date_in(row, date, problems).ok()?;
    let (currency, value) = (row.get(currency)?, row.get(value)?);
    let code = Currency::parse(&currency.text);
    if code.is_none() {
        let fault = RateCurrencyFault::Unknown(currency.text.clone());
        report(problems, RateCurrency { at: currency.span, fault, declared: None });
    }
    let rate = rate(value, problems)?;
    Some(Entry { on, currency: Spanned::new(code?, currency.span), rate })
}

/// The date of a row, where the table has one; an error has been reported.
fn date_in(
    row: &[SheetCell],
    date: Option<usize>,
    problems: &mut Diagnostics,
) -> Result<Option<Spanned<RateDate>>, ()> {
    let Some(cell) = date.and_then(|column| row.get(column)) else { return Ok(None) };
    let month = Month::parse(&cell.text).map(RateDate::Month);
    let found = month.or_else(|| Date::parse(&cell.text).map(RateDate::Day));
    match found {
        Some(on) => Ok(Some(Spanned::new(on, cell.span))),
        None => {
            let fault = RateDateFault::Unreadable(cell.text.clone());
            report(problems, RateDateProblem { at: cell.span, fault });
            Err(())
        }
    }
}

fn rate(cell: &SheetCell, problems: &mut Diagnostics) -> Option<Spanned<Number>> {
    match Number::parse(&cell.text) {
        Ok(number) => Some(Spanned::new(number, cell.span)),
        Err(error) => {
            report(problems, RateValue::unreadable(&cell.text, cell.span, error));
            None
        }
    }
}
