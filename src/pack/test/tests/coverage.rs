//! What tests reach and miss.

use super::{Shelf, pack};
use crate::pack::test::{TestOptions, TestReport, run_tests};

fn covered(steps: &str) -> TestReport {
    let pack = pack(&format!("test \"x\" for Project {{\n  on 2024-05-01\n{steps}\n}}\n"));
    run_tests(&pack, &Shelf, TestOptions { coverage: true })
}

/// Missed things as `rule: what`.
fn missed(report: &TestReport) -> Vec<String> {
    let name = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
    report.missed.iter().map(|m| format!("{}: {}", name(&m.rule), m.what)).collect()
}

#[test]
fn nothing_is_reached_without_tests() {
    let report = run_tests(&pack(""), &Shelf, TestOptions { coverage: true });
    assert_eq!(
        missed(&report),
        [
            "rate: value never read",
            "rate: value never read",
            "ceiling: never satisfied",
            "ceiling: never violated",
            "ceiling: bound never reached from below",
            "ceiling: bound never reached exactly",
            "ceiling: bound never reached from above",
            "in_time: never satisfied",
            "in_time: never violated",
            "note_for_rail: never satisfied",
            "note_for_rail: never violated",
            "note_for_rail: never not applicable",
            "rail: never satisfied",
            "rail: never not met",
        ]
    );
    let first = report.missed.first().map(|missed| missed.at.as_str());
    assert_eq!(first, Some("t.subvent:31"));
}

#[test]
fn each_side_of_a_bound_counts_alone() {
    let below = "  given { kind: rail, note: \"n\", grant: 79 EUR, costs: [ { amount: 100 EUR } ] }
  expect ceiling satisfied";
    let left = missed(&covered(below));
    assert!(!left.contains(&"ceiling: bound never reached from below".to_owned()), "{left:?}");
    assert!(left.contains(&"ceiling: bound never reached exactly".to_owned()), "{left:?}");
    assert!(left.contains(&"ceiling: bound never reached from above".to_owned()), "{left:?}");
    // The row of rail was read, that of road was not.
    assert_eq!(left.iter().filter(|missed| *missed == "rate: value never read").count(), 1);
}

#[test]
fn tests_that_reach_everything_leave_nothing() {
    let report = covered(
        "  given { kind: rail, note: \"n\", grant: 79 EUR, period: 2024-01-01 to 2024-12-31,
    costs: [ { amount: 100 EUR, day: 2024-05-01 }, { amount: 0 EUR, day: 2025-01-01 } ] }
  expect ceiling satisfied
  given with { grant: 80 EUR, note: missing }
  expect note_for_rail violated
  given with { grant: 81 EUR, kind: road }
  expect ceiling violated",
    );
    assert_eq!((report.passed, missed(&report)), (1, Vec::new()));
    let ceiling = report.reached.iter().find(|reached| reached.rule == "t.ceiling").unwrap();
    assert_eq!(ceiling.outcomes, ["satisfied", "violated"]);
    assert_eq!(ceiling.clause.as_deref(), Some("C-1"));
}

#[test]
fn coverage_is_looked_for_only_when_asked_for() {
    let report = run_tests(&pack(""), &Shelf, TestOptions::default());
    assert!(report.missed.is_empty() && report.reached.is_empty());
}
