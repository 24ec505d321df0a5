//! Comprehensions, picks, groups, folds and links.

use std::sync::Arc;

use super::build::*;
use super::elements::{COSTS_YAML, outcomes};
use crate::eval::Outcome;
use crate::types::typed::*;
use crate::value::FaultKind;

fn small() -> Expr {
    at_most(cost(AMOUNT, money()), zl(100))
}

#[test]
fn a_sum_that_is_too_large_already_is_violated_whatever_is_missing() {
    let within = |limit| rule(vec![at_most(sum_of_costs(), zl(limit))]);
    let partial = "costs:
  - { amount: 60 PLN }
  - { amount: 50 PLN }
  - { incurred: 2024-01-01 }
";
    assert_eq!(one(within(109), partial).outcome, Outcome::Violated);
    assert_eq!(one(within(110), partial).outcome, Outcome::Undetermined);
    assert_eq!(one(within(0), "{}").outcome, Outcome::Undetermined);
    assert_eq!(one(within(-1), "{}").outcome, Outcome::Violated);
    assert_eq!(one(within(0), "costs: []").outcome, Outcome::Satisfied);
}

#[test]
fn a_condition_in_a_sum_that_is_unknown_widens_its_bounds() {
    let crossed = Some(cost(CROSS, Type::Bool));
    let sum = over_costs(AggregateKind::Sum, cost(AMOUNT, money()), crossed, money());
    let yaml = "costs: [{ amount: 10 PLN, cross: yes }, { amount: 5 PLN }]";
    let within = |limit| one(rule(vec![at_most(sum.clone(), zl(limit))]), yaml).outcome;
    assert_eq!(within(9), Outcome::Violated);
    assert_eq!(within(14), Outcome::Undetermined);
    assert_eq!(within(15), Outcome::Satisfied);
}

#[test]
fn all_and_any_and_count_and_the_edges() {
    let fold = |kind, element, ty| over_costs(kind, element, None, ty);
    let held = |condition| one(rule(vec![condition]), COSTS_YAML).outcome == Outcome::Satisfied;
    assert!(held(fold(AggregateKind::Any, small(), Type::Bool)));
    assert!(!held(fold(AggregateKind::All, small(), Type::Bool)));
    let amount = || cost(AMOUNT, money());
    assert!(held(equal(fold(AggregateKind::Count, yes(), Type::Integer), int(3))));
    assert!(held(equal(fold(AggregateKind::Min, amount(), money()), zl(5))));
    assert!(held(equal(fold(AggregateKind::Max, amount(), money()), zl(101))));
    // (100 + 101 + 5) / 3 is 68 and two thirds.
    let mean = fold(AggregateKind::Average, amount(), money());
    assert!(held(compare(Order::Greater, mean.clone(), zl(68))));
    assert!(held(compare(Order::Less, mean, zl(69))));
}

#[test]
fn the_first_the_last_and_the_only_one() {
    let by_date = |edge| ExprKind::Pick {
        edge,
        variable: LocalId(0),
        list: Box::new(costs()),
        key: Box::new(cost(INCURRED, Type::Date)),
    };
    let amount_of = |kind| of(expr(kind, Type::Record(COST)), COST, AMOUNT, money());
    let held = |condition| one(rule(vec![condition]), COSTS_YAML).outcome == Outcome::Satisfied;
    assert!(held(equal(amount_of(by_date(Edge::First)), zl(100))));
    assert!(held(equal(amount_of(by_date(Edge::Last)), zl(5))));
    let only_one = |condition| ExprKind::The {
        variable: LocalId(0),
        list: Box::new(costs()),
        condition: Box::new(condition),
    };
    let large = compare(Order::Greater, cost(AMOUNT, money()), zl(100));
    assert!(held(equal(amount_of(only_one(large)), zl(101))));
    let crossed = cost(CROSS, Type::Bool);
    let two = one(rule(vec![equal(amount_of(only_one(crossed)), zl(1))]), COSTS_YAML);
    assert_eq!(two.fault.unwrap().kind, FaultKind::NotExactlyOne);
}

#[test]
fn equal_keys_at_the_edge_are_a_fault() {
    let pick = expr(
        ExprKind::Pick {
            edge: Edge::First,
            variable: LocalId(0),
            list: Box::new(costs()),
            key: Box::new(cost(INCURRED, Type::Date)),
        },
        Type::Record(COST),
    );
    let yaml = "costs:
  - { amount: 1 PLN, incurred: 2024-01-01 }
  - { amount: 2 PLN, incurred: 2024-01-01 }
";
    let found = one(rule(vec![equal(of(pick, COST, AMOUNT, money()), zl(1))]), yaml);
    assert_eq!(found.fault.unwrap().kind, FaultKind::EqualKeys);
}

#[test]
fn groups_come_in_the_order_of_their_keys() {
    let group = Type::Group(Arc::new((Type::Enum(STATUS), Type::Record(COST).list())));
    let groups = expr(
        ExprKind::Group {
            variable: LocalId(0),
            list: Box::new(costs()),
            key: Box::new(cost(KIND, Type::Enum(STATUS))),
        },
        group.clone().list(),
    );
    let items = ExprKind::GroupItems(Box::new(local(1, group)));
    let items = expr(items, Type::Record(COST).list());
    let sum = Aggregate {
        kind: AggregateKind::Sum,
        generators: vec![(LocalId(0), items)],
        condition: None,
        element: cost(AMOUNT, money()),
    };
    let sum = expr(ExprKind::Aggregate(Box::new(sum)), money());
    let each = ForEach { variable: LocalId(1), list: groups, condition: None };
    let capped = Rule { each: vec![each], ..rule(vec![at_most(sum, zl(200))]) };
    use Outcome::{Satisfied, Violated};
    assert_eq!(outcomes(capped, COSTS_YAML), [(Some(0), Violated), (Some(1), Satisfied)]);
}

#[test]
fn a_fold_goes_in_the_order_of_its_key() {
    // Twice the state plus the amount: 0 → 1 → 2·1+2 → 2·4+3.
    let next = arithmetic(
        Arithmetic::Add,
        times(int(2), local(1, money())),
        cost(AMOUNT, money()),
        money(),
    );
    let carry = Carry {
        state: LocalId(1),
        init: zl(0),
        variable: LocalId(0),
        list: costs(),
        key: cost(INCURRED, Type::Date),
        next,
    };
    let folded = expr(ExprKind::Carry(Box::new(carry)), money());
    let yaml = "costs:
  - { amount: 3 PLN, incurred: 2024-03-01 }
  - { amount: 1 PLN, incurred: 2024-01-01 }
  - { amount: 2 PLN, incurred: 2024-02-01 }
";
    assert_eq!(one(rule(vec![equal(folded, zl(11))]), yaml).outcome, Outcome::Satisfied);
}

#[test]
fn a_circle_of_links_ends() {
    // Amounts link with amounts plus one, and the last with the first: 1 → 2 → 3 → 1.
    let amount = || cost(AMOUNT, money());
    let next = expr(
        ExprKind::If {
            condition: Box::new(equal(amount(), zl(3))),
            then: Box::new(zl(1)),
            otherwise: Box::new(arithmetic(Arithmetic::Add, amount(), zl(1), money())),
        },
        money(),
    );
    let linked = |from: i64| {
        let closure = Linked {
            start: zl(from),
            variable: LocalId(0),
            links: costs(),
            from: amount(),
            to: next.clone(),
            either_way: false,
            condition: None,
        };
        let list = expr(ExprKind::Linked(Box::new(closure)), money().list());
        let count = Aggregate {
            kind: AggregateKind::Count,
            generators: vec![(LocalId(1), list)],
            condition: None,
            element: yes(),
        };
        expr(ExprKind::Aggregate(Box::new(count)), Type::Integer)
    };
    let yaml =
        "costs: [{ amount: 1 PLN }, { amount: 2 PLN }, { amount: 3 PLN }, { amount: 9 PLN }]";
    let counted = |from, count| one(rule(vec![equal(linked(from), int(count))]), yaml).outcome;
    assert_eq!(counted(1, 3), Outcome::Satisfied);
    assert_eq!(counted(3, 3), Outcome::Satisfied);
    assert_eq!(counted(9, 2), Outcome::Satisfied);
    assert_eq!(counted(7, 1), Outcome::Satisfied);
}
