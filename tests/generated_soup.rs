//! No text makes the library panic or hang: neither words in any order nor programmes that have
//! lost some of theirs. What still checks can be evaluated.
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
use reference::{generate, harness, soup};
use subvent::program::compile;
use subvent::syntax::parse;
use subvent::text::{Source, SourceMap};

/// Every text has a tree, and every problem a place in the text.
#[test]
fn any_words_in_any_order_are_parsed() {
    for seed in reference::seeds(1500) {
        let text = soup::soup(&mut Chance::new(seed));
        let mut sources = SourceMap::new();
        let id = sources.add(Source::new("soup.subvent", text.as_str()));
        let (_, problems) = parse(id, sources.get(id).unwrap());
        for problem in problems.iter() {
            for label in &problem.labels {
                let range = label.span.range();
                assert!(text.get(range).is_some(), "seed {seed}: {problem:?}\n{text}");
            }
        }
    }
}

/// A programme with some words changed is refused with problems, or has a meaning.
#[test]
fn mangled_programmes_are_refused_or_mean_something() {
    let mut meant = 0;
    for seed in reference::seeds(400) {
        let case = generate::case(seed, 3);
        let mut chance = Chance::new(seed);
        for _ in 0..4 {
            let text = soup::mangled(&case.source(), &mut chance);
            let Ok(checked) = harness::check(generate::MODULE, &text) else { continue };
            let checked = Arc::new(checked);
            let program = compile(checked.clone());
            let yaml = case.proposal.yaml(&BTreeSet::new());
            if checked.programme.roots.is_empty() {
                continue;
            }
            if let Ok(facts) = harness::facts(&checked, &yaml) {
                harness::evaluate(&program, &facts, case.today);
                meant += 1;
            }
        }
    }
    println!("{meant} of the mangled programmes still meant something");
}
