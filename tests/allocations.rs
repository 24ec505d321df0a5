//! Outcomes on complete facts take no memory from the allocator.
//!
//! A service that checks many proposals keeps the memory of one evaluation for the next: after
//! the first check, a check in the same [`Scratch`] and into the same list allocates nothing.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use allocation_counter::{AllocationInfo, measure};
use subvent::Rules;
use subvent::eval::{Evaluator, Limits, Scratch};

const COMPLETE: &str = include_str!("../examples/proposals/orebro-ai-all-complete.yaml");

/// What a check without reasons allocates when its memory has been used before.
fn second_check() -> AllocationInfo {
    let rules = Rules::builtin("se.orebro.regional_growth").unwrap();
    let proposal = rules.facts_from_yaml("complete.yaml", COMPLETE).unwrap();
    let (facts, as_of) = (proposal.facts(), proposal.as_of().unwrap());
    let evaluator = Evaluator::new(rules.pack().program());
    let (mut scratch, limits, mut outcomes) = (Scratch::new(), Limits::default(), Vec::new());
    evaluator.outcomes_into(facts, as_of, &mut scratch, &limits, &mut outcomes);
    let first = outcomes.clone();
    outcomes.clear();
    let allocated = measure(|| {
        evaluator.outcomes_into(facts, as_of, &mut scratch, &limits, &mut outcomes);
    });
    assert_eq!(outcomes, first);
    assert!(outcomes.len() > 30, "{}", outcomes.len());
    allocated
}

#[test]
fn the_counter_counts() {
    let allocated = measure(|| drop(std::hint::black_box(vec![1_u8; 100])));
    assert_eq!((allocated.count_total, allocated.bytes_total), (1, 100));
}

#[test]
fn a_second_check_allocates_nothing() {
    assert_eq!(second_check(), AllocationInfo::default());
}
