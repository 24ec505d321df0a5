//! Every operation on open operands holds its results on what they can become.

use proptest::prelude::*;
use std::sync::LazyLock;

use subvent::quantity::calendar::{Calendar, Plan};
use subvent::quantity::deadline::{Direction as Way, Regime};
use subvent::quantity::{MonthEnd, Rounding, RoundingMode};
use subvent::value::{
    Arithmetic, Bound, Direction, Legal, Missing, MonthsReading, Openness, Order, Owed, Part,
    Quantifier, State, Value, ops,
};

use crate::inclusion::holds;
use crate::samples::{self, Sample, here, or_worse};

/// Checks one result: the real one is possible, nothing is owed that no operand owes, and what
/// is open owes something.
fn check(
    operands: &[&Sample],
    operation: impl Fn(&[&Value]) -> Value,
) -> Result<(), TestCaseError> {
    let known: Vec<&Value> = operands.iter().map(|sample| &sample.known).collect();
    let real: Vec<&Value> = operands.iter().map(|sample| &sample.real).collect();
    let (possible, actual) = (operation(&known), operation(&real));
    prop_assert!(
        holds(&possible, &actual),
        "{actual:?}\n is not among {possible:?}\n of {operands:#?}"
    );
    let owed: Vec<Owed> = known.iter().flat_map(|value| all_missing(value)).collect();
    let asked: Vec<Owed> = possible.missing().iter().collect();
    prop_assert!(
        asked.iter().all(|one| owed.contains(one) || *one == ASSESSOR),
        "{asked:?} not all in {owed:?}"
    );
    prop_assert!(
        !asked.is_empty() || !matches!(possible, Value::Open(_)),
        "nothing owed for {possible:?}"
    );
    Ok(())
}

/// What a list owes with its elements.
fn all_missing(value: &Value) -> Vec<Owed> {
    let mut owed: Vec<Owed> = value.missing().iter().collect();
    match value {
        Value::List(list) => owed.extend(list.iter().flat_map(|one| all_missing(&one))),
        Value::Open(open) => {
            if let subvent::value::Extent::List { items, more } = &open.extent {
                owed.extend(items.iter().flat_map(|item| all_missing(&item.value)));
                owed.extend(more.iter().flat_map(|more| all_missing(more)));
            }
        }
        _ => {}
    }
    owed
}

const ASSESSOR: Owed = Owed::Fact(5000);

fn owed() -> Missing {
    Missing::one(ASSESSOR)
}

const OPERATIONS: [Arithmetic; 4] =
    [Arithmetic::Add, Arithmetic::Subtract, Arithmetic::Multiply, Arithmetic::Divide];
const ORDERS: [Order; 4] = [Order::Less, Order::AtMost, Order::Greater, Order::AtLeast];
const MODES: [RoundingMode; 7] = [
    RoundingMode::Up,
    RoundingMode::Down,
    RoundingMode::HalfUp,
    RoundingMode::HalfDown,
    RoundingMode::HalfEven,
    RoundingMode::TowardsZero,
    RoundingMode::AwayFromZero,
];

/// Calendars of many years and of few, so that days lie outside of some.
static CALENDARS: LazyLock<[Calendar; 3]> = LazyLock::new(|| {
    [(1980, 2060), (2023, 2025), (2024, 2024)]
        .map(|years| Calendar::new(0, years, &Plan::default()).unwrap())
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn arithmetic_of_numbers(l in or_worse(samples::numbers()), r in or_worse(samples::numbers()), op in 0..4_usize) {
        check(&[&l, &r], |v| ops::arithmetic(OPERATIONS[op], v[0], v[1], here()))?;
    }

    #[test]
    fn arithmetic_of_amounts(l in or_worse(samples::monies()), r in or_worse(samples::monies()), op in prop::sample::select(vec![0, 1, 3])) {
        check(&[&l, &r], |v| ops::arithmetic(OPERATIONS[op], v[0], v[1], here()))?;
    }

    #[test]
    fn scaling_of_amounts(l in or_worse(samples::monies()), r in or_worse(samples::numbers()), op in 2..4_usize) {
        check(&[&l, &r], |v| ops::arithmetic(OPERATIONS[op], v[0], v[1], here()))?;
        check(&[&r, &l], |v| ops::arithmetic(Arithmetic::Multiply, v[0], v[1], here()))?;
    }

    #[test]
    fn arithmetic_of_durations(l in or_worse(samples::durations()), r in or_worse(samples::durations()), n in samples::integers(), op in 0..2_usize) {
        check(&[&l, &r], |v| ops::arithmetic(OPERATIONS[op], v[0], v[1], here()))?;
        check(&[&n, &r], |v| ops::arithmetic(Arithmetic::Multiply, v[0], v[1], here()))?;
    }

    #[test]
    fn signs_and_roundings(v in or_worse(prop_oneof![samples::numbers().boxed(), samples::monies().boxed()]), mode in 0..7_usize, step in 1_i64..4) {
        let rounding = Rounding::new(MODES[mode], samples::number(step)).unwrap();
        check(&[&v], |v| ops::negate(v[0], here()))?;
        check(&[&v], |v| ops::absolute(v[0], here()))?;
        check(&[&v], |v| ops::round(v[0], &rounding, here()))?;
    }

    #[test]
    fn orderings((l, r) in prop_oneof![
        (or_worse(samples::numbers()).boxed(), or_worse(samples::numbers()).boxed()),
        (or_worse(samples::monies()).boxed(), or_worse(samples::monies()).boxed()),
        (or_worse(samples::dates()).boxed(), or_worse(samples::dates()).boxed()),
        (or_worse(samples::months()).boxed(), or_worse(samples::months()).boxed()),
        (or_worse(samples::moments()).boxed(), or_worse(samples::moments()).boxed()),
        (or_worse(samples::durations()).boxed(), or_worse(samples::durations()).boxed()),
    ], order in 0..4_usize) {
        check(&[&l, &r], |v| ops::compare(ORDERS[order], v[0], v[1], here(), &owed()))?;
    }

    #[test]
    fn quotients(n in or_worse(samples::numbers()), d in or_worse(samples::numbers()), b in or_worse(samples::numbers()), order in 0..4_usize) {
        check(&[&n, &d, &b], |v| ops::compare_quotient(ORDERS[order], v[0], v[1], v[2], here()))?;
    }

    #[test]
    fn quotients_of_amounts(n in or_worse(samples::monies()), d in or_worse(samples::monies()), b in or_worse(samples::numbers()), order in 0..4_usize) {
        check(&[&n, &d, &b], |v| ops::compare_quotient(ORDERS[order], v[0], v[1], v[2], here()))?;
        check(&[&n, &b, &d], |v| ops::compare_quotient(ORDERS[order], v[0], v[1], v[2], here()))?;
    }

    #[test]
    fn equality((l, r) in samples::pairs(), f in or_worse(samples::members()), g in or_worse(samples::members())) {
        check(&[&l, &r], |v| ops::equal_owed(v[0], v[1], here(), &owed()))?;
        check(&[&l, &f], |v| ops::equal_owed(v[0], v[1], here(), &owed()))?;
        check(&[&f, &g], |v| ops::equal(v[0], v[1], here()))?;
    }

    #[test]
    fn tolerance(l in or_worse(samples::euros()), r in or_worse(samples::euros()), share in samples::numbers()) {
        check(&[&l, &share, &r], |v| ops::within_tolerance(v[0], v[1], v[2], here()))?;
    }

    #[test]
    fn membership(v in or_worse(samples::members()), set in prop::collection::vec(samples::members(), 0..4), open in any::<bool>()) {
        let openness = if open { Openness::Open } else { Openness::Closed };
        let operands: Vec<&Sample> = std::iter::once(&v).chain(&set).collect();
        check(&operands, |v| {
            let values: Vec<Value> = v[1..].iter().map(|value| (*value).clone()).collect();
            ops::one_of(v[0], &values, openness, &owed())
        })?;
    }

    #[test]
    fn elements(v in or_worse(samples::integers()), list in or_worse(samples::lists(samples::integers())), set in samples::lists(samples::integers()), open in any::<bool>()) {
        let openness = if open { Openness::Open } else { Openness::Closed };
        check(&[&v, &list], |v| ops::element_of(v[0], v[1], openness, &owed()))?;
        for quantifier in [Quantifier::Any, Quantifier::All, Quantifier::None] {
            check(&[&list, &set], |v| ops::includes(v[0], quantifier, v[1], here()))?;
        }
    }

    #[test]
    fn lists(list in or_worse(samples::lists(samples::integers())), a in or_worse(samples::integers()), b in or_worse(samples::integers())) {
        check(&[&list], |v| ops::distinct(v[0], here()))?;
        check(&[&a, &b], |v| ops::range(v[0], v[1], here()))?;
    }

    #[test]
    fn moved_dates(d in or_worse(prop_oneof![samples::dates().boxed(), samples::moments().boxed(), samples::months().boxed()]), by in or_worse(samples::durations()), end in 0..3_usize, earlier in any::<bool>()) {
        let month_end = [None, Some(MonthEnd::EndOfMonth), Some(MonthEnd::NextMonth)][end];
        let direction = if earlier { Direction::Earlier } else { Direction::Later };
        check(&[&d, &by], |v| ops::shift(v[0], v[1], direction, month_end, here()))?;
    }

    #[test]
    fn parts(d in or_worse(samples::dates()), e in samples::dates(), m in or_worse(samples::months()), p in or_worse(samples::periods())) {
        for part in [Part::Year, Part::Month, Part::FirstDay, Part::LastDay] {
            check(&[&d], |v| ops::part(part, v[0], here()))?;
            check(&[&m], |v| ops::part(part, v[0], here()))?;
        }
        for part in [Part::Start, Part::End, Part::Days] {
            check(&[&p], |v| ops::part(part, v[0], here()))?;
        }
        check(&[&d, &e], |v| ops::days_between(v[0], v[1], here()))?;
    }

    #[test]
    fn legal_periods(
        d in or_worse(prop_oneof![samples::dates().boxed(), samples::moments().boxed()]),
        by in or_worse(samples::durations()),
        weeks in 0_i64..3,
        half_month in any::<bool>(),
        law in 0..4_usize,
        backwards in any::<bool>(),
        covers in 0..3_usize,
    ) {
        let direction = if backwards { Way::Before } else { Way::After };
        let regime = Regime::ALL[law];
        let operation = Legal::Deadline { weeks, half_month, direction, regime };
        let calendar = &CALENDARS[covers];
        check(&[&d, &by], |v| ops::legal(operation, (v[0], v[1]), Some(calendar), &owed(), here()))?;
        check(&[&d, &by], |v| ops::legal(operation, (v[0], v[1]), None, &owed(), here()))?;
    }

    #[test]
    fn working_days(
        d in or_worse(prop_oneof![samples::dates().boxed(), samples::moments().boxed()]),
        by in or_worse(samples::durations()),
        p in or_worse(samples::periods()),
        end in 0..3_usize,
        subtract in any::<bool>(),
        covers in 0..3_usize,
    ) {
        let month_end = [None, Some(MonthEnd::EndOfMonth), Some(MonthEnd::NextMonth)][end];
        let (calendar, nothing) = (Some(&CALENDARS[covers]), Value::Absent);
        let shift = Legal::Shift { subtract, month_end };
        check(&[&d, &by], |v| ops::legal(shift, (v[0], v[1]), calendar, &owed(), here()))?;
        check(&[&p], |v| ops::legal(Legal::WorkingDays, (v[0], &nothing), calendar, &owed(), here()))?;
        check(&[&d], |v| ops::legal(Legal::IsWorkingDay, (v[0], &nothing), calendar, &owed(), here()))?;
    }

    #[test]
    fn hours(m in or_worse(samples::moments()), count in -2_i64..60, backwards in any::<bool>()) {
        let direction = if backwards { Way::Before } else { Way::After };
        let operation = Legal::Hours { count, direction };
        check(&[&m], |v| ops::legal(operation, (v[0], &Value::Absent), None, &owed(), here()))?;
    }

    #[test]
    fn days_of_years(low in 2019_i64..2024, by in 0_i64..5, real in 0_i64..5, leap in any::<bool>()) {
        let day = if leap { (29, 2) } else { (1, 7) };
        let known = Value::unknown_number(Some(samples::number(low)), Some(samples::number(low + by)), owed());
        let year = Sample { known, real: Value::Number(samples::number(low + real.min(by))) };
        check(&[&year], |v| ops::day_of_year(day.0, day.1, v[0], here()))?;
    }

    #[test]
    fn periods(p in or_worse(samples::periods()), q in or_worse(samples::periods()), d in or_worse(samples::dates()), e in or_worse(samples::dates()), m in samples::months(), length in samples::durations()) {
        check(&[&p, &q], |v| ops::overlaps(v[0], v[1], here()))?;
        check(&[&p, &q], |v| ops::within(v[0], v[1], here()))?;
        check(&[&p, &q], |v| ops::overlap_of(v[0], v[1], here()))?;
        check(&[&d, &p], |v| ops::in_period(v[0], v[1], here()))?;
        check(&[&m, &p], |v| ops::in_period(v[0], v[1], here()))?;
        check(&[&d, &e], |v| ops::period_from(Some(v[0]), Some(v[1]), here()))?;
        check(&[&d], |v| ops::period_from(Some(v[0]), None, here()))?;
        check(&[&d], |v| ops::period_from(None, Some(v[0]), here()))?;
        for bound in [Bound::Exactly, Bound::AtLeast, Bound::AtMost] {
            check(&[&p, &length], |v| ops::lasts(v[0], bound, v[1], here()))?;
        }
        for reading in [MonthsReading::Completed, MonthsReading::Started] {
            check(&[&p], |v| ops::months_of(reading, v[0], here()))?;
        }
    }

    #[test]
    fn conditions(all in prop::collection::vec(or_worse(samples::bools()), 0..5)) {
        let operands: Vec<&Sample> = all.iter().collect();
        let cloned = |v: &[&Value]| v.iter().map(|value| (*value).clone()).collect::<Vec<_>>();
        check(&operands, |v| ops::and(&cloned(v), here()))?;
        check(&operands, |v| ops::or(&cloned(v), here()))?;
        if let Some(first) = all.first() {
            check(&[first], |v| ops::not(v[0], here()))?;
        }
    }

    #[test]
    fn choices(c in or_worse(samples::bools()), (a, b) in samples::pairs(), t in or_worse(samples::texts()), u in or_worse(samples::texts())) {
        check(&[&c, &a, &b], |v| ops::select(v[0], v[1], v[2]))?;
        check(&[&c, &t, &u], |v| ops::select(v[0], v[1], v[2]))?;
        check(&[&t, &u], |v| ops::starts_with(v[0], v[1], here()))?;
    }

    #[test]
    fn defaults(v in or_worse(samples::numbers()), w in or_worse(samples::numbers()), d in or_worse(samples::numbers())) {
        for default in [ops::default_when_absent, ops::default_when_none, ops::default_when_not_in_force] {
            check(&[&v, &d], |v| default(v[0], v[1]))?;
            check(&[&v, &w, &d], |v| {
                default(&ops::arithmetic(Arithmetic::Add, v[0], v[1], here()), v[2])
            })?;
            check(&[&v, &w, &d], |v| {
                let values = [v[0].clone(), v[1].clone()];
                default(&ops::extreme(subvent::value::Edge::First, &values, here()), v[2])
            })?;
        }
    }

    #[test]
    fn states(v in or_worse(samples::numbers())) {
        check(&[&v], |v| ops::state(v[0], State::Present))?;
        check(&[&v], |v| ops::state(v[0], State::Absent))?;
    }
}
