//! `subvent explain`

use std::path::PathBuf;

use clap::Args;
use subvent::diagnostic::Code;

use super::check::selected;
use super::proposals::{Desk, Opened};
use crate::arguments::ProposalOptions;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::inputs;
use crate::screen::Screen;

/// Show how an outcome came about, step by step; or explain the code of a problem.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A file in YAML or JSON, `-` for standard input, or a code such as data::duplicate_key
    #[arg(value_name = "PROPOSAL")]
    proposal: PathBuf,
    /// The rule, by its path or its clause number
    #[arg(long, value_name = "RULE")]
    rule: Option<String>,
    /// The element of a `for each` rule: its position from 0, or its path, such as `costs[2]`
    #[arg(long, value_name = "N")]
    element: Option<String>,
    #[command(flatten)]
    with: ProposalOptions,
}

/// Prints the derivation of an outcome, or the page of a code.
pub(crate) fn run(options: &Options, screen: &Screen) -> Result<Exit, Failure> {
    if let Some(page) = page(options)? {
        screen.result(page);
        return Ok(Exit::Fine);
    }
    let Some(rule) = &options.rule else {
        return Err(Failure::new("no rule is named")
            .help("give `--rule RULE`; `subvent check` shows the rules with their outcomes"));
    };
    let (inputs, _) =
        inputs(std::slice::from_ref(&options.proposal), options.with.stdin_format.into())?;
    let [input] = inputs.as_slice() else {
        return Err(Failure::new("one proposal at a time can be explained"));
    };
    let mut desk = Desk::new(&options.with, screen)?;
    let Opened { rules, read } = desk.open(input)?;
    let (proposal, as_of) = match read {
        Ok(read) => read,
        Err(report) => return Err(Failure::Problems(report.located_problems().collect())),
    };
    let wanted = selected(&rules, std::slice::from_ref(rule))?;
    let report = desk.spoken(rules.check_step_by_step(&proposal, as_of));
    if report.verdict() == subvent::Verdict::Invalid {
        return Err(Failure::Problems(report.located_problems().collect()));
    }
    let entries = report.entries();
    let mut elements = Vec::new();
    let mut text = String::new();
    for (outcome, entry) in report.outcomes().iter().zip(&entries.outcomes) {
        if !wanted.contains(&outcome.rule) {
            continue;
        }
        let position = outcome.element.last().map(|element| element.index);
        if fits(options.element.as_deref(), entry.element.as_deref(), position) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&screen.painted(&report.derivation(outcome)));
        } else {
            elements.extend(entry.element.clone());
        }
    }
    if text.is_empty() {
        return Err(no_outcome(rule, options.element.as_deref(), &elements));
    }
    screen.result(&text);
    Ok(Exit::Fine)
}

/// The page of a code, when the argument is one.
fn page(options: &Options) -> Result<Option<&'static str>, Failure> {
    let name = options.proposal.to_string_lossy();
    if !name.contains("::") || options.rule.is_some() || options.proposal.exists() {
        return Ok(None);
    }
    let page = Code::named(&name).and_then(Code::page);
    page.map(Some).ok_or_else(|| {
        let near = subvent::diagnostic::nearest(&name, Code::all().map(Code::as_str));
        let failure = Failure::new(format!("there is no code `{name}`"));
        match near {
            Some(near) => failure.help(format!("did you mean `{near}`?")),
            None => failure,
        }
    })
}

/// Whether an element is the one asked for, by its path or its position.
fn fits(wanted: Option<&str>, path: Option<&str>, position: Option<u32>) -> bool {
    wanted.is_none_or(|wanted| {
        path == Some(wanted) || position.is_some_and(|position| position.to_string() == wanted)
    })
}

fn no_outcome(rule: &str, element: Option<&str>, elements: &[String]) -> Failure {
    match element {
        Some(element) if !elements.is_empty() => {
            Failure::new(format!("`{rule}` is not checked on an element `{element}`"))
                .help(format!("it is checked on {}", elements.join(", ")))
        }
        Some(_) => Failure::new(format!("`{rule}` is not checked on elements")),
        None => Failure::new(format!("`{rule}` has no outcome for this proposal"))
            .help("it does not bind here, or it is for another kind of proposal"),
    }
}
