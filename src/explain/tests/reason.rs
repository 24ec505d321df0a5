//! Why rules stay quiet and why they cannot be computed.

use super::fixture::{Fixture, at};
use crate::eval::{Outcome, Quiet};
use crate::explain::Report;
use crate::quantity::{self, Currency, Date};
use crate::types::typed::RuleId;
use crate::value::{Fault, FaultKind, Missing, Owed};

fn reason(language: &str, change: impl Fn(&mut crate::eval::RuleOutcome)) -> String {
    let mut fixture = Fixture::new();
    change(&mut fixture.evaluation.outcomes[2]);
    let json = serde_json::to_value(Report::new(&fixture.case(language))).unwrap();
    json["outcomes"][2]["reason"].as_str().unwrap().to_owned()
}

fn quiet(language: &str, quiet: Quiet) -> String {
    reason(language, |outcome| outcome.quiet = Some(quiet.clone()))
}

#[test]
fn every_quiet_reason_has_its_words() {
    let day = Date::parse("2024-05-01").unwrap();
    let guard = at("requested / total <= 31%");
    assert_eq!(
        quiet("pl", Quiet::Guard(guard)),
        "warunek stosowania nie zachodzi: requested / total <= 31%"
    );
    assert_eq!(quiet("ro", Quiet::NotInForce(day)), "nu este în vigoare la 01.05.2024");
    assert_eq!(quiet("sv", Quiet::NotInForce(day)), "gäller inte den 2024-05-01");
    assert_eq!(quiet("en", Quiet::Replaced(RuleId(0))), "replaced by se.orebro.grant_ceiling");
    assert_eq!(quiet("en", Quiet::NothingToCheck(at("costs\n"))), "nothing to check in costs");
    assert!(quiet("sv", Quiet::NoRegime).starts_with("inget av regelverken"));
    assert!(quiet("pl", Quiet::Either).contains("niezależnie"));
}

#[test]
fn an_exception_without_a_reason_shows_its_words() {
    let mut fixture = Fixture::new();
    fixture.checked.rules[2].exceptions[0].because = crate::types::typed::Texts::default();
    let json = serde_json::to_value(Report::new(&fixture.case("en"))).unwrap();
    assert_eq!(json["outcomes"][2]["reason"], "an exception holds: demonstration because");
}

#[test]
fn faults_name_their_figures_and_their_place() {
    let fault = |language: &str, kind: FaultKind| {
        reason(language, |outcome| {
            outcome.outcome = Outcome::Faulty;
            outcome.quiet = None;
            outcome.fault = Some(Fault::new(kind, at("total / staff")));
        })
    };
    let day = Date::parse("2031-01-01").unwrap();
    let mixed = quantity::Fault::MixedCurrencies { left: Currency::EUR, right: Currency::PLN };
    assert_eq!(
        fault("pl", FaultKind::Arithmetic(mixed)),
        "EUR i PLN to różne waluty, w wyrażeniu total / staff"
    );
    assert_eq!(
        fault("ro", FaultKind::NotInForce(day)),
        "nu există nicio valoare la 01.01.2031, în total / staff"
    );
    assert!(fault("sv", FaultKind::TwoExceptions).starts_with("två undantag gäller samtidigt"));
}

#[test]
fn evidence_and_judgements_are_owed_by_different_people() {
    let mut fixture = Fixture::new();
    // Cell 1 is given, so an open list that names it waits for the assessor.
    fixture.evaluation.outcomes[1].missing =
        Missing::from_owed([Owed::Fact(1), Owed::Evidence(0, 2), Owed::Law(at("31%"))]);
    let json = serde_json::to_value(Report::new(&fixture.case("en"))).unwrap();
    let wanted = serde_json::json!([
        { "path": "demonstration", "owed_by": "assessor" },
        { "path": "requested", "owed_by": "applicant", "evidence": "documented" },
        { "path": "31%", "owed_by": "law" }
    ]);
    assert_eq!(json["outcomes"][1]["missing"], wanted);
}
