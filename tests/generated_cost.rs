//! The cost of a programme, told from the sizes of lists alone, is never exceeded.

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

use reference::{generate, harness};
use subvent::program::compile;

#[test]
fn no_evaluation_takes_more_steps_than_its_cost() {
    let (mut taken, mut told, mut compared, mut without) = (0_u64, 0_u64, 0, 0);
    for seed in reference::seeds(500) {
        let case = generate::case(seed, 4);
        let Some(checked) = harness::programme(&case) else { continue };
        let checked = Arc::new(checked);
        let program = compile(checked.clone());
        for holes in [&BTreeSet::new(), &case.holes] {
            let facts = harness::facts(&checked, &case.proposal.yaml(holes)).unwrap();
            let steps = harness::evaluate(&program, &facts, case.today).steps;
            let cost = program.cost(facts.root(), &facts.list_sizes());
            assert!(cost.complete <= cost.missing, "seed {seed}: {cost:?}");
            let bound = if facts.is_complete() { cost.complete } else { cost.missing };
            assert!(steps <= bound, "seed {seed}: {steps} steps, told {cost:?}\n{}", case.show());
            if bound == u64::MAX {
                without += 1;
            } else if holes.is_empty() {
                (taken, told) = (taken + steps, told.saturating_add(bound));
            }
            compared += 1;
        }
    }
    println!("{compared} compared, {without} without a bound; complete: {taken} steps of {told}");
    assert!(compared >= 100, "only {compared} were compared");
    assert!(without * 10 <= compared, "{without} of {compared} have no bound");
}

/// Where the code is plain, the bound lies close: a rule for each of many costs that reads a total
/// of them all is no square, since the total is remembered.
#[test]
fn a_remembered_total_costs_once() {
    let text = "module my.rules
programme { currency EUR checks Project }
record Cost { amount: money at least 0 }
facts Project { costs: list of Cost }
define total for Project = sum(c.amount for c in costs)
rule small for Project { for each c in costs require c.amount <= 10% of total }
";
    let memory = subvent::pack::Memory::new().with("my.rules", text);
    let rules = subvent::Rules::load(&memory, "my.rules").unwrap();
    let steps = |count: usize| {
        let costs: String = (0..count).map(|_| "  - { amount: 5 EUR }\n").collect();
        let proposal = rules.facts_from_yaml("p.yaml", &format!("costs:\n{costs}")).unwrap();
        let cost = rules.cost(&proposal.facts().list_sizes()).complete;
        let as_of = subvent::AsOf::date(2024, 5, 1).unwrap();
        let steps = rules.check(&proposal, as_of).evaluation().unwrap().steps;
        assert!(steps <= cost, "{steps} of {cost}");
        (steps, cost)
    };
    let (few, many) = (steps(100), steps(1_000));
    assert!(few.1 <= 5 * few.0 && many.1 <= 5 * many.0, "{few:?} {many:?}");
    assert!(many.1 <= 11 * few.1, "{few:?} {many:?}");
}

#[test]
fn a_host_refuses_what_costs_too_much_before_it_runs() {
    let rules = subvent::Rules::builtin("se.orebro.regional_growth").unwrap();
    let text = std::fs::read_to_string("examples/proposals/orebro-ai-all-complete.yaml").unwrap();
    let proposal = rules.facts_from_yaml("p.yaml", &text).unwrap();
    let as_of: subvent::AsOf = "2026-03-02".parse().unwrap();
    let cost = rules.cost(&proposal.facts().list_sizes());
    let refused = rules.clone().with_max_cost(1).check(&proposal, as_of);
    assert_eq!(refused.verdict(), subvent::Verdict::Invalid);
    let codes: Vec<&str> = refused.problems().iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["pack::too_costly"]);
    let checked = rules.clone().with_max_cost(cost.missing).check(&proposal, as_of);
    assert_ne!(checked.verdict(), subvent::Verdict::Invalid);
    println!("{cost:?} told, {} taken", checked.evaluation().unwrap().steps);
}
