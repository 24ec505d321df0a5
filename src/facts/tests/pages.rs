//! The examples on the pages of this room's codes do what the page says.
//!
//! Examples in YAML and JSON are proposals to the programme of these tests.

use super::programme::{PROJECT, programme};
use super::proposal;
use crate::data::{DataLimits, read_json, read_yaml};
use crate::diagnostic::Code;
use crate::facts::{Header, bind};
use crate::program::FactSchema;

/// The proposals of a part of a page.
fn examples(part: &str) -> Vec<(&str, &str)> {
    let fences: Vec<&str> = part.split("\n```").collect();
    // Every second piece lies between an opening and a closing fence.
    let pieces = fences.iter().skip(1).step_by(2);
    let examples = pieces.filter_map(|piece| piece.split_once('\n'));
    examples.filter(|(language, _)| matches!(*language, "yaml" | "json")).collect()
}

/// The codes that a proposal gives.
fn codes(language: &str, text: &str) -> Vec<Code> {
    let read = if language == "json" { read_json } else { read_yaml };
    let (tree, found) = read(proposal(), text, &DataLimits::default());
    assert!(found.is_empty(), "{found:#?}");
    let tree = tree.unwrap();
    let checked = programme();
    let header = Header::read(&tree).1;
    let facts = bind(&FactSchema::new(&checked), &checked, PROJECT, &tree).1;
    header.iter().chain(&facts).map(|problem| problem.code).collect()
}

#[test]
fn examples_give_their_code_and_remedies_none() {
    let mut seen = 0;
    // Invariants are judged by evaluation, once the facts are bound.
    let bound =
        |code: &Code| code.as_str().starts_with("facts::") && code.as_str() != "facts::invariant";
    for code in Code::all().filter(bound) {
        let page = code.page().unwrap();
        let (_, rest) = page.split_once("## Example").unwrap();
        let (bad, good) = rest.split_once("## What to do").unwrap();
        // These come from values of a host, from rules, and from lists too long for a page.
        let elsewhere =
            ["facts::float", "facts::host_value", "facts::too_many", "facts::unusable_record"];
        let wanted = !elsewhere.contains(&code.as_str());
        assert_eq!(wanted, !examples(bad).is_empty(), "{code}");
        for (language, text) in examples(bad) {
            let found = codes(language, text);
            assert!(!found.is_empty() && found.iter().all(|c| *c == code), "{code}: {found:?}");
            seen += 1;
        }
        for (language, text) in examples(good) {
            assert_eq!(codes(language, text), [], "{code}: {text}");
        }
    }
    assert!(seen >= 20);
}
