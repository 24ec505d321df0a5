//! From a rule file and a proposal to facts, through parser, checker and binding.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]
#![expect(clippy::expect_used, reason = "helpers of tests fail by panicking")]

use subvent::data::{DataLimits, read_yaml};
use subvent::diagnostic::Diagnostics;
use subvent::facts::{Facts, bind};
use subvent::program::FactSchema;
use subvent::resolve::{LoadError, Loader, resolve};
use subvent::text::Source;
use subvent::types::check;
use subvent::types::typed::{Checked, RecordId};
use subvent::value::Value;

const RULES: &str = r#"
module test.facts

programme {
  title     en "Facts of every kind"
  currency  PLN
  languages en
  runs      2021-01-01 to 2029-12-31
  checks    Project
}

enum Category { staff, travel, land }

record Undertaking {
  key id:  text
  links:   list of key of Undertaking at most 2
}

record Cost {
  category: Category
  amount:   money at least 0
  rate:     percent at most 100%
  by:       key of Undertaking?
  flagged:  bool = no
}

record Operation {
  started: date at least 2021-01-01
}

facts Project {
  include Operation
  costs:        list of Cost at least 1
  undertakings: list of Undertaking?
  estimate:     approximate money?
  abroad:       money any? at least 0
  ecodesign:    bool assessed
}
"#;

struct One;

impl Loader for One {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        Ok((module == "test.facts").then(|| Source::new("facts.subvent", RULES)))
    }

    fn modules(&self) -> Vec<String> {
        Vec::new()
    }
}

fn rules() -> (Checked, RecordId) {
    let (resolved, found) = resolve(&One, "test.facts");
    assert!(found.is_empty(), "{found:#?}");
    let (checked, found) = check(&resolved);
    assert!(!found.has_errors(), "{found:#?}");
    let root = checked.programme.roots.first().map(|root| root.record);
    (checked, root.expect("the programme has a root"))
}

fn bound(text: &str) -> (Option<Facts>, Diagnostics) {
    let (checked, root) = rules();
    let (tree, found) = read_yaml(checked.sources.next_id(), text, &DataLimits::default());
    assert!(found.is_empty(), "{found:#?}");
    bind(&FactSchema::new(&checked), &checked, root, &tree.expect("a tree"))
}

#[test]
fn a_proposal_becomes_facts() {
    let (facts, found) = bound(
        "started: 2024-04-01\ncosts:\n  - { category: land, amount: 5, rate: 10%, by: b }\n\
         undertakings:\n  - { id: a, links: [b] }\n  - { id: b, links: [a, a] }\n\
         abroad: 5 EUR\nestimate: about 7 PLN\n",
    );
    assert!(found.is_empty(), "{found:#?}");
    let facts = facts.expect("facts");
    let cell = |path: &str| facts.cell(facts.find(path).expect(path));
    let record = |path: &str| Value::Record(facts.find(path).expect(path));
    assert_eq!(cell("costs[0].by"), &record("undertakings[1]"));
    assert_eq!(cell("costs[0].flagged"), &Value::Bool(false));
    let Value::List(links) = cell("undertakings[1].links") else { panic!("no list") };
    let links: Vec<Value> = links.iter().collect();
    assert_eq!(links, [record("undertakings[0]"), record("undertakings[0]")]);
    assert!(facts.assessed(facts.find("ecodesign").expect("a judgement")));
}

#[test]
fn limits_come_from_the_rules() {
    let text = "started: 2020-12-31\ncosts: []\nabroad: -1 SEK\n\
                undertakings:\n  - { id: a, links: [a, a, a] }\n";
    let (facts, found) = bound(text);
    assert!(facts.is_none());
    let (checked, _) = rules();
    let shown: Vec<String> = found
        .iter()
        .map(|problem| {
            let words = |index: usize| problem.labels.get(index).map(|label| label.span);
            let value = words(0).and_then(|span| text.get(span.range())).unwrap_or("");
            let limit = words(1).map_or("", |span| checked.sources.slice(span));
            format!("{} | {value} | {limit}", problem.message)
        })
        .collect();
    assert_eq!(
        shown,
        [
            "`started` must be at least 2021-01-01, not `2020-12-31` | 2020-12-31 | 2021-01-01",
            "`costs` must have at least 1 element, not `0` | [] | 1",
            "`abroad` must be at least 0, not `-1 SEK` | -1 SEK | 0",
            "`links` must have at most 2 elements, not `3` | [a, a, a] | 2",
        ]
    );
}
