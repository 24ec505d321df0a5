//! Definitions, exceptions, parameters and tables, readings, what nobody filled.

use std::sync::Arc;

use super::build::*;
use crate::eval::Outcome;
use crate::quantity::Number;
use crate::types::typed::*;
use crate::value::{Extent, FaultKind, Missing, Owed, Value};

/// A refund rate of 80%, 70% for non-profit, 50% for profit.
fn refund_rate() -> Definition {
    let exceptions = vec![except(status_is(1), share(70)), except(status_is(2), share(50))];
    definition(Type::Percent, share(80), exceptions)
}

fn within_the_rate() -> Checked {
    let limit = times(call(0, Type::Percent), total());
    let mut checked = rules(vec![rule(vec![at_most(grant(), limit)])]);
    checked.definitions = vec![refund_rate()];
    checked
}

fn outcome(yaml: &str) -> crate::eval::RuleOutcome {
    only(check(within_the_rate(), yaml))
}

#[test]
fn the_exception_that_holds_takes_the_place_of_the_base() {
    for (status, grant, outcome_then) in [
        ("public", 800, Outcome::Satisfied),
        ("public", 801, Outcome::Violated),
        ("non_profit", 700, Outcome::Satisfied),
        ("non_profit", 701, Outcome::Violated),
        ("for_profit", 500, Outcome::Satisfied),
        ("for_profit", 501, Outcome::Violated),
    ] {
        let yaml = format!("status: {status}\ngrant: {grant} PLN\ntotal: 1000 PLN");
        assert_eq!(outcome(&yaml).outcome, outcome_then, "{yaml}");
    }
}

#[test]
fn exceptions_on_one_unknown_enum_are_no_conflict() {
    // At most 80%, at least 50%, whatever the status is.
    assert_eq!(outcome("grant: 500 PLN\ntotal: 1000 PLN").outcome, Outcome::Satisfied);
    assert_eq!(outcome("grant: 801 PLN\ntotal: 1000 PLN").outcome, Outcome::Violated);
    let between = outcome("grant: 600 PLN\ntotal: 1000 PLN");
    assert_eq!(between.outcome, Outcome::Undetermined);
    assert_eq!(between.missing, Missing::one(Owed::Fact(cell(STATUS_FIELD))));
}

#[test]
fn a_result_is_the_hull_of_its_values() {
    let mut checked = within_the_rate();
    checked.definitions[0].result = true;
    checked.results = vec![DefinitionId(0)];
    let values = check(checked.clone(), "{}").values;
    let half = Number::parse("0.5").unwrap();
    let most = Number::parse("0.8").unwrap();
    let Value::Open(open) = &values[0].value else { panic!("{values:?}") };
    assert_eq!(open.extent, Extent::Numbers { low: Some(half), high: Some(most) });
    assert_eq!(open.fault, None);
    let values = check(checked, "status: for_profit").values;
    assert_eq!(values[0].value, Value::Number(half));
}

#[test]
fn two_exceptions_with_different_values_are_a_fault_and_with_equal_values_are_not() {
    let asked = |first, second| {
        let exceptions = vec![except(flag(), first), except(other(), second)];
        let mut checked = rules(vec![rule(vec![at_most(call(0, Type::Percent), share(100))])]);
        checked.definitions = vec![definition(Type::Percent, share(80), exceptions)];
        only(check(checked, "flag: yes\nother: yes"))
    };
    let conflict = asked(share(70), share(50));
    assert_eq!(conflict.outcome, Outcome::Faulty);
    let fault = conflict.fault.unwrap();
    assert_eq!(fault.kind, FaultKind::TwoExceptions);
    assert!(fault.also.is_some());
    assert_eq!(asked(share(70), share(70)).outcome, Outcome::Satisfied);
}

#[test]
fn an_exception_may_have_exceptions() {
    let mut outer = except(flag(), share(70));
    outer.exceptions = vec![except(other(), share(60))];
    let rate = |yaml: &str| {
        let mut checked = programme();
        checked.definitions = vec![definition(Type::Percent, share(80), vec![outer.clone()])];
        checked.results = vec![DefinitionId(0)];
        check(checked, yaml).values[0].value.clone()
    };
    let percent = |text: &str| Value::Number(Number::parse(text).unwrap());
    assert_eq!(rate("flag: no\nother: yes"), percent("0.8"));
    assert_eq!(rate("flag: yes\nother: no"), percent("0.7"));
    assert_eq!(rate("flag: yes\nother: yes"), percent("0.6"));
}

#[test]
fn the_base_is_not_evaluated_when_an_exception_holds() {
    let quotient = arithmetic(Arithmetic::Divide, grant(), total(), Type::Percent);
    let mut checked = rules(vec![rule(vec![at_most(call(0, Type::Percent), share(100))])]);
    checked.definitions =
        vec![definition(Type::Percent, quotient, vec![except(flag(), share(70))])];
    let zero = "grant: 1 PLN\ntotal: 0 PLN\nflag: ";
    let found = only(check(checked.clone(), &format!("{zero}yes")));
    assert_eq!(found.outcome, Outcome::Satisfied);
    assert_eq!(found.reasons.unwrap().facts, vec![cell(FLAG)]);
    assert_eq!(only(check(checked, &format!("{zero}no"))).outcome, Outcome::Faulty);
}

#[test]
fn what_nobody_filled_is_owed_by_the_authority() {
    let mut checked = rules(vec![rule(vec![at_most(grant(), call(0, money()))])]);
    let mut open = definition(money(), zl(0), vec![]);
    open.versions.clear();
    let place = open.span;
    checked.definitions = vec![open];
    let found = only(check(checked, "grant: 1 PLN"));
    assert_eq!(found.outcome, Outcome::Undetermined);
    assert_eq!(found.missing, Missing::one(Owed::Fill(place)));
}

#[test]
fn an_undecided_reading_matters_only_where_it_changes_the_outcome() {
    let reading = || expr(ExprKind::Reading(ReadingId(0)), Type::Enum(STATUS));
    let amount = expr(
        ExprKind::If {
            condition: Box::new(equal(reading(), member(0))),
            then: Box::new(zl(100)),
            otherwise: Box::new(zl(50)),
        },
        money(),
    );
    let mut checked = rules(vec![rule(vec![at_most(grant(), amount)])]);
    let undecided = Reading {
        path: Arc::from("test.window"),
        name: Arc::from("window"),
        choices: STATUS,
        decided: None,
        title: Texts::default(),
        cite: vec![],
        span: span(),
    };
    checked.readings = vec![undecided.clone()];
    let found = |yaml: &str| only(check(checked.clone(), yaml));
    assert_eq!(found("grant: 50 PLN").outcome, Outcome::Satisfied);
    assert_eq!(found("grant: 101 PLN").outcome, Outcome::Violated);
    let between = found("grant: 60 PLN");
    assert_eq!(between.outcome, Outcome::Undetermined);
    assert_eq!(between.missing, Missing::one(Owed::Reading(0)));
    assert_eq!(between.readings, vec![ReadingId(0)]);
    let mut decided = checked.clone();
    decided.readings = vec![Reading { decided: Some(0), ..undecided }];
    assert_eq!(only(check(decided, "grant: 60 PLN")).outcome, Outcome::Satisfied);
}

/// The aid intensity by the number of staff: 55% below 50, 45% below 250, 35% from there.
fn intensity() -> Table {
    let key = || local(0, Type::Integer);
    let row = |conditions: Vec<Expr>, percent| (vec![and(conditions)], share(percent));
    let rows = Rows {
        rows: vec![
            (vec![compare(Order::Less, key(), int(50))], share(55)),
            row(
                vec![
                    compare(Order::AtLeast, key(), int(50)),
                    compare(Order::Less, key(), int(250)),
                ],
                45,
            ),
            (vec![compare(Order::AtLeast, key(), int(250))], share(35)),
        ],
        otherwise: None,
    };
    table(Some(Type::Integer), Type::Percent, versions(vec![(None, None, rows)]))
}

#[test]
fn the_row_of_a_key_is_found_and_an_unknown_key_has_the_hull() {
    let staff = || fact(STAFF, Type::Integer);
    let look_up = expr(ExprKind::Table { id: TableId(0), arguments: vec![staff()] }, Type::Percent);
    let limit = times(look_up, total());
    let mut checked = rules(vec![rule(vec![at_most(grant(), limit)])]);
    checked.tables = vec![intensity()];
    let found = |yaml: &str| only(check(checked.clone(), yaml));
    for (staff, most) in [(49, 550), (50, 450), (249, 450), (250, 350)] {
        let yaml = |grant| format!("staff: {staff}\ngrant: {grant} PLN\ntotal: 1000 PLN");
        assert_eq!(found(&yaml(most)).outcome, Outcome::Satisfied, "{staff}");
        assert_eq!(found(&yaml(most + 1)).outcome, Outcome::Violated, "{staff}");
    }
    assert_eq!(found("grant: 350 PLN\ntotal: 1000 PLN").outcome, Outcome::Satisfied);
    assert_eq!(found("grant: 551 PLN\ntotal: 1000 PLN").outcome, Outcome::Violated);
    let between = found("grant: 500 PLN\ntotal: 1000 PLN");
    assert_eq!(between.outcome, Outcome::Undetermined);
    assert_eq!(between.missing, Missing::one(Owed::Fact(cell(STAFF))));
}

#[test]
fn no_row_and_two_rows_are_faults() {
    let rows = |rows| {
        let key = Some(Type::Bool);
        let looked = expr(ExprKind::Table { id: TableId(0), arguments: vec![flag()] }, money());
        let mut checked = rules(vec![rule(vec![at_most(grant(), looked)])]);
        let rows = Rows { rows, otherwise: None };
        checked.tables = vec![table(key, money(), versions(vec![(None, None, rows)]))];
        only(check(checked, "grant: 1 PLN\nflag: yes")).fault.map(|fault| fault.kind)
    };
    let key = || local(0, Type::Bool);
    assert_eq!(rows(vec![(vec![not(key())], zl(5))]), Some(FaultKind::NoRow));
    let twice = vec![(vec![key()], zl(5)), (vec![yes()], zl(5))];
    assert_eq!(rows(twice), Some(FaultKind::TwoRows));
    assert_eq!(rows(vec![(vec![key()], zl(5)), (vec![not(key())], zl(0))]), None);
}
