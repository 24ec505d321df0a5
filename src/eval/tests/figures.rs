//! Comparisons, margins, effects, repairs, steps.

use super::build::*;
use crate::eval::{Outcome, RuleOutcome};
use crate::quantity::{Currency, Duration, Money, Number};
use crate::types::typed::*;
use crate::value::Value;

fn repair(found: &RuleOutcome) -> Option<(u32, Value)> {
    found.reasons.as_ref().unwrap().repair.clone()
}

fn zloty(text: &str) -> Value {
    Value::Money(Money::new(Number::parse(text).unwrap(), Currency::PLN))
}

#[test]
fn a_violated_comparison_has_its_figures_and_its_repair() {
    let limit = times(share(80), total());
    let found = one(rule(vec![at_most(grant(), limit)]), "grant: 100.55 PLN\ntotal: 123.45 PLN");
    assert_eq!(found.outcome, Outcome::Violated);
    let [figures] = found.comparisons.as_slice() else { panic!() };
    // 80% of 123.45 is 98.76.
    assert_eq!(figures.order, Some(Order::AtMost));
    assert_eq!(figures.measured, zloty("100.55"));
    assert_eq!(figures.limit, Some(zloty("98.76")));
    assert_eq!(figures.margin, Some(zloty("-1.79")));
    assert!(!figures.holds);
    assert_eq!(repair(&found), Some((cell(GRANT), zloty("98.76"))));
}

#[test]
fn a_repair_is_rounded_into_the_side_that_holds() {
    // 80% of 100.01 is 80.008, so 80.00 holds and 80.01 does not.
    let limit = times(share(80), total());
    let found = one(rule(vec![at_most(grant(), limit)]), "grant: 90 PLN\ntotal: 100.01 PLN");
    assert_eq!(repair(&found), Some((cell(GRANT), zloty("80.00"))));
    let below = compare(Order::Less, grant(), total());
    let found = one(rule(vec![below]), "grant: 90 PLN\ntotal: 50 PLN");
    assert_eq!(repair(&found), Some((cell(GRANT), zloty("49.99"))));
    let enough = compare(Order::Greater, fact(STAFF, Type::Integer), int(9));
    let found = one(rule(vec![enough]), "staff: 4");
    assert_eq!(repair(&found), Some((cell(STAFF), number(10))));
    let later = compare(Order::AtLeast, fact(START, Type::Date), date("2024-07-01"));
    let found = one(rule(vec![later]), "start: 2024-05-31");
    assert_eq!(repair(&found), Some((cell(START), Value::Date(day("2024-07-01")))));
    let margin = found.comparisons[0].margin.clone();
    assert_eq!(margin, Some(Value::Duration(Duration::from_days(-31))));
}

#[test]
fn no_repair_is_proposed_that_would_not_be_enough() {
    // Two comparisons fail, and the limits of the field forbid a negative grant.
    let both = and(vec![at_most(grant(), zl(5)), at_most(total(), zl(5))]);
    let found = one(rule(vec![both]), "grant: 6 PLN\ntotal: 7 PLN");
    assert_eq!(found.comparisons.len(), 2);
    assert_eq!(repair(&found), None);
    let found = one(rule(vec![at_most(grant(), zl(-1))]), "grant: 6 PLN");
    assert_eq!(repair(&found), None);
}

#[test]
fn comparisons_are_found_through_negation() {
    let forbidden = or(vec![compare(Order::Greater, grant(), zl(5)), flag()]);
    let requirement = Requirement { condition: forbidden, forbidden: true, span: span() };
    let found =
        one(Rule { requirements: vec![requirement], ..rule(vec![]) }, "grant: 6 PLN\nflag: no");
    assert_eq!(found.outcome, Outcome::Violated);
    let [figures] = found.comparisons.as_slice() else { panic!("{:?}", found.comparisons) };
    assert_eq!(figures.order, Some(Order::AtMost));
    assert_eq!(figures.margin, Some(pln(-1)));
    assert_eq!(repair(&found), Some((cell(GRANT), pln(5))));
}

#[test]
fn a_satisfied_rule_shows_what_holds() {
    let found = one(rule(vec![at_most(grant(), total())]), "grant: 6 PLN\ntotal: 7 PLN");
    let [figures] = found.comparisons.as_slice() else { panic!() };
    assert!(figures.holds);
    assert_eq!(figures.margin, Some(pln(1)));
}

#[test]
fn a_length_has_its_margin_in_days() {
    let lasts = expr(
        ExprKind::Lasts {
            period: Box::new(fact(PERIOD, Type::Period)),
            bound: Bound::AtMost,
            duration: Box::new(expr(
                ExprKind::Constant(Value::Duration(Duration::from_months(48))),
                Type::Duration,
            )),
        },
        Type::Bool,
    );
    let held = one(rule(vec![lasts.clone()]), "period: 2024-04-01 to 2028-03-31");
    assert_eq!(held.outcome, Outcome::Satisfied);
    let found = one(rule(vec![lasts]), "period: 2024-04-01 to 2028-04-02");
    assert_eq!(found.outcome, Outcome::Violated);
    let margin = found.comparisons[0].margin.clone();
    assert_eq!(margin, Some(Value::Duration(Duration::from_days(-2))));
}

fn reduce(to: Option<Expr>) -> Consequence {
    Consequence { kind: ConsequenceKind::Reduce { amount: grant(), to }, span: None }
}

#[test]
fn an_amount_is_reduced_to_a_value_or_until_the_rule_holds() {
    let requirement = || at_most(grant(), times(share(80), total()));
    let to =
        Rule { consequence: reduce(Some(times(share(80), total()))), ..rule(vec![requirement()]) };
    let yaml = "grant: 90 PLN\ntotal: 100 PLN";
    let effect = one(to, yaml).effect.unwrap();
    assert_eq!((effect.amount, effect.cell), (Some(pln(80)), Some(cell(GRANT))));
    // The grant is part of the base that limits it: g <= 20% of (g + 80) holds up to 20.
    let base = arithmetic(Arithmetic::Add, grant(), zl(80), money());
    let circular =
        Rule { consequence: reduce(None), ..rule(vec![at_most(grant(), times(share(20), base))]) };
    let effect = one(circular, "grant: 100 PLN").effect.unwrap();
    assert_eq!(effect.amount, Some(pln(20)));
}

#[test]
fn an_excluded_cost_names_its_amount_and_its_cell() {
    let consequence =
        Consequence { kind: ConsequenceKind::Exclude(cost(AMOUNT, money())), span: None };
    let excluded = Rule {
        each: vec![each_cost(None)],
        consequence,
        ..rule(vec![not(cost(CROSS, Type::Bool))])
    };
    let yaml = "costs: [{ amount: 1 PLN, cross: no }, { amount: 2 PLN, cross: yes }]";
    let evaluation = check(rules(vec![excluded]), yaml);
    assert_eq!(evaluation.verdict, crate::eval::Verdict::Reduced);
    let effect = evaluation.outcomes[1].effect.clone().unwrap();
    assert_eq!(effect.amount, Some(pln(2)));
    let Value::Record(base) = evaluation.outcomes[1].element[0].value else { panic!() };
    assert_eq!(effect.cell, Some(base + AMOUNT));
}

#[test]
fn a_message_has_the_values_of_its_holes() {
    let template = Template {
        parts: vec![
            TemplatePart::Text("The grant is ".to_owned()),
            TemplatePart::Hole(grant()),
            TemplatePart::Hole(total()),
        ],
    };
    let spoken = Rule {
        message: Texts(vec![(std::sync::Arc::from("en"), template)]),
        ..rule(vec![at_most(grant(), zl(5))])
    };
    let found = one(spoken, "grant: 6 PLN\ntotal: 7 PLN");
    let reasons = found.reasons.unwrap();
    assert_eq!(reasons.message, vec![vec![pln(6), pln(7)]]);
    // What a message shows is not what the outcome rests on.
    assert_eq!(reasons.facts, vec![cell(GRANT)]);
}

#[test]
fn a_derivation_has_results_before_operands() {
    let limit = times(share(80), total());
    let checked = rules(vec![rule(vec![at_most(grant(), limit)])]);
    let program = crate::program::compile(std::sync::Arc::new(checked));
    let facts = facts(&program, PROJECT, "grant: 90 PLN\ntotal: 100 PLN");
    let found = crate::eval::Evaluator::new(&program).derive(
        RuleId(0),
        &facts,
        day("2024-05-01"),
        &mut crate::eval::Scratch::new(),
        &crate::eval::Limits::default(),
    );
    let steps = &found[0].reasons.as_ref().unwrap().steps;
    let shape: Vec<(u16, Value)> = steps.iter().map(|it| (it.depth, it.value.clone())).collect();
    assert_eq!(shape, [(0, Value::Bool(false)), (1, pln(90)), (1, pln(80)), (2, pln(100))]);
    assert_eq!(steps[1].cell, Some(cell(GRANT)));
}
