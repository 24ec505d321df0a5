//! A repair mends: with the value that a report proposes for a fact, the rule is satisfied.

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

use reference::{generate, harness};
use subvent::explain::FactSheet as _;
use subvent::pack::Memory;
use subvent::{AsOf, Rules};

#[test]
fn with_the_value_of_a_repair_a_rule_is_satisfied() {
    let (mut tried, mut indirect) = (0, 0);
    for seed in reference::seeds(600) {
        let case = generate::case(seed, 4);
        if harness::programme(&case).is_none() {
            continue;
        }
        let memory = Memory::new().with(generate::MODULE, case.source());
        let rules = Rules::load(&memory, generate::MODULE).unwrap();
        let as_of = AsOf::new(harness::date(case.today));
        let yaml = case.proposal.yaml(&BTreeSet::new());
        let Ok(proposal) = rules.facts_from_yaml("p.yaml", &yaml) else { continue };
        let report = rules.check(&proposal, as_of);
        let json = serde_json::to_value(&report).unwrap();
        for (at, outcome) in report.outcomes().iter().enumerate() {
            let repair = outcome.reasons.as_ref().and_then(|reasons| reasons.repair.as_ref());
            let Some((cell, _)) = repair.filter(|_| outcome.element.is_empty()) else { continue };
            let Some(place) = proposal.facts().written(*cell) else { continue };
            let said = &json["outcomes"][at];
            let value = said["repair"]["value"].as_str().unwrap();
            let mut mended = yaml.clone();
            mended.replace_range(place.range(), value);
            let Ok(mended) = rules.facts_from_yaml("p.yaml", &mended) else { continue };
            let after = rules.check(&mended, as_of);
            let same = after.outcomes().iter().find(|it| it.rule == outcome.rule);
            tried += 1;
            indirect += usize::from(said["repair"]["path"].as_str().unwrap().contains('['));
            assert_eq!(
                same.map(|it| it.outcome),
                Some(subvent::eval::Outcome::Satisfied),
                "seed {seed}: {} with {}\n{}",
                said["rule"],
                said["repair"],
                case.show()
            );
        }
    }
    println!("{tried} repairs, {indirect} of them inside lists");
    assert!(tried >= 15, "only {tried} repairs were tried");
}
