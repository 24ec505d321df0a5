//! `--rates NAME=FILE`: exchange rates from outside the rules.

use std::path::PathBuf;
use std::str::FromStr;

use subvent::Rules;
use subvent::data::decode;

use crate::arguments::RateOptions;
use crate::failure::Failure;
use crate::screen::Screen;

/// A table of the rules and the file with its rates.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Given {
    table: String,
    file: PathBuf,
}

impl FromStr for Given {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            Some((table, file)) if !table.is_empty() && !file.is_empty() => {
                Ok(Self { table: table.to_owned(), file: file.into() })
            }
            _ => {
                Err("write the table and its file, as in `eu.rates.inforeuro=rates.csv`".to_owned())
            }
        }
    }
}

/// The rules with all rates that were given. What the files leave in doubt, such as a month without
/// a rate between others, is shown and does no harm.
///
/// # Errors
/// When a file cannot be read, or is no table of rates that the rules take.
pub(crate) fn supplied(
    rules: Rules,
    options: &RateOptions,
    screen: &Screen,
) -> Result<Rules, Failure> {
    let mut rules = rules;
    for Given { table, file } in &options.rates {
        let name = file.display().to_string();
        let bytes =
            std::fs::read(file).map_err(|error| Failure::new(format!("`{name}`: {error}")))?;
        let text = decode(&bytes).map_err(|problem| {
            let problem = subvent::Diagnostic::from(problem);
            let failure = Failure::new(format!("`{name}`: {}", problem.message));
            match problem.help {
                Some(help) => failure.help(help),
                None => failure,
            }
        })?;
        let known = rules.warnings().len();
        rules =
            rules.with_rates(table, &name, &text).map_err(|problems| Failure::from(&problems))?;
        for doubt in rules.located_warnings().skip(known) {
            screen.problem(&doubt);
        }
    }
    Ok(rules)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_and_a_file_are_needed() {
        let given: Given = "eu.rates.inforeuro=a=b.csv".parse().unwrap();
        let wanted = Given { table: "eu.rates.inforeuro".to_owned(), file: "a=b.csv".into() };
        assert_eq!(given, wanted);
        for text in ["", "inforeuro", "=a.csv", "inforeuro="] {
            assert!(text.parse::<Given>().is_err(), "{text}");
        }
    }
}
