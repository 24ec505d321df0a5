//! A programme that was read, checked and compiled, and a proposal that was bound and evaluated:
//! the places, types, paths and figures are those of the rooms before this one.

mod given;

use serde_json::{Value as Json, json};

use self::given::given;
use crate::explain::{Finding, Report, derivation};

/// The entry of a rule in the report; the first, where there are several.
fn entry(language: &str, rule: &str) -> Json {
    let given = given();
    let report = serde_json::to_value(Report::new(&given.case(language))).unwrap();
    let outcomes = report["outcomes"].as_array().unwrap();
    outcomes.iter().find(|o| o["rule"] == format!("pl.test.{rule}")).unwrap().clone()
}

/// 15% of 10 000.00 is 1 500.00; 1 500.01 is a grosz too much.
#[test]
fn the_json_of_a_grosz_too_much() {
    let wanted = json!({
        "rule": "pl.test.cross_financing",
        "clause": "F-16",
        "element": null,
        "outcome": "violated",
        "consequence": "reject",
        "title": "Cross-financing mieści się w udziale",
        "message":
            "Cross-financing wynosi 1500,01\u{a0}zł, ponad 15% z 10\u{a0}000,00\u{a0}zł.",
        "measured": "1500.01 PLN", "limit": "1500.00 PLN", "margin": "-0.01 PLN",
        "failing": [{ "measured": "1500.01 PLN", "limit": "1500.00 PLN", "margin": "-0.01 PLN" }],
        "repair": { "path": "cross", "value": "1500.00 PLN" },
        "facts": [
            { "path": "support", "value": "10000.00 PLN", "line": 1, "column": 10 },
            { "path": "cross", "value": "1500.01 PLN", "line": 2, "column": 8 }
        ],
        "cite": [{ "source": "guide", "quote": "do wysokości 15%", "unverified": false }],
        "as_of": "2024-05-01",
        "defined_at": { "file": "rules/pl/test.subvent", "line": 40 }
    });
    assert_eq!(entry("pl", "cross_financing"), wanted);
}

/// 1 500.01 of 10 000.00 is 15.0001%.
#[test]
fn a_quotient_against_a_share_is_a_share() {
    let outcome = entry("sv", "share_of_total");
    assert_eq!(outcome["measured"], "15.0001%");
    assert_eq!(outcome["margin"], "-5.0001 percentage points");
    assert_eq!(
        outcome["message"],
        "15,0001\u{a0}% överskrider gränsen 10\u{a0}% med 5,0001\u{a0}procentenheter"
    );
}

#[test]
fn rules_without_a_message_speak_by_their_figures() {
    let says = |language: &str, rule: &str| {
        entry(language, rule)["message"].as_str().unwrap().replace('\u{a0}', " ")
    };
    assert_eq!(
        says("en", "areas"),
        "the condition does not hold: area in [e_services, open_data] (found: other_area)"
    );
    assert_eq!(says("pl", "alone_forbidden"), "zachodzi to, co jest zabronione: alone");
    assert_eq!(says("en", "not_other"), "this is forbidden and holds: area is other_area");
    // Both ends count: 2024-01-01 to 2024-12-31 would be the year.
    assert_eq!(
        says("ro", "long"),
        "perioada 01.01.2024 – 01.01.2025 este cu 1 zi mai lungă de 1 an"
    );
    assert_eq!(says("pl", "per_head"), "dzielenie przez zero, w wyrażeniu support / staff");
    assert_eq!(says("sv", "judged_well"), "kan inte avgöras utan judged");
    // The cap lies between 80% of 20 and 100, and 10 000 is above either.
    assert_eq!(says("en", "reduced"), "10,000.00 PLN is above 100.00 PLN");
}

#[test]
fn elements_effects_and_bounds() {
    let late = entry("pl", "in_time");
    assert_eq!(late["element"], "costs[0]");
    assert_eq!(late["effect"], json!({ "amount": "20.00 PLN" }));
    let missing = json!([{ "path": "costs[1].amount", "owed_by": "applicant" }]);
    let bounds = json!({ "low": "16.00 PLN", "high": "100.00 PLN" });
    assert_eq!(
        entry("pl", "reduced")["effect"],
        json!({ "amount": { "bounds": bounds, "missing": missing } })
    );
    assert_eq!(
        entry("en", "judged_well")["missing"],
        json!([{ "path": "judged", "owed_by": "assessor" }])
    );
}

#[test]
fn quiet_rules_say_why() {
    assert_eq!(entry("pl", "excepted")["reason"], "zachodzi wyjątek: projekt jest samodzielny");
    assert_eq!(entry("en", "quiet")["reason"], "its condition does not hold: area is e_services");
}

#[test]
fn a_finding_points_into_both_files() {
    let given = given();
    let findings = Finding::all(&given.case("pl"));
    let of = |rule: &str| findings.iter().find(|f| f.rule() == format!("pl.test.{rule}")).unwrap();
    let said: Vec<(&str, String)> = of("cross_financing")
        .diagnostic()
        .labels
        .iter()
        .map(|l| (given.sources.slice(l.span), l.text.replace('\u{a0}', " ")))
        .collect();
    let wanted = [
        ("1_500.01 PLN", "1500,01 zł"),
        ("10_000.00 PLN", "10 000,00 zł"),
        ("cross", "= 1500,01 zł"),
        ("share of support", "= 1500,00 zł"),
    ];
    assert_eq!(said, wanted.map(|(at, says)| (at, says.to_owned())));
    // The finding about the cost without an amount shows the end of the element that lacks it.
    let lacking = &of("small_costs").diagnostic().labels[0];
    let text = given.sources.get(lacking.span.source).unwrap().text();
    assert!(lacking.span.is_empty());
    let before = text.get(..lacking.span.range().start).unwrap();
    assert!(before.ends_with("incurred: 2024-02-01"));
}

#[test]
fn a_derivation_shows_the_clause_its_figures_and_the_version_in_force() {
    let given = given();
    let case = given.case("pl");
    let text = derivation(&case, &given.evaluation.outcomes[0]).to_string().replace('\u{a0}', " ");
    let steps = text.split("Wyprowadzenie\n").nth(1).unwrap();
    let wanted = "  cross <= share of support: nie zachodzi
    1500,01 zł przekracza limit 1500,00 zł o 0,01 zł
    cross = 1500,01 zł (wiersz 2)
    share of support = 1500,00 zł
      share = 15%
        obowiązuje od 01.01.2024
        Przewodnik, 2
      support = 10 000,00 zł (wiersz 1)

naruszona
";
    assert!(steps.starts_with(wanted), "{steps}");
}

#[test]
fn a_rule_that_holds_states_its_margin() {
    let given = given();
    let case = given.case("en");
    let fits = |o: &&crate::eval::RuleOutcome| o.outcome == crate::eval::Outcome::Satisfied;
    let outcome = given.evaluation.outcomes.iter().find(fits).unwrap();
    let text = derivation(&case, outcome).to_string().replace('\u{a0}', " ");
    // 1 000 less 20.
    assert!(text.contains("cost.amount <= 1_000 PLN: holds\n    margin: 980.00 PLN\n"), "{text}");
}
