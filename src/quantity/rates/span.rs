//! The rates between two currencies over a stretch of days, where the day itself is not known.

use super::{ExchangeRate, NoRate, RateDate, RateTable};
use crate::quantity::{Currency, Date};

/// More dates than this are not looked through one by one.
const MANY: usize = 500;

/// The rates that a table has between two currencies from one day to another.
#[derive(Clone, Debug)]
pub struct RateSpan<'t> {
    table: &'t RateTable,
    from: Currency,
    to: Currency,
    first: RateDate,
    last: RateDate,
}

impl RateTable {
    /// The rates from one currency into another on any day of a stretch, both ends included.
    #[must_use]
    pub fn over(&self, from: Currency, to: Currency, first: Date, last: Date) -> RateSpan<'_> {
        let date = |day| self.frozen.unwrap_or_else(|| self.rhythm.date(day));
        RateSpan { table: self, from, to, first: date(first), last: date(last) }
    }
}

impl<'t> RateSpan<'t> {
    /// The rates that there are, by date. Of very many, two rates stand for all: one below and
    /// one above them.
    pub fn rates(&self) -> impl Iterator<Item = ExchangeRate> + use<'t> {
        let (table, from, to) = (self.table, self.from, self.to);
        // Every date on which the rate exists is a date of the first that is no base.
        let of = if from == table.base { to } else { from };
        let range = (self.first <= self.last && from != to)
            .then(|| table.quotes.range((of, self.first)..=(of, self.last)));
        let many = range.clone().is_some_and(|range| range.take(MANY + 1).count() > MANY);
        let rates = range.filter(|_| !many).into_iter().flatten();
        let rates = rates.filter_map(move |((_, on), _)| table.rate(from, to, *on).ok());
        let ends = if many { self.ends() } else { [None, None] };
        rates.chain(ends.into_iter().flatten())
    }

    /// A rate that is no greater and one that is no less than any of the table.
    fn ends(&self) -> [Option<ExchangeRate>; 2] {
        let quotes = |of: Currency| match self.table.extremes.get(&of) {
            _ if of == self.table.base => Some((None, None)),
            Some((least, greatest)) => Some((Some(*least), Some(*greatest))),
            None => None,
        };
        let Some((from, to)) = quotes(self.from).zip(quotes(self.to)) else { return [None, None] };
        let rate = |from_quote, to_quote| {
            let (from, to) = ((self.from, from_quote), (self.to, to_quote));
            Some(ExchangeRate::new(self.table.quotation, self.first, from, to))
        };
        [rate(from.1, to.0), rate(from.0, to.1)]
    }

    /// A quote that is missing on some day of the stretch: the first one, where the stretch has
    /// some rates, or the currency alone where it has none or is too long to look through.
    #[must_use]
    pub fn missing(&self) -> Option<NoRate> {
        if self.from == self.to {
            return None;
        }
        let missing = |on| self.table.rate(self.from, self.to, on).err();
        let first = missing(self.first);
        if first.is_some() && self.rates().next().is_none() && self.first != self.last {
            return first.map(|none| NoRate { on: None, ..none });
        }
        if let Some(first) = first {
            return Some(first);
        }
        let mut on = self.first;
        for _ in 0..MANY {
            if on >= self.last {
                return None;
            }
            on = next(on)?;
            if let Some(none) = missing(on) {
                return Some(none);
            }
        }
        let currency = if self.from == self.table.base { self.to } else { self.from };
        Some(NoRate { currency, on: None })
    }
}

/// The month or the day after another.
fn next(on: RateDate) -> Option<RateDate> {
    match on {
        RateDate::Month(month) => month.add_months(1).ok().map(RateDate::Month),
        RateDate::Day(day) => day.add_days(1).ok().map(RateDate::Day),
    }
}
