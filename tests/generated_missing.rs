//! With facts missing, the library says only what it says of every completion, and names what is
//! missing.

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

use std::collections::BTreeSet;
use std::sync::Arc;

use reference::chance::Chance;
use reference::concrete::World;
use reference::generate::{self, Case};
use reference::{agree, harness, sound};
use subvent::eval::{Evaluation, Outcome};
use subvent::facts::Facts;
use subvent::program::{Program, compile};
use subvent::types::typed::Checked;
use subvent::value::{Owed, Value};

struct Setting {
    case: Case,
    checked: Arc<Checked>,
    program: Program,
    facts: Facts,
    said: Evaluation,
}

fn setting(seed: u64) -> Option<Setting> {
    let case = generate::case(seed, 4);
    if case.holes.is_empty() {
        return None;
    }
    let checked = Arc::new(harness::programme(&case)?);
    let facts = harness::facts(&checked, &case.proposal.yaml(&case.holes)).unwrap();
    let program = compile(checked.clone());
    let said = harness::evaluate(&program, &facts, case.today);
    Some(Setting { case, checked, program, facts, said })
}

/// Runs a property on many cases and shows the first that break it.
fn all_hold(usual: u64, property: impl Fn(&Setting) -> Vec<String>) {
    let mut failed = 0;
    for seed in reference::seeds(usual) {
        let Some(setting) = setting(seed) else { continue };
        let broken = property(&setting);
        if !broken.is_empty() {
            failed += 1;
            if failed <= 12 {
                println!("seed {seed}\n  {}", broken.join("\n  "));
            }
            if std::env::var("SHOW").is_ok() {
                println!("{}", setting.case.show());
                for outcome in &setting.said.outcomes {
                    let name = &setting.checked.rules[outcome.rule.index()].name;
                    let missing: Vec<_> = outcome.missing.iter().collect();
                    let element: Vec<u32> = outcome.element.iter().map(|e| e.index).collect();
                    println!("{name} {element:?} {:?} misses {missing:?}", outcome.outcome);
                }
                for cell in 0..u32::try_from(setting.facts.len()).unwrap() {
                    let (path, value) = (setting.facts.path(cell), setting.facts.cell(cell));
                    println!("{cell} {path} = {value:?}");
                }
            }
        }
    }
    assert_eq!(failed, 0, "cases that break the property");
}

/// Violated with facts missing is violated in every completion, and so on for the others.
#[test]
fn what_is_said_with_facts_missing_holds_of_every_completion() {
    all_hold(400, |setting| {
        let Setting { case, checked, said, .. } = setting;
        let root = checked.programme.roots[0].record;
        let mut chance = Chance::new(case.today.unsigned_abs());
        let mut broken = Vec::new();
        for round in 0..4 {
            let complete = match round {
                0 => case.proposal.clone(),
                _ => case.proposal.redraw(&case.model, &case.holes, &mut chance),
            };
            let world = World::new(checked, case.today, complete.world(&case.model), root);
            let found = sound::broken(checked, said, &agree::answer(&world));
            if !found.is_empty() && std::env::var("SHOW").is_ok() {
                println!("--- completion\n{}", complete.yaml(&BTreeSet::new()));
            }
            broken.extend(found);
        }
        broken
    });
}

/// Every undetermined outcome names what is missing, and only what nobody gave.
#[test]
fn missing_facts_are_facts_that_nobody_gave() {
    all_hold(400, |setting| {
        let mut broken = Vec::new();
        let judged = setting.case.source().contains("in open [");
        for outcome in &setting.said.outcomes {
            let name = &setting.checked.rules[outcome.rule.index()].name;
            let open = outcome.outcome == Outcome::Undetermined;
            if open == outcome.missing.is_empty() {
                broken.push(format!("{name}: {:?} misses {:?}", outcome.outcome, outcome.missing));
            }
            for owed in outcome.missing.iter() {
                if let Owed::Fact(cell) = owed
                    && !judged
                    && !may_be_owed(setting.facts.cell(cell))
                {
                    broken.push(format!("{name}: {} is known", setting.facts.path(cell)));
                }
            }
        }
        broken
    });
}

/// Facts whose value is certain are owed only where they do not say enough: a moment without a
/// time, or what an assessor has to judge.
fn may_be_owed(value: &Value) -> bool {
    matches!(value, Value::Open(_) | Value::Moment(_))
}

/// A fact that is not named as missing does not decide an undetermined outcome.
#[test]
fn what_is_not_missing_decides_nothing() {
    all_hold(300, |setting| {
        let Setting { case, checked, program, facts, said } = setting;
        let mut broken = Vec::new();
        for outcome in said.outcomes.iter().filter(|o| o.outcome == Outcome::Undetermined) {
            let name = &checked.rules[outcome.rule.index()].name;
            let missing: Vec<String> = outcome
                .missing
                .iter()
                .filter_map(|owed| match owed {
                    Owed::Fact(cell) => Some(facts.path(cell)),
                    _ => None,
                })
                .collect();
            let kept: BTreeSet<String> =
                case.holes.iter().filter(|hole| names(&missing, hole)).cloned().collect();
            if kept.len() == case.holes.len() {
                continue;
            }
            let later = harness::facts(checked, &case.proposal.yaml(&kept)).unwrap();
            let later = harness::evaluate(program, &later, case.today);
            let same = later.outcomes.iter().find(|o| {
                let index = |o: &subvent::eval::RuleOutcome| {
                    o.element.iter().map(|e| e.index).collect::<Vec<_>>()
                };
                o.rule == outcome.rule && index(o) == index(outcome)
            });
            if let Some(same) = same.filter(|same| same.outcome != Outcome::Undetermined) {
                broken.push(format!("{name}: {missing:?} missing, {:?} without", same.outcome));
            }
        }
        broken
    });
}

/// Whether a hole is among the missing facts, or holds one of them.
fn names(missing: &[String], hole: &str) -> bool {
    missing.iter().any(|path| {
        path == hole || path.strip_prefix(hole).is_some_and(|rest| rest.starts_with(['.', '[']))
    })
}
