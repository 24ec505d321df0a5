//! What each target does with its bytes, and what must hold whatever they are.
//!
//! The targets and the test `fuzz_corpus` of the library include this file, so that the corpus
//! means the same to both. Each function tells how far the input came; only the test asks.

#![allow(dead_code, reason = "each target uses one of the functions")]

use std::sync::OnceLock;

use subvent::data::decode;
use subvent::diagnostic::Diagnostics;
use subvent::eval::{Evaluation, Evaluator, Limits, Mode, Scratch};
use subvent::pack::{
    Builtin, Chain, Format, Inspected, LoadError, Loader, NoFiles, Proposal, TestOptions, inspect,
};
use subvent::quantity::Date;
use subvent::syntax;
use subvent::text::{Source, SourceMap};
use subvent::value::{FaultKind, Value};
use subvent::{AsOf, Report, Rules, Verdict};

/// How far an input came.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Reached {
    /// It is no text, or it is too long to be of use.
    Nothing,
    /// It has problems, which were drawn.
    Problems,
    /// It was taken without an error.
    Taken,
    /// Its rules were checked.
    Checked,
}

/// Longer inputs only take longer.
const LONGEST: usize = 64 * 1024;

/// Enough for any small programme, and too little to wait for.
const LIMITS: Limits = Limits { max_steps: 50_000, max_case_steps: 50_000, max_cases: 64 };

/// Parses a rule file: every place lies in the text, and nothing is both dropped and silent.
pub(crate) fn parse(data: &[u8]) -> Reached {
    let Some(text) = &text(data) else { return Reached::Nothing };
    let (source, mut sources) = (Source::new("fuzz.subvent", &**text), SourceMap::new());
    let id = sources.add(source.clone());
    let (parsed, problems) = syntax::parse(id, &source);
    for comment in &parsed.comments {
        assert!(text.get(comment.range()).is_some_and(|words| words.starts_with('#')));
    }
    drawn(&problems, &sources)
}

/// Compiles a programme that may use the built-in modules.
pub(crate) fn compile(data: &[u8]) -> Reached {
    let Some(text) = &text(data) else { return Reached::Nothing };
    let Inspected { pack, sources, problems } = inspect(&loader(text), module(text));
    let reached = drawn(&problems, &sources);
    assert_eq!(pack.is_some(), !problems.has_errors(), "a programme exactly without errors");
    reached
}

/// Binds a proposal to the Örebro programme, as YAML and as JSON.
pub(crate) fn facts(data: &[u8]) -> Reached {
    let Some(text) = &text(data) else { return Reached::Nothing };
    let Some(rules) = orebro() else { return Reached::Nothing };
    let yaml = bound(rules, Format::Yaml, text);
    let json = bound(rules, Format::Json, text);
    yaml.max(json)
}

/// Checks a proposal by a programme. A line of three hyphens parts the two.
pub(crate) fn check(data: &[u8]) -> Reached {
    let Some(text) = &text(data) else { return Reached::Nothing };
    let (programme, proposal) = text.split_once("\n---\n").unwrap_or((text, "{}"));
    let Ok(rules) = Rules::load(&loader(programme), module(programme)) else {
        return Reached::Problems;
    };
    let _ = rules.test(&NoFiles, TestOptions::default());
    match rules.facts_from_yaml("fuzz.yaml", proposal) {
        Ok(proposal) => checked(&rules, &proposal),
        Err(problems) => {
            assert_eq!(Report::invalid(&rules, &problems, None).verdict(), Verdict::Invalid);
            Reached::Taken
        }
    }
}

fn text(data: &[u8]) -> Option<String> {
    decode(data).ok().filter(|text| text.len() <= LONGEST)
}

/// The text as a module, and the built-in modules.
fn loader(text: &str) -> Chain {
    Chain::new().then(Own { module: module(text).to_owned(), text: text.to_owned() }).then(Builtin)
}

struct Own {
    module: String,
    text: String,
}

impl Loader for Own {
    fn load(&self, module: &str) -> Result<Option<Source>, LoadError> {
        Ok((module == self.module).then(|| Source::new("fuzz.subvent", &*self.text)))
    }

    fn modules(&self) -> Vec<String> {
        vec![self.module.clone()]
    }
}

/// The path that a text names itself.
fn module(text: &str) -> &str {
    let named = text.lines().find_map(|line| line.strip_prefix("module "));
    named.map_or("fuzz", str::trim)
}

fn orebro() -> Option<&'static Rules> {
    static RULES: OnceLock<Option<Rules>> = OnceLock::new();
    RULES.get_or_init(|| Rules::builtin("se.orebro.regional_growth").ok()).as_ref()
}

fn bound(rules: &Rules, format: Format, text: &str) -> Reached {
    match rules.facts(format, "fuzz", text) {
        Ok(proposal) => {
            drawn(proposal.warnings(), proposal.sources());
            let facts = proposal.facts();
            for cell in (0..=u32::MAX).take(facts.len()) {
                assert!(!matches!(facts.cell(cell), Value::Fault(_)), "a fact is never a fault");
                let (path, origin) = (facts.path(cell), facts.origin(cell));
                assert!(!path.is_empty(), "{origin:?} has a path");
            }
            checked(rules, &proposal)
        }
        Err(problems) => {
            assert!(problems.diagnostics().has_errors());
            drawn(problems.diagnostics(), problems.sources());
            Reached::Problems
        }
    }
}

/// Evaluates in every mode: they agree, and so does a second evaluation in the same memory.
fn checked(rules: &Rules, proposal: &Proposal) -> Reached {
    let as_of = proposal.as_of().or_else(|| Date::new(2024, 5, 1));
    let Some(as_of) = as_of else { return Reached::Taken };
    let evaluator = Evaluator::new(rules.pack().program());
    let mut scratch = Scratch::new();
    let facts = proposal.facts();
    let mut run = |mode| evaluator.evaluate(facts, as_of, &mut scratch, mode, &LIMITS);
    let bare = run(Mode::Outcomes);
    let told = run(Mode::Reasons);
    let derived = run(Mode::Derivation);
    if is_spent(&bare) || is_spent(&told) || is_spent(&derived) {
        return Reached::Checked;
    }
    same(&bare, &told);
    same(&told, &derived);
    same(&bare, &run(Mode::Outcomes));
    let report = rules.check_step_by_step(proposal, AsOf::new(as_of));
    let report = report.in_language("pl");
    let json = serde_json::to_string(&report);
    assert!(json.is_ok(), "a report is JSON");
    assert!(!report.summary().to_string().contains('\u{1b}'), "no terminal codes of the facts");
    for outcome in report.outcomes() {
        assert!(!report.derivation(outcome).to_string().contains('\u{1b}'));
    }
    Reached::Checked
}

/// What every mode finds out.
fn same(one: &Evaluation, other: &Evaluation) {
    assert_eq!(one.verdict, other.verdict);
    assert_eq!(one.values, other.values);
    assert_eq!(one.points, other.points);
    assert_eq!(one.outcomes.len(), other.outcomes.len());
    for (one, other) in one.outcomes.iter().zip(&other.outcomes) {
        assert_eq!((one.rule, one.root, one.outcome), (other.rule, other.root, other.outcome));
        assert_eq!((&one.element, &one.as_of), (&other.element, &other.as_of));
        assert_eq!((&one.quiet, &one.fault), (&other.quiet, &other.fault));
        assert_eq!((&one.missing, &one.points), (&other.missing, &other.points));
    }
}

/// Whether the limit of steps was met, which one mode may do before another.
fn is_spent(evaluation: &Evaluation) -> bool {
    let spent =
        |value: &Value| matches!(value, Value::Fault(fault) if fault.kind == FaultKind::Steps);
    let faults = evaluation.outcomes.iter().filter_map(|outcome| outcome.fault);
    faults.map(Value::Fault).any(|fault| spent(&fault))
        || evaluation.values.iter().any(|result| spent(&result.value))
}

/// Draws the first problems as a terminal shows them: every place lies in its text.
fn drawn(problems: &Diagnostics, sources: &SourceMap) -> Reached {
    for problem in problems.iter() {
        let spans = problem.labels.iter().map(|label| label.span);
        for span in spans.chain(problem.fix.iter().map(|fix| fix.span)) {
            let source = sources.get(span.source);
            let words = source.map(|source| source.text().get(span.range()));
            assert!(words.is_none_or(|words| words.is_some()), "{problem:?} lies in its text");
        }
    }
    let handler = miette::GraphicalReportHandler::new_themed(miette::GraphicalTheme::none());
    for located in problems.located(sources).take(4) {
        let mut drawing = String::new();
        let result = handler.render_report(&mut drawing, &located);
        assert!(result.is_ok(), "{:?} can be drawn", located.diagnostic());
        assert!(!drawing.contains('\u{1b}'), "no terminal codes of the text");
    }
    if problems.has_errors() { Reached::Problems } else { Reached::Taken }
}
