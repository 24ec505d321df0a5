//! Arithmetic, roundings, and interval bounds.

use super::*;
use crate::quantity::{Fault as Quantity, Rounding, RoundingMode};
use crate::value::Arithmetic::{Add, Divide, Multiply, Subtract};
use crate::value::ops::{absolute, arithmetic, negate, round, starts_with};

const ZERO_DIVISOR: FaultKind = FaultKind::Arithmetic(Quantity::DivisionByZero);
const OVERFLOW: FaultKind = FaultKind::Arithmetic(Quantity::Overflow);

#[test]
fn amounts_and_shares() {
    assert_eq!(arithmetic(Multiply, &number("0.15"), &eur("300000"), at()), eur("45000"));
    assert_eq!(arithmetic(Divide, &eur("141600"), &eur("177000"), at()), number("0.8"));
    assert_eq!(arithmetic(Divide, &eur("100"), &number("8"), at()), eur("12.5"));
    assert_eq!(arithmetic(Subtract, &eur("1"), &eur("3"), at()), eur("-2"));
    let third = arithmetic(Divide, &number("1"), &number("3"), at());
    assert_eq!(arithmetic(Multiply, &third, &number("3"), at()), number("1"));
}

#[test]
fn two_currencies_are_a_fault() {
    let zloty = Value::money(exact("1"), Currency::PLN);
    let mixed = Quantity::MixedCurrencies { left: Currency::EUR, right: Currency::PLN };
    assert_eq!(arithmetic(Add, &eur("1"), &zloty, at()), arithmetic_fault(mixed));
    let unknown = Value::unknown_amount(None, None, Some(Currency::PLN), owed(1));
    assert_eq!(arithmetic(Add, &eur("1"), &unknown, at()), arithmetic_fault(mixed));
}

#[test]
fn durations_add_up_by_unit() {
    assert_eq!(arithmetic(Add, &months(12), &months(36), at()), months(48));
    assert_eq!(arithmetic(Multiply, &number("3"), &months(12), at()), months(36));
    assert_eq!(arithmetic(Subtract, &days(10), &days(14), at()), days(-4));
}

#[test]
fn bounds_move_with_what_is_added() {
    assert_eq!(arithmetic(Add, &euros("0", "", 1), &eur("5"), at()), euros("5", "", 1));
    assert_eq!(arithmetic(Subtract, &eur("5"), &euros("0", "", 1), at()), euros("", "5", 1));
    assert_eq!(
        arithmetic(Multiply, &number("-2"), &euros("1", "4", 1), at()),
        euros("-8", "-2", 1)
    );
    let both = arithmetic(Add, &between("1", "2", 1), &between("10", "", 2), at());
    assert_eq!(both, Value::unknown_number(Some(exact("11")), None, owed(1).union(&owed(2))));
}

#[test]
fn products_without_bounds() {
    let product = |a: Value, b: Value| arithmetic(Multiply, &a, &b, at());
    assert_eq!(product(between("2", "", 1), between("1", "3", 1)), between("2", "", 1));
    assert_eq!(product(between("2", "", 1), between("-1", "3", 1)), between("", "", 1));
    assert_eq!(product(between("", "-2", 1), between("1", "", 1)), between("", "-2", 1));
    assert_eq!(product(between("-2", "5", 1), between("-3", "4", 1)), between("-15", "20", 1));
    assert_eq!(product(between("", "", 1), number("0")), number("0"));
}

#[test]
fn quotients_by_ranges() {
    let quotient = |a: Value, b: Value| arithmetic(Divide, &a, &b, at());
    assert_eq!(quotient(between("1", "6", 1), between("2", "4", 1)), between("0.25", "3", 1));
    assert_eq!(quotient(between("1", "6", 1), between("-4", "-2", 1)), between("-3", "-0.25", 1));
    assert_eq!(quotient(between("4", "8", 1), between("2", "", 1)), between("0", "4", 1));
    let perhaps = or_fault(between("0.5", "", 1), ZERO_DIVISOR);
    assert_eq!(quotient(number("1"), between("0", "2", 1)), perhaps);
    let perhaps = or_fault(between("", "", 1), ZERO_DIVISOR);
    assert_eq!(quotient(number("1"), between("-1", "2", 1)), perhaps);
    assert_eq!(quotient(between("1", "6", 1), number("0")), fault(ZERO_DIVISOR));
    let zero = or_fault(number("0"), ZERO_DIVISOR);
    assert_eq!(quotient(number("0"), between("0", "2", 1)), zero);
}

/// 28 nines squared has more digits than a number holds.
#[test]
fn bounds_with_too_many_digits_are_none() {
    let nines = "9999999999999999999999999999";
    assert_eq!(arithmetic(Multiply, &number(nines), &number(nines), at()), fault(OVERFLOW));
    let product = arithmetic(Multiply, &between("1", nines, 1), &between("1", nines, 1), at());
    // The product that is not held may also be too fine, not too great.
    assert_eq!(product, or_fault(between("0", "", 1), OVERFLOW));
}

#[test]
fn strict_operands() {
    let fault_of = |value: Value| arithmetic(Add, &value, &number("1"), at());
    assert_eq!(fault_of(fault(FaultKind::NoRow)), fault(FaultKind::NoRow));
    assert_eq!(fault_of(Value::Absent), fault(FaultKind::Absent));
    let perhaps = fault_of(between("0", "1", 1).or_absent(owed(1)));
    assert_eq!(perhaps, or_fault(between("1", "2", 1), FaultKind::Absent));
    let certain = arithmetic(Add, &fault(FaultKind::NoRow), &between("0", "1", 1), at());
    assert_eq!(certain, fault(FaultKind::NoRow));
}

#[test]
fn signs_and_sizes() {
    assert_eq!(negate(&between("-3", "2", 1), at()), between("-2", "3", 1));
    assert_eq!(absolute(&between("-3", "2", 1), at()), between("0", "3", 1));
    assert_eq!(absolute(&between("-3", "-2", 1), at()), between("2", "3", 1));
    assert_eq!(absolute(&between("", "2", 1), at()), between("0", "", 1));
    assert_eq!(absolute(&eur("-2"), at()), eur("2"));
}

#[test]
fn roundings_keep_bounds_in_order() {
    let down = Rounding::new(RoundingMode::Down, exact("0.01")).unwrap();
    assert_eq!(round(&eur("33.339"), &down, at()), eur("33.33"));
    assert_eq!(round(&euros("1.009", "2.5", 1), &down, at()), euros("1", "2.5", 1));
    // Both ends round to the same step.
    assert_eq!(round(&between("1.001", "1.009", 1), &down, at()), number("1"));
}

#[test]
fn beginnings_of_texts() {
    assert_eq!(starts_with(&text("PL-102"), &text("PL-"), at()), yes());
    assert_eq!(starts_with(&text("CZ-102"), &text("PL-"), at()), no());
    assert_eq!(starts_with(&Value::unknown(owed(1)), &text("PL-"), at()), maybe(1));
}
