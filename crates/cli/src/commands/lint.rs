//! `subvent lint`

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use subvent::diagnostic::{Diagnostic, Severity};
use subvent::explain::Role;
use subvent::pack::{Inspected, inspect};

use crate::annotation::Annotation;
use crate::arguments::{FindingFormat, RuleOptions};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::screen::Screen;
use crate::target::targets;
use crate::workspace::Workspace;

/// Look for errors in rule files, and give advice.
#[derive(Args, Debug)]
#[command(after_help = "\
Exit status: 0 nothing but advice; 1 warnings; 2 errors.")]
pub(crate) struct Options {
    /// Rule files, directories of them, or modules. Default: all rules of the project
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    rules: RuleOptions,
    /// How results are written
    #[arg(long, value_enum, default_value_t = FindingFormat::Text)]
    format: FindingFormat,
}

/// A problem as other programs read it.
#[derive(Serialize, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    file: String,
    line: usize,
    column: usize,
    severity: &'static str,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
}

/// Checks every module, and prints each problem once, even when several modules use its file.
pub(crate) fn run(options: &Options, screen: &Screen) -> Result<Exit, Failure> {
    let workspace = Workspace::find(&options.rules)?;
    let mut seen = BTreeSet::new();
    let mut entries = Vec::new();
    let mut modules = 0_usize;
    let mut unlisted = 0_usize;
    for target in targets(&options.paths, &workspace)? {
        modules += 1;
        let inspected = inspect(&target.loader(&workspace), &target.module);
        unlisted += inspected.problems.suppressed();
        let located = inspected.problems.located(&inspected.sources);
        for (problem, located) in inspected.problems.iter().zip(located) {
            let entry = entry(&inspected, problem);
            if !seen.insert(entry.clone()) {
                continue;
            }
            match options.format {
                FindingFormat::Text => screen.result(&screen.drawn(&located)),
                FindingFormat::Github => {
                    let code = problem.code.as_str();
                    let annotation = Annotation::of(problem, &inspected.sources, code);
                    screen.result(&annotation.to_string());
                }
                FindingFormat::Json => {}
            }
            entries.push((problem.severity, entry));
        }
    }
    let worst = entries.iter().map(|(severity, _)| *severity).min();
    let exit = match worst {
        Some(Severity::Error) => Exit::Unusable,
        Some(Severity::Warning) => Exit::Wrong,
        Some(Severity::Advice) | None => Exit::Fine,
    };
    let tally = Tally { entries: &entries, modules, unlisted };
    screen.result(&end(&tally, options, screen)?);
    Ok(exit)
}

fn entry(inspected: &Inspected, problem: &Diagnostic) -> Entry {
    let span = problem.span();
    let source = span.and_then(|span| inspected.sources.get(span.source));
    let position = span.map(|span| inspected.sources.position(span));
    Entry {
        file: source.map_or_else(String::new, |source| source.name().to_owned()),
        line: position.map_or(1, |position| position.line),
        column: position.map_or(1, |position| position.column),
        severity: match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        },
        code: problem.code.as_str(),
        message: problem.message.clone(),
        help: problem.help.clone(),
    }
}

/// What was found over all modules.
struct Tally<'e> {
    entries: &'e [(Severity, Entry)],
    modules: usize,
    /// Problems beyond the number that is kept for a module.
    unlisted: usize,
}

fn end(tally: &Tally<'_>, options: &Options, screen: &Screen) -> Result<String, Failure> {
    let Tally { entries, modules, unlisted } = *tally;
    if options.format == FindingFormat::Json {
        let entries: Vec<&Entry> = entries.iter().map(|(_, entry)| entry).collect();
        return serde_json::to_string_pretty(&entries)
            .map(|text| text + "\n")
            .map_err(|error| Failure::new(format!("the problems cannot be written: {error}")));
    }
    let noun = if modules == 1 { "module" } else { "modules" };
    let count = |wanted: Severity| entries.iter().filter(|(s, _)| *s == wanted).count();
    let kinds = [
        (Severity::Error, Role::Bad, "error", "errors"),
        (Severity::Warning, Role::Doubt, "warning", "warnings"),
        (Severity::Advice, Role::Quiet, "piece of advice", "pieces of advice"),
    ];
    let counts: Vec<String> = kinds
        .into_iter()
        .filter(|(severity, ..)| count(*severity) > 0)
        .map(|(severity, role, one, many)| {
            let count = count(severity);
            screen.paint(role, &format!("{count} {}", if count == 1 { one } else { many }))
        })
        .collect();
    let counts =
        if counts.is_empty() { screen.paint(Role::Good, "no problems") } else { counts.join(", ") };
    let more =
        if unlisted > 0 { format!(", and {unlisted} more not shown") } else { String::new() };
    Ok(format!("{counts}{more} in {modules} {noun}\n"))
}
