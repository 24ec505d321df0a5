//! Tables of exchange rates: what is declared of them, and their quotes from wherever they come.
//!
//! In: a `rates` declaration with rows or a file in CSV, or a CSV that a host supplies. Out: a
//! [`RateTable`] and every problem at its row or cell. A quote that is refused is left out and
//! the others stay, so a rule that does not need it goes on.

mod assemble;
mod declared;
mod sheet;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::quantity::{Currency, Number, RateDate, RateTable};
use crate::syntax::ast::RateRow;
use crate::text::{SourceId, Span, Spanned};
use crate::types::typed::Rates;

pub(super) use declared::{contents, signatures};

/// A quote and its places.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The month or the day; none for a quote that stands alone.
    on: Option<Spanned<RateDate>>,
    /// The currency.
    currency: Spanned<Currency>,
    /// The rate.
    rate: Spanned<Number>,
}

/// The table of quotes that are written in the language, as those of a test.
#[must_use]
pub fn from_rows(rates: &Rates, rows: &[RateRow]) -> (RateTable, Diagnostics) {
    let mut problems = Diagnostics::new();
    let table = assemble::assemble(rates, entries(rows), rates.span, &mut problems);
    problems.sort();
    (table, problems)
}

/// The table of a text in CSV, which is the source `source`.
///
/// The first column has the month or the day, and each other column the rates of a currency; or
/// the columns are `month` (or `day`), `currency` and `rate`. The table has the quotes that
/// could be read, also where there are problems.
#[must_use]
pub fn from_csv(rates: &Rates, source: SourceId, text: &str) -> (RateTable, Diagnostics) {
    let mut problems = Diagnostics::new();
    let (entries, whole) = sheet::entries(source, text, &mut problems);
    let table = assemble::assemble(rates, entries, whole, &mut problems);
    problems.sort();
    (table, problems)
}

/// The quotes of rows.
fn entries(rows: &[RateRow]) -> Vec<Entry> {
    let quotes = rows.iter().flat_map(|row| row.quotes.iter().map(|quote| (row.on, quote)));
    quotes.map(|(on, quote)| Entry { on, currency: quote.currency, rate: quote.rate }).collect()
}

/// Reports a problem.
fn report(problems: &mut Diagnostics, problem: impl Into<Diagnostic>) {
    problems.push(problem);
}

/// The first place of a source.
fn start(source: SourceId) -> Span {
    Span::new(source, 0, 0)
}

#[cfg(test)]
mod tests;
