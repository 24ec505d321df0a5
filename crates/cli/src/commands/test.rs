//! `subvent test`

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use subvent::Rules;
use subvent::explain::Role;
use subvent::pack::test::{Failure as TestFailure, Missed};
use subvent::pack::{Files, NoFiles, TestOptions, TestReport};

use crate::annotation::Annotation;
use crate::arguments::{FindingFormat, RuleOptions};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::screen::Screen;
use crate::target::{Target, targets};
use crate::workspace::Workspace;

/// Run the tests in rule files.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Rule files, directories of them, or modules. Default: all rules of the project
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    rules: RuleOptions,
    /// Tell what no test reached: outcomes, bounds from each side, exceptions, rows of tables
    #[arg(long)]
    coverage: bool,
    /// How results are written
    #[arg(long, value_enum, default_value_t = FindingFormat::Text)]
    format: FindingFormat,
}

/// The sum over all modules, as other programs read it.
#[derive(Serialize, Default)]
struct Sum {
    passed: usize,
    failed: usize,
    failures: Vec<TestFailure>,
    missed: Vec<Missed>,
}

/// Runs the tests of every module and prints what failed.
pub(crate) fn run(options: &Options, screen: &Screen) -> Result<Exit, Failure> {
    let workspace = Workspace::find(&options.rules)?;
    let mut exit = Exit::Fine;
    let mut reports: Vec<(Target, TestReport)> = Vec::new();
    for target in targets(&options.paths, &workspace)? {
        match Rules::load(&target.loader(&workspace), &target.module) {
            Ok(rules) => {
                let report = test(&rules, &target, &workspace, options);
                reports.push((target, report));
            }
            Err(problems) => {
                Failure::from(&problems).show(screen);
                exit = Exit::Unusable;
            }
        }
    }
    keep_what_nobody_reached(&mut reports);
    if reports.iter().any(|(_, report)| !report.is_success()) {
        exit = exit.max(Exit::Wrong);
    }
    for (target, report) in &reports {
        match options.format {
            FindingFormat::Text => screen.result(&text(target, report, screen)),
            FindingFormat::Github => screen.result(&annotations(report)),
            FindingFormat::Json => {}
        }
    }
    screen.result(&end(reports, options, screen)?);
    Ok(exit)
}

/// Takes out what the tests of another module reached.
fn keep_what_nobody_reached(reports: &mut [(Target, TestReport)]) {
    let same = |a: &Missed, b: &Missed| (&a.rule, &a.what, &a.at) == (&b.rule, &b.what, &b.at);
    let lists: Vec<(Vec<String>, Vec<Missed>)> = reports
        .iter()
        .map(|(_, report)| {
            let names = report.sources().iter().map(|(_, source)| source.name().to_owned());
            (names.collect(), report.missed_elsewhere.clone())
        })
        .collect();
    for (index, (_, report)) in reports.iter_mut().enumerate() {
        report.missed.retain(|missed| {
            let file = missed.at.rsplit_once(':').map_or("", |(file, _)| file);
            let others = lists.iter().enumerate().filter(|(other, _)| *other != index);
            let mut users = others.filter(|(_, (names, _))| names.iter().any(|name| name == file));
            users.all(|(_, (_, elsewhere))| elsewhere.iter().any(|other| same(other, missed)))
        });
    }
}

fn test(rules: &Rules, target: &Target, workspace: &Workspace, options: &Options) -> TestReport {
    let files: Box<dyn Files> = match &target.rules {
        Some(directory) => Box::new(workspace.files(directory)),
        None => Box::new(NoFiles),
    };
    rules.test(&*files, TestOptions { coverage: options.coverage })
}

impl Sum {
    fn add(&mut self, report: TestReport) {
        self.passed += report.passed;
        self.failed += report.failed;
        self.failures.extend(report.failures);
        self.missed.extend(report.missed);
    }
}

/// The failures at their lines.
fn annotations(report: &TestReport) -> String {
    let one = |failure: &TestFailure| {
        let title = format!("test \"{}\"", failure.test);
        Annotation::of(&failure.diagnostic, report.sources(), &title).to_string()
    };
    report.failures.iter().map(one).collect()
}

/// A line for the module, its failures drawn, and what its tests missed.
fn text(target: &Target, report: &TestReport, screen: &Screen) -> String {
    if report.passed + report.failed == 0 && report.missed.is_empty() {
        return String::new();
    }
    let (role, count) = match report.failed {
        0 if report.passed == 0 => (Role::Quiet, "no tests of its own".to_owned()),
        0 => (Role::Good, format!("{} passed", report.passed)),
        failed => (Role::Bad, format!("{failed} failed, {} passed", report.passed)),
    };
    let name = screen.paint(Role::Name, &target.module);
    let mut text = format!("{name}: {}\n", screen.paint(role, &count));
    for (failure, located) in report.located() {
        text.push_str(&screen.paint(Role::Heading, &format!("\ntest \"{}\"\n", failure.test)));
        text.push_str(&screen.drawn(&located));
    }
    for missed in &report.missed {
        let (rule, what) = (short(&missed.rule, &target.module), &missed.what);
        let place = screen.paint(Role::Quiet, &missed.at);
        let name = screen.paint(Role::Doubt, rule);
        text.push_str(&format!("  {name}: {what}  {place}\n"));
    }
    text
}

/// A declaration's name without its module.
fn short<'n>(path: &'n str, module: &str) -> &'n str {
    path.strip_prefix(module).and_then(|rest| rest.strip_prefix('.')).unwrap_or(path)
}

fn end(
    reports: Vec<(Target, TestReport)>,
    options: &Options,
    screen: &Screen,
) -> Result<String, Failure> {
    let modules = reports.iter().filter(|(_, report)| report.passed + report.failed > 0).count();
    let mut sum = Sum::default();
    for (_, report) in reports {
        sum.add(report);
    }
    if options.format == FindingFormat::Json {
        return serde_json::to_string_pretty(&sum)
            .map(|text| text + "\n")
            .map_err(|error| Failure::new(format!("the report cannot be written: {error}")));
    }
    let noun = if modules == 1 { "module" } else { "modules" };
    let role = if sum.failed == 0 { Role::Good } else { Role::Bad };
    let counts = screen.paint(role, &format!("{} passed, {} failed", sum.passed, sum.failed));
    let missed = match (options.coverage, sum.missed.len()) {
        (false, _) => String::new(),
        (true, 0) => "; nothing missed".to_owned(),
        (true, count) => format!("; {count} never reached"),
    };
    Ok(format!("{counts} in {modules} {noun}{missed}\n"))
}
