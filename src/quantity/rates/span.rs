//! The rates between two currencies over a stretch of days, where the day itself is not known.

use super::{ExchangeRate, NoRate, RateDate, RateTable};
use crate::quantity::{Currency, Date};

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
    /// The rates that there are, by date.
    pub fn rates(&self) -> impl Iterator<Item = ExchangeRate> + use<'t> {
        let (table, from, to) = (self.table, self.from, self.to);
        // Every date on which the rate exists is a date of the first that is no base.
        let of = if from == table.base { to } else { from };
        let dates = if self.first <= self.last && from != to {
            Some(table.quotes.range((of, self.first)..=(of, self.last)))
        } else {
            None
        };
        let rates = dates.into_iter().flatten();
        rates.filter_map(move |((_, on), _)| table.rate(from, to, *on).ok())
    }

    /// A quote that is missing on some day of the stretch: the first one, where the stretch has
    /// some rates, or the currency alone where it has none.
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
        // Ends at the first gap, so after one step more than there are quotes.
        while on < self.last {
            on = next(on)?;
            if let Some(none) = missing(on) {
                return Some(none);
            }
        }
        None
    }
}

/// The month or the day after another.
fn next(on: RateDate) -> Option<RateDate> {
    match on {
        RateDate::Month(month) => month.add_months(1).ok().map(RateDate::Month),
        RateDate::Day(day) => day.add_days(1).ok().map(RateDate::Day),
    }
}
