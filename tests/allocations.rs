//! Outcomes on complete facts ask the allocator for nothing but what they hand out.
//!
//! A service that checks many proposals keeps the memory of one evaluation for the next: after
//! the first check, a check in the same [`Scratch`] and into the same list allocates only the
//! path of each element that a rule is judged on, which belongs to its outcome.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

use allocation_counter::{AllocationInfo, measure};
use subvent::Rules;
use subvent::eval::{Evaluator, Limits, Scratch};

const COMPLETE: &str = include_str!("../examples/proposals/orebro-ai-all-complete.yaml");

/// What a check without reasons allocates when its memory has been used before, and how many
/// elements its outcomes name.
fn second_check() -> (AllocationInfo, u64) {
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
    let paths = outcomes.iter().filter(|outcome| !outcome.element.is_empty()).count();
    (allocated, paths as u64)
}

#[test]
fn the_counter_counts() {
    let allocated = measure(|| drop(std::hint::black_box(vec![1_u8; 100])));
    assert_eq!((allocated.count_total, allocated.bytes_total), (1, 100));
}

#[test]
fn a_second_check_allocates_only_the_paths_of_elements() {
    let (allocated, paths) = second_check();
    assert!(paths > 10, "{paths}");
    assert_eq!(allocated.count_total, paths);
    assert_eq!(allocated.count_current, paths.try_into().unwrap(), "nothing else is kept");
}
