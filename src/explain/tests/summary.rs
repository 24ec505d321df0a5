//! The summary as plain text.

use super::fixture::Fixture;
use crate::explain::{Role, summary};

fn text(language: &str) -> String {
    summary(&Fixture::new().case(language)).to_string().replace('\u{a0}', " ")
}

#[test]
fn the_whole_summary_in_swedish() {
    let wanted = "\
Utfall: fel (en regel kan inte beräknas) – se.orebro, proposal.yaml, prövat per 2022-12-14

Regler
  beräkningsfel  mean_cost
      division med noll, i total / staff
  ej avgjord     share_of_costs
      kan inte avgöras utan total och staff
  överträdd      R-04              Högsta stöd
      Sökt stöd är 4 650 000,00 kr, över taket.
      sänks till 4 529 875,00 kr
      regeln vore uppfylld med requested = 4 529 875,00 kr
      Beslut 22RS10518: ”dock högst 4 529 875 kronor”
  överträdd      incurred_in_time               costs[1]
      2025-01-02 är 1 dag senare än 2025-01-01
      inte stödberättigande kostnad: okänt (costs[1].amount)
  ej uppfylld    small

Sänkningar och undantagna kostnader
  requested        sänks till 4 529 875,00 kr                              R-04
  costs[1].amount  inte stödberättigande kostnad: okänt (costs[1].amount)  incurred_in_time

Poäng
  utan grupp  0 – 2

Saknade uppgifter
  ska lämnas av sökanden
    total
  ska bedömas av handläggaren
    staff

Varför regler inte tillämpades
  no_land: ett undantag gäller: demonstrationer får mark
";
    assert_eq!(text("sv"), wanted);
}

#[test]
fn lines_say_what_their_parts_are() {
    let lines = summary(&Fixture::new().case("en"));
    let role_of = |words: &str| {
        let segments = lines.0.iter().flat_map(|line| &line.segments);
        segments.clone().find(|s| s.text == words).map(|s| s.role)
    };
    assert_eq!(role_of("Outcomes"), Some(Role::Heading));
    assert_eq!(role_of("faulty"), Some(Role::Bad));
    assert_eq!(role_of("violated"), Some(Role::Doubt));
    assert_eq!(role_of("costs[1]"), Some(Role::Name));
}

#[test]
fn a_proposal_cannot_steer_the_terminal() {
    let mut fixture = Fixture::new();
    let comparison = &mut fixture.evaluation.outcomes[3].comparisons[0];
    comparison.order = None;
    comparison.measured = crate::value::Value::Text("\u{1b}[31mred\nnew line".into());
    let text = summary(&fixture.case("en")).to_string();
    assert!(!text.contains('\u{1b}'));
    assert!(text.contains("?[31mred new line, where 2025-01-01 is required"));
}

#[test]
fn an_unverified_citation_is_flagged_once() {
    let mut fixture = Fixture::new();
    fixture.checked.rules[0].cite[0].unverified = true;
    let again = fixture.evaluation.outcomes[0].clone();
    fixture.evaluation.outcomes.push(again);
    let text = summary(&fixture.case("en")).to_string();
    let section = text.split("Citations whose wording could not be verified\n").nth(1).unwrap();
    let wanted = "  R-04  Beslut 22RS10518: “dock högst 4 529 875 kronor” (unverified)\n";
    assert_eq!(section, wanted);
}
