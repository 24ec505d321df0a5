//! Tables of exchange rates.

use std::sync::Arc;

use super::{Cite, Texts};
use crate::quantity::{Currency, Quotation, RateTable};
use crate::text::{Span, Spanned};

pub use crate::syntax::ast::RatesRhythm;

/// A table of exchange rates.
#[derive(Clone, Debug)]
pub struct Rates {
    /// Its full name, such as `eu.rates.inforeuro`.
    pub path: Arc<str>,
    /// Its own name.
    pub name: Arc<str>,
    /// Its title by language.
    pub title: Texts<String>,
    /// Its citations.
    pub cite: Vec<Cite>,
    /// The currency that all others are quoted against.
    pub base: Currency,
    /// Which way the quotes are to be read.
    pub quotation: Quotation,
    /// How often there are new rates.
    pub rhythm: RatesRhythm,
    /// The currencies that it promises; none where only the quotes tell.
    pub promised: Vec<Spanned<Currency>>,
    /// Its quotes; none where the host supplies them.
    pub table: Option<Arc<RateTable>>,
    /// A host supplies its quotes.
    pub supplied: bool,
    /// Its documentation.
    pub documentation: Option<String>,
    /// Its name in its declaration.
    pub span: Span,
}

impl Rates {
    /// The currencies between which it can convert, the base among them; none where only the
    /// quotes that a host supplies will tell.
    #[must_use]
    pub fn currencies(&self) -> Option<Vec<Currency>> {
        let mut all: Vec<Currency> = self.promised.iter().map(|code| code.value).collect();
        if all.is_empty() {
            all = self.table.as_ref()?.currencies();
        }
        all.push(self.base);
        all.sort_unstable();
        all.dedup();
        Some(all)
    }
}
