//! Pairs of an open value and one of the values that it can become.

use std::sync::Arc;

use proptest::prelude::*;
use subvent::quantity::{
    Currency, Date, Duration, Moment, Money, Month, Number, Period, Quotation, RateTable, Rhythm,
    TimeOfDay,
};
use subvent::text::{SourceId, Span};
use subvent::value::{Extent, Fault, FaultKind, List, Missing, Open, Owed, Value};

/// What may be known of a value, and what it is.
#[derive(Clone, Debug)]
pub struct Sample {
    /// What is known, perhaps open.
    pub known: Value,
    /// What it is: certain, absent or a fault.
    pub real: Value,
}

/// The place of every operation under test.
pub fn here() -> Span {
    Span::new(SourceId::new(0), 1, 2)
}

pub fn elsewhere(start: usize) -> Span {
    Span::new(SourceId::new(0), start, start + 1)
}

pub fn number(value: i64) -> Number {
    Number::from_i64(value)
}

/// Multiples of a quarter from -6 to 6.
pub fn small_number() -> impl Strategy<Value = Number> {
    (-24_i64..=24).prop_map(|n| Number::new_ratio(n, 4).unwrap())
}

pub fn small_integer() -> impl Strategy<Value = Number> {
    (-4_i64..=4).prop_map(number)
}

pub fn some_date() -> impl Strategy<Value = Date> {
    (0_i64..1200).prop_map(|days| Date::new(2023, 1, 1).unwrap().add_days(days).unwrap())
}

/// Dates close to ends of months, where month arithmetic has its odd days.
pub fn odd_date() -> impl Strategy<Value = Date> {
    (2023_i32..=2025, 1_u32..=12, -3_i64..=2).prop_map(|(year, month, days)| {
        Month::new(year, month).unwrap().last_day().add_days(days).unwrap()
    })
}

pub fn some_duration() -> impl Strategy<Value = Duration> {
    prop_oneof![
        (-30_i64..=30).prop_map(Duration::from_months),
        (-90_i64..=90).prop_map(Duration::from_days),
        (-2_i64..=2, -3_i64..=3).prop_map(|(months, days)| Duration {
            months,
            days,
            working_days: 0
        }),
        (1_i64..=3).prop_map(Duration::from_working_days),
    ]
}

pub fn some_period() -> impl Strategy<Value = Period> {
    (some_date(), 0_i64..1000, 0_u8..6).prop_map(|(start, days, open)| Period {
        start: (open != 0).then_some(start),
        end: (open > 1).then(|| start.add_days(days).unwrap()),
    })
}

pub fn some_moment() -> impl Strategy<Value = Moment> {
    (0_i64..3, prop::option::of(0_u32..3)).prop_map(|(day, hour)| {
        let date = Date::new(2024, 5, 1).unwrap().add_days(day).unwrap();
        Moment::new(date, hour.and_then(|hour| TimeOfDay::new(hour, 0, 0)))
    })
}

pub fn some_fault() -> impl Strategy<Value = Fault> {
    let kinds = prop_oneof![
        Just(FaultKind::NoRow),
        Just(FaultKind::Empty),
        Just(FaultKind::NotExactlyOne),
        Just(FaultKind::NotInForce(Date::new(2024, 1, 1).unwrap())),
    ];
    (kinds, 10_usize..13).prop_map(|(kind, place)| Fault::new(kind, elsewhere(place)))
}

fn owed() -> impl Strategy<Value = Missing> {
    (0_u32..1000).prop_map(|cell| Missing::one(Owed::Fact(cell)))
}

/// A value as it is, or open with this extent.
pub fn sample_of(pairs: impl Strategy<Value = (Value, Extent)>) -> impl Strategy<Value = Sample> {
    (pairs, owed(), any::<bool>()).prop_map(|((real, extent), missing, open)| {
        let known = if open { Value::possible(extent, None, missing) } else { real.clone() };
        Sample { known, real }
    })
}

/// The same, where the value may be absent or a fault as well.
pub fn or_worse(samples: impl Strategy<Value = Sample>) -> impl Strategy<Value = Sample> {
    (samples, some_fault(), 0_u8..24, any::<bool>()).prop_map(|(sample, fault, which, certain)| {
        let known = match sample.known {
            Value::Open(open) => Open::clone(&open),
            other => Open {
                extent: Extent::of(&other),
                absent: false,
                fault: None,
                missing: Missing::one(Owed::Fact(7)),
            },
        };
        let faulty = Value::Fault(fault);
        match which {
            0 if certain => Sample { known: faulty.clone(), real: faulty },
            1 if certain => Sample { known: Value::Absent, real: Value::Absent },
            0 | 2 => Sample { known: Open { fault: Some(fault), ..known }.settle(), real: faulty },
            1 | 3 => Sample { known: Open { absent: true, ..known }.settle(), real: Value::Absent },
            4 => Sample { known: Open { fault: Some(fault), ..known }.settle(), real: sample.real },
            5 => Sample { known: Open { absent: true, ..known }.settle(), real: sample.real },
            6 => {
                let extent = Extent::Nothing;
                let known = Open { extent, absent: true, fault: Some(fault), ..known };
                Sample { known: known.settle(), real: faulty }
            }
            _ => Sample { known: known_or_real(known, &sample.real), real: sample.real },
        }
    })
}

fn known_or_real(known: Open, real: &Value) -> Value {
    match known.settle() {
        Value::Open(open) => Value::Open(open),
        _ => real.clone(),
    }
}

/// A number and a range around it.
pub fn numbers() -> impl Strategy<Value = Sample> {
    sample_of(
        ranged(small_number())
            .prop_map(|(value, low, high)| (Value::Number(value), Extent::Numbers { low, high })),
    )
}

pub fn integers() -> impl Strategy<Value = Sample> {
    sample_of(
        ranged(small_integer())
            .prop_map(|(value, low, high)| (Value::Number(value), Extent::Numbers { low, high })),
    )
}

/// Amounts, mostly in euros.
pub fn monies() -> impl Strategy<Value = Sample> {
    let currencies = prop_oneof![8 => Just(Currency::EUR), 1 => Just(Currency::PLN)];
    let parts = (ranged(small_number()), currencies, 0_u8..8);
    sample_of(parts.prop_map(|((amount, low, high), currency, known)| {
        let unit = (known > 0).then_some(currency);
        (Value::money(amount, currency), Extent::Amounts { low, high, currency: unit })
    }))
}

pub fn euros() -> impl Strategy<Value = Sample> {
    sample_of(ranged(small_number()).prop_map(|(amount, low, high)| {
        let currency = Some(Currency::EUR);
        (Value::money(amount, Currency::EUR), Extent::Amounts { low, high, currency })
    }))
}

pub fn dates() -> impl Strategy<Value = Sample> {
    let days = prop_oneof![some_date(), odd_date()];
    let ranges = (days, prop::option::of(0_i64..70), prop::option::of(0_i64..70));
    sample_of(ranges.prop_map(|(date, before, after)| {
        let low = before.map(|days| date.add_days(-days).unwrap());
        let high = after.map(|days| date.add_days(days).unwrap());
        (Value::Date(date), Extent::Days { low, high })
    }))
}

pub fn bools() -> impl Strategy<Value = Sample> {
    sample_of(any::<bool>().prop_map(|yes| (Value::Bool(yes), Extent::Bools)))
}

pub fn members() -> impl Strategy<Value = Sample> {
    let parts = (0_u16..5, prop::collection::btree_set(0_u16..5, 0..4), any::<bool>(), 0_u8..6);
    sample_of(parts.prop_map(|(member, mut members, other, which)| {
        let real = if which == 0 { Value::Other(Arc::from("x")) } else { Value::Member(member) };
        if which > 0 {
            members.insert(member);
        }
        let members = members.into_iter().collect();
        (real, Extent::Members { members, other: other || which == 0 })
    }))
}

/// Durations, periods, moments, months and texts: one of a few, or anything.
pub fn durations() -> impl Strategy<Value = Sample> {
    one_of_some(some_duration().prop_map(Value::Duration))
}

pub fn periods() -> impl Strategy<Value = Sample> {
    one_of_some(some_period().prop_map(Value::Period))
}

pub fn moments() -> impl Strategy<Value = Sample> {
    one_of_some(some_moment().prop_map(Value::Moment))
}

pub fn months() -> impl Strategy<Value = Sample> {
    one_of_some(some_date().prop_map(|date| Value::Month(Month::of(date))))
}

pub fn texts() -> impl Strategy<Value = Sample> {
    let texts = prop::sample::select(vec!["", "a", "ab", "abc", "b"]);
    one_of_some(texts.prop_map(|text| Value::Text(Arc::from(text))))
}

/// Values of any one kind, the same for both.
pub fn pairs() -> impl Strategy<Value = (Sample, Sample)> {
    prop_oneof![
        (numbers(), numbers()),
        (monies(), monies()),
        (dates(), dates()),
        (bools(), bools()),
        (members(), members()),
        (durations(), durations()),
        (periods(), periods()),
        (moments(), moments()),
        (months(), months()),
        (texts(), texts()),
        (lists(integers()), lists(integers())),
    ]
}

fn one_of_some(values: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Sample> {
    let values = values.boxed();
    let others = prop::collection::vec(values.clone(), 0..3);
    let parts = (values, others, any::<bool>(), any::<prop::sample::Index>());
    sample_of(parts.prop_map(|(real, mut others, any, place)| {
        others.insert(place.index(others.len() + 1), real.clone());
        others.dedup();
        (real, if any { Extent::Any } else { Extent::Values(others.into()) })
    }))
}

/// A thing and bounds that hold it.
fn ranged(
    things: impl Strategy<Value = Number>,
) -> impl Strategy<Value = (Number, Option<Number>, Option<Number>)> {
    let below = prop::option::of(0_i64..12);
    let above = prop::option::of(0_i64..12);
    (things, below, above).prop_map(|(value, below, above)| {
        let low = below.map(|by| value.sub(Number::new_ratio(by, 2).unwrap()).unwrap());
        let high = above.map(|by| value.add(Number::new_ratio(by, 2).unwrap()).unwrap());
        (value, low, high)
    })
}

/// Lists of which the elements are known, or may be open, in or not.
pub fn lists(values: impl Strategy<Value = Sample>) -> impl Strategy<Value = Sample> {
    let elements = prop::collection::vec((values, 0_u8..4), 0..5);
    (elements, 0_u8..3, owed())
        .prop_map(|(elements, shape, missing)| list(&elements, shape, missing))
}

fn list(elements: &[(Sample, u8)], shape: u8, missing: Missing) -> Sample {
    let items_of = |values: Vec<Value>| Value::List(List::Items(values.into()));
    if shape == 0 {
        return Sample {
            known: items_of(elements.iter().map(|(sample, _)| sample.known.clone()).collect()),
            real: items_of(elements.iter().map(|(sample, _)| sample.real.clone()).collect()),
        };
    }
    let in_it = elements.iter().filter(|(_, state)| *state != 0);
    let real = items_of(in_it.map(|(sample, _)| sample.real.clone()).collect());
    let further = |state: &u8| shape == 2 && *state == 1;
    let named = elements.iter().filter(|(_, state)| !further(state));
    let items = named.map(|(sample, state)| subvent::value::Item {
        value: sample.known.clone(),
        certain: *state > 1,
    });
    let others: Vec<&Value> = elements
        .iter()
        .filter(|(_, state)| further(state))
        .map(|(sample, _)| &sample.known)
        .collect();
    let more = (!others.is_empty()).then(|| subvent::value::ops::join(&others, &missing));
    let extent = Extent::List { items: items.collect(), more: more.map(Arc::new) };
    Sample { known: Value::possible(extent, None, missing), real }
}

/// An amount from its parts.
pub fn euro(amount: Number) -> Value {
    Value::Money(Money { amount, currency: Currency::EUR })
}

/// Tables of rates with gaps: by month in either direction, by day, frozen; and none at all.
pub fn rate_table(which: usize) -> Option<RateTable> {
    let (quotation, rhythm) = match which {
        0 => return None,
        1 => (Quotation::PerBase, Rhythm::Monthly),
        2 => (Quotation::InBase, Rhythm::Monthly),
        _ => (Quotation::PerBase, Rhythm::Daily),
    };
    let mut table = RateTable::new(Currency::EUR, quotation, rhythm);
    let mut day = Date::new(2022, 11, 15).unwrap();
    for turn in 0..40_i64 {
        let step = if rhythm == Rhythm::Monthly { 30 } else { 25 };
        day = day.add_days(step).unwrap();
        let on = rhythm.date(day);
        let rate = |of: i64| Number::new_ratio(7 + (turn * of) % 5, of).unwrap();
        if turn % 7 != 3 {
            let _ = table.add(on, Currency::PLN, rate(2));
        }
        if turn % 5 != 1 {
            let _ = table.add(on, Currency::SEK, rate(3));
        }
    }
    Some(if which == 2 { table.frozen_on(Date::new(2023, 6, 1).unwrap()) } else { table })
}
