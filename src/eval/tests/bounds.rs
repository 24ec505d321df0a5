//! What an evaluation may cost, in steps and in depth.

use std::sync::Arc;

use super::build::*;
use super::elements::COSTS_YAML;
use crate::eval::{Evaluator, Limits, Mode, Outcome, Scratch};
use crate::program::compile;
use crate::types::typed::*;
use crate::value::FaultKind;

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
