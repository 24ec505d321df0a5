//! Operations on values, one file a family. Figures are worked out by hand or taken from the
//! law that is named.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod arithmetic;
mod comparisons;
mod dates;
mod folds;
mod lists;
mod logic;

use std::sync::Arc;

use crate::quantity::{Currency, Date, Duration, Moment, Month, Number, Period};
use crate::text::{SourceId, Span};
use crate::value::{Extent, Fault, FaultKind, Missing, Open, Owed, Value};

fn at() -> Span {
    Span::new(SourceId::new(0), 10, 20)
}

fn number(text: &str) -> Value {
    Value::Number(Number::parse(text).unwrap())
}

fn exact(text: &str) -> Number {
    Number::parse(text).unwrap()
}

fn eur(text: &str) -> Value {
    Value::money(exact(text), Currency::EUR)
}

fn date(text: &str) -> Value {
    Value::Date(day(text))
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn month(text: &str) -> Value {
    Value::Month(Month::parse(text).unwrap())
}

fn moment(text: &str) -> Value {
    Value::Moment(Moment::parse(text).unwrap())
}

fn period(start: &str, end: &str) -> Value {
    Value::Period(Period { start: Date::parse(start), end: Date::parse(end) })
}

fn months(count: i64) -> Value {
    Value::Duration(Duration::from_months(count))
}

fn days(count: i64) -> Value {
    Value::Duration(Duration::from_days(count))
}

fn text(text: &str) -> Value {
    Value::Text(Arc::from(text))
}

fn owed(cell: u32) -> Missing {
    Missing::one(Owed::Fact(cell))
}

/// An unknown number between two bounds; an empty text is no bound.
fn between(low: &str, high: &str, cell: u32) -> Value {
    Value::unknown_number(Number::parse(low).ok(), Number::parse(high).ok(), owed(cell))
}

/// An unknown amount of euros between two bounds.
fn euros(low: &str, high: &str, cell: u32) -> Value {
    let (low, high) = (Number::parse(low).ok(), Number::parse(high).ok());
    Value::unknown_amount(low, high, Some(Currency::EUR), owed(cell))
}

fn unknown_days(low: &str, high: &str, cell: u32) -> Value {
    Value::unknown_date(Date::parse(low), Date::parse(high), owed(cell))
}

/// An unknown bool.
fn maybe(cell: u32) -> Value {
    Value::unknown_bool(owed(cell))
}

fn fault(kind: FaultKind) -> Value {
    Value::Fault(Fault::new(kind, at()))
}

fn arithmetic_fault(fault: crate::quantity::Fault) -> Value {
    Value::Fault(Fault::arithmetic(fault, at()))
}

/// The value, which may be a fault instead.
fn or_fault(value: Value, kind: FaultKind) -> Value {
    let fault = Some(Fault::new(kind, at()));
    match value {
        Value::Open(open) => Open { fault, ..Open::clone(&open) }.settle(),
        _ => Open { extent: Extent::of(&value), absent: false, fault, missing: owed(1) }.settle(),
    }
}

fn yes() -> Value {
    Value::Bool(true)
}

fn no() -> Value {
    Value::Bool(false)
}
