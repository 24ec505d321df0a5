//! What the command line accepts.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::commands::{check, completions, explain, lint, new, rules, test};

/// Check proposals against the eligibility rules of public funding.
#[derive(Parser, Debug)]
#[command(name = "subvent", version, about, max_term_width = 100, after_help = AFTER)]
pub(crate) struct Arguments {
    /// When to use colours
    #[arg(long, value_enum, default_value_t = Colour::Auto, global = true, value_name = "WHEN")]
    pub(crate) color: Colour,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The end of the help.
const AFTER: &str = "\
Exit status of `check`: 0 eligible; 1 ineligible, correctable, conditional or reduced; \
3 undetermined; 2 faulty, or could not be checked. Over several proposals the first of 2, 1, 3, 0 \
that occurs.";

/// When to use colours.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
pub(crate) enum Colour {
    /// On a terminal that has them, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Check proposals against the rules of a programme
    Check(check::Options),
    /// Show how an outcome came about, step by step; or explain the code of a problem
    Explain(explain::Options),
    /// Run the tests in rule files
    Test(test::Options),
    /// Look for errors in rule files, and give advice
    Lint(lint::Options),
    /// List programmes and packs; or the rules, parameters and citations of one
    Rules(rules::Options),
    /// Make a directory with a programme to start from
    New(new::Options),
    /// Print completions for a shell
    Completions(completions::Options),
}

/// How results are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// How findings are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
pub(crate) enum FindingFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// Annotations of a GitHub workflow
    Github,
}

/// Where rules come from.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct RuleOptions {
    /// A directory of rule files, searched before the packs that are built in. May be given
    /// several times. Default: what subvent.toml says, else `rules/` beside it
    #[arg(long = "rules", value_name = "DIR")]
    pub(crate) directories: Vec<PathBuf>,
}

/// Exchange rates from outside the rules.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct RateOptions {
    /// Exchange rates for a table that the rules declare as `supplied`, such as
    /// eu.rates.inforeuro=inforeuro.csv: a CSV whose first line is `month,PLN,SEK` or
    /// `month,currency,rate`. May be given several times
    #[arg(long = "rates", value_name = "NAME=FILE")]
    pub(crate) rates: Vec<crate::rates::Given>,
}

/// Which proposals are checked, against what, and on which date.
#[derive(Args, Clone, Debug)]
pub(crate) struct ProposalOptions {
    /// The programme, such as se.orebro.regional_growth. Default: what the proposal says in
    /// `$programme`, else what subvent.toml says
    #[arg(long, value_name = "MODULE")]
    pub(crate) programme: Option<String>,
    #[command(flatten)]
    pub(crate) rules: RuleOptions,
    #[command(flatten)]
    pub(crate) rates: RateOptions,
    /// The date of assessment, such as 2024-05-01. Default: what the proposal says in `$as_of`
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<subvent::AsOf>,
    /// The language of messages: en, pl, ro, sv. Default: the programme's first
    #[arg(long, value_name = "LANG")]
    pub(crate) lang: Option<String>,
    /// The format of standard input
    #[arg(long, value_enum, default_value_t = DataFormat::Yaml, value_name = "FORMAT")]
    pub(crate) stdin_format: DataFormat,
}

/// The formats of proposals.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
pub(crate) enum DataFormat {
    /// YAML
    Yaml,
    /// JSON
    Json,
}

impl From<DataFormat> for subvent::pack::Format {
    fn from(format: DataFormat) -> Self {
        match format {
            DataFormat::Yaml => Self::Yaml,
            DataFormat::Json => Self::Json,
        }
    }
}
