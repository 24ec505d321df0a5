//! The JSON of the interface, field by field and in its order.

use serde_json::{Value as Json, json};

use super::fixture::Fixture;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::explain::Report;
use crate::text::{SourceId, Span};

fn report(language: &str) -> Json {
    let fixture = Fixture::new();
    serde_json::to_value(Report::new(&fixture.case(language))).unwrap()
}

/// The names of an object in the order in which they are written.
fn order(json: &str, names: &[&str]) -> bool {
    let places: Option<Vec<usize>> =
        names.iter().map(|name| json.find(&format!("\"{name}\":"))).collect();
    places.is_some_and(|places| places.is_sorted())
}

#[test]
fn the_head_of_the_report() {
    let report = report("sv");
    assert_eq!(report["programme"], "se.orebro");
    assert_eq!(report["as_of"], "2022-12-14");
    assert_eq!(report["proposal"], "proposal.yaml");
    assert_eq!(report["verdict"], "faulty");
    assert_eq!(report["points"], json!([{ "group": "", "min": "0", "max": "2" }]));
    for list in ["values", "elsewhere", "without", "problems"] {
        assert_eq!(report[list], json!([]), "{list}");
    }
}

#[test]
fn a_violated_ceiling_has_every_figure() {
    let wanted = json!({
        "rule": "se.orebro.grant_ceiling",
        "clause": "R-04",
        "element": null,
        "outcome": "violated",
        "consequence": "reduce",
        "title": "Högsta stöd",
        "message": "Sökt stöd är 4\u{a0}650\u{a0}000,00\u{a0}kr, över taket.",
        "measured": "4650000.00 SEK",
        "limit": "4529875.00 SEK",
        "margin": "-120125.00 SEK",
        "failing": [
            { "measured": "4650000.00 SEK", "limit": "4529875.00 SEK", "margin": "-120125.00 SEK" }
        ],
        "effect": { "amount": "4529875.00 SEK" },
        "repair": { "path": "requested", "value": "4529875.00 SEK" },
        "facts": [{ "path": "requested", "value": "4650000.00 SEK", "line": 1, "column": 12 }],
        "cite": [
            { "source": "decision", "quote": "dock högst 4 529 875 kronor", "unverified": false }
        ],
        "as_of": "2022-12-14",
        "defined_at": { "file": "rules/se/orebro.subvent", "line": 1 }
    });
    assert_eq!(report("sv")["outcomes"][0], wanted);
}

#[test]
fn fields_come_in_the_order_of_the_interface() {
    let fixture = Fixture::new();
    let json = serde_json::to_string(&Report::new(&fixture.case("en"))).unwrap();
    let head = ["subvent", "programme", "rules_sha256", "as_of", "proposal", "verdict", "points"];
    assert!(order(&json, &head));
    assert!(order(&json, &["values", "outcomes", "elsewhere", "without", "problems"]));
    let outcome = json.split("\"outcomes\":").nth(1).unwrap();
    let fields = [
        "rule",
        "clause",
        "element",
        "outcome",
        "consequence",
        "title",
        "message",
        "measured",
        "limit",
        "margin",
        "failing",
        "effect",
        "repair",
        "facts",
        "cite",
        "defined_at",
    ];
    assert!(order(outcome, &fields));
}

#[test]
fn what_is_missing_says_who_owes_it() {
    let outcome = &report("pl")["outcomes"][1];
    assert_eq!(outcome["outcome"], "undetermined");
    let wanted = json!([
        { "path": "total", "owed_by": "applicant" },
        { "path": "staff", "owed_by": "assessor" }
    ]);
    assert_eq!(outcome["missing"], wanted);
    assert_eq!(outcome["message"], "nie da się rozstrzygnąć bez: total i staff");
    assert_eq!(outcome["title"], "share of costs");
    assert!(outcome.get("measured").is_none());
}

#[test]
fn a_quiet_rule_gives_its_reason() {
    let outcome = &report("sv")["outcomes"][2];
    assert_eq!(outcome["outcome"], "not_applicable");
    assert_eq!(outcome["reason"], "ett undantag gäller: demonstrationer får mark");
}

#[test]
fn an_element_has_its_path_and_an_unknown_amount_its_bounds() {
    let outcome = &report("ro")["outcomes"][3];
    assert_eq!(outcome["element"], "costs[1]");
    assert_eq!(outcome["consequence"], "exclude");
    assert_eq!(outcome["message"], "02.01.2025 este după 01.01.2025; diferență: 1\u{a0}zi");
    assert_eq!(outcome["measured"], "2025-01-02");
    assert_eq!(outcome["margin"], "-1 day");
    let open = json!({
        "bounds": { "low": "0.00 SEK" },
        "missing": [{ "path": "costs[1].amount", "owed_by": "applicant" }]
    });
    assert_eq!(outcome["effect"], json!({ "amount": open }));
    let facts = json!([
        { "path": "costs[1].incurred", "value": "2025-01-02", "line": 6, "column": 15 },
        {
            "path": "costs[1].amount",
            "bounds": { "low": "0.00 SEK" },
            "missing": [{ "path": "costs[1].amount", "owed_by": "applicant" }]
        }
    ]);
    assert_eq!(outcome["facts"], facts);
}

#[test]
fn a_fault_is_the_reason_of_a_faulty_rule() {
    let outcome = &report("en")["outcomes"][4];
    assert_eq!(outcome["outcome"], "faulty");
    assert_eq!(outcome["reason"], "division by zero, in total / staff");
}

#[test]
fn a_preference_is_not_met_and_has_its_own_consequence() {
    let outcome = &report("en")["outcomes"][5];
    assert_eq!(outcome["outcome"], "not_met");
    assert_eq!(outcome["consequence"], "prefer");
    assert!(outcome.get("message").is_none());
}

#[test]
fn an_invalid_proposal_has_problems_and_no_outcome() {
    let fixture = Fixture::new();
    let mut problems = Diagnostics::new();
    let place = Span::new(SourceId::new(1), 11, 24);
    problems.push(Diagnostic::error(Code::DATA_TAG, "this is wrong").label(place, "here"));
    let submission = crate::explain::Submission { problems: &problems, ..fixture.submission("en") };
    let report = serde_json::to_value(Report::invalid(&submission)).unwrap();
    assert_eq!(report["verdict"], "invalid");
    assert_eq!(report["outcomes"], json!([]));
    let wanted = json!([{
        "code": "data::tag", "severity": "error", "message": "this is wrong",
        "file": "proposal.yaml", "line": 1, "column": 12
    }]);
    assert_eq!(report["problems"], wanted);
}
