//! Rules for each element of a list, comprehensions, open lists, roots of several kinds.

use std::sync::Arc;

use super::build::*;
use crate::eval::{Evaluator, Limits, Mode, Outcome, Quiet, Scratch, Verdict};
use crate::program::compile;
use crate::types::typed::*;
use crate::value::{FaultKind, Missing, Owed};

fn for_each_cost(condition: Option<Expr>, requirement: Expr) -> Rule {
    Rule { each: vec![each_cost(condition)], ..rule(vec![requirement]) }
}

fn small() -> Expr {
    at_most(cost(AMOUNT, money()), zl(100))
}

const COSTS_YAML: &str = "costs:
  - { amount: 100 PLN, cross: no, incurred: 2024-01-01, kind: public }
  - { amount: 101 PLN, cross: yes, incurred: 2024-02-01, kind: public }
  - { amount: 5 PLN, cross: yes, incurred: 2024-03-01, kind: for_profit }
";

fn outcomes(rule: Rule, yaml: &str) -> Vec<(Option<u32>, Outcome)> {
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

#[test]
fn steps_are_bounded() {
    let checked = rules(vec![rule(vec![at_most(sum_of_costs(), zl(1))])]);
    let program = compile(Arc::new(checked));
    let facts = facts(&program, PROJECT, COSTS_YAML);
    let limits = Limits { max_steps: 3, ..Limits::default() };
    let evaluation = Evaluator::new(&program).evaluate(
        &facts,
        day("2024-05-01"),
        &mut Scratch::new(),
        Mode::Reasons,
        &limits,
    );
    let found = only(evaluation);
    assert_eq!(found.outcome, Outcome::Faulty);
    assert_eq!(found.fault.unwrap().kind, FaultKind::Steps);
}

/// Definitions that each read the next, each inside several branches.
fn chain(length: u32) -> Checked {
    let mut checked = rules(vec![rule(vec![at_most(call(0, money()), zl(1))])]);
    for next in 1..=length {
        let inner = if next == length { grant() } else { call(next, money()) };
        let branch = |inner: Expr| {
            let (condition, otherwise) = (Box::new(flag()), Box::new(zl(0)));
            expr(ExprKind::If { condition, then: Box::new(inner), otherwise }, money())
        };
        checked.definitions.push(definition(money(), branch(branch(inner)), vec![]));
    }
    checked
}

#[test]
fn definitions_that_lie_too_deep_inside_each_other_are_a_fault() {
    let yaml = "grant: 1 PLN\nflag: yes";
    assert_eq!(only(check(chain(60), yaml)).outcome, Outcome::Satisfied);
    let deep = only(check(chain(2_000), yaml));
    assert_eq!(deep.outcome, Outcome::Faulty);
    assert_eq!(deep.fault.unwrap().kind, FaultKind::Steps);
}

#[test]
fn rules_that_rest_on_each_other_too_deeply_are_a_fault() {
    let chain = |length: u32| {
        let mut list = vec![];
        for next in 1..=length {
            let receiver = Box::new(me(PROJECT));
            let rests = ExprKind::Holds { rule: RuleId(next), receiver };
            let rests = expr(rests, Type::Bool);
            let both = or(vec![not(rests.clone()), rests]);
            list.push(Rule { each: vec![each_cost(None)], ..rule(vec![both]) });
        }
        list.push(rule(vec![flag()]));
        check(rules(list), COSTS_YAML).outcomes[0].clone()
    };
    // Without a flag the last rule is undetermined, and so are all that rest on it; looking at
    // both cases shows that either way the first one holds.
    assert_eq!(chain(10).outcome, Outcome::Satisfied);
    assert_eq!(chain(1_000).outcome, Outcome::Faulty);
}
