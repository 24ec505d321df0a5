//! Sums, counts, extremes, means and conditions over lists.

use super::*;
use crate::quantity::Fault as Quantity;
use crate::value::ops::{Fold, compare, extreme};
use crate::value::{Edge, FoldKind, Order};

fn fold(kind: FoldKind, elements: &[(Value, Value)]) -> Value {
    let mut fold = Fold::new(kind, None);
    for (element, included) in elements {
        fold.push(element, included, at());
    }
    fold.finish(at())
}

fn sum_of_euros(elements: &[(Value, Value)]) -> Value {
    let mut fold = Fold::new(FoldKind::Sum, Some(Currency::EUR));
    for (element, included) in elements {
        fold.push(element, included, at());
    }
    fold.finish(at())
}

#[test]
fn certain_elements() {
    let elements = [(eur("10"), yes()), (eur("5"), no()), (eur("2.5"), yes())];
    assert_eq!(sum_of_euros(&elements), eur("12.5"));
    assert_eq!(fold(FoldKind::Count, &elements), number("2"));
    assert_eq!(fold(FoldKind::Min, &elements), eur("2.5"));
    assert_eq!(fold(FoldKind::Max, &elements), eur("10"));
    assert_eq!(fold(FoldKind::Average, &elements), eur("6.25"));
    let thirds = [(number("1"), yes()), (number("2"), yes()), (number("7"), yes())];
    let mean = Value::Number(Number::new_ratio(10, 3).unwrap());
    assert_eq!(fold(FoldKind::Average, &thirds), mean);
}

#[test]
fn folds_of_nothing() {
    assert_eq!(sum_of_euros(&[]), eur("0"));
    assert_eq!(fold(FoldKind::Sum, &[]), number("0"));
    assert_eq!(fold(FoldKind::Count, &[]), number("0"));
    assert_eq!(fold(FoldKind::All, &[]), yes());
    assert_eq!(fold(FoldKind::Any, &[]), no());
    for kind in [FoldKind::Min, FoldKind::Max, FoldKind::Average] {
        assert_eq!(fold(kind, &[(number("1"), no())]), fault(FaultKind::Empty));
    }
}

/// A cap of 300,000 that is exceeded already stays exceeded whatever the missing lines are.
#[test]
fn missing_amounts_never_undo_a_sum() {
    let sum = sum_of_euros(&[(eur("300000.01"), yes()), (euros("0", "", 1), yes())]);
    assert_eq!(sum, euros("300000.01", "", 1));
    assert_eq!(compare(Order::AtMost, &sum, &eur("300000"), at(), &owed(9)), no());
    let mut fold = Fold::new(FoldKind::Sum, Some(Currency::EUR));
    fold.push(&eur("100"), &yes(), at());
    fold.push_more(&euros("0", "", 2), &yes(), &owed(1), at());
    let missing = owed(1).union(&owed(2));
    let sum = Value::unknown_amount(Some(exact("100")), None, Some(Currency::EUR), missing);
    assert_eq!(fold.finish(at()), sum);
}

#[test]
fn an_unknown_condition_widens_the_bounds() {
    let elements = [(number("10"), yes()), (number("5"), maybe(1)), (number("-2"), maybe(1))];
    assert_eq!(fold(FoldKind::Sum, &elements), between("8", "15", 1));
    assert_eq!(fold(FoldKind::Count, &elements), between("1", "3", 1));
    assert_eq!(fold(FoldKind::Min, &elements), between("-2", "10", 1));
    // Neither of the two can be greater than 10.
    assert_eq!(fold(FoldKind::Max, &elements), number("10"));
    assert_eq!(fold(FoldKind::Average, &elements), between("-2", "10", 1));
}

#[test]
fn perhaps_nothing_is_perhaps_a_fault() {
    let elements = [(number("5"), maybe(1))];
    let perhaps = or_fault(number("5"), FaultKind::Empty);
    assert_eq!(fold(FoldKind::Min, &elements), perhaps);
    assert_eq!(fold(FoldKind::Average, &elements), perhaps);
}

#[test]
fn an_element_that_cannot_be_the_one_is_not_owed() {
    let least =
        extreme(Edge::First, &[number("5"), between("7", "", 1), between("0", "9", 2)], at());
    assert_eq!(least, between("0", "5", 2));
    assert_eq!(extreme(Edge::First, &[eur("5"), euros("7", "", 1)], at()), eur("5"));
    assert_eq!(
        extreme(Edge::Last, &[date("2024-05-01"), date("2024-06-01")], at()),
        date("2024-06-01")
    );
}

#[test]
fn conditions_over_lists() {
    let all = |elements: &[(Value, Value)]| fold(FoldKind::All, elements);
    assert_eq!(all(&[(no(), yes()), (maybe(1), yes())]), no());
    assert_eq!(all(&[(no(), maybe(1))]), maybe(1));
    assert_eq!(all(&[(yes(), maybe(1))]), yes());
    assert_eq!(fold(FoldKind::Any, &[(yes(), yes()), (maybe(1), yes())]), yes());
    assert_eq!(fold(FoldKind::Any, &[(yes(), maybe(1))]), maybe(1));
    assert_eq!(fold(FoldKind::Any, &[(no(), maybe(1))]), no());
    assert_eq!(all(&[(fault(FaultKind::NoRow), yes()), (no(), yes())]), no());
    assert_eq!(all(&[(fault(FaultKind::NoRow), yes())]), fault(FaultKind::NoRow));
}

#[test]
fn further_elements_of_conditions() {
    let with_more = |kind, condition: &Value| {
        let mut fold = Fold::new(kind, None);
        fold.push_more(condition, &yes(), &owed(1), at());
        fold.finish(at())
    };
    assert_eq!(with_more(FoldKind::All, &maybe(1)), maybe(1));
    assert_eq!(with_more(FoldKind::All, &yes()), yes());
    assert_eq!(with_more(FoldKind::Any, &no()), no());
    assert_eq!(with_more(FoldKind::Any, &yes()), maybe(1));
    assert_eq!(with_more(FoldKind::Count, &yes()), between("0", "", 1));
}

#[test]
fn faults_of_elements() {
    let broken = fault(FaultKind::NoRow);
    assert_eq!(fold(FoldKind::Sum, &[(broken.clone(), yes()), (number("1"), yes())]), broken);
    assert_eq!(fold(FoldKind::Sum, &[(broken.clone(), no()), (number("1"), yes())]), number("1"));
    assert_eq!(fold(FoldKind::Sum, &[(number("1"), broken.clone())]), broken);
    let perhaps = fold(FoldKind::Sum, &[(number("1"), yes()), (broken, maybe(1))]);
    assert_eq!(perhaps, or_fault(number("1"), FaultKind::NoRow));
    let zloty = Value::money(exact("1"), Currency::PLN);
    let mixed = Quantity::MixedCurrencies { left: Currency::EUR, right: Currency::PLN };
    assert_eq!(sum_of_euros(&[(zloty, yes())]), arithmetic_fault(mixed));
}

/// Twice the greatest number less itself is held, though the sum on the way is not.
#[test]
fn too_many_digits_on_the_way_are_no_fault() {
    let most = Number::from_decimal(rust_decimal::Decimal::MAX);
    let (most, least) = (Value::Number(most), Value::Number(most.neg()));
    let elements = [most.clone(), most.clone(), least].map(|one| (one, yes()));
    assert_eq!(fold(FoldKind::Sum, &elements), most);
    let overflow = arithmetic_fault(Quantity::Overflow);
    assert_eq!(fold(FoldKind::Sum, &[(most.clone(), yes()), (most, yes())]), overflow);
}

/// Where a missing element may bring a sum back into range, overflow is not certain.
#[test]
fn what_is_missing_may_undo_an_overflow() {
    let most = Value::Number(Number::from_decimal(rust_decimal::Decimal::MAX));
    let open = Value::unknown_number(Some(exact("-1")), Some(exact("0")), owed(1));
    let Value::Open(sum) =
        fold(FoldKind::Sum, &[(most, yes()), (number("1"), yes()), (open, yes())])
    else {
        panic!("a decided sum");
    };
    let low = Some(Number::from_decimal(rust_decimal::Decimal::MAX));
    assert_eq!(sum.extent, Extent::Numbers { low, high: None });
    assert_eq!(Value::from(sum.fault.unwrap()), arithmetic_fault(Quantity::Overflow));
}

/// The bounds of a sum are exact as well, so that they have no order either.
#[test]
fn bounds_of_a_sum_have_no_order() {
    let most = Number::from_decimal(rust_decimal::Decimal::MAX);
    let shifted = |by: Number| {
        let high = if by.is_negative() { by } else { most };
        let low = if by.is_negative() { most.neg() } else { by };
        (Value::unknown_number(Some(low), Some(high), owed(1)), yes())
    };
    let near = |n: &str| most.sub(exact(n)).unwrap();
    let elements = [shifted(near("3")), shifted(near("2")), shifted(near("5").neg())];
    let sum = fold(FoldKind::Sum, &elements);
    let Value::Open(open) = &sum else { panic!("a decided sum") };
    // The least sum is twice the greatest number, less five, less the greatest number.
    let Extent::Numbers { low, high } = open.extent else { panic!("{open:?}") };
    assert_eq!((low, high), (Some(near("5")), None));
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let elements = order.map(|at: usize| elements[at].clone());
        assert_eq!(fold(FoldKind::Sum, &elements), sum, "{order:?}");
    }
}
