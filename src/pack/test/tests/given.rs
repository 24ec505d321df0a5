//! The facts of tests: files, changes, dates, and facts that are refused.

use super::{Shelf, failures, pack, passes, run};
use crate::pack::test::{TestOptions, run_tests};

#[test]
fn files_are_read_and_changed() {
    passes(
        "  given file \"good.yaml\" with { costs: [ { amount: 100 EUR } ] }
  expect ceiling satisfied with margin 0 EUR
  given file \"good.json\"
  expect rail not_met",
    );
}

#[test]
fn a_proposal_may_bring_its_date() {
    let steps =
        "test \"x\" for Project {\n  given file \"good.yaml\"\n  expect rail satisfied\n}\n";
    let report = run_tests(&pack(steps), &Shelf, TestOptions::default());
    assert_eq!((report.passed, report.failed), (1, 0), "{:?}", report.failures);
    let steps = "test \"x\" for Project {\n  given { kind: rail }\n  expect rail satisfied\n}\n";
    let report = run_tests(&pack(steps), &Shelf, TestOptions::default());
    let messages: Vec<&str> = report.failures.iter().map(|failure| &*failure.message).collect();
    assert_eq!(messages, ["the test has no date of assessment"]);
}

#[test]
fn facts_that_cannot_be_had_stop_only_what_rests_on_them() {
    assert_eq!(
        failures("  given file \"gone.yaml\"\n  expect rail satisfied\n  expect rail satisfied"),
        ["the file cannot be read: there is no file `gone.yaml`"]
    );
    assert_eq!(failures("  given file \"table.csv\""), ["the file is neither YAML nor JSON"]);
    assert_eq!(failures("  expect rail satisfied"), ["there are no facts to check"]);
    assert_eq!(failures("  given with { kind: rail }"), ["there are no facts to change"]);
    assert_eq!(
        failures("  given { kind: rail } with { costs[1].amount: 1 EUR }"),
        ["the fact `costs[1].amount` cannot be changed"]
    );
    let broken = run("  given file \"broken.yaml\"");
    let [only] = broken.failures.as_slice() else { panic!("{:?}", broken.failures) };
    assert!(only.message.starts_with("the facts are refused: "), "{}", only.message);
}

#[test]
fn refused_facts_are_told_once_unless_they_are_expected() {
    let unknown = "  given { kind: rail, grnat: 1 EUR }";
    assert_eq!(
        failures(&format!("{unknown}\n  expect rail satisfied\n  expect ceiling satisfied")),
        ["the facts are refused: `Project` has no `grnat`"]
    );
    passes(&format!("{unknown}\n  expect invalid\n  expect invalid \"facts::unknown_key\""));
    assert_eq!(
        failures(&format!("{unknown}\n  expect invalid \"facts::wrong_type\"")),
        ["the facts: expected `facts::wrong_type`, came `facts::unknown_key`"]
    );
    assert_eq!(
        failures("  given { kind: rail }\n  expect invalid"),
        ["the facts: expected to be refused, came the verdict `ineligible`"]
    );
}

#[test]
fn a_broken_invariant_refuses_facts() {
    let broken = "  given { start: 2024-02-02, end: 2024-02-01 }";
    passes(&format!("{broken}\n  expect invalid \"facts::invariant\""));
    assert_eq!(
        failures(&format!("{broken}\n  expect rail satisfied")),
        ["the facts are refused: It ends on 2024-02-01, before 2024-02-02."]
    );
    passes("  given { start: 2024-02-01 }\n  expect ceiling undetermined");
}
