//! The exchange rate of a step: what was multiplied and divided by what, from which table.

use crate::eval::StepRate;
use crate::explain::case::Case;
use crate::explain::line::{Line, Lines, Role};
use crate::explain::source::source;
use crate::explain::words::fill;
use crate::quantity::{Currency, Number, Quotation};
use crate::types::typed::{Rates, Type};
use crate::value::Value;

/// The lines of a conversion: the amount with its rates and their date, the title of the table,
/// its sources.
pub(super) fn lines(case: &Case<'_>, taken: &StepRate, indent: usize, lines: &mut Lines) {
    let Some(rates) = case.checked().rates.get(taken.rates.index()) else { return };
    let rate = &taken.rate;
    let mut text = case.spoken().value(&Value::Money(taken.amount), &Type::Money(None));
    for (sign, number, of) in [('×', rate.multiplier(), true), ('÷', rate.divisor(), false)] {
        if let Some(number) = number {
            text.push_str(&format!(" {sign} {}", quote(case, rates, number, taken, of)));
        }
    }
    let on = rate.on().map(|on| format!(", {}", case.spoken().rate_date(on))).unwrap_or_default();
    let table = format!("({}{on})", rates.name);
    lines.push(Line::at(indent).with(Role::Value, text).and(Role::Quiet, table));
    if let Some(title) = rates.title.get(case.submission.language) {
        lines.push(Line::at(indent).with(Role::Quiet, title.clone()));
    }
    for cite in &rates.cite {
        lines.push(Line::at(indent).with(Role::Source, source(case, cite)));
    }
}

/// A quote with its units: `4.3208 PLN per EUR`.
fn quote(
    case: &Case<'_>,
    rates: &Rates,
    number: Number,
    taken: &StepRate,
    multiplies: bool,
) -> String {
    let (unit, per) = units(rates, taken, multiplies);
    let number = case.spoken().number(number);
    fill(case.words().headings.rate, &[&number, unit.code(), per.code()])
}

/// The currency of a quote, and the one of which it is the worth.
fn units(rates: &Rates, taken: &StepRate, multiplies: bool) -> (Currency, Currency) {
    let (from, to) = (taken.rate.from(), taken.rate.to());
    match (rates.quotation, multiplies) {
        (Quotation::PerBase, true) => (to, rates.base),
        (Quotation::PerBase, false) => (from, rates.base),
        (Quotation::InBase, true) => (rates.base, from),
        (Quotation::InBase, false) => (rates.base, to),
    }
}
