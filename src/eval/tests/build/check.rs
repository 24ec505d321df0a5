//! Programmes checked on facts in YAML.

use std::sync::Arc;

use super::{PROJECT, day, programme};
use crate::eval::{Evaluation, Evaluator, Limits as Budget, Mode, RuleOutcome, Scratch};
use crate::facts::{Facts, bind};
use crate::program::{Program, compile};
use crate::quantity::Money;
use crate::text::SourceId;
use crate::types::typed::*;
use crate::value::Value;

/// Adds a rule that binds.
pub(in crate::eval::tests) fn with(mut checked: Checked, rule: Rule) -> Checked {
    checked.binding.push(RuleId::new(checked.rules.len()));
    checked.rules.push(rule);
    checked
}

/// A programme of rules.
pub(in crate::eval::tests) fn rules(list: Vec<Rule>) -> Checked {
    list.into_iter().fold(programme(), with)
}

/// The facts of a project in YAML.
pub(in crate::eval::tests) fn facts(program: &Program, record: RecordId, yaml: &str) -> Facts {
    let limits = crate::data::DataLimits::default();
    let (node, problems) = crate::data::read_yaml(SourceId::new(1), yaml, &limits);
    assert!(problems.is_empty(), "{problems:?}");
    let node = node.expect("the facts are a tree");
    let (facts, problems) = bind(program.schema(), program.checked(), record, &node);
    facts.unwrap_or_else(|| panic!("{problems:?}"))
}

pub(in crate::eval::tests) fn check_on(checked: Checked, yaml: &str, as_of: &str) -> Evaluation {
    let program = compile(Arc::new(checked));
    let facts = facts(&program, PROJECT, yaml);
    let evaluator = Evaluator::new(&program);
    let mut scratch = Scratch::new();
    let budget = Budget::default();
    let full = evaluator.evaluate(&facts, day(as_of), &mut scratch, Mode::Reasons, &budget);
    // What the modes say of outcomes is the same.
    let short = evaluator.evaluate(&facts, day(as_of), &mut scratch, Mode::Outcomes, &budget);
    let key = |outcomes: &[RuleOutcome]| {
        let one = |it: &RuleOutcome| {
            (it.rule, it.outcome, it.missing.clone(), it.quiet.clone(), it.fault, it.as_of)
        };
        outcomes.iter().map(one).collect::<Vec<_>>()
    };
    assert_eq!(key(&full.outcomes), key(&short.outcomes));
    assert_eq!(full.verdict, short.verdict);
    full
}

pub(in crate::eval::tests) fn check(checked: Checked, yaml: &str) -> Evaluation {
    check_on(checked, yaml, "2024-05-01")
}

/// The only outcome of one rule.
pub(in crate::eval::tests) fn one(rule: Rule, yaml: &str) -> RuleOutcome {
    only(check(rules(vec![rule]), yaml))
}

pub(in crate::eval::tests) fn only(evaluation: Evaluation) -> RuleOutcome {
    assert_eq!(evaluation.outcomes.len(), 1, "{:?}", evaluation.outcomes);
    evaluation.outcomes.into_iter().next().unwrap()
}

/// The cell of a field of the project.
pub(in crate::eval::tests) fn cell(field: u32) -> u32 {
    let program = compile(Arc::new(programme()));
    program.schema().field_offset(PROJECT, field).unwrap()
}

pub(in crate::eval::tests) fn amount(value: &Value) -> Money {
    match value {
        Value::Money(money) => *money,
        other => panic!("{other:?}"),
    }
}
