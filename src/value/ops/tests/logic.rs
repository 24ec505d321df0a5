//! Logic, choices, defaults and states.

use super::*;
use crate::value::ops::{
    and, default_when_absent, default_when_none, default_when_not_in_force, equal, join, not,
    one_of, or, select, state, truth,
};
use crate::value::{Openness, State};

#[test]
fn what_is_decided_absorbs_what_is_unknown() {
    assert_eq!(and(&[maybe(1), no()], at()), no());
    assert_eq!(or(&[maybe(1), yes()], at()), yes());
    assert_eq!(and(&[], at()), yes());
    assert_eq!(or(&[], at()), no());
    assert_eq!(and(&[no(), fault(FaultKind::NoRow)], at()), no());
    assert_eq!(or(&[fault(FaultKind::NoRow), yes()], at()), yes());
    assert_eq!(and(&[yes(), fault(FaultKind::NoRow)], at()), fault(FaultKind::NoRow));
}

#[test]
fn only_what_is_not_decided_is_owed() {
    assert_eq!(and(&[yes(), maybe(2), maybe(1)], at()).missing(), owed(1).union(&owed(2)));
    assert_eq!(or(&[no(), maybe(2)], at()).missing(), owed(2));
    assert_eq!(not(&maybe(3), at()), maybe(3));
}

#[test]
fn of_two_faults_the_lesser_is_seen_in_either_order() {
    let (less, more) = (fault(FaultKind::NoRow), fault(FaultKind::Empty));
    assert_eq!(and(&[less.clone(), more.clone()], at()), less);
    assert_eq!(and(&[more, less.clone()], at()), less);
}

#[test]
fn an_unknown_beside_a_fault_is_no_or_the_fault() {
    let both = truth(&and(&[maybe(1), fault(FaultKind::NoRow)], at()));
    assert_eq!((both.yes, both.no), (false, true));
    assert_eq!(both.fault.unwrap().kind, FaultKind::NoRow);
}

#[test]
fn a_condition_picks_its_side() {
    assert_eq!(select(&yes(), &number("1"), &fault(FaultKind::NoRow)), number("1"));
    assert_eq!(
        select(&fault(FaultKind::NoRow), &number("1"), &number("1")),
        fault(FaultKind::NoRow)
    );
    assert_eq!(select(&maybe(1), &number("0.7"), &number("0.7")), number("0.7"));
}

/// The refund rate is 70% or 50%, which an unknown legal status decides.
#[test]
fn an_open_condition_leaves_the_hull_of_both_sides() {
    assert_eq!(select(&maybe(1), &number("0.7"), &number("0.5")), between("0.5", "0.7", 1));
    let missing = select(&maybe(1), &number("0.7"), &between("0", "1", 2)).missing();
    assert_eq!(missing, owed(1).union(&owed(2)));
    let either = select(&maybe(1), &number("1"), &fault(FaultKind::NoRow));
    assert_eq!(either, or_fault(number("1"), FaultKind::NoRow));
}

#[test]
fn lists_in_another_order_are_not_certain() {
    let list = |a: &str, b: &str| super::super::list(vec![number(a), number(b)]);
    let either = join(&[&list("1", "2"), &list("2", "1")], &owed(1));
    assert!(!either.is_certain());
    assert_eq!(join(&[&list("1", "2"), &list("1", "2")], &owed(1)), list("1", "2"));
}

#[test]
fn a_default_stands_for_what_is_absent_only() {
    let default = number("9");
    assert_eq!(default_when_absent(&Value::Absent, &default), default);
    assert_eq!(default_when_absent(&number("1"), &default), number("1"));
    assert_eq!(default_when_absent(&between("0", "1", 1), &default), between("0", "1", 1));
    let optional = between("0", "1", 1).or_absent(owed(1));
    assert_eq!(default_when_absent(&optional, &default), between("0", "9", 1));
    let absent = fault(FaultKind::Absent);
    assert_eq!(default_when_absent(&absent, &default), absent);
}

#[test]
fn a_default_stands_for_its_own_faults_only() {
    let default = number("9");
    let (empty, late) = (fault(FaultKind::Empty), fault(FaultKind::NotInForce(day("2024-01-01"))));
    assert_eq!(default_when_none(&empty, &default), default);
    assert_eq!(default_when_none(&late, &default), late);
    assert_eq!(default_when_not_in_force(&late, &default), default);
    assert_eq!(default_when_not_in_force(&empty, &default), empty);
    let perhaps = or_fault(between("0", "1", 1), FaultKind::Empty);
    assert_eq!(default_when_none(&perhaps, &default), between("0", "9", 1));
    assert_eq!(default_when_not_in_force(&perhaps, &default), perhaps);
}

/// Where either fault is possible, one default does not remove the other.
#[test]
fn a_default_does_not_hide_another_fault() {
    let late = FaultKind::NotInForce(day("2024-01-01"));
    let (late, empty) = (or_fault(number("1"), late), or_fault(number("2"), FaultKind::Empty));
    let either = join(&[&late, &empty], &owed(1));
    let replaced = default_when_not_in_force(&either, &number("9"));
    assert!(truth(&replaced).fault.is_some());
    let Value::Open(open) = replaced else { unreachable!("a fault is possible") };
    assert!(open.extent.admits(&number("9")));
}

/// Two faults of which a default replaces but one are not one certain fault.
#[test]
fn a_fault_that_may_be_another_is_not_certain() {
    let (late, gone) = (FaultKind::NotInForce(day("2024-01-01")), FaultKind::NoRow);
    let either = join(&[&fault(gone), &fault(late)], &owed(1));
    assert!(matches!(&either, Value::Open(open) if open.is_fault()));
    let replaced = default_when_not_in_force(&either, &number("9"));
    let Value::Open(open) = &replaced else { panic!("{replaced:?}") };
    assert!(open.fault.is_some() && open.extent.admits(&number("9")));
    // Among conditions too, where it may be met before the one that is certain.
    let perhaps = or_fault(yes(), FaultKind::NoRow);
    let both = and(&[fault(late), perhaps], at());
    assert!(matches!(&both, Value::Open(open) if open.is_fault()));
    assert_eq!(and(&[fault(late), fault(gone)], at()), fault(gone));
    let other = or_fault(number("1"), FaultKind::NoRow);
    assert!(matches!(equal(&fault(late), &other, at()), Value::Open(_)));
    assert_eq!(equal(&fault(gone), &or_fault(number("1"), late), at()), fault(gone));
}

/// What is absent beside a fault of the same value gives no.
#[test]
fn absence_beside_a_fault_is_no() {
    let lacking = fault(FaultKind::NoRow).or_absent(owed(1));
    let found = truth(&one_of(&lacking, &[number("1")], Openness::Closed, &owed(2)));
    assert!(found.no && !found.yes && found.fault.is_some());
}

#[test]
fn states_tell_absent_unknown_and_given_apart() {
    let optional = between("0", "1", 1).or_absent(owed(1));
    assert_eq!(state(&number("1"), State::Present), yes());
    assert_eq!(state(&Value::Absent, State::Present), no());
    assert_eq!(state(&Value::Absent, State::Absent), yes());
    assert_eq!(state(&between("0", "1", 1), State::Present), yes());
    assert_eq!(state(&optional, State::Present), maybe(1));
    assert_eq!(state(&optional, State::Absent), maybe(1));
    assert_eq!(state(&optional, State::Known), no());
    assert_eq!(state(&Value::Absent, State::Known), yes());
    assert_eq!(state(&fault(FaultKind::NoRow), State::Present), fault(FaultKind::NoRow));
}
