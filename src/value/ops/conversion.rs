//! An amount in another currency.

use super::measure::Measure;
use super::strict::{Doubt, mismatch, outcome, strict};
use crate::quantity::{
    Currency, Date, ExchangeRate, Fault as Quantity, Money, NoRate, Number, RateDate, RateTable,
};
use crate::text::Span;
use crate::value::fault::either;
use crate::value::hull::amounts;
use crate::value::range::Range;
use crate::value::{Extent, Fault, FaultKind, Value};

/// A table of rates among those of a programme.
#[derive(Clone, Copy, Debug)]
pub struct Rates<'t> {
    /// Its number, for the fault of a rate that is missing.
    pub number: u32,
    /// Its quotes; none while nobody has supplied them.
    pub table: Option<&'t RateTable>,
}

/// More possible amounts than this are not converted one by one.
const MANY: usize = 64;

/// The rate for an amount on a date, both of which are certain; none where the currency stays
/// the same, which asks for no rate, or where there is no rate.
#[must_use]
pub fn exchange_rate(
    amount: &Value,
    to: Currency,
    rates: Rates<'_>,
    on: &Value,
) -> Option<ExchangeRate> {
    match amount {
        Value::Money(money) if money.currency != to => {
            rates.table?.rate(money.currency, to, rate_date(on)?).ok()
        }
        _ => None,
    }
}

/// An amount in another currency at the rates of a table on a date or in a month, exactly.
///
/// An amount that is in the currency already stays what it is, whatever is the matter with the
/// date. Where the date is not known, the result lies between those of all dates that it may be.
///
/// ```
/// use subvent::quantity::{Currency, Month, Number, Quotation, RateDate, RateTable, Rhythm};
/// use subvent::text::Span;
/// use subvent::value::{Value, ops};
/// let mut table = RateTable::new(Currency::EUR, Quotation::PerBase, Rhythm::Monthly);
/// let march = Month::parse("2024-03").ok_or("a month")?;
/// table.add(RateDate::Month(march), Currency::PLN, Number::from_i64(4)).map_err(|_| "a quote")?;
/// let rates = ops::Rates { number: 0, table: Some(&table) };
/// let zloty = Value::money(Number::from_i64(100), Currency::PLN);
/// let on = Value::Month(march);
/// let euro = ops::convert(&zloty, Currency::EUR, rates, &on, Span::default());
/// assert_eq!(euro, Value::money(Number::from_i64(25), Currency::EUR));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn convert(amount: &Value, to: Currency, rates: Rates<'_>, on: &Value, at: Span) -> Value {
    match (amount, rate_date(on)) {
        (Value::Money(money), _) if money.currency == to => amount.clone(),
        (Value::Money(money), Some(day)) => match rates.rate(money.currency, to, day) {
            Ok(rate) => {
                let converted = |amount| Value::Money(Money::new(amount, to));
                outcome(rate.convert(money.amount), converted, at)
            }
            Err(kind) => Value::Fault(Fault::new(kind, at)),
        },
        _ => undecided(amount, to, rates, on, at),
    }
}

/// The date of a table that a value asks for.
fn rate_date(on: &Value) -> Option<RateDate> {
    match on {
        Value::Date(day) => Some(RateDate::Day(*day)),
        Value::Month(month) => Some(RateDate::Month(*month)),
        Value::Moment(moment) => Some(RateDate::Day(moment.date)),
        _ => None,
    }
}

impl Rates<'_> {
    fn rate(self, from: Currency, to: Currency, on: RateDate) -> Result<ExchangeRate, FaultKind> {
        let table = self.table.ok_or(FaultKind::RatesNotSupplied(self.number))?;
        table.rate(from, to, on).map_err(|none| self.missing(none))
    }

    fn missing(self, none: NoRate) -> FaultKind {
        FaultKind::NoRate { rates: self.number, none }
    }
}

/// Conversion where the amount or the date is open, absent or a fault.
fn undecided(amount: &Value, to: Currency, rates: Rates<'_>, on: &Value, at: Span) -> Value {
    let doubt = match strict(&[amount], at) {
        Ok(doubt) => doubt,
        // The lesser of two faults, so that no order of the operands can be seen.
        Err(fault) => return strict(&[amount, on], at).err().unwrap_or(fault),
    };
    let extent = Extent::of(amount);
    match Measure::of_extent(&extent) {
        Measure::Amount(range, Some(currency)) if currency == to => {
            doubt.value(amounts(range, Some(to)))
        }
        Measure::Amount(range, Some(currency)) => {
            let foreign = Foreign { range, currency, to, rates, at };
            foreign.convert(on, doubt)
        }
        Measure::Amount(range, None) => match extent.values() {
            Some(values) if values.len() <= MANY => {
                doubt.any_of(values.iter().map(|value| convert(value, to, rates, on, at)))
            }
            _ => of_any_currency(range, to, rates, on, doubt, at),
        },
        _ if doubt.missing.is_empty() => mismatch(at),
        _ => of_any_currency(Range::ALL, to, rates, on, doubt, at),
    }
}

/// An amount of which only the range is known: it may need no rate at all, or any.
fn of_any_currency(
    range: Range<Number>,
    to: Currency,
    rates: Rates<'_>,
    on: &Value,
    doubt: Doubt,
    at: Span,
) -> Value {
    let zero = Some(Number::ZERO);
    // Rates are above zero, so an amount keeps its sign.
    let low = range.low.filter(|low| !low.is_negative()).and(zero);
    let high = range.high.filter(|high| !high.is_positive()).and(zero);
    let converted = Range { low, high };
    let same = amounts(range, Some(to));
    let kind = match rates.table {
        None => FaultKind::RatesNotSupplied(rates.number),
        Some(_) => rates.missing(NoRate { currency: to, on: None }),
    };
    match strict(&[on], at) {
        Err(fault) => {
            let same = Value::possible(same, None, doubt.missing.clone());
            doubt.any_of([same, fault])
        }
        Ok(dates) if rates.table.is_none() => {
            let doubt = doubt.with(dates).or_fault(kind, at);
            doubt.value(same)
        }
        Ok(dates) => {
            let doubt = doubt.with(dates).or_fault(kind, at);
            let doubt = doubt.or_arithmetic(Some(Quantity::Overflow), at);
            doubt.value(amounts(range.hull(&converted), Some(to)))
        }
    }
}

/// An amount between bounds that needs a rate.
struct Foreign<'t> {
    range: Range<Number>,
    currency: Currency,
    to: Currency,
    rates: Rates<'t>,
    at: Span,
}

impl Foreign<'_> {
    fn convert(&self, on: &Value, doubt: Doubt) -> Value {
        let dates = match strict(&[on], self.at) {
            Ok(dates) => dates,
            Err(Value::Fault(fault)) => return doubt.with_certain(fault),
            Err(undecided) => return doubt.any_of([undecided]),
        };
        let doubt = doubt.with(dates);
        let Some(table) = self.rates.table else {
            let kind = FaultKind::RatesNotSupplied(self.rates.number);
            return doubt.with_certain(Fault::new(kind, self.at));
        };
        let mut found = Found::default();
        match Days::of(on) {
            Some(Days::Listed(dates)) => {
                for date in dates {
                    match table.rate(self.currency, self.to, date) {
                        Ok(rate) => found.add(self.range, &rate),
                        Err(none) => found.miss(none),
                    }
                }
            }
            Some(Days::Between(first, last)) => {
                let span = table.over(self.currency, self.to, first, last);
                span.rates().for_each(|rate| found.add(self.range, &rate));
                if let Some(none) = span.missing() {
                    found.miss(none);
                }
            }
            None if doubt.missing.is_empty() => return mismatch(self.at),
            None => {}
        }
        found.value(self, doubt)
    }
}

/// The dates that a value may be.
enum Days {
    Listed(Vec<RateDate>),
    Between(Date, Date),
}

impl Days {
    fn of(on: &Value) -> Option<Self> {
        let Value::Open(open) = on else {
            return rate_date(on).map(|date| Self::Listed(vec![date]));
        };
        match &open.extent {
            Extent::Days { low, high } => {
                Some(Self::Between(low.unwrap_or(Date::MIN), high.unwrap_or(Date::MAX)))
            }
            Extent::Any => Some(Self::Between(Date::MIN, Date::MAX)),
            extent => {
                let values = extent.values()?;
                Some(Self::Listed(values.iter().filter_map(rate_date).collect()))
            }
        }
    }
}

/// What came of the dates that are possible.
#[derive(Default)]
struct Found {
    range: Option<Range<Number>>,
    overflow: Option<Quantity>,
    missing: Option<NoRate>,
}

impl Found {
    /// Takes in the amounts of a range at one rate, which keeps their order.
    fn add(&mut self, range: Range<Number>, rate: &ExchangeRate) {
        let mut bound = |end: Option<Number>| {
            rate.convert(end?).map_err(|fault| self.overflow = Some(fault)).ok()
        };
        let converted = Range { low: bound(range.low), high: bound(range.high) };
        self.range = Some(self.range.map_or(converted, |hull| hull.hull(&converted)));
    }

    fn miss(&mut self, none: NoRate) {
        self.missing = Some(self.missing.map_or(none, |other| other.min(none)));
    }

    fn value(self, foreign: &Foreign<'_>, doubt: Doubt) -> Value {
        let at = foreign.at;
        let kind = self.missing.map(|none| Fault::new(foreign.rates.missing(none), at));
        match (self.range, kind) {
            (None, Some(fault)) => doubt.with_certain(fault),
            (range, fault) => {
                let fault = either(doubt.fault, fault);
                let doubt = Doubt { fault, ..doubt }.or_arithmetic(self.overflow, at);
                let range = range.unwrap_or(Range::ALL);
                doubt.value(amounts(range, Some(foreign.to)))
            }
        }
    }
}
