//! Exchange rates.

use super::{Citation, Localised, Name};
use crate::quantity::{Currency, Date, Number, Quotation, RateDate};
use crate::text::{Span, Spanned};

/// `rates inforeuro { base EUR  monthly  quoted per base  file "inforeuro.csv" }`.
#[derive(Clone, Debug)]
pub struct RatesDecl {
    /// Its name.
    pub name: Name,
    /// Its title in several languages.
    pub title: Option<Localised<String>>,
    /// Its citations.
    pub cite: Vec<Citation>,
    /// The currency that all others are quoted against.
    pub base: Spanned<Currency>,
    /// How often there are new rates.
    pub rhythm: Spanned<RatesRhythm>,
    /// Which way the quotes are to be read.
    pub quotation: Spanned<Quotation>,
    /// The currencies that it promises; none where the quotes tell.
    pub promised: Vec<Spanned<Currency>>,
    /// The quotes, or where they come from.
    pub contents: RatesContents,
}

/// How often there are new rates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RatesRhythm {
    /// `monthly`
    Monthly,
    /// `daily`
    Daily,
    /// `frozen on 2021-01-01`: the rates of that day, or of its month, hold for good.
    Frozen(Date),
}

/// The quotes of a table of rates, or where they come from.
#[derive(Clone, Debug)]
pub enum RatesContents {
    /// `rows { … }`
    Rows(Vec<RateRow>),
    /// `file "inforeuro.csv"`: a table in CSV beside the module.
    File(Spanned<String>),
    /// `supplied`: by the host.
    Supplied(Span),
}

/// `2024-03 { PLN 4.3208  SEK 11.2115 }`.
#[derive(Clone, Debug)]
pub struct RateRow {
    /// The month or the day; none for quotes that stand alone, as a frozen table may have them.
    pub on: Option<Spanned<RateDate>>,
    /// The quotes.
    pub quotes: Vec<RateQuote>,
}

/// `PLN 4.3208`.
#[derive(Clone, Copy, Debug)]
pub struct RateQuote {
    /// The currency.
    pub currency: Spanned<Currency>,
    /// The rate as written.
    pub rate: Spanned<Number>,
}
