//! Reports for people.

use subvent::explain::{Language, Lines, Role, Words, fill, words};
use subvent::{Outcome, Report, ReportError, Verdict};

use super::role;
use crate::screen::Screen;

/// A report in full: problems of the proposal, what stands against it, then the summary.
pub(super) fn full(report: &Report, verbose: bool, screen: &Screen) -> String {
    let mut text: String =
        report.located_problems().map(|problem| screen.drawn(&problem)).collect();
    let words = words(Language::of(report.language()));
    let ReportError::Explained(explanation) = report.diagnostic(report.language()) else {
        let verdict = screen.paint(Role::Bad, words.verdicts.invalid);
        let name = screen.paint(Role::Text, report.name());
        text.push_str(&not_shown(report, words));
        text.push_str(&format!("\n{}: {verdict} – {name}\n", words.headings.verdict));
        return text;
    };
    for finding in explanation.findings() {
        text.push_str(&screen.drawn(finding));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    let mut summary = report.summary();
    if !verbose {
        shorten(&mut summary, words.headings.outcomes, words.headings.problems);
    }
    text.push_str(&screen.painted(&summary));
    text
}

/// Leaves out what was drawn above: the words under each outcome, and the problems.
fn shorten(summary: &mut Lines, outcomes: &str, problems: &str) {
    let mut section = String::new();
    summary.0.retain(|line| {
        if line.indent == 0 {
            section = line.segments.first().map_or_else(String::new, |first| first.text.clone());
        }
        section != problems && (section != outcomes || line.indent < 2)
    });
    while summary.0.last().is_some_and(|line| line.segments.is_empty()) {
        summary.0.pop();
    }
}

/// A report among many: a line, and below it what stands against the proposal.
pub(super) fn brief(report: &Report, screen: &Screen) -> String {
    let entries = report.entries();
    let verdict = screen.paint(role(report.verdict()), entries.verdict);
    let mut text = format!("{verdict} {}\n", screen.paint(Role::Name, report.name()));
    let stands_out = report.outcomes().iter().zip(&entries.outcomes);
    for (outcome, entry) in stands_out {
        let role = match outcome.outcome {
            Outcome::Violated | Outcome::Faulty => Role::Bad,
            Outcome::Undetermined => Role::Doubt,
            _ => continue,
        };
        let name = entry.clause.unwrap_or(entry.rule);
        let said = entry.message.as_deref().unwrap_or(&entry.title);
        let element = entry.element.as_deref().map(|e| format!(" {e}")).unwrap_or_default();
        let name = screen.paint(role, &format!("{name}{element}"));
        text.push_str(&format!("  {name} {}\n", crate::screen::printable(said)));
    }
    for problem in &entries.problems {
        let place = match (problem.file, problem.line) {
            (Some(file), Some(line)) => format!("{file}:{line}: "),
            _ => String::new(),
        };
        let said = crate::screen::printable(&format!("{place}{}", problem.message));
        text.push_str(&format!("  {said}\n"));
    }
    text.push_str(&not_shown(report, words(Language::of(report.language()))));
    text
}

/// How many problems are beyond the number that is kept; nothing when all are shown.
fn not_shown(report: &Report, words: &Words) -> String {
    match report.problems().suppressed() {
        0 => String::new(),
        more => format!("  {}\n", fill(words.headings.problems_not_shown, &[&more.to_string()])),
    }
}

/// How many proposals have which verdict.
#[derive(Default)]
pub(super) struct Tally {
    counts: std::collections::BTreeMap<Verdict, usize>,
    total: usize,
}

impl Tally {
    /// Counts a verdict.
    pub(super) fn add(&mut self, verdict: Verdict) {
        *self.counts.entry(verdict).or_default() += 1;
        self.total += 1;
    }

    /// Counts a proposal that could not be read.
    pub(super) fn unusable(&mut self) {
        self.add(Verdict::Invalid);
    }

    /// The counts in one line.
    pub(super) fn line(&self, screen: &Screen) -> String {
        let counts = self.counts.iter().map(|(verdict, count)| {
            screen.paint(role(*verdict), &format!("{count} {}", verdict.word()))
        });
        let counts: Vec<String> = counts.collect();
        let noun = if self.total == 1 { "proposal" } else { "proposals" };
        format!("{} {noun}: {}\n", self.total, counts.join(", "))
    }
}
