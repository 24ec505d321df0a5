//! The Örebro programme and the same rules written by hand come to the same outcomes.
//!
//! The hand-written rules are the measure of the benchmark `orebro`. What is compared there has
//! to be the same work, so it is held against each other here, too, on every run of the tests.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

#[path = "../benches/hand/mod.rs"]
mod hand;

use hand::agreement::{disagreements, told};
use hand::variants::{COMPLETE, EXAMPLES};
use subvent::eval::{Evaluator, Limits, Scratch};
use subvent::{AsOf, Rules};

fn rules() -> Rules {
    Rules::builtin("se.orebro.regional_growth").unwrap()
}

#[test]
fn examples_and_changes_of_each_rule_come_to_the_same() {
    assert_eq!(disagreements(&rules()), Vec::<String>::new());
}

#[test]
fn reports_and_bare_outcomes_agree() {
    let rules = rules();
    let evaluator = Evaluator::new(rules.pack().program());
    let (mut scratch, limits, mut outcomes) = (Scratch::new(), Limits::default(), Vec::new());
    for (name, text) in EXAMPLES.into_iter().chain([("complete", COMPLETE)]) {
        let proposal = rules.facts_from_yaml(name, text).unwrap();
        let as_of = proposal.as_of().unwrap();
        let report = rules.check(&proposal, AsOf::new(as_of));
        outcomes.clear();
        let facts = proposal.facts();
        let verdict = evaluator.outcomes_into(facts, as_of, &mut scratch, &limits, &mut outcomes);
        let bare = told(&rules, verdict, &outcomes);
        assert_eq!(bare, told(&rules, report.verdict(), report.outcomes()), "{name}");
        assert!(outcomes.len() > 30, "{name}");
    }
}
