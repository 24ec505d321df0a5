//! Quotes put together to a table, and what does not fit in it.

use std::collections::BTreeMap;

use super::{Entry, report};
use crate::diagnostic::Diagnostics;
use crate::quantity::{Currency, QuoteError, RateDate, RateTable, Rhythm};
use crate::text::{Span, Spanned};
use crate::types::problems::{
    RateCurrency, RateCurrencyFault, RateDateFault, RateDateProblem, RateGap, RateTwice, RateValue,
};
use crate::types::typed::{Rates, RatesRhythm};

/// The table of quotes; `whole` is where they stand.
pub(super) fn assemble(
    rates: &Rates,
    entries: Vec<Entry>,
    whole: Span,
    problems: &mut Diagnostics,
) -> RateTable {
    let rhythm = rhythm(rates, &entries);
    let mut table = RateTable::new(rates.base, rates.quotation, rhythm);
    let mut places = BTreeMap::new();
    for entry in entries {
        add(rates, entry, &mut table, &mut places, problems);
    }
    promised(rates, &table, whole, problems);
    gaps(&table, &places, problems);
    match rates.rhythm {
        RatesRhythm::Frozen(day) => {
            let wanted = rhythm.date(day);
            if !table.is_empty() && table.iter().all(|(_, on, _)| on != wanted) {
                let fault = RateDateFault::NoneFrozen { wanted };
                report(problems, RateDateProblem { at: whole, fault });
            }
            table.frozen_on(day)
        }
        RatesRhythm::Monthly | RatesRhythm::Daily => table,
    }
}

/// The rhythm of a table; one that is frozen has that of its first quote.
fn rhythm(rates: &Rates, entries: &[Entry]) -> Rhythm {
    match rates.rhythm {
        RatesRhythm::Monthly => Rhythm::Monthly,
        RatesRhythm::Daily => Rhythm::Daily,
        RatesRhythm::Frozen(_) => {
            let first = entries.iter().find_map(|entry| entry.on);
            first.map_or(Rhythm::Daily, |on| on.value.rhythm())
        }
    }
}

fn add(
    rates: &Rates,
    entry: Entry,
    table: &mut RateTable,
    places: &mut BTreeMap<(Currency, RateDate), Span>,
    problems: &mut Diagnostics,
) {
    let Entry { on, currency, rate } = entry;
    let on = match (on, rates.rhythm) {
        (Some(on), _) => on,
        (None, RatesRhythm::Frozen(day)) => Spanned::new(table.rhythm().date(day), rate.span),
        (None, _) => {
            let fault = RateDateFault::NotGiven(table.rhythm());
            report(problems, RateDateProblem { at: currency.span, fault });
            return;
        }
    };
    let known = rates.promised.is_empty()
        || currency.value == rates.base
        || rates.promised.iter().any(|promised| promised.value == currency.value);
    if !known {
        let fault = RateCurrencyFault::NotPromised(currency.value);
        report(problems, RateCurrency { at: currency.span, fault, declared: Some(rates.span) });
    }
    match table.add(on.value, currency.value, rate.value) {
        Ok(()) => {
            places.insert((currency.value, on.value), rate.span);
        }
        Err(QuoteError::NotPositive) => {
            report(problems, RateValue::not_positive(rate, rates.base, currency.value));
        }
        Err(QuoteError::OfBase) => {
            let fault = RateCurrencyFault::Base(rates.base);
            report(problems, RateCurrency { at: currency.span, fault, declared: Some(rates.span) });
        }
        Err(QuoteError::OtherRhythm) => {
            let fault = RateDateFault::OtherRhythm(table.rhythm());
            report(problems, RateDateProblem { at: on.span, fault });
        }
        Err(QuoteError::Twice) => {
            let first = places.get(&(currency.value, on.value)).copied().unwrap_or(rate.span);
            let (currency, on) = (currency.value, on.value);
            report(problems, RateTwice { currency, on, first, again: rate.span });
        }
    }
}

/// Reports promised currencies of which there is no quote.
fn promised(rates: &Rates, table: &RateTable, whole: Span, problems: &mut Diagnostics) {
    let quoted = table.currencies();
    for promised in &rates.promised {
        if !quoted.contains(&promised.value) && promised.value != rates.base {
            let fault = RateCurrencyFault::Missing(promised.value);
            report(problems, RateCurrency { at: promised.span, fault, declared: Some(whole) });
        }
    }
}

/// Warns of months without a quote between others, once for each stretch.
fn gaps(
    table: &RateTable,
    places: &BTreeMap<(Currency, RateDate), Span>,
    problems: &mut Diagnostics,
) {
    let mut last: Option<(Currency, RateDate)> = None;
    for gap in table.gaps() {
        let Some(RateDate::Month(month)) = gap.on else { continue };
        let goes_on = last.is_some_and(|(currency, before)| {
            let next = month.add_months(-1).map(RateDate::Month);
            currency == gap.currency && next == Ok(before)
        });
        last = Some((gap.currency, RateDate::Month(month)));
        if goes_on {
            continue;
        }
        let place = |on| places.get(&(gap.currency, on)).copied();
        let before = month.add_months(-1).ok().and_then(|before| place(RateDate::Month(before)));
        let after = places.range((gap.currency, RateDate::Month(month))..).next();
        let after = after.map(|(_, span)| *span);
        if let Some(at) = after {
            let (currency, from) = (gap.currency, RateDate::Month(month));
            report(problems, RateGap { currency, from, at, before });
        }
    }
}
