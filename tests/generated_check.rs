//! Generated programmes check without a problem, and generated proposals bind to them.

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

use reference::{coverage::Coverage, generate, harness};

#[test]
fn generated_programmes_check_and_their_proposals_bind() {
    let (count, mut skipped) = (reference::cases(300), 0);
    let mut coverage = Coverage::default();
    for seed in 0..count {
        let case = generate::case(seed, 4);
        let Some(checked) = harness::programme(&case) else {
            skipped += 1;
            continue;
        };
        coverage.add(&checked);
        for holes in [&BTreeSet::new(), &case.holes] {
            if let Err(problems) = harness::facts(&checked, &case.proposal.yaml(holes)) {
                panic!("seed {seed}: {problems}\n{}", case.show());
            }
        }
    }
    assert!(skipped * 10 <= count, "{skipped} of {count} programmes were refused");
    println!("{:?}\nwanting: {:?}", coverage.forms, coverage.wanting());
    if count >= 3000 {
        assert_eq!(coverage.wanting(), Vec::<&str>::new(), "forms that no programme holds");
    }
}
