//! Exchange rates by month or by day, and exact conversion with them.
//!
//! A [`RateTable`] holds quotes of other currencies against one base currency. What it gives is
//! an [`ExchangeRate`]: the quotes that an amount is multiplied and divided by, never a rounded
//! factor. Where the table has no quote the answer is [`NoRate`], which says what is missing and
//! when; no other month stands in for it.

mod exchange;
mod span;

use std::collections::BTreeMap;
use std::fmt;

use super::{Currency, Date, Month, Number};
pub use exchange::ExchangeRate;
pub use span::RateSpan;

/// How often a table has new rates.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Rhythm {
    /// One rate for each month, which every day of the month has.
    Monthly,
    /// One rate for each day, and none for a day that is left out.
    Daily,
}

/// Which way the quotes of a table are to be read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Quotation {
    /// So many units of the other currency for one of the base: 4.3208 PLN for 1 EUR.
    PerBase,
    /// So many units of the base for one of the other currency: 0.2314 EUR for 1 PLN.
    InBase,
}

/// The month or the day of a quote.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RateDate {
    /// A whole month.
    Month(Month),
    /// One day.
    Day(Date),
}

/// A quote that a table does not have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NoRate {
    /// The currency.
    pub currency: Currency,
    /// The month or the day; none where the table never has the currency.
    pub on: Option<RateDate>,
}

/// Why a quote cannot be part of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuoteError {
    /// It is zero or below.
    NotPositive,
    /// It is of the base currency itself.
    OfBase,
    /// The table has one for that currency and date already.
    Twice,
    /// A day in a table by months, or a month in one by days.
    OtherRhythm,
}

/// Quotes of currencies against one base, by month or by day.
///
/// # Example: from złoty into euro, from euro into złoty, and across
///
/// ```
/// use subvent::quantity::{Currency, Month, Money, Number, Quotation, RateDate, RateTable, Rhythm};
/// let mut table = RateTable::new(Currency::EUR, Quotation::PerBase, Rhythm::Monthly);
/// let march = RateDate::Month(Month::parse("2024-03").ok_or("a month")?);
/// table.add(march, Currency::PLN, Number::parse("4")?).map_err(|_| "a quote")?;
/// table.add(march, Currency::SEK, Number::parse("11")?).map_err(|_| "a quote")?;
/// let convert = |amount: i64, from, to| {
///     let rate = table.rate(from, to, march).map_err(|_| "a rate")?;
///     Ok::<_, Box<dyn std::error::Error>>(rate.convert(Number::from_i64(amount))?)
/// };
/// assert_eq!(convert(100, Currency::PLN, Currency::EUR)?, Number::from_i64(25));
/// assert_eq!(convert(25, Currency::EUR, Currency::PLN)?, Number::from_i64(100));
/// assert_eq!(convert(100, Currency::PLN, Currency::SEK)?, Number::from_i64(275));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RateTable {
    base: Currency,
    quotation: Quotation,
    rhythm: Rhythm,
    frozen: Option<RateDate>,
    // INVARIANT: rates are above zero, none is of the base, all dates are of the rhythm.
    quotes: BTreeMap<(Currency, RateDate), Number>,
    /// The least and the greatest quote of each currency.
    extremes: BTreeMap<Currency, (Number, Number)>,
}

impl RateTable {
    /// A table without quotes.
    #[must_use]
    pub fn new(base: Currency, quotation: Quotation, rhythm: Rhythm) -> Self {
        Self {
            base,
            quotation,
            rhythm,
            frozen: None,
            quotes: BTreeMap::new(),
            extremes: BTreeMap::new(),
        }
    }

    /// The same table, of which the quotes of one date hold whatever the date asked for.
    #[must_use]
    pub fn frozen_on(self, day: Date) -> Self {
        let frozen = Some(self.rhythm.date(day));
        Self { frozen, ..self }
    }

    /// Adds a quote.
    ///
    /// # Errors
    ///
    /// A [`QuoteError`], and the table is as it was.
    pub fn add(&mut self, on: RateDate, of: Currency, rate: Number) -> Result<(), QuoteError> {
        if !rate.is_positive() {
            return Err(QuoteError::NotPositive);
        }
        if of == self.base {
            return Err(QuoteError::OfBase);
        }
        if on.rhythm() != self.rhythm {
            return Err(QuoteError::OtherRhythm);
        }
        if self.quotes.contains_key(&(of, on)) {
            return Err(QuoteError::Twice);
        }
        self.quotes.insert((of, on), rate);
        let (least, greatest) = self.extremes.entry(of).or_insert((rate, rate));
        (*least, *greatest) = (rate.min(*least), rate.max(*greatest));
        Ok(())
    }

    /// The currency that all others are quoted against.
    #[must_use]
    pub fn base(&self) -> Currency {
        self.base
    }

    /// Which way the quotes are to be read.
    #[must_use]
    pub fn quotation(&self) -> Quotation {
        self.quotation
    }

    /// How often there are new rates.
    #[must_use]
    pub fn rhythm(&self) -> Rhythm {
        self.rhythm
    }

    /// The date whose quotes hold whatever the date asked for.
    #[must_use]
    pub fn frozen(&self) -> Option<RateDate> {
        self.frozen
    }

    /// How many quotes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.quotes.len()
    }

    /// Whether there are no quotes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.quotes.is_empty()
    }

    /// The quotes by currency, then by date.
    pub fn iter(&self) -> impl Iterator<Item = (Currency, RateDate, Number)> {
        self.quotes.iter().map(|((currency, on), rate)| (*currency, *on, *rate))
    }

    /// The currencies that are quoted, in the order of their codes; the base is not among them.
    #[must_use]
    pub fn currencies(&self) -> Vec<Currency> {
        let mut all: Vec<Currency> = self.quotes.keys().map(|(currency, _)| *currency).collect();
        all.dedup();
        all
    }

    /// The rate from one currency into another on a date. A currency into itself needs no quote.
    ///
    /// # Errors
    ///
    /// [`NoRate`] where a quote is missing: that of `from`, when both are.
    pub fn rate(&self, from: Currency, to: Currency, on: RateDate) -> Result<ExchangeRate, NoRate> {
        if from == to {
            return Ok(ExchangeRate::same(from));
        }
        let on = self.frozen.unwrap_or_else(|| self.asked(on));
        let from = (from, self.quote(from, on)?);
        let to = (to, self.quote(to, on)?);
        Ok(ExchangeRate::new(self.quotation, on, from, to))
    }

    /// The date of the table that a date asks for.
    fn asked(&self, on: RateDate) -> RateDate {
        match (self.rhythm, on) {
            (Rhythm::Monthly, RateDate::Day(day)) => RateDate::Month(Month::of(day)),
            _ => on,
        }
    }

    /// The quote of a currency; none of the base, which needs none.
    fn quote(&self, of: Currency, on: RateDate) -> Result<Option<Number>, NoRate> {
        if of == self.base {
            return Ok(None);
        }
        let found = self.quotes.get(&(of, on)).copied();
        found.map(Some).ok_or(NoRate { currency: of, on: Some(on) })
    }

    /// The months without a quote between the first and the last one of a currency. Days have no
    /// such gaps: nobody quotes on a Sunday.
    pub fn gaps(&self) -> impl Iterator<Item = NoRate> {
        let keys = self.quotes.keys().zip(self.quotes.keys().skip(1));
        let same = keys.filter(|((a, _), (b, _))| a == b);
        same.flat_map(|((currency, before), (_, after))| {
            let (first, last) = match (before, after) {
                (RateDate::Month(before), RateDate::Month(after)) => (before, after),
                _ => return Vec::new(),
            };
            let count = last.months_since(*first);
            let month = |ahead| first.add_months(ahead).ok().map(RateDate::Month);
            let between = (1..count).map(|ahead| NoRate { currency: *currency, on: month(ahead) });
            between.collect()
        })
    }
}

impl Rhythm {
    /// The date of a table with this rhythm that a day belongs to.
    #[must_use]
    pub fn date(self, day: Date) -> RateDate {
        match self {
            Self::Monthly => RateDate::Month(Month::of(day)),
            Self::Daily => RateDate::Day(day),
        }
    }
}

impl RateDate {
    /// The rhythm of tables with such dates.
    #[must_use]
    pub fn rhythm(self) -> Rhythm {
        match self {
            Self::Month(_) => Rhythm::Monthly,
            Self::Day(_) => Rhythm::Daily,
        }
    }
}

impl fmt::Display for RateDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => month.fmt(f),
            Self::Day(day) => day.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests;
