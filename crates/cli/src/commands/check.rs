//! `subvent check`

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use subvent::explain::Role;
use subvent::types::typed::RuleId;
use subvent::{Report, Rules};

use super::proposals::{Desk, Opened};
use crate::annotation::Annotation;
use crate::arguments::{FindingFormat, ProposalOptions};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{Input, inputs};
use crate::screen::Screen;

mod text;

/// Check proposals against the rules of a programme.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Files in YAML or JSON, directories of them, or `-` for standard input
    #[arg(required = true, value_name = "PROPOSAL")]
    proposals: Vec<PathBuf>,
    #[command(flatten)]
    with: ProposalOptions,
    /// How results are written; for several proposals, JSON has one object a line
    #[arg(long, value_enum, default_value_t = FindingFormat::Text)]
    format: FindingFormat,
    /// The submission is final: what the applicant still owes is an error
    #[arg(long)]
    complete: bool,
    /// Refuse a proposal whose check can take more steps than this, before anything is computed
    #[arg(long, value_name = "STEPS")]
    max_cost: Option<u64>,
    /// Only this rule, by its path or its clause number. May be given several times
    #[arg(long, value_name = "RULE")]
    only: Vec<String>,
    /// Show the rules that do not apply and why, and every proposal of many in full
    #[arg(long, short)]
    verbose: bool,
}

/// Checks every proposal and prints its report.
pub(crate) fn run(options: &Options, screen: &Screen) -> Result<Exit, Failure> {
    let (inputs, many) = inputs(&options.proposals, options.with.stdin_format.into())?;
    let mut desk = Desk::new(&options.with)?;
    let bar = progress(screen, inputs.len(), many);
    let mut tally = text::Tally::default();
    let mut worst = Exit::Fine;
    for input in &inputs {
        let (shown, exit) = match check(&mut desk, input, options) {
            Ok(report) => {
                tally.add(report.verdict());
                let exit = Exit::of(report.verdict());
                (show(&report, options, many, screen)?, exit)
            }
            Err(failure) => {
                tally.unusable();
                bar.suspend(|| failure.show(screen));
                (unchecked(input, &failure, options, many)?, Exit::Unusable)
            }
        };
        bar.suspend(|| screen.result(&shown));
        worst = worst.max(exit);
        bar.inc(1);
    }
    bar.finish_and_clear();
    if many && options.format == FindingFormat::Text {
        screen.result(&tally.line(screen));
    }
    Ok(worst)
}

/// A bar on a terminal for many proposals, else nothing.
fn progress(screen: &Screen, count: usize, many: bool) -> indicatif::ProgressBar {
    if many && screen.watched() && count > 1 {
        indicatif::ProgressBar::new(count as u64)
    } else {
        indicatif::ProgressBar::hidden()
    }
}

fn check(desk: &mut Desk<'_>, input: &Input, options: &Options) -> Result<Report, Failure> {
    let Opened { rules, read } = desk.open(input)?;
    let (proposal, as_of) = match read {
        Ok(read) => read,
        Err(report) => return Ok(*report),
    };
    let only = selected(&rules, &options.only)?;
    let rules = match options.max_cost {
        Some(steps) => rules.clone().with_max_cost(steps),
        None => rules.clone(),
    };
    let report = if options.complete {
        rules.check_complete(&proposal, as_of)
    } else {
        rules.check(&proposal, as_of)
    };
    let report = if only.is_empty() { report } else { report.only(&only) };
    Ok(desk.spoken(report))
}

/// The rules that are asked for.
pub(super) fn selected(rules: &Rules, names: &[String]) -> Result<Vec<RuleId>, Failure> {
    let mut selected = Vec::new();
    for name in names {
        let found = subvent::pack::rules(rules.pack().checked(), name).map_err(|unknown| {
            let failure = Failure::new(format!("`{}` has no rule `{name}`", rules.module()));
            match unknown.near {
                Some(near) => failure.help(format!("did you mean `{near}`?")),
                None => failure.help(format!("`subvent rules {}` lists its rules", rules.module())),
            }
        })?;
        selected.extend(found);
    }
    Ok(selected)
}

fn show(
    report: &Report,
    options: &Options,
    many: bool,
    screen: &Screen,
) -> Result<String, Failure> {
    match options.format {
        FindingFormat::Json => json(report, many),
        FindingFormat::Github => Ok(annotations(report)),
        FindingFormat::Text if many && !options.verbose => Ok(text::brief(report, screen)),
        FindingFormat::Text => Ok(text::full(report, options.verbose, screen)),
    }
}

/// The problems of a proposal and what stands against it, at its own lines.
fn annotations(report: &Report) -> String {
    let mut text = String::new();
    let mut add = |problem: &subvent::Diagnostic, title: &str| {
        let annotation = Annotation::of(problem, report.sources(), title);
        text.push_str(&annotation.to_string());
    };
    for problem in report.problems() {
        add(problem, problem.code.as_str());
    }
    if let subvent::ReportError::Explained(explanation) = report.diagnostic(report.language()) {
        for finding in explanation.findings() {
            add(finding.diagnostic(), finding.rule());
        }
    }
    text
}

/// One object: on a line of its own among many, else laid out.
fn json(value: &impl Serialize, many: bool) -> Result<String, Failure> {
    let written =
        if many { serde_json::to_string(value) } else { serde_json::to_string_pretty(value) };
    match written {
        Ok(text) => Ok(text + "\n"),
        Err(error) => Err(Failure::new(format!("the report cannot be written: {error}"))),
    }
}

/// A proposal that could not be checked at all, so that every proposal has its line.
#[derive(Serialize)]
struct Unchecked<'a> {
    subvent: &'static str,
    proposal: &'a str,
    verdict: &'static str,
    problems: [Problem; 1],
}

#[derive(Serialize)]
struct Problem {
    severity: &'static str,
    message: String,
}

fn unchecked(
    input: &Input,
    failure: &Failure,
    options: &Options,
    many: bool,
) -> Result<String, Failure> {
    match options.format {
        FindingFormat::Text => return Ok(String::new()),
        FindingFormat::Github => {
            let message = failure.line();
            let (level, title) = ("error", input.name.clone());
            return Ok(Annotation { level, place: None, title, message }.to_string());
        }
        FindingFormat::Json => {}
    }
    let problem = Problem { severity: "error", message: failure.line() };
    let object = Unchecked {
        subvent: env!("CARGO_PKG_VERSION"),
        proposal: &input.name,
        verdict: "invalid",
        problems: [problem],
    };
    json(&object, many)
}

/// The role of a verdict's word.
fn role(verdict: subvent::Verdict) -> Role {
    match Exit::of(verdict) {
        Exit::Fine => Role::Good,
        Exit::Undetermined => Role::Doubt,
        Exit::Wrong if verdict != subvent::Verdict::Ineligible => Role::Doubt,
        Exit::Wrong | Exit::Unusable => Role::Bad,
    }
}
