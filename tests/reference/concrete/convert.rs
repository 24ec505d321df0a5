//! Amounts in other currencies, with fractions of any size.

use subvent::quantity::{Currency, Quotation, RateDate};
use subvent::types::typed::{Expr, Rates, RatesId, RatesRhythm};

use super::super::calendar;
use super::super::exact::{Big, big, whole};
use super::value::{PLAIN, Res, Stop, Val, both};
use super::world::{Frame, World};

impl World<'_> {
    /// `AMOUNT in CURRENCY at RATES on DATE`.
    pub(super) fn converted(
        &self,
        (amount, on): (&Expr, &Expr),
        to: Currency,
        rates: RatesId,
        frame: &Frame,
    ) -> Res {
        let amount = self.eval(amount, frame);
        if matches!(&amount, Ok(Val::Money(_, from)) if *from == to) {
            return amount;
        }
        let (amount, on) = both(amount, self.eval(on, frame))?;
        let Val::Money(amount, from) = amount else { return Err(PLAIN) };
        let rates = &self.checked.rates[rates.index()];
        let in_base = amount / per_base(rates, from, &on)?;
        Ok(Val::Money(in_base * per_base(rates, to, &on)?, to))
    }
}

/// How many units of a currency one of the base is worth on a date.
fn per_base(rates: &Rates, currency: Currency, on: &Val) -> Result<Big, Stop> {
    if currency == rates.base {
        return Ok(whole(1));
    }
    let table = rates.table.as_ref().ok_or(PLAIN)?;
    let day = match (rates.rhythm, on) {
        (RatesRhythm::Frozen(day), _) => Val::Date(calendar::of_date(day)),
        (_, Val::Moment(day, _)) => Val::Date(*day),
        (_, other) => other.clone(),
    };
    let fits = |row: RateDate| match (row, &day) {
        (RateDate::Month(row), Val::Month(month)) => calendar::of_month(row) == *month,
        (RateDate::Month(row), Val::Date(day)) => {
            calendar::of_month(row) == calendar::month_of(*day)
        }
        (RateDate::Day(row), Val::Date(day)) => calendar::of_date(row) == *day,
        _ => false,
    };
    let found = table.iter().find(|(quoted, row, _)| *quoted == currency && fits(*row));
    let (_, _, rate) = found.ok_or(PLAIN)?;
    Ok(match rates.quotation {
        Quotation::PerBase => big(rate),
        Quotation::InBase => whole(1) / big(rate),
    })
}
