//! Outcomes as diagnostics that miette draws: the proposal's lines, the rule's clause with the
//! values of its parts, the legal source and the repair.
//!
//! In: a [`Case`]. Out: a [`Finding`] for each outcome that someone has to act on, and an
//! [`Explanation`] of them all under the verdict. What the labels say is in `labels`.

use std::fmt;

use super::case::Case;
use super::effect::{consequence, repair};
use super::figures::sentence;
use super::gravity::{Gravity, severity};
use super::labels::{clause_labels, fact_labels, fact_lines};
use super::message::{message, title};
use super::owed::owed_lines;
use super::report::{cites_of, element};
use super::source::source;
use super::summary::verdict_line;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Severity};
use crate::eval::{Outcome, RuleOutcome, Verdict};
use crate::types::typed::Rule;

/// An outcome that someone has to act on, as an error that miette draws. Its code is the path of
/// the rule.
#[derive(Clone, Debug)]
pub struct Finding {
    rule: String,
    located: Located,
}

impl Finding {
    /// The findings of a case, the gravest first; at most [`Diagnostics::LIMIT`].
    #[must_use]
    pub fn all(case: &Case<'_>) -> Vec<Self> {
        let mut graded: Vec<(Gravity, &Rule, &RuleOutcome, Severity)> = Vec::new();
        for outcome in &case.evaluation.outcomes {
            let Some(rule) = case.rule(outcome) else { continue };
            let complete = case.submission.complete;
            if let Some(severity) = severity(rule, outcome, case.facts, complete) {
                graded.push((Gravity::of(rule, outcome.outcome), rule, outcome, severity));
            }
        }
        graded.sort_by_key(|(gravity, ..)| *gravity);
        graded.truncate(Diagnostics::LIMIT);
        let mut problems = Diagnostics::new();
        for (_, rule, outcome, severity) in &graded {
            problems.push(diagnostic(case, rule, outcome, *severity));
        }
        let rules = graded.iter().map(|(_, rule, ..)| rule.path.to_string());
        let located = problems.located(case.submission.sources);
        rules.zip(located).map(|(rule, located)| Self { rule, located }).collect()
    }

    /// The full name of the rule.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// The finding as the library has it: labels by spans, and the code of the kind of outcome.
    #[must_use]
    pub fn diagnostic(&self) -> &Diagnostic {
        self.located.diagnostic()
    }
}

/// The problem that an outcome is.
fn diagnostic(
    case: &Case<'_>,
    rule: &Rule,
    outcome: &RuleOutcome,
    severity: Severity,
) -> Diagnostic {
    let code = match outcome.outcome {
        Outcome::Undetermined => Code::EVAL_UNDETERMINED,
        Outcome::Faulty => Code::EVAL_FAULTY,
        _ => Code::EVAL_VIOLATED,
    };
    let says = message(case, outcome).unwrap_or_default();
    let about = element(case, rule, outcome).unwrap_or_else(|| title(case, rule).into_owned());
    let text = if rule.message.is_empty() || outcome.outcome != Outcome::Violated {
        format!("{about}: {says}")
    } else {
        says
    };
    let mut problem = Diagnostic::error(code, text);
    problem.severity = severity;
    problem.labels = fact_labels(case, outcome);
    problem.labels.extend(clause_labels(case, rule, outcome));
    problem.help = help(case, rule, outcome);
    problem
}

/// What follows, what would mend it, who owes what, and the legal sources, a line each.
fn help(case: &Case<'_>, rule: &Rule, outcome: &RuleOutcome) -> Option<String> {
    let words = &case.words().headings;
    let mut lines = fact_lines(case, outcome);
    lines.extend(distances(case, rule, outcome));
    lines.extend(consequence(case, rule, outcome));
    lines.extend(repair(case, outcome));
    lines.extend(owed_lines(case, &outcome.missing));
    let sources = cites_of(case, rule, outcome).map(|cite| source(case, cite));
    lines.extend(sources.map(|source| format!("{}: {source}", words.source)));
    if lines.is_empty() { None } else { Some(lines.join("\n")) }
}

/// How far a violation is from its limit, where the rule's own message may leave that out.
fn distances(case: &Case<'_>, rule: &Rule, outcome: &RuleOutcome) -> Vec<String> {
    if outcome.outcome != Outcome::Violated || rule.message.is_empty() {
        return Vec::new();
    }
    let failing = outcome.comparisons.iter().filter(|c| !c.holds && c.margin.is_some());
    failing.map(|comparison| sentence(case, comparison)).collect()
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.located.fmt(f)
    }
}

impl std::error::Error for Finding {}

impl miette::Diagnostic for Finding {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.rule))
    }

    fn severity(&self) -> Option<miette::Severity> {
        self.located.severity()
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.located.help()
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        self.located.source_code()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = miette::LabeledSpan> + '_>> {
        self.located.labels()
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        self.located.related()
    }
}

/// The verdict with the findings behind it, as one error that miette draws.
#[derive(Clone, Debug)]
pub struct Explanation {
    verdict: Verdict,
    line: String,
    findings: Vec<Finding>,
}

impl Explanation {
    /// The explanation of a case.
    #[must_use]
    pub fn new(case: &Case<'_>) -> Self {
        let verdict = case.evaluation.verdict;
        let line = verdict_line(case).to_string();
        Self { verdict, line, findings: Finding::all(case) }
    }

    /// The findings, the gravest first.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line)
    }
}

impl std::error::Error for Explanation {}

impl miette::Diagnostic for Explanation {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.verdict {
            Verdict::Ineligible | Verdict::Faulty | Verdict::Invalid => miette::Severity::Error,
            Verdict::Eligible | Verdict::Undetermined => miette::Severity::Advice,
            Verdict::Reduced | Verdict::Conditional | Verdict::Correctable => {
                miette::Severity::Warning
            }
        })
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        if self.findings.is_empty() {
            return None;
        }
        Some(Box::new(self.findings.iter().map(|finding| finding as &dyn miette::Diagnostic)))
    }
}
