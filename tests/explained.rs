//! What a report says of how an outcome came about, end to end: derivations, who added an
//! exception, and sources that nobody could verify.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use subvent::pack::Memory;
use subvent::{AsOf, Report, Rules};

/// The report on a proposal, with every step.
fn report(rules: &str, facts: &str) -> Report {
    let memory = Memory::new().with("my.rules", format!("module my.rules\n{rules}"));
    let rules = Rules::load(&memory, "my.rules").unwrap();
    let proposal = rules.facts_from_yaml("p.yaml", facts).unwrap();
    rules.check_step_by_step(&proposal, AsOf::date(2024, 5, 1).unwrap())
}

/// The steps of the first outcome of a rule, as lines.
fn steps(report: &Report, rule: &str) -> Vec<String> {
    let checked = report.rules().pack().checked();
    let outcome = report
        .outcomes()
        .iter()
        .find(|outcome| &*checked.rules.get(outcome.rule.index()).unwrap().name == rule);
    let text = report.derivation(outcome.unwrap()).to_string().replace('\u{a0}', " ");
    let steps = text.lines().skip_while(|line| *line != "Derivation").skip(1);
    steps.take_while(|line| !line.is_empty()).map(str::to_owned).collect()
}

const SHARES: &str = "
programme { currency EUR checks Project }
record Cost { amount: money at least 0 travel: bool }
facts Project {
  costs: list of Cost
  grant: money at least 0
}
define total for Project = sum(c.amount for c in costs)
define travel for Project = sum(c.amount for c in costs where c.travel)
define share_of_travel for Project: money = 10% of total
  except 20% of total when grant > 50 EUR
rule grant_share for Project { require grant / total <= 50% }
rule travel_within for Project { require travel <= share_of_travel and grant > 0 EUR }
";

const COSTS: &str = "
grant: 60 EUR
costs:
  - { amount: 100 EUR, travel: no }
  - { amount: 20 EUR, travel: yes }
";

#[test]
fn a_quotient_is_a_step_above_its_operands() {
    let report = report(SHARES, COSTS);
    let expected = [
        "  grant / total <= 50%: holds",
        "    grant / total = 50%",
        "      grant = 60.00 EUR (line 2)",
        "      total = 120.00 EUR",
        "        sum(c.amount for c in costs) = 120.00 EUR",
        "          costs = costs[0] and costs[1] (line 4)",
        "          c.amount = 100.00 EUR ← costs[0].amount (line 4)",
        "          c.amount = 20.00 EUR ← costs[1].amount (line 5)",
    ];
    assert_eq!(steps(&report, "grant_share"), expected);
}

#[test]
fn a_quotient_without_a_value_is_no_step() {
    let report = report(SHARES, "grant: 0 EUR\ncosts: []");
    let expected = [
        "  grant / total <= 50%: holds",
        "    grant = 0.00 EUR (line 1)",
        "    total = 0.00 EUR",
        "      sum(c.amount for c in costs) = 0.00 EUR",
        "        costs = nothing (line 2)",
    ];
    let found = steps(&report, "grant_share");
    let found: Vec<&str> = found.iter().map(|line| line.trim_start()).collect();
    assert_eq!(found, expected.map(str::trim_start));
}

#[test]
fn the_body_of_a_definition_stands_below_its_name() {
    let report = report(SHARES, COSTS);
    let found = steps(&report, "travel_within");
    let expected = [
        "  travel <= share_of_travel and grant > 0 EUR = yes",
        "    travel <= share_of_travel: holds",
        "      travel = 20.00 EUR",
        "        sum(c.amount for c in costs where c.travel) = 20.00 EUR",
        "          costs = costs[0] and costs[1] (line 4)",
        "          c.travel = no ← costs[0].travel (line 4)",
        "          c.travel = yes ← costs[1].travel (line 5)",
        "          c.amount = 20.00 EUR ← costs[1].amount (line 5)",
        "      share_of_travel = 24.00 EUR",
        "        grant > 50 EUR: holds",
        "          grant = 60.00 EUR (line 2)",
        "        20% of total = 24.00 EUR",
        "          total = 120.00 EUR",
        // The rule before has read `total` already; its body is shown here all the same.
        "            sum(c.amount for c in costs) = 120.00 EUR",
        "              costs = costs[0] and costs[1] (line 4)",
        "              c.amount = 100.00 EUR ← costs[0].amount (line 4)",
        "              c.amount = 20.00 EUR ← costs[1].amount (line 5)",
        "    grant > 0 EUR: holds",
        "      grant = 60.00 EUR (line 2)",
    ];
    assert_eq!(found, expected);
}

const EXCLUSIONS: &str = "
programme { currency EUR checks Project }
record Cost { amount: money at least 0 paid: bool }
facts Project {
  costs: list of Cost
  grant: money at least 0
}
rule small for Project { for each c in costs require c.amount <= 100 EUR if not exclude c.amount }
rule paid for Project { for each c in costs require c.paid if not exclude c.amount }
rule first_cap for Project { require grant <= 80 EUR if not reduce grant to 80 EUR }
rule second_cap for Project { require grant <= 70 EUR if not reduce grant to 70 EUR }
";

#[test]
fn a_summary_states_the_lowest_reduction_and_each_exclusion_once() {
    let facts = "
grant: 90 EUR
costs:
  - { amount: 150 EUR, paid: no }
  - { amount: 20 EUR, paid: no }
";
    let report = report(EXCLUSIONS, facts);
    let text = report.summary().to_string().replace('\u{a0}', " ");
    let amounts = text.lines().skip_while(|line| *line != "Reductions and exclusions").skip(1);
    let amounts: Vec<Vec<&str>> = amounts
        .take_while(|line| !line.is_empty())
        .map(|line| line.split("  ").map(str::trim).filter(|part| !part.is_empty()).collect())
        .collect();
    let expected: [&[&str]; 7] = [
        &["costs[0].amount", "not an eligible cost: 150.00 EUR", "small"],
        &["costs[0].amount", "not an eligible cost: 150.00 EUR", "paid"],
        &["costs[1].amount", "not an eligible cost: 20.00 EUR", "paid"],
        &["grant", "reduced to 80.00 EUR", "first_cap"],
        &["grant", "reduced to 70.00 EUR", "second_cap"],
        &["grant", "the lowest counts: 70.00 EUR", "first_cap, second_cap"],
        &["not eligible in all, each amount once: 170.00 EUR"],
    ];
    assert_eq!(amounts, expected);
    // Over one of the rules alone, its own amounts count.
    let checked = report.rules().pack().checked();
    let only = checked.rules.iter().position(|rule| &*rule.name == "small").unwrap();
    let only = subvent::types::typed::RuleId(u32::try_from(only).unwrap());
    let json = serde_json::to_value(report.only(&[only])).unwrap();
    assert_eq!(json["excluded"], serde_json::json!(["150.00 EUR"]));
    assert!(json["reductions"].is_null());
}
