//! Checks a proposal against a built-in programme and prints what stands against it.
//!
//! `cargo run --example check_proposal`

use std::error::Error;
use std::fs;

use subvent::{AsOf, Outcome, Rules};

const PROPOSAL: &str = "examples/proposals/orebro-ai-all-over-the-ceiling.yaml";

fn main() -> Result<(), Box<dyn Error>> {
    let rules = Rules::builtin("se.orebro.regional_growth")?;
    let text = fs::read_to_string(PROPOSAL)?;
    let proposal = rules.facts_from_yaml(PROPOSAL, &text)?;
    let report = rules.check(&proposal, AsOf::date(2026, 3, 2)?).in_language("en");

    println!("{:?}", report.verdict());
    let entries = report.entries();
    let violated = report.outcomes().iter().zip(&entries.outcomes);
    for (_, entry) in violated.filter(|(outcome, _)| outcome.outcome == Outcome::Violated) {
        println!("{}: {}", entry.rule, entry.message.as_deref().unwrap_or_default());
    }
    Ok(())
}
