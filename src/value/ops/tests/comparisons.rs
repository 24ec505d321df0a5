//! Orderings, quotients, equality, membership and tolerance.

use super::*;
use crate::quantity::Fault as Quantity;
use crate::value::ops::{
    compare, compare_quotient, element_of, equal, equal_owed, includes, list, one_of,
    within_tolerance,
};
use crate::value::{Openness, Order, Quantifier};

fn at_most(left: &Value, right: &Value) -> Value {
    compare(Order::AtMost, left, right, at(), &owed(9))
}

#[test]
fn orderings_of_certain_values() {
    assert_eq!(at_most(&eur("300000"), &eur("300000")), yes());
    assert_eq!(compare(Order::Less, &number("1"), &number("1"), at(), &owed(9)), no());
    assert_eq!(at_most(&month("2024-01"), &month("2023-12")), no());
    let zloty = Value::money(exact("1"), Currency::PLN);
    let mixed = Quantity::MixedCurrencies { left: Currency::EUR, right: Currency::PLN };
    assert_eq!(at_most(&eur("1"), &zloty), arithmetic_fault(mixed));
}

/// Three months may be more than 91 days or fewer, so they have no order.
#[test]
fn durations_of_different_units_are_a_fault() {
    assert_eq!(at_most(&months(3), &days(92)), arithmetic_fault(Quantity::MixedUnits));
    assert_eq!(at_most(&days(60), &days(61)), yes());
}

#[test]
fn bounds_decide_where_they_can() {
    assert_eq!(at_most(&euros("301", "", 1), &eur("300")), no());
    assert_eq!(at_most(&euros("", "300", 1), &eur("300")), yes());
    assert_eq!(at_most(&euros("0", "", 1), &eur("300")), maybe(1));
    let after = compare(
        Order::Greater,
        &unknown_days("2024-05-02", "", 1),
        &date("2024-05-01"),
        at(),
        &owed(9),
    );
    assert_eq!(after, yes());
}

#[test]
fn one_day_without_a_time_has_no_order() {
    let before = |a: &str, b: &str| compare(Order::Less, &moment(a), &moment(b), at(), &owed(9));
    assert_eq!(before("2024-05-01", "2024-05-02"), yes());
    assert_eq!(before("2024-05-01", "2024-05-01 12:00"), maybe(9));
    assert_eq!(before("2024-05-01 11:00", "2024-05-01 12:00"), yes());
    assert_eq!(at_most(&moment("2024-05-01 12:00"), &moment("2024-05-01 12:00")), yes());
    let same = equal_owed(&moment("2024-05-01"), &moment("2024-05-01 12:00"), at(), &owed(9));
    assert_eq!(same, maybe(9));
}

#[test]
fn quotients_are_decided_by_products() {
    let share =
        |n: &str, d: &str| compare_quotient(Order::AtMost, &eur(n), &eur(d), &number("0.15"), at());
    assert_eq!(share("45000", "300000"), yes());
    assert_eq!(share("45000.01", "300000"), no());
    assert_eq!(share("0", "0"), yes());
    assert_eq!(share("1", "0"), no());
    // -1 / -2 is one half, and 1 / -2 is less than nought.
    assert_eq!(share("-1", "-2"), no());
    assert_eq!(share("1", "-2"), yes());
}

#[test]
fn quotients_of_what_is_open() {
    let share = |n: &Value, d: &Value| compare_quotient(Order::AtMost, n, d, &number("0.15"), at());
    assert_eq!(share(&euros("46000", "", 1), &eur("300000")), no());
    assert_eq!(share(&eur("45000"), &euros("300000", "", 1)), yes());
    assert_eq!(share(&eur("45000"), &euros("0", "", 1)), maybe(1));
    assert_eq!(share(&eur("0"), &euros("0", "", 1)), yes());
}

#[test]
fn equality_of_what_is_absent_or_open() {
    assert_eq!(equal(&Value::Absent, &number("1"), at()), no());
    assert_eq!(equal(&Value::Absent, &Value::Absent, at()), no());
    assert_eq!(equal(&between("2", "3", 1), &number("1"), at()), no());
    assert_eq!(equal(&between("1", "3", 1), &number("1"), at()), maybe(1));
    let small = Value::unknown_member([0, 1], false, owed(1));
    assert_eq!(equal(&small, &Value::Member(2), at()), no());
    assert_eq!(equal(&small, &Value::Member(1), at()), maybe(1));
    let zloty = Value::money(exact("1"), Currency::PLN);
    let mixed = Quantity::MixedCurrencies { left: Currency::EUR, right: Currency::PLN };
    assert_eq!(equal(&eur("1"), &zloty, at()), arithmetic_fault(mixed));
}

#[test]
fn lists_are_equal_element_by_element() {
    let pair = |a: Value, b: Value| list(vec![a, b]);
    assert_eq!(
        equal(&pair(number("1"), number("2")), &pair(number("1"), number("2")), at()),
        yes()
    );
    let open = pair(number("1"), between("0", "5", 1));
    assert_eq!(equal(&open, &pair(number("1"), number("2")), at()), maybe(1));
    assert_eq!(equal(&open, &pair(number("3"), number("2")), at()), no());
    assert_eq!(equal(&open, &list(vec![number("1")]), at()), no());
}

#[test]
fn closed_and_open_lists() {
    let named = [Value::Member(0), Value::Member(1)];
    let within = |value: &Value, open| one_of(value, &named, open, &owed(9));
    assert_eq!(within(&Value::Member(1), Openness::Closed), yes());
    assert_eq!(within(&Value::Member(2), Openness::Closed), no());
    assert_eq!(within(&Value::Member(2), Openness::Open), maybe(9));
    assert_eq!(within(&Value::Absent, Openness::Closed), no());
    // Whatever of the two it is, it is named.
    let small = Value::unknown_member([0, 1], false, owed(1));
    assert_eq!(within(&small, Openness::Closed), yes());
    let any = Value::unknown_member([0, 1, 2], false, owed(1));
    assert_eq!(within(&any, Openness::Closed), maybe(1));
    assert_eq!(within(&any, Openness::Open).missing(), owed(1).union(&owed(9)));
}

#[test]
fn elements_and_sets() {
    let some = list(vec![number("1"), between("5", "6", 1)]);
    let member = |value: &str| element_of(&number(value), &some, Openness::Closed, &owed(9));
    assert_eq!(member("1"), yes());
    assert_eq!(member("2"), no());
    assert_eq!(member("5"), maybe(1));
    let has = |quantifier, set: Vec<Value>| includes(&some, quantifier, &list(set), at());
    assert_eq!(has(Quantifier::Any, vec![number("1"), number("2")]), yes());
    assert_eq!(has(Quantifier::All, vec![number("1"), number("2")]), no());
    assert_eq!(has(Quantifier::All, vec![number("1"), number("5")]), maybe(1));
    assert_eq!(has(Quantifier::None, vec![number("2"), number("3")]), yes());
    assert_eq!(has(Quantifier::All, vec![]), yes());
}

/// Within 5% of 600,000 is from 570,000 to 630,000.
#[test]
fn approximate_amounts_within_a_tolerance() {
    let about = Value::About(crate::quantity::Money::new(exact("600000"), Currency::EUR));
    let close = |value: Value| within_tolerance(&value, &number("0.05"), &about, at());
    assert_eq!(close(eur("570000")), yes());
    assert_eq!(close(eur("630000")), yes());
    assert_eq!(close(eur("630000.01")), no());
    assert_eq!(close(euros("640000", "", 1)), no());
}
