//! Versions by date, rules with a date of their own, unknown dates, regimes.

use super::build::*;
use crate::eval::{Outcome, Quiet};
use crate::types::typed::*;
use crate::value::{FaultKind, Missing, Owed};

/// 2 million from 2014-07-01, 3 million from 2023-07-01 to 2026-12-31.
fn threshold() -> Parameter {
    let list = vec![
        (Some("2014-07-01"), Some("2023-06-30"), one_value(zl(2_000_000))),
        (Some("2023-07-01"), Some("2026-12-31"), one_value(zl(3_000_000))),
    ];
    Parameter { table: table(None, money(), versions(list)), unknown_after: None }
}

fn below_the_threshold(rule_of: impl FnOnce(Rule) -> Rule) -> Checked {
    let limit = parameter_value(0, vec![], money());
    let mut checked = rules(vec![rule_of(rule(vec![at_most(grant(), limit)]))]);
    checked.parameters = vec![threshold()];
    checked
}

#[test]
fn the_date_of_assessment_picks_the_version() {
    let on = |date| {
        let checked = below_the_threshold(|rule| rule);
        only(check_on(checked, "grant: 2_500_000 PLN", date))
    };
    assert_eq!(on("2023-06-30").outcome, Outcome::Violated);
    assert_eq!(on("2023-07-01").outcome, Outcome::Satisfied);
    assert_eq!(on("2026-12-31").outcome, Outcome::Satisfied);
    for gap in ["2014-06-30", "2027-01-01"] {
        let found = on(gap);
        assert_eq!(found.outcome, Outcome::Faulty);
        assert_eq!(found.fault.unwrap().kind, FaultKind::NotInForce(day(gap)));
    }
}

#[test]
fn a_rule_may_be_read_on_a_date_of_the_facts() {
    let dated = |rule| Rule { as_of: Some(fact(START, Type::Date)), ..rule };
    let found = |yaml: &str| only(check(below_the_threshold(dated), yaml));
    let early = found("grant: 2_500_000 PLN\nstart: 2020-01-01");
    assert_eq!((early.outcome, early.as_of), (Outcome::Violated, Some(day("2020-01-01"))));
    assert_eq!(found("grant: 2_500_000 PLN\nstart: 2024-01-01").outcome, Outcome::Satisfied);
}

#[test]
fn an_unknown_date_matters_only_where_versions_differ() {
    // The gaps before and after are possible too, so the parameter must be known at all.
    let dated = |rule| Rule { as_of: Some(fact(START, Type::Date)), ..rule };
    let found = only(check(below_the_threshold(dated), "grant: 2_500_000 PLN"));
    assert_eq!(found.outcome, Outcome::Undetermined);
    assert_eq!(found.missing, Missing::one(Owed::Fact(cell(START))));
    // Where nothing depends on the date, it is not missing.
    let independent = Rule { as_of: Some(fact(START, Type::Date)), ..rule(vec![flag()]) };
    let mut checked = rules(vec![independent]);
    checked.parameters = vec![threshold()];
    assert_eq!(only(check(checked.clone(), "flag: yes")).outcome, Outcome::Satisfied);
    let found = only(check(checked, "{}"));
    assert_eq!(found.missing, Missing::one(Owed::Fact(cell(FLAG))));
}

#[test]
fn a_parameter_can_be_read_on_another_date() {
    let limit = expr(
        ExprKind::On {
            operand: Box::new(parameter_value(0, vec![], money())),
            date: Box::new(date("2020-01-01")),
        },
        money(),
    );
    let mut checked = rules(vec![rule(vec![at_most(grant(), limit)])]);
    checked.parameters = vec![threshold()];
    assert_eq!(only(check(checked, "grant: 2_500_000 PLN")).outcome, Outcome::Violated);
}

#[test]
fn after_the_last_known_day_the_law_owes_the_value() {
    let place = span();
    let mut checked = below_the_threshold(|rule| rule);
    checked.parameters[0].unknown_after = Some((day("2026-12-31"), place));
    let found = only(check_on(checked, "grant: 1 PLN", "2027-01-01"));
    assert_eq!(found.outcome, Outcome::Undetermined);
    assert_eq!(found.missing, Missing::one(Owed::Law(place)));
}

#[test]
fn a_rule_outside_its_dates_is_quiet() {
    let dated =
        Rule { validity: valid(Some("2024-01-01"), Some("2024-12-31")), ..rule(vec![flag()]) };
    let on = |date| only(check_on(rules(vec![dated.clone()]), "flag: no", date));
    assert_eq!(on("2023-12-31").quiet, Some(Quiet::NotInForce(day("2023-12-31"))));
    assert_eq!(on("2024-01-01").outcome, Outcome::Violated);
    assert_eq!(on("2024-12-31").outcome, Outcome::Violated);
    assert_eq!(on("2025-01-01").outcome, Outcome::NotApplicable);
}

/// The ceilings of de minimis aid: 200,000 under the regulation of 2013, 300,000 under that of
/// 2023, with half a year in which a scheme may still use the old one.
fn de_minimis() -> Rule {
    let regime = |from, to, or_to: Vec<(&str, Expr)>, amount| Regime {
        name: std::sync::Arc::from("r"),
        title: Texts::default(),
        validity: Validity {
            or_to: or_to.into_iter().map(|(date, when)| (day(date), when)).collect(),
            ..valid(Some(from), Some(to))
        },
        guards: vec![],
        lets: vec![],
        requirements: rule(vec![at_most(grant(), zl(amount))]).requirements,
        cite: vec![],
        span: span(),
    };
    let alternatives = vec![
        regime("2014-01-01", "2023-12-31", vec![("2024-06-30", flag())], 200_000),
        regime("2024-01-01", "2030-12-31", vec![], 300_000),
    ];
    let unknown_after = Some((day("2030-12-31"), span()));
    let regimes = Some(Regimes { alternatives, unknown_after, span: span() });
    Rule { regimes, ..rule(vec![]) }
}

#[test]
fn one_regime_that_applies_must_hold() {
    let on = |date: &str, yaml: &str| only(check_on(rules(vec![de_minimis()]), yaml, date));
    let old = on("2023-12-31", "grant: 200_000 PLN\nflag: no");
    assert_eq!((old.outcome, old.regime), (Outcome::Satisfied, Some(0)));
    assert_eq!(on("2023-12-31", "grant: 200_001 PLN\nflag: no").outcome, Outcome::Violated);
    let new = on("2024-01-01", "grant: 250_000 PLN\nflag: yes");
    assert_eq!((new.outcome, new.regime), (Outcome::Satisfied, Some(1)));
    let both = on("2024-06-30", "grant: 300_001 PLN\nflag: yes");
    assert_eq!(both.outcome, Outcome::Violated);
    // Each regime that applies shows its failing comparison.
    assert_eq!(both.comparisons.len(), 2);
    assert_eq!(on("2024-07-01", "grant: 300_001 PLN\nflag: yes").comparisons.len(), 1);
    let before = on("2013-12-31", "grant: 1 PLN\nflag: no");
    assert_eq!(before.quiet, Some(Quiet::NoRegime));
    assert_eq!(on("2031-01-01", "grant: 1 PLN\nflag: no").outcome, Outcome::Undetermined);
}

#[test]
fn an_undecided_end_of_a_regime_matters_only_where_it_decides() {
    let found = |yaml: &str| only(check_on(rules(vec![de_minimis()]), yaml, "2024-03-01"));
    assert_eq!(found("grant: 200_000 PLN").outcome, Outcome::Satisfied);
    assert_eq!(found("grant: 300_001 PLN").outcome, Outcome::Violated);
}
