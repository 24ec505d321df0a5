//! What the checker does not warn of does not happen: a programme without a warning of a divisor
//! that can be zero never divides by zero, whatever the facts.

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

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use reference::chance::Chance;
use reference::generate::Proposal;
use reference::{generate, harness};
use subvent::diagnostic::Code;
use subvent::quantity;
use subvent::text::Span;
use subvent::value::FaultKind;

/// The quotients that divide by zero, by their places.
fn divided_by_zero(evaluation: &subvent::eval::Evaluation) -> Vec<Span> {
    let outcomes = evaluation.outcomes.iter().filter_map(|outcome| outcome.fault.as_ref());
    let values = evaluation.values.iter().filter_map(|result| match &result.value {
        subvent::value::Value::Fault(fault) => Some(fault),
        _ => None,
    });
    let zero = FaultKind::Arithmetic(quantity::Fault::DivisionByZero);
    outcomes.chain(values).filter(|fault| fault.kind == zero).map(|fault| fault.at).collect()
}

#[test]
fn a_divisor_that_is_not_warned_of_is_never_zero() {
    let mut faults = 0;
    let mut silent = 0;
    for seed in reference::seeds(400) {
        let case = generate::case(seed, 4);
        let Some((checked, problems)) = harness::programme_with_problems(&case) else { continue };
        let warned: BTreeSet<(u32, u32)> = problems
            .iter()
            .filter(|problem| problem.code == Code::TYPES_ZERO_DIVISOR)
            .filter_map(|problem| problem.span())
            .map(|span| (span.start, span.end))
            .collect();
        let checked = Arc::new(checked);
        let program = subvent::program::compile(checked.clone());
        let mut chance = Chance::new(seed);
        for _ in 0..8 {
            let proposal = Proposal::draw(&case.model, &mut chance);
            let facts = harness::facts(&checked, &proposal.yaml(&BTreeSet::new())).unwrap();
            let found = harness::evaluate(&program, &facts, case.today);
            for at in divided_by_zero(&found) {
                faults += 1;
                let inside = |(start, end): &(u32, u32)| at.start <= *start && *end <= at.end;
                if !warned.iter().any(inside) {
                    panic!(
                        "seed {seed}: no warning of {}\n{}",
                        checked.sources.slice(at),
                        case.show()
                    );
                }
            }
        }
        silent += usize::from(warned.is_empty());
    }
    assert!(faults > 10, "only {faults} divisions by zero");
    assert!(silent > 10, "only {silent} programmes without a warning");
}
