//! The verdict, points, invariants.

use std::sync::Arc;

use super::build::*;
use crate::eval::{Limits, Outcome, Scratch, Verdict, invariant_problems};
use crate::program::compile;
use crate::quantity::Number;
use crate::types::typed::*;

fn verdict(list: Vec<Rule>, yaml: &str) -> Verdict {
    check(rules(list), yaml).verdict
}

fn following(kind: ConsequenceKind, condition: Expr) -> Rule {
    Rule { consequence: Consequence { kind, span: None }, ..rule(vec![condition]) }
}

#[test]
fn the_heaviest_outcome_decides() {
    let until = || ConsequenceKind::Correct { until: date("2025-03-14") };
    let reduce = || ConsequenceKind::Exclude(grant());
    let reject = || rule(vec![flag()]);
    let yaml = "flag: no\ngrant: 5 PLN";
    assert_eq!(verdict(vec![], yaml), Verdict::Eligible);
    let excluded = || following(reduce(), flag());
    assert_eq!(verdict(vec![excluded()], yaml), Verdict::Reduced);
    let pending = || following(ConsequenceKind::NotEffective, flag());
    assert_eq!(verdict(vec![excluded(), pending()], yaml), Verdict::Conditional);
    let correct = || following(until(), flag());
    assert_eq!(verdict(vec![correct(), pending()], yaml), Verdict::Correctable);
    let open = || rule(vec![other()]);
    assert_eq!(verdict(vec![correct(), open()], yaml), Verdict::Undetermined);
    let quotient = arithmetic(Arithmetic::Divide, grant(), zl(0), Type::Decimal);
    let faulty = || rule(vec![at_most(quotient.clone(), int(1))]);
    assert_eq!(verdict(vec![faulty(), open()], yaml), Verdict::Faulty);
    assert_eq!(verdict(vec![faulty(), reject()], yaml), Verdict::Ineligible);
}

#[test]
fn advice_and_preferences_never_block() {
    let advice = following(ConsequenceKind::Advise, flag());
    assert_eq!(verdict(vec![advice, preference(flag(), 2)], "flag: no"), Verdict::Eligible);
}

#[test]
fn points_with_unknown_facts_are_an_interval() {
    let mut first = preference(flag(), 2);
    first.group = Some(Arc::from("quality"));
    let mut second = preference(other(), 3);
    second.group = Some(Arc::from("quality"));
    let points = |yaml: &str| {
        let found = check(rules(vec![first.clone(), second.clone()]), yaml);
        let group = found.points[0].clone();
        assert_eq!(&*group.group, "quality");
        let whole = |bound: Option<Number>| bound.and_then(|bound| bound.to_i64()).unwrap();
        (whole(group.points.min), whole(group.points.max), found.outcomes[0].outcome)
    };
    assert_eq!(points("flag: yes\nother: no"), (2, 2, Outcome::Satisfied));
    assert_eq!(points("flag: no\nother: yes"), (3, 3, Outcome::NotMet));
    assert_eq!(points("flag: yes"), (2, 5, Outcome::Satisfied));
    assert_eq!(points("{}"), (0, 5, Outcome::Undetermined));
}

#[test]
fn a_rule_may_ask_for_points() {
    let receiver = Box::new(me(PROJECT));
    let sum = expr(ExprKind::PointsOf { group: None, receiver }, Type::Integer);
    let minimum = rule(vec![compare(Order::AtLeast, sum, int(3))]);
    let list = || vec![preference(flag(), 2), preference(other(), 3), minimum.clone()];
    let outcome = |yaml: &str| check(rules(list()), yaml).outcomes[2].outcome;
    assert_eq!(outcome("flag: yes\nother: no"), Outcome::Violated);
    assert_eq!(outcome("other: yes"), Outcome::Satisfied);
    assert_eq!(outcome("flag: yes"), Outcome::Undetermined);
}

#[test]
fn an_invariant_that_fails_for_certain_is_reported_with_its_record() {
    let amount = of(me(COST), COST, AMOUNT, money());
    let invariant = Invariant {
        warning: false,
        condition: at_most(amount.clone(), zl(10)),
        locals: vec![],
        message: Texts(vec![(
            Arc::from("en"),
            Template { parts: vec![TemplatePart::Hole(amount)] },
        )]),
        span: span(),
    };
    let mut checked = programme();
    checked.records[COST.index()].invariants = vec![invariant];
    let program = compile(Arc::new(checked));
    let yaml = "costs: [{ amount: 10 PLN }, { amount: 11 PLN }, { cross: no }]";
    let facts = facts(&program, PROJECT, yaml);
    let as_of = day("2024-05-01");
    let problems =
        invariant_problems(&program, &facts, as_of, &mut Scratch::new(), &Limits::default());
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].record, problems[0].invariant), (COST, 0));
    assert_eq!(facts.record_path(problems[0].base, COST), "costs[1]");
    assert_eq!(problems[0].message, vec![vec![pln(11)]]);
    assert_eq!(amount_of(&problems[0].message[0][0]), Number::from_i64(11));
}

fn amount_of(value: &crate::value::Value) -> Number {
    amount(value).amount
}
