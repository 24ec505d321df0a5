//! The order in which things are written says nothing: neither the order of declarations nor that
//! of the facts of a record.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::type_complexity,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "a test fails by panicking, shares its modules, and may be told how long to run"
)]

mod reference;

use std::collections::BTreeMap;
use std::sync::Arc;

use reference::chance::Chance;
use reference::{generate, harness};
use subvent::eval::Evaluation;
use subvent::facts::Facts;
use subvent::program::compile;
use subvent::types::typed::Checked;
use subvent::value::{Owed, Value};

/// Facts in another order give the same outcomes, missing facts, figures and results.
#[test]
fn facts_of_a_record_have_no_order() {
    for seed in reference::seeds(300) {
        let case = generate::case(seed, 4);
        let Some(checked) = harness::programme(&case) else { continue };
        let checked = Arc::new(checked);
        let program = compile(checked.clone());
        let shuffled = case.proposal.shuffled(&mut Chance::new(seed));
        let found = [&case.proposal, &shuffled].map(|proposal| {
            let facts = harness::facts(&checked, &proposal.yaml(&case.holes)).unwrap();
            by_name(&checked, &facts, &harness::evaluate(&program, &facts, case.today))
        });
        assert!(found[0] == found[1], "seed {seed}\n{}", case.show());
    }
}

/// Declarations in another order give the same outcomes, missing facts, figures and results.
#[test]
fn declarations_have_no_order() {
    for seed in reference::seeds(300) {
        let case = generate::case(seed, 4);
        let mut other = case.declarations.clone();
        Chance::new(seed).shuffle(&mut other);
        let texts = [case.source(), case.source_of(&other)];
        let found = texts.map(|text| {
            let checked = Arc::new(harness::check(generate::MODULE, &text).ok()?);
            let program = compile(checked.clone());
            let facts = harness::facts(&checked, &case.proposal.yaml(&case.holes)).unwrap();
            let found = harness::evaluate(&program, &facts, case.today);
            Some(by_name(&checked, &facts, &found))
        });
        if found[0] != found[1] {
            let empty = BTreeMap::new();
            let [one, two] = found.map(|found| found.unwrap_or_default());
            for (name, said) in one.iter().chain(&empty) {
                if two.get(name) != Some(said) {
                    println!("{name}\n  {said}\n  {:?}", two.get(name));
                }
            }
            panic!("seed {seed}\n{}\n{}", case.show(), other.join("\n\n"));
        }
    }
}

/// What is said, by the names of rules and the paths of facts.
fn by_name(checked: &Checked, facts: &Facts, found: &Evaluation) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for outcome in &found.outcomes {
        let rule = &checked.rules[outcome.rule.index()];
        let element: Vec<u32> = outcome.element.iter().map(|e| e.index).collect();
        let mut missing: Vec<String> = outcome
            .missing
            .iter()
            .map(|owed| match owed {
                Owed::Fact(cell) => facts.path(cell),
                Owed::Evidence(cell, level) => format!("{} {level}", facts.path(cell)),
                Owed::Reading(_) => "a reading".to_owned(),
                Owed::Fill(_) => "a value".to_owned(),
                Owed::Law(_) => "the law".to_owned(),
            })
            .collect();
        missing.sort();
        let figures: Vec<String> = outcome
            .comparisons
            .iter()
            .map(|c| format!("{:?} {:?}", c.order, c.margin.as_ref().map(certain)))
            .collect();
        let faulty = outcome.fault.is_some();
        said.insert(
            format!("{} {element:?} {}", rule.path, missing.len()),
            format!(
                "{:?} {missing:?} {figures:?} {faulty} {:?} {:?}",
                outcome.outcome, outcome.points, outcome.as_of
            ),
        );
    }
    for value in &found.values {
        let definition = &checked.definitions[value.definition.index()];
        said.insert(definition.path.to_string(), certain(&value.value));
    }
    for points in &found.points {
        said.insert(points.group.to_string(), format!("{:?}", points.points));
    }
    said.insert("verdict".to_owned(), format!("{:?}", found.verdict));
    said
}

/// A value where it is certain. The numbers of members and cells follow the declarations.
fn certain(value: &Value) -> String {
    match value {
        Value::Fault(_) => "a fault".to_owned(),
        Value::Open(_) => "open".to_owned(),
        Value::Member(_) | Value::Record(_) | Value::List(_) => "something".to_owned(),
        other => format!("{other:?}"),
    }
}
