//! Values are written in the unit that their expression has.

use super::fixture::{Fixture, at, ratio};
use crate::eval::Comparison;
use crate::explain::{Report, summary};
use crate::types::typed::Order;

#[test]
fn a_quotient_against_a_share_is_measured_in_percent_and_missed_by_points() {
    let mut fixture = Fixture::new();
    let outcome = &mut fixture.evaluation.outcomes[1];
    outcome.outcome = crate::eval::Outcome::Violated;
    outcome.missing = crate::value::Missing::none();
    outcome.comparisons = vec![Comparison {
        span: at("requested / total <= 31%"),
        order: Some(Order::AtMost),
        measured: ratio(335, 1000),
        limit: Some(ratio(31, 100)),
        margin: Some(ratio(-25, 1000)),
        holds: false,
    }];
    let json = serde_json::to_value(Report::new(&fixture.case("sv"))).unwrap();
    let outcome = &json["outcomes"][1];
    assert_eq!(outcome["measured"], "33.5%");
    assert_eq!(outcome["limit"], "31%");
    assert_eq!(outcome["margin"], "-2.5 percentage points");
    let wanted = "33,5\u{a0}% överskrider gränsen 31\u{a0}% med 2,5\u{a0}procentenheter";
    assert_eq!(outcome["message"], wanted);
    let polish = summary(&fixture.case("pl")).to_string();
    assert!(polish.contains("33,5% przekracza limit 31% o 2,5\u{a0}punktu procentowego"));
}

#[test]
fn a_strict_bound_that_is_met_exactly_is_not_said_to_be_missed_by_nothing() {
    let mut fixture = Fixture::new();
    let outcome = &mut fixture.evaluation.outcomes[0];
    outcome.reasons = None;
    let comparison = &mut outcome.comparisons[0];
    comparison.order = Some(Order::Less);
    comparison.measured = super::fixture::kronor(4_529_875);
    comparison.margin = Some(super::fixture::kronor(0));
    let json = serde_json::to_value(Report::new(&fixture.case("ro"))).unwrap();
    assert_eq!(
        json["outcomes"][0]["message"],
        "4.529.875,00\u{a0}SEK nu este mai puțin de 4.529.875,00\u{a0}SEK"
    );
}
