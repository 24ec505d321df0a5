//! The language reference, `tests/spec/*.md`, read and run: every block on every page.
//!
//! What the blocks mean is said in `tests/spec/README.md`. A page is one test, which lists all
//! that is not as the page says, each with its file and line.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

mod spec_runner;

use spec_runner::{Page, completed, run};

/// A test for each page, and the list of their names.
macro_rules! pages {
    ($($test:ident => $page:literal,)*) => {
        const PAGES: &[&str] = &[$($page),*];

        $(
            #[test]
            fn $test() {
                is_as_it_says($page);
            }
        )*
    };
}

pages! {
    modules => "01-modules",
    sources => "02-sources",
    types => "03-types",
    money => "04-money",
    dates => "05-dates",
    records => "06-records",
    missing => "07-missing",
    definitions => "08-definitions",
    parameters => "09-parameters",
    tables => "10-tables",
    rules => "11-rules",
    consequences => "12-consequences",
    lists => "13-lists",
    grouping => "14-grouping",
    open_lists => "15-open-lists",
    preferences => "16-preferences",
    permissions => "17-permissions",
    building_on_others => "18-building-on-others",
    tests => "19-tests",
    evidence => "20-evidence",
    which_date => "21-which-date",
    proposals => "22-proposals",
    numbers => "23-numbers",
    periods => "24-periods",
    calendars => "25-calendars",
    deadlines => "26-deadlines",
    conversion => "28-conversion",
    public_holidays => "27-public-holidays",
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec")
}

fn page(name: &str) -> Page {
    let text = fs::read_to_string(directory().join(format!("{name}.md"))).unwrap();
    Page::read(&format!("tests/spec/{name}.md"), &text)
}

#[track_caller]
fn is_as_it_says(name: &str) {
    let failures = run(&page(name));
    assert!(failures.is_empty(), "{} claims fail:\n{}", failures.len(), failures.join("\n"));
}

/// Every page of the directory is one of the tests above.
#[test]
fn no_page_is_left_out() {
    let files = fs::read_dir(directory()).unwrap().map(|entry| entry.unwrap().path());
    let named = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    let found: BTreeSet<String> =
        files.map(|path| named(&path)).filter(|name| name.ends_with(".md")).collect();
    let known = PAGES.iter().map(|page| format!("{page}.md"));
    assert_eq!(found, known.chain(["README.md".to_owned()]).collect());
}

/// A page that claims nothing would pass whatever the language did.
#[test]
fn every_page_claims_something() {
    for name in PAGES {
        assert!(page(name).claims() > 0, "{name} claims nothing");
    }
}

/// What a proposal with one fact unknown is told holds for the proposal as it was: each proposal
/// of the reference is checked once more for each of its facts.
#[test]
fn nothing_said_of_an_incomplete_proposal_is_taken_back() {
    let failures: Vec<String> = PAGES.iter().flat_map(|name| completed(&page(name))).collect();
    assert!(failures.is_empty(), "{} unsound:\n{}", failures.len(), failures.join("\n"));
}
