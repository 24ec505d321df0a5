//! Runs a page: all that is not as it says, with file and line.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use subvent::diagnostic::Diagnostics;
use subvent::{AsOf, ProposalProblems, Report, Rules, Severity};

use super::claim::Claim;
use super::judge::Judge;
use super::page::{self, Block, Page, Proposal};
use super::programme::Modules;

/// The failures of a page; none when all that it claims is so.
pub fn run(page: &Page) -> Vec<String> {
    let mut found = Failures { file: &page.file, list: page.problems.clone() };
    let mut used = BTreeSet::new();
    for rules in &page.rules {
        let run = || self::rules(page, rules);
        match catch_unwind(AssertUnwindSafe(run)) {
            Ok((failures, asked)) => {
                found.list.extend(failures);
                used.extend(asked);
            }
            Err(_) => found.add(rules.block.line, "the check of these rules panicked"),
        }
    }
    for (name, block) in &page.modules {
        if !used.contains(name) {
            found.add(block.line, format!("no block uses `{name}`"));
        }
    }
    found.list
}

struct Failures<'p> {
    file: &'p str,
    list: Vec<String>,
}

impl Failures<'_> {
    fn add(&mut self, line: usize, problem: impl std::fmt::Display) {
        self.list.push(format!("{}:{line}: {problem}", self.file));
    }
}

fn rules(page: &Page, rules: &page::Rules) -> (Vec<String>, BTreeSet<String>) {
    let mut found = Failures { file: &page.file, list: Vec::new() };
    let modules = Modules::new(page, rules);
    match modules.load() {
        Err(problems) => {
            self::problems(&mut found, &rules.block, problems.diagnostics(), &rules.errors);
            for unusable in rules.expect.iter().chain(rules.facts.iter().map(|facts| &facts.block))
            {
                found.add(unusable.line, "the rules above cannot be used");
            }
        }
        Ok(loaded) => {
            self::problems(&mut found, &rules.block, loaded.warnings(), &rules.errors);
            claims(&mut found, &Judge::of_rules(&loaded), &rules.expect);
            for proposal in &rules.facts {
                self::proposal(&mut found, &loaded, proposal);
            }
        }
    }
    (found.list, modules.asked())
}

fn proposal(found: &mut Failures<'_>, rules: &Rules, proposal: &Proposal) {
    if proposal.errors.is_empty() && proposal.expect.is_empty() {
        found.add(proposal.block.line, "nothing is claimed of these facts");
    }
    let (report, problems) = match checked(rules, &proposal.block.text) {
        Ok(report) => {
            let problems = report.problems().clone();
            (report, problems)
        }
        Err(refused) => {
            let report = Report::invalid(rules, &refused, None);
            (report, refused.diagnostics().clone())
        }
    };
    let invariants = proposal.errors.is_empty() && !proposal.expect.is_empty();
    let says_invalid = proposal.expect.iter().any(|block| block.text.contains("verdict: invalid"));
    if !(invariants && says_invalid) {
        self::problems(found, &proposal.block, &problems, &proposal.errors);
    }
    claims(found, &Judge::of_report(rules, &report), &proposal.expect);
}

/// The report on a proposal on the date that it names itself.
pub fn checked(rules: &Rules, text: &str) -> Result<Report, ProposalProblems> {
    let proposal = rules.facts_from_yaml("facts.yaml", text)?;
    let as_of = proposal.as_of().expect("facts name their `$as_of`");
    Ok(rules.check(&proposal, AsOf::new(as_of)))
}

/// Checks that every error is listed, and that all that is listed is there.
fn problems(found: &mut Failures<'_>, about: &Block, actual: &Diagnostics, listed: &[Block]) {
    let mut left: Vec<_> = actual.iter().collect();
    for (line, claim) in listed.iter().flat_map(Block::claims) {
        let (code, part) = claim.split_once(' ').unwrap_or((claim, ""));
        let fits = left.iter().position(|problem| {
            let message = problem.message.replace('\u{a0}', " ");
            problem.code.as_str() == code && message.contains(part.trim())
        });
        match fits {
            Some(index) => drop(left.remove(index)),
            None => found.add(line, "there is no such problem"),
        }
    }
    for problem in left.iter().filter(|problem| problem.severity == Severity::Error) {
        let line = listed.first().map_or(about.line, |block| block.line);
        found.add(line, format!("not listed: {} {}", problem.code, problem.message));
    }
}

fn claims(found: &mut Failures<'_>, judge: &Judge<'_>, blocks: &[Block]) {
    for (line, text) in blocks.iter().flat_map(Block::claims) {
        let outcome = Claim::read(text).and_then(|claim| judge.check(&claim));
        if let Err(problem) = outcome {
            found.add(line, format!("`{text}`: {problem}"));
        }
    }
}
