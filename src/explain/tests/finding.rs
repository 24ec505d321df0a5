//! What is drawn for an outcome: labels, code, severity and help.

use miette::Diagnostic as _;

use super::fixture::Fixture;
use crate::diagnostic::Severity;
use crate::eval::Outcome;
use crate::explain::{Explanation, Finding};

fn findings(language: &str) -> Vec<Finding> {
    Finding::all(&Fixture::new().case(language))
}

/// The words that the labels of a finding stand at, and what they say.
fn labels(finding: &Finding) -> Vec<(String, String)> {
    let fixture = Fixture::new();
    let case = fixture.case("en");
    let labels = finding.diagnostic().labels.iter();
    labels
        .map(|l| (case.submission.sources.slice(l.span).to_owned(), l.text.replace('\u{a0}', " ")))
        .collect()
}

#[test]
fn findings_come_by_gravity_and_only_for_what_someone_has_to_act_on() {
    let found: Vec<(String, Severity)> =
        findings("en").iter().map(|f| (f.rule().to_owned(), f.diagnostic().severity)).collect();
    let wanted = [
        ("se.orebro.mean_cost", Severity::Error),
        ("se.orebro.share_of_costs", Severity::Advice),
        ("se.orebro.grant_ceiling", Severity::Warning),
        ("se.orebro.incurred_in_time", Severity::Warning),
    ];
    assert_eq!(found, wanted.map(|(rule, severity)| (rule.to_owned(), severity)));
}

#[test]
fn a_complete_submission_makes_an_error_of_what_the_applicant_owes() {
    let fixture = Fixture::new();
    let mut case = fixture.case("en");
    case.submission.complete = true;
    let found = Finding::all(&case);
    let undecided = found.iter().find(|f| f.rule() == "se.orebro.share_of_costs").unwrap();
    assert_eq!(undecided.diagnostic().severity, Severity::Error);
}

#[test]
fn a_ceiling_shows_the_fact_the_clause_the_source_and_the_repair() {
    let found = findings("sv");
    let ceiling = &found[2];
    assert_eq!(ceiling.code().unwrap().to_string(), "se.orebro.grant_ceiling");
    assert_eq!(ceiling.to_string(), "Sökt stöd är 4\u{a0}650\u{a0}000,00\u{a0}kr, över taket.");
    let wanted = [
        ("4_650_000 SEK", "4 650 000,00 kr"),
        ("requested <=", "= 4 650 000,00 kr"),
        ("4_529_875 SEK", "= 4 529 875,00 kr"),
    ];
    assert_eq!(labels(ceiling), wanted.map(|(at, says)| (at.to_owned(), says.to_owned())));
    let help = ceiling.help().unwrap().to_string().replace('\u{a0}', " ");
    let lines: Vec<&str> = help.lines().collect();
    assert_eq!(
        lines,
        [
            "4 650 000,00 kr överskrider gränsen 4 529 875,00 kr med 120 125,00 kr",
            "sänks till 4 529 875,00 kr",
            "regeln vore uppfylld med requested = 4 529 875,00 kr",
            "källa: Beslut 22RS10518: ”dock högst 4 529 875 kronor”",
        ]
    );
    // The proposal comes first, the rule file is the second snippet.
    assert_eq!(ceiling.labels().unwrap().count(), 1);
    assert_eq!(ceiling.related().unwrap().count(), 1);
}

#[test]
fn words_that_are_the_value_already_are_not_repeated() {
    let found = findings("en");
    let late = &found[3];
    let wanted = [
        ("2025-01-02", "costs[1].incurred"),
        ("cost.incurred", "= 2025-01-02"),
        ("2025-01-01", ""),
    ];
    assert_eq!(labels(late), wanted.map(|(at, says)| (at.to_owned(), says.to_owned())));
    assert_eq!(late.to_string(), "costs[1]: 2025-01-02 is 1\u{a0}day later than 2025-01-01");
}

#[test]
fn an_undetermined_rule_says_who_owes_what() {
    let found = findings("pl");
    let help = found[1].help().unwrap().to_string();
    let wanted = "do uzupełnienia przez wnioskodawcę: total\ndo oceny przez oceniającego: staff";
    assert_eq!(help, wanted);
}

#[test]
fn a_rule_without_a_fact_in_the_proposal_is_shown_alone() {
    let found = findings("en");
    assert_eq!(labels(&found[0]), [("total / staff".to_owned(), "cannot be computed".to_owned())]);
}

#[test]
fn an_explanation_carries_the_findings_under_the_verdict() {
    let fixture = Fixture::new();
    let explanation = Explanation::new(&fixture.case("en"));
    assert!(explanation.to_string().starts_with("Verdict: faulty"));
    assert_eq!(explanation.related().unwrap().count(), 4);
    assert_eq!(explanation.severity(), Some(miette::Severity::Error));
}

#[test]
fn thousands_of_findings_are_cut_at_the_limit() {
    let mut fixture = Fixture::new();
    let violated = fixture.evaluation.outcomes[3].clone();
    assert_eq!(violated.outcome, Outcome::Violated);
    fixture.evaluation.outcomes = vec![violated; 600];
    assert_eq!(Finding::all(&fixture.case("en")).len(), 500);
}
