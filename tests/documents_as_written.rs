//! Proposals in the words of the source documents: with `$locale`, the check is the same to the
//! last byte as that of the plain form.
//!
//! Each example is taken, its amounts, shares and dates are put back as the document writes them,
//! and both are checked.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by panicking, and its modules are its own"
)]

use subvent::{AsOf, Rules};

/// The report of a proposal as JSON.
fn report(module: &str, text: &str) -> String {
    let rules = Rules::builtin(module).expect("a pack");
    let proposal = rules.facts_from_yaml("proposal.yaml", text);
    let proposal = proposal.unwrap_or_else(|found| panic!("{found:#?}"));
    let as_of = AsOf::date(2024, 5, 1).expect("a date");
    let report = rules.check(&proposal, as_of).in_language("en");
    serde_json::to_string_pretty(&report).expect("JSON")
}

/// Checks an example in the plain form and as the document writes it.
fn same_as_written(module: &str, example: &str, locale: &str, writings: &[(&str, &str)]) {
    let path = format!("{}/examples/proposals/{example}", env!("CARGO_MANIFEST_DIR"));
    let plain = std::fs::read_to_string(path).expect("an example");
    let plain: String = plain.lines().filter(|l| !l.starts_with("$as_of")).map(line).collect();
    let mut written = plain.clone();
    for (form, words) in writings {
        assert!(written.contains(form), "{form} is in {example}");
        written = written.replace(form, words);
    }
    // Without the locale none of the words is taken.
    let rules = Rules::builtin(module).expect("a pack");
    let refused = rules.facts_from_yaml("proposal.yaml", &written);
    assert!(refused.is_err(), "{example}");
    // The key stands last, so that every line keeps its number.
    let written = format!("{written}\n$locale: {locale}\n");
    assert_eq!(report(module, &written), report(module, &plain), "{example}");
}

fn line(line: &str) -> String {
    format!("{line}\n")
}

#[test]
fn the_memorandum_of_the_region_orebro() {
    same_as_written(
        "se.orebro.regional_growth",
        "orebro-ai-all.yaml",
        "sv",
        &[
            ("14_612_500 SEK", "14 612 500 kronor"),
            ("requested: 4_529_875 SEK", "requested: 4 529 875 kronor"),
            ("amount: 4_529_875 SEK", "amount: 4\u{a0}529\u{a0}875,00 kr"),
            ("start: 2023-03-01", "start: den 1 mars 2023"),
            ("project_description: 2022-11-14", "project_description: den 14 november 2022"),
            ("2017-01-01 to 2020-12-31", "från 2017-01-01 till och med 2020-12-31"),
            ("grant: 6_000_000 SEK", "grant: 6 000 000 kr"),
            ("grant: 3_747_690 SEK", "grant: 3 747 690 kr"),
        ],
    );
}

#[test]
fn the_page_of_the_county_of_bacau() {
    same_as_written(
        "ro.bacau.ai_2024",
        "bacau-02c0455.yaml",
        "ro",
        &[
            ("2024-04-01 to 2028-03-31", "01.04.2024 — 31.03.2028"),
            ("1_763_370 EUR", "1.763.370 euro"),
            ("177_000 EUR", "177.000 euro"),
            ("141_600 EUR", "141.600 euro"),
            ("35_400 EUR", "35.400 euro"),
        ],
    );
}

#[test]
fn the_annex_of_the_voivodeship_opolskie() {
    same_as_written(
        "pl.opolskie.ai_empowered",
        "opolskie-ai.yaml",
        "pl",
        &[("about 600_000 PLN", "ok. 600 000 PLN"), ("120_000.00 PLN", "120 000,00 PLN")],
    );
}

#[test]
fn an_application_under_ferc() {
    same_as_written(
        "pl.ferc.priority_2",
        "ferc-portal.yaml",
        "pl",
        &[
            ("submitted: 2024-03-15 11:30", "submitted: 15 marca 2024 r., godz. 11:30"),
            ("done: 2024-02-10", "done: 10.02.2024"),
            ("construction_start: 2024-04-15", "construction_start: 15 kwietnia 2024 r."),
            ("98_400.00 PLN", "98 400,00 zł"),
        ],
    );
}
