//! Lists, ranges, repetitions, and what settles.

use super::*;
use crate::value::ops::{Fold, distinct, list, range};
use crate::value::{FoldKind, List};

fn numbers(values: &[&str]) -> Value {
    list(values.iter().map(|value| number(value)).collect())
}

#[test]
fn ranges_of_years() {
    assert_eq!(
        range(&number("2022"), &number("2025"), at()),
        numbers(&["2022", "2023", "2024", "2025"])
    );
    assert_eq!(range(&number("2"), &number("1"), at()), numbers(&[]));
    let longest = range(&number("1"), &number("100000"), at());
    assert!(matches!(longest, Value::List(list) if list.len() == 100_000));
    assert_eq!(range(&number("1"), &number("100001"), at()), fault(FaultKind::Steps));
}

#[test]
fn ranges_with_open_ends() {
    let Value::Open(open) = range(&number("1"), &between("2", "3", 1), at()) else {
        unreachable!("the end is open")
    };
    let Extent::List { items, more: None } = &open.extent else { unreachable!("a list") };
    let certain: Vec<bool> = items.iter().map(|item| item.certain).collect();
    assert_eq!(certain, [true, true, false]);
    let endless = range(&number("1"), &between("2", "", 1), at());
    assert!(matches!(endless, Value::Open(open) if open.fault.is_some()));
}

#[test]
fn repetitions_go_and_the_order_stays() {
    assert_eq!(distinct(&numbers(&["3", "1", "3", "2", "1"]), at()), numbers(&["3", "1", "2"]));
    let open = list(vec![number("1"), between("5", "6", 1)]);
    assert_eq!(distinct(&open, at()), open);
    let perhaps = list(vec![number("1"), between("0", "6", 1)]);
    assert!(matches!(distinct(&perhaps, at()), Value::Open(open) if open.missing == owed(1)));
    let perhaps = list(vec![between("0", "6", 1), number("1")]);
    assert!(matches!(distinct(&perhaps, at()), Value::Open(open) if open.missing == owed(1)));
}

#[test]
fn lists_are_collected_in_order() {
    let mut fold = Fold::new(FoldKind::List, None);
    fold.push(&number("3"), &yes(), at());
    fold.push(&number("1"), &no(), at());
    fold.push(&number("2"), &yes(), at());
    assert_eq!(fold.finish(at()), numbers(&["3", "2"]));
    let mut fold = Fold::new(FoldKind::List, None);
    fold.push(&number("3"), &maybe(1), at());
    assert!(matches!(fold.finish(at()), Value::Open(open) if open.missing == owed(1)));
}

#[test]
fn one_possibility_is_certain() {
    assert_eq!(between("2", "2", 1), number("2"));
    assert_eq!(unknown_days("2024-01-01", "2024-01-01", 1), date("2024-01-01"));
    assert_eq!(Value::unknown_member([4], false, owed(1)), Value::Member(4));
    assert!(!Value::unknown_member([4], true, owed(1)).is_certain());
    let nothing = Open { extent: Extent::Nothing, absent: true, fault: None, missing: owed(1) };
    assert_eq!(nothing.settle(), Value::Absent);
}

#[test]
fn rows_are_records_one_after_another() {
    let rows = crate::value::Rows { start: 10, count: 3, stride: 4 };
    let list = List::Rows(rows);
    let cells: Vec<Value> = list.iter().collect();
    assert_eq!(cells, [Value::Record(10), Value::Record(14), Value::Record(18)]);
    assert_eq!(list.get(3), None);
}
