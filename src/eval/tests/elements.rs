//! Rules for each element of a list, open lists, roots of several kinds.

use std::sync::Arc;

use super::build::*;
use crate::eval::{Evaluator, Limits, Mode, Outcome, Quiet, Scratch, Verdict};
use crate::program::compile;
use crate::types::typed::*;
use crate::value::{Missing, Owed};

fn for_each_cost(condition: Option<Expr>, requirement: Expr) -> Rule {
    Rule { each: vec![each_cost(condition)], ..rule(vec![requirement]) }
}

fn small() -> Expr {
    at_most(cost(AMOUNT, money()), zl(100))
}

pub(super) const COSTS_YAML: &str = "costs:
  - { amount: 100 PLN, cross: no, incurred: 2024-01-01, kind: public }
  - { amount: 101 PLN, cross: yes, incurred: 2024-02-01, kind: public }
  - { amount: 5 PLN, cross: yes, incurred: 2024-03-01, kind: for_profit }
";

pub(super) fn outcomes(rule: Rule, yaml: &str) -> Vec<(Option<u32>, Outcome)> {
    let found = check(rules(vec![rule]), yaml).outcomes;
    found.iter().map(|it| (it.element.first().map(|at| at.index), it.outcome)).collect()
}

#[test]
fn each_element_has_its_own_outcome() {
    use Outcome::{Satisfied, Violated};
    let found = outcomes(for_each_cost(None, small()), COSTS_YAML);
    assert_eq!(found, [(Some(0), Satisfied), (Some(1), Violated), (Some(2), Satisfied)]);
    let crossed = for_each_cost(Some(cost(CROSS, Type::Bool)), small());
    assert_eq!(outcomes(crossed, COSTS_YAML), [(Some(1), Violated), (Some(2), Satisfied)]);
}

#[test]
fn an_empty_list_and_one_that_is_left_out_differ() {
    let found = one(for_each_cost(None, small()), "costs: []");
    assert!(matches!(found.quiet, Some(Quiet::NothingToCheck(_))));
    let found = one(for_each_cost(None, small()), "{}");
    assert_eq!(found.outcome, Outcome::Undetermined);
    assert_eq!(found.missing, Missing::one(Owed::Fact(cell(COSTS))));
    // Whatever the costs are, no amount is negative.
    let nothing = compare(Order::AtLeast, cost(AMOUNT, money()), zl(0));
    assert_eq!(one(for_each_cost(None, nothing), "{}").outcome, Outcome::Satisfied);
}

#[test]
fn an_unknown_condition_of_a_loop_may_leave_the_element_out() {
    let crossed = for_each_cost(Some(cost(CROSS, Type::Bool)), small());
    let yaml = |amount| format!("costs: [{{ amount: {amount} PLN }}]");
    assert_eq!(one(crossed.clone(), &yaml(100)).outcome, Outcome::Satisfied);
    assert_eq!(one(crossed, &yaml(101)).outcome, Outcome::Undetermined);
}

#[test]
fn an_element_may_date_its_rule() {
    let list = vec![
        (None, Some("2024-01-31"), one_value(zl(100))),
        (Some("2024-02-01"), None, one_value(zl(4))),
    ];
    let limit = parameter_value(0, vec![], money());
    let dated = Rule {
        each: vec![each_cost(None)],
        as_of: Some(cost(INCURRED, Type::Date)),
        ..rule(vec![at_most(cost(AMOUNT, money()), limit)])
    };
    let mut checked = rules(vec![dated]);
    let table = table(None, money(), versions(list));
    checked.parameters = vec![Parameter { table, unknown_after: None }];
    let found = check(checked, COSTS_YAML).outcomes;
    let outcomes: Vec<Outcome> = found.iter().map(|it| it.outcome).collect();
    assert_eq!(outcomes, [Outcome::Satisfied, Outcome::Violated, Outcome::Violated]);
    assert_eq!(found[2].as_of, Some(day("2024-03-01")));
}

#[test]
fn rules_of_another_root_are_named_and_elements_can_be_roots() {
    let mut checked = rules(vec![rule(vec![flag()])]);
    let support = of(me(PRIORITY), PRIORITY, 0, money());
    let priority = Rule { record: Some(PRIORITY), ..rule(vec![at_most(support, zl(10))]) };
    checked = with(checked, priority);
    let evaluation = check(checked.clone(), "flag: yes");
    assert_eq!(evaluation.elsewhere, vec![RuleId(1)]);
    assert_eq!(evaluation.outcomes.len(), 1);
    checked.programme.roots[1].each_of = vec![1];
    let program = compile(Arc::new(checked));
    let yaml = "support: 5 PLN\nprojects: [{ flag: yes }, { flag: no }]";
    let facts = facts(&program, PRIORITY, yaml);
    let evaluation = Evaluator::new(&program).evaluate(
        &facts,
        day("2024-05-01"),
        &mut Scratch::new(),
        Mode::Outcomes,
        &Limits::default(),
    );
    let found: Vec<Outcome> = evaluation.outcomes.iter().map(|it| it.outcome).collect();
    assert_eq!(found, [Outcome::Satisfied, Outcome::Violated, Outcome::Satisfied]);
    assert!(evaluation.elsewhere.is_empty());
    assert_eq!(evaluation.verdict, Verdict::Ineligible);
}

#[test]
fn an_included_record_has_its_rules_too() {
    let fund = of(me(OPERATION), OPERATION, 0, money());
    let operation = Rule { record: Some(OPERATION), ..rule(vec![at_most(fund, zl(7))]) };
    let yaml = |amount| format!("fund: {amount} PLN");
    assert_eq!(one(operation.clone(), &yaml(7)).outcome, Outcome::Satisfied);
    assert_eq!(one(operation, &yaml(8)).outcome, Outcome::Violated);
}
