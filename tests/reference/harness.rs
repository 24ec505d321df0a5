//! From text to a checked programme and bound facts, as a host would go.

use subvent::data::{DataLimits, read_yaml};
use subvent::diagnostic::{Diagnostics, Severity};
use subvent::eval::{Evaluation, Evaluator, Limits, Mode, Scratch};
use subvent::facts::{Facts, bind};
use subvent::program::{FactSchema, Program};
use subvent::quantity::Date;
use subvent::resolve::{LoadError, Loader, resolve};
use subvent::text::{Source, SourceId};
use subvent::types;
use subvent::types::typed::Checked;

use super::calendar::civil;

/// Serves one module.
struct One<'s> {
    path: &'s str,
    text: &'s str,
}

impl Loader for One<'_> {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        let name = format!("{}.subvent", self.path.replace('.', "/"));
        Ok((module == self.path).then(|| Source::new(name, self.text)))
    }

    fn modules(&self) -> Vec<String> {
        vec![self.path.to_owned()]
    }
}

/// The problems of a text in short.
fn show(problems: &Diagnostics, text: &str) -> String {
    let line = |problem: &subvent::diagnostic::Diagnostic| {
        let words = problem.span().and_then(|span| text.get(span.range())).unwrap_or_default();
        format!("{:?}: {} [{words}]", problem.code, problem.message)
    };
    problems
        .iter()
        .filter(|p| p.severity == Severity::Error)
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

/// A programme checked, or what is wrong with it.
pub fn check(path: &str, text: &str) -> Result<Checked, String> {
    check_with_problems(path, text).map(|(checked, _)| checked)
}

fn check_with_problems(path: &str, text: &str) -> Result<(Checked, Diagnostics), String> {
    let (resolved, problems) = resolve(&One { path, text }, path);
    if problems.has_errors() {
        return Err(show(&problems, text));
    }
    let (checked, problems) = types::check(&resolved);
    if problems.has_errors() { Err(show(&problems, text)) } else { Ok((checked, problems)) }
}

/// Facts bound, or what is wrong with them.
pub fn facts(checked: &Checked, yaml: &str) -> Result<Facts, String> {
    let (tree, problems) = read_yaml(SourceId::default(), yaml, &DataLimits::default());
    if problems.has_errors() {
        return Err(show(&problems, yaml));
    }
    let tree = tree.ok_or("no tree")?;
    let schema = FactSchema::new(checked);
    let root = checked.programme.roots.first().ok_or("no root")?.record;
    let (facts, problems) = bind(&schema, checked, root, &tree);
    facts.ok_or_else(|| show(&problems, yaml))
}

/// A day of the library.
pub fn date(day: i64) -> Date {
    let (year, month, day) = civil(day);
    let part = |part: i64| u32::try_from(part).expect("a part of a date");
    Date::new(i32::try_from(year).expect("a year"), part(month), part(day)).expect("a day")
}

/// The programme of a generated case.
///
/// Nothing only where it has a default for what the checker knows to be present already, or
/// compares literal months with literal days: the generator follows neither.
pub fn programme(case: &super::generate::Case) -> Option<Checked> {
    programme_with_problems(case).map(|(checked, _)| checked)
}

/// The same, with what the checker has to say of it.
pub fn programme_with_problems(case: &super::generate::Case) -> Option<(Checked, Diagnostics)> {
    match check_with_problems(super::generate::MODULE, &case.source()) {
        Ok(checked) => Some(checked),
        Err(problems) if problems.lines().all(refused_for_form) => None,
        Err(problems) => panic!("seed {}: {problems}\n{}", case.seed, case.show()),
    }
}

fn refused_for_form(problem: &str) -> bool {
    problem.contains("types::wrong_default") || problem.contains("between a length in")
}

/// What the compiled evaluator finds out.
pub fn evaluate(program: &Program, facts: &Facts, today: i64) -> Evaluation {
    let evaluator = Evaluator::new(program);
    let limits = Limits::default();
    evaluator.evaluate(facts, date(today), &mut Scratch::new(), Mode::Reasons, &limits)
}
