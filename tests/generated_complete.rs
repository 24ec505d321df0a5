//! On complete facts the library says what a brute-force oracle says, which shares no operation
//! with it.

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

use reference::concrete::World;
use reference::{agree, generate, harness};

/// Facts of a complete world give the outcomes, values, points and verdict of the oracle.
#[test]
fn complete_facts_are_judged_as_the_oracle_judges_them() {
    let mut failed = 0;
    for seed in reference::seeds(400) {
        let case = generate::case(seed, 4);
        let Some(checked) = harness::programme(&case) else { continue };
        let checked = Arc::new(checked);
        let facts = harness::facts(&checked, &case.proposal.yaml(&BTreeSet::new())).unwrap();
        let root = checked.programme.roots[0].record;
        let world = World::new(&checked, case.today, case.proposal.world(&case.model), root);
        let answer = agree::answer(&world);
        let program = subvent::program::compile(checked.clone());
        let found = harness::evaluate(&program, &facts, case.today);
        let differences = agree::differences(&checked, &found, &answer);
        if !differences.is_empty() {
            failed += 1;
            if failed <= 12 {
                println!("seed {seed}\n  {}", differences.join("\n  "));
            }
            if std::env::var("SHOW").is_ok() {
                println!("{}", case.show());
            }
        }
    }
    assert_eq!(failed, 0, "cases in which the library and the oracle differ");
}
