//! Exchange rates from outside the rules, as they are given on the command line.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

mod common;

use common::Project;

const CLAIM: &str = "$programme: interreg.claims
$as_of: 2024-06-01
country: PL
submitted: 2024-03-15
costs:
  - { paid: 12_000 PLN, claimed: 2_777.26 EUR }
";

const TABLE: &str = "eu.currency.inforeuro";

/// A project with a claim and a file of rates.
fn project(name: &str, rates: &[u8]) -> Project {
    let project = Project::new(name);
    std::fs::write(project.path("claim.yaml"), CLAIM).unwrap();
    std::fs::write(project.path("rates.csv"), rates).unwrap();
    project
}

#[test]
fn a_claim_needs_the_rates_and_says_so() {
    let project = project("rates", b"month,PLN,SEK\n2024-03,4.3208,11.2115\n");
    let without = project.run(&["check", "claim.yaml"]);
    assert_eq!(without.status, 2, "{without:?}");
    let told = without.output.split_whitespace().collect::<Vec<_>>().join(" ").replace("│ ", "");
    assert!(told.contains(&format!("--rates {TABLE}=FILE.csv")), "{told}");
    for name in [TABLE, "currency.inforeuro", "inforeuro"] {
        let given = format!("{name}=rates.csv");
        let with = project.run(&["check", "claim.yaml", "--rates", &given]);
        assert_eq!(with.status, 0, "{with:?}");
    }
}

#[test]
fn the_derivation_shows_the_rate_and_its_month() {
    let project = project("rates-explained", b"month,PLN\n2024-03,4.3208\n");
    let given = format!("{TABLE}=rates.csv");
    let done = project.run(&["explain", "claim.yaml", "--rule", "INT-38.5", "--rates", &given]);
    let wanted = "12,000.00 PLN ÷ 4.3208 PLN per EUR (inforeuro, 2024-03)";
    assert!(done.output.replace('\u{a0}', " ").contains(wanted), "{}", done.output);
}

#[test]
fn a_month_left_out_is_a_warning() {
    let project = project("rates-gap", b"month,PLN\n2024-01,4.35\n2024-03,4.3208\n");
    let given = format!("{TABLE}=rates.csv");
    let done = project.run(&["check", "claim.yaml", "--rates", &given]);
    assert_eq!(done.status, 0, "{done:?}");
    assert!(done.error.contains("PLN has no rate for 2024-02"), "{}", done.error);
}

#[test]
fn rates_that_cannot_be_used_end_with_2() {
    let cases: [(&[u8], &str); 6] = [
        (b"", "the table is empty"),
        (b"month,PLN\n2024-03,0\n", "rates.csv:2:9"),
        (b"month,PLN\n2024-03,4.3\n2024-03,4.4\n", "PLN has two rates for 2024-03"),
        (b"month,PLN\n2024-03\n", "a row has 1 cell where the table has 2"),
        (b"month,z\xB3oty\n2024-03,4.3\n", "not UTF-8"),
        (b"month,zloty\n2024-03,4.3\n", "the column `zloty` is not a currency"),
    ];
    for (index, (rates, wanted)) in cases.into_iter().enumerate() {
        let project = project(&format!("rates-bad-{index}"), rates);
        let given = format!("{TABLE}=rates.csv");
        let done = project.run(&["check", "claim.yaml", "--rates", &given]);
        assert_eq!(done.status, 2, "{done:?}");
        assert!(done.error.contains(wanted), "{wanted}: {}", done.error);
    }
}

#[test]
fn a_table_that_the_rules_do_not_take_is_named() {
    let project = project("rates-named", b"month,PLN\n2024-03,4.3208\n");
    let run = |given: &str| project.run(&["check", "claim.yaml", "--rates", given]);
    let done = run("eu.currency.infoeuro=rates.csv");
    assert_eq!(done.status, 2);
    assert!(done.error.contains("did you mean `eu.currency.inforeuro`?"), "{}", done.error);
    assert_eq!(run("inforeuro=no-such-file.csv").status, 2);
    assert_eq!(run("inforeuro").status, 2);
}

#[test]
fn the_rates_of_a_module_are_listed() {
    let project = Project::new("rates-listed");
    let done = project.run(&["rules", "eu.currency"]);
    assert!(done.output.contains("base EUR; quoted per base; monthly"), "{}", done.output);
    assert!(done.output.contains("to be supplied: --rates eu.currency.inforeuro=FILE.csv"));
}
