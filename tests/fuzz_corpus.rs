//! Every file of the fuzz corpus, as the fuzz targets take it, on every run of the tests.
//!
//! A file that once broke something stays in `fuzz/corpus` under a name that says what. The
//! files `seed-…` also have to get as far as they are there for, so that the targets keep
//! reaching the evaluator when the language changes.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

#[path = "../fuzz/fuzz_targets/shared.rs"]
mod shared;

use std::fs;
use std::path::{Path, PathBuf};

use shared::Reached;

/// The files of a folder and of those in it, by name.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// Takes every file of a target's corpus; seeds must get so far.
fn replay(target: &str, take: fn(&[u8]) -> Reached, seeds: Reached) {
    let files = files(&format!("fuzz/corpus/{target}"));
    let mut good = 0;
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let reached = take(&fs::read(&file).unwrap());
        if name.starts_with("seed-") {
            assert_eq!(reached, seeds, "{target}/{name}");
            good += 1;
        }
    }
    assert!(good > 0, "{target} has a seed");
}

#[test]
fn rule_files_are_parsed() {
    replay("parse", shared::parse, Reached::Taken);
}

#[test]
fn programmes_are_compiled() {
    replay("compile", shared::compile, Reached::Taken);
}

#[test]
fn proposals_are_bound() {
    replay("facts", shared::facts, Reached::Checked);
}

#[test]
fn programmes_check_proposals() {
    replay("check", shared::check, Reached::Checked);
}

#[test]
fn rules_and_examples_pass_the_targets_too() {
    for file in files("rules") {
        let text = fs::read(&file).unwrap();
        assert_eq!(shared::parse(&text), Reached::Taken, "{}", file.display());
        assert_eq!(shared::compile(&text), Reached::Taken, "{}", file.display());
    }
    for file in files("examples/proposals") {
        let reached = shared::facts(&fs::read(&file).unwrap());
        let orebro = file.to_string_lossy().contains("orebro");
        let expected = if orebro { Reached::Checked } else { Reached::Problems };
        assert_eq!(reached, expected, "{}", file.display());
    }
}
