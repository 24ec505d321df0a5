//! Rules of one's own in memory, and a Rust struct as the proposal: no files, no JSON in between.
//!
//! `cargo run --example own_rules`

use std::error::Error;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;
use subvent::pack::Memory;
use subvent::{AsOf, Rules, Verdict};

const RULES: &str = r#"
programme {
  currency PLN
  checks   Application
}

facts Application {
  eligible_costs: money at least 0
  grant:          money at least 0
  start:          date
}

parameter rate: percent = 85%

rule grant_within_the_rate for Application {
  require grant <= rate of eligible_costs
  if not  reduce grant to rate of eligible_costs rounded down to 0.01
}

rule starts_in_the_programming_period for Application {
  require start in 2021-01-01 to 2029-12-31
}
"#;

#[derive(Serialize)]
struct Application {
    eligible_costs: Decimal,
    grant: Decimal,
    start: Option<NaiveDate>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let rules = Rules::load(&Memory::new().with("my.programme", RULES), "my.programme")?;
    let as_of = AsOf::date(2024, 5, 1)?;
    let mut application = Application {
        eligible_costs: Decimal::from(1_000_000),
        grant: Decimal::new(85_000_001, 2),
        start: None,
    };

    // One grosz over 85%, and no start yet: what is missing outweighs what can be reduced.
    let report = rules.check_value(&application, as_of)?;
    assert_eq!(report.verdict(), Verdict::Undetermined);

    application.start = NaiveDate::from_ymd_opt(2024, 9, 1);
    let report = rules.check_value(&application, as_of)?;
    assert_eq!(report.verdict(), Verdict::Reduced);

    application.grant = Decimal::from(850_000);
    let report = rules.check_value(&application, as_of)?;
    assert_eq!(report.verdict(), Verdict::Eligible);
    println!("{}", report.summary());
    Ok(())
}
