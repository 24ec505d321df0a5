//! The derivation of an outcome, and the version of a parameter that it read.

use super::fixture::{Fixture, at, kronor, parameter_cap};
use crate::explain::{Case, Legend, derivation};
use crate::types::typed::{Expr, ExprKind, ParameterId, Type};
use crate::value::Value;

fn text(case: &Case<'_>) -> String {
    derivation(case, &case.evaluation.outcomes[0]).to_string().replace('\u{a0}', " ")
}

const POLISH: &str = "\
se.orebro.grant_ceiling Most support
  ocena na dzień 14.12.2022
  źródło: Beslut 22RS10518: „dock högst 4 529 875 kronor”

Dane
  requested = 4 650 000,00 SEK (wiersz 1)

Wyprowadzenie
  requested <= 4_529_875 SEK: nie zachodzi
    4 650 000,00 SEK przekracza limit 4 529 875,00 SEK o 120 125,00 SEK
    requested <= = 4 650 000,00 SEK ← requested (wiersz 1)
    4_529_875 SEK = 4 529 875,00 SEK

naruszona
  Sökt stöd är 4 650 000,00 kr, över taket.
  zmniejszenie do 4 529 875,00 SEK
  reguła byłaby spełniona przy requested = 4 529 875,00 SEK
";

#[test]
fn the_whole_derivation_in_polish() {
    assert_eq!(text(&Fixture::new().case("pl")), POLISH);
}

#[test]
fn a_parameter_shows_the_version_of_the_date_that_gives_its_value() {
    let mut fixture = Fixture::new();
    fixture.checked.parameters.push(parameter_cap());
    let kind = ExprKind::Parameter { id: ParameterId(0), arguments: Vec::new() };
    let expr = Expr { kind, ty: Type::Money(None), span: at("4_529_875 SEK") };
    fixture.checked.rules[0].lets.push((crate::types::typed::LocalId(0), expr));
    let legend = Legend::new(&fixture.checked);
    let mut case = fixture.case("en");
    case.submission.legend = &legend;
    let shown = text(&case);
    let step = shown.split("4_529_875 SEK = 4,529,875.00 SEK\n").nth(1).unwrap();
    let lines: Vec<&str> = step.lines().take(2).collect();
    assert_eq!(
        lines,
        ["      in force from 2022-01-01 to 2022-12-31", "      Beslut 22RS10518, p. 2"]
    );
    // A value that no version has gives none.
    let mut other = fixture.evaluation.clone();
    let reasons = other.outcomes[0].reasons.as_mut().unwrap();
    reasons.steps[2].value = kronor(1);
    case.evaluation = &other;
    assert!(!text(&case).contains("in force"));
}

#[test]
fn an_outcome_without_reasons_has_no_facts_and_no_steps() {
    let mut fixture = Fixture::new();
    fixture.evaluation.outcomes[0].reasons = None;
    let shown = text(&fixture.case("en"));
    assert!(!shown.contains("Facts") && !shown.contains("Derivation"));
    // The rule's own message has a hole without a value, so the figures speak.
    assert!(
        shown.contains("4,650,000.00 SEK is 120,125.00 SEK over the limit of 4,529,875.00 SEK")
    );
}

#[test]
fn deep_steps_and_open_values_do_no_harm() {
    let mut fixture = Fixture::new();
    let reasons = fixture.evaluation.outcomes[0].reasons.as_mut().unwrap();
    let step = reasons.steps[1].clone();
    for depth in 0..2_000_u16 {
        reasons.steps.push(crate::eval::Step { depth, value: Value::Absent, ..step.clone() });
    }
    let shown = text(&fixture.case("en"));
    assert!(shown.contains("… 1,603 more") || shown.contains("… 1603 more"), "{shown}");
}
