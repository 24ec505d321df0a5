//! Expectations that are met, and the words for those that are not.

use super::{failures, passes, run};

/// 80% of 100 is 80: the grant is exactly at its ceiling.
const AT: &str =
    "  given { kind: rail, grant: 80 EUR, costs: [ { amount: 100 EUR } ], note: \"n\" }";

fn at(steps: &str) -> Vec<String> {
    failures(&format!("{AT}\n{steps}"))
}

#[test]
fn outcomes_and_figures_that_come_as_expected_pass() {
    passes(&format!(
        "{AT}
  expect ceiling satisfied with margin 0 EUR with measured 80 EUR with limit 80 EUR
  expect \"C-1\" satisfied
  expect t.ceiling satisfied
  expect payable is 80 EUR
  expect payable is 80% of 100 EUR
  expect kind_stated is rail
  expect rail satisfied
  expect points of quality is 3
  expect verdict undetermined
  expect in_time for costs[0] undetermined missing costs[0].day, period
  given with {{ grant: 80.01 EUR }}
  expect ceiling violated with margin -0.01 EUR message en \"80.01 EUR is too much.\"
  given with {{ kind: road, note: missing }}
  expect note_for_rail not_applicable
  expect rail not_met
  expect points of quality is 0
  given with {{ kind: unknown }}
  expect payable is unknown
  expect points of quality is 0 to 3"
    ));
}

#[test]
fn another_outcome_is_told_with_what_the_report_says() {
    let report = run(&format!("{AT}\n  expect ceiling violated\n  expect rail not_met"));
    assert_eq!((report.passed, report.failed), (0, 1));
    let [first, second] = report.failures.as_slice() else { panic!("{:?}", report.failures) };
    assert_eq!(first.message, "`ceiling`: expected violated, came satisfied");
    assert_eq!(second.message, "`rail`: expected not_met, came satisfied");
    assert_eq!((first.test.as_str(), first.file.as_str()), ("x", "t.subvent"));
    let line = report.sources().iter().next().and_then(|(_, source)| source.line(first.line));
    assert_eq!(line, Some("  expect ceiling violated"));
    assert_eq!(first.column, 18);
    let undecided = run("  given { kind: rail }\n  expect ceiling satisfied");
    let help = undecided.failures.first().and_then(|failure| failure.help.clone());
    assert_eq!(help.as_deref(), Some("cannot be decided without grant and costs"));
}

#[test]
fn other_figures_are_told_with_both() {
    assert_eq!(
        at("  expect ceiling satisfied with margin 0.01 EUR"),
        ["`ceiling`: expected margin 0.01 EUR, came 0.00 EUR"]
    );
    assert_eq!(
        at("  expect ceiling satisfied with limit 80.5 EUR"),
        ["`ceiling`: expected limit 80.5 EUR, came 80.00 EUR"]
    );
    assert_eq!(at("  expect payable is 81 EUR"), ["`payable`: expected 81 EUR, came 80.00 EUR"]);
    assert_eq!(at("  expect payable is 80"), ["`payable`: expected 80, came 80.00 EUR"]);
    assert_eq!(at("  expect kind_stated is road"), ["`kind_stated`: expected road, came rail"]);
    assert_eq!(
        at("  expect points of quality is 2 to 3"),
        ["points of `quality`: expected 2 to 3, came 3"]
    );
    assert_eq!(
        at("  expect note_for_rail satisfied with margin 0"),
        ["`note_for_rail`: expected margin 0, came no figure"]
    );
}

#[test]
fn the_verdict_is_told_with_the_rules_that_decide_it() {
    let report = run(&format!("{AT}\n  expect verdict eligible"));
    let [only] = report.failures.as_slice() else { panic!("{:?}", report.failures) };
    assert_eq!(only.message, "the verdict: expected eligible, came undetermined");
    assert_eq!(only.help.as_deref(), Some("`in_time` is undetermined"));
}

#[test]
fn missing_facts_must_be_exactly_those_named() {
    let steps = "  given { kind: rail }\n  expect ceiling undetermined missing grant";
    assert_eq!(failures(steps), ["`ceiling`: expected missing grant, came missing costs, grant"]);
    passes("  given { kind: rail }\n  expect ceiling undetermined missing costs, grant");
}

#[test]
fn names_that_nothing_has_are_told_with_the_nearest() {
    let report = run(&format!(
        "{AT}\n  expect cieling satisfied\n  expect \"C-9\" satisfied\n  expect payabel is 1 EUR
  expect total is 1 EUR\n  expect verdict elligible\n  expect points of qualty is 3
  expect in_time for costs[3] satisfied\n  expect ceiling for costs[0] satisfied"
    ));
    let told: Vec<(&str, &str)> = report
        .failures
        .iter()
        .map(|failure| (&*failure.message, failure.help.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(
        told,
        [
            ("there is no rule `cieling`", "did you mean `ceiling`?"),
            ("there is no rule `C-9`", "did you mean `C-1`?"),
            ("there is no result `payabel`", "did you mean `payable`?"),
            (
                "there is no result `total`",
                "a test can expect what the report states: write `result` in place of `define`"
            ),
            ("there is no verdict `elligible`", "did you mean `eligible`?"),
            ("there is no group of points `qualty`", "did you mean `quality`?"),
            ("there is no element checked `costs[3]`", "it is checked on `costs[0]`"),
            (
                "there is no element checked `costs[0]`",
                "the rule is checked once, without elements"
            ),
        ]
    );
}

#[test]
fn a_rule_without_a_named_element_means_all_of_them() {
    let costs = "  given { period: 2024-01-01 to 2024-12-31, costs: [
    { amount: 1 EUR, day: 2024-01-01 }, { amount: 1 EUR, day: 2025-01-01 } ] }";
    passes(&format!(
        "{costs}\n  expect in_time for costs[0] satisfied\n  expect \"C-2\" for costs[1] violated"
    ));
    let report = run(&format!("{costs}\n  expect in_time satisfied"));
    let [only] = report.failures.as_slice() else { panic!("{:?}", report.failures) };
    assert_eq!(only.message, "`in_time` for costs[1]: expected satisfied, came violated");
    let help = only.help.as_deref().unwrap_or_default();
    assert!(help.ends_with("all 2 elements are meant; name one with `for costs[2]`"), "{help}");
}

#[test]
fn an_expected_value_must_be_written_out() {
    assert_eq!(at("  expect payable is total"), ["a test expects a value that is written out"]);
}
