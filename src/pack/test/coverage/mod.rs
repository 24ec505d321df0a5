//! What the tests of a module reached, and what they did not.
//!
//! What the tests of a module must reach is the module's own; what they miss in the modules that
//! it uses is told apart, because the tests of several modules may reach it together. Four things are looked for: outcomes of rules ([`rule`](mod@rule)), bounds of comparisons
//! from below, at and from above ([`bound`](mod@bound)), and the exceptions and rows of
//! definitions and tables ([`branch`](mod@branch)).

mod bound;
mod branch;
mod rule;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

pub use rule::RuleCoverage;

use crate::eval::{Evaluation, Outcome};
use crate::pack::Pack;
use crate::text::{SourceId, SourceMap, Span};
use crate::types::typed::RuleId;
use bound::Sides;

/// Something that no test reached.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Missed {
    /// The rule, definition, parameter or table.
    pub rule: String,
    /// What was not reached: `bound never reached from below`.
    pub what: String,
    /// Where it stands: `rules/se/orebro.subvent:31`.
    pub at: String,
    /// The place itself.
    #[serde(skip)]
    pub span: Span,
}

/// What was reached so far.
#[derive(Debug)]
pub(super) struct Coverage {
    own: SourceId,
    rules: BTreeMap<RuleId, Reached>,
    /// The bounds reached, by the places of their comparisons.
    bounds: BTreeMap<Span, Sides>,
    /// The rows of tables and the exceptions that gave a value.
    branches: BTreeSet<Span>,
}

/// What was reached of a rule.
#[derive(Clone, Default, Debug)]
struct Reached {
    outcomes: BTreeSet<Outcome>,
    regimes: BTreeSet<u32>,
    exceptions: BTreeSet<u32>,
}

impl Coverage {
    pub(super) fn new(pack: &Pack) -> Self {
        let own = pack.checked().modules.first().map(|module| module.source).unwrap_or_default();
        Self { own, rules: BTreeMap::new(), bounds: BTreeMap::new(), branches: BTreeSet::new() }
    }

    /// Takes note of an evaluation that wrote down its steps, and of the rows and exceptions that
    /// gave a value in it.
    pub(super) fn add(&mut self, evaluation: &Evaluation, branches: BTreeSet<Span>) {
        self.branches.extend(branches);
        for found in &evaluation.outcomes {
            let reached = self.rules.entry(found.rule).or_default();
            reached.outcomes.insert(found.outcome);
            reached.regimes.extend(found.regime);
            if let Some(crate::eval::Quiet::Exception(position)) = found.quiet {
                reached.exceptions.insert(position);
            }
            for comparison in &found.comparisons {
                self.bounds.entry(comparison.span).or_default().reach(comparison);
            }
        }
    }

    /// What was reached of each rule of the module itself, and all that was missed, in the order
    /// of the files: in the module itself, and in those that it uses.
    pub(super) fn finish(self, pack: &Pack) -> Covered {
        let mut reached = Vec::new();
        let mut missed = Missing { sources: pack.sources(), list: Vec::new() };
        for (id, rule) in (0..).map(RuleId).zip(&pack.checked().rules) {
            let known = self.rules.get(&id).cloned().unwrap_or_default();
            rule::missed(rule, &known, &mut missed);
            if let Some(code) = pack.program().rule(id) {
                bound::missed(&rule.path, code, &self.bounds, &mut missed);
            }
            if rule.span.source == self.own {
                reached.push(RuleCoverage::new(rule, &known.outcomes));
            }
        }
        branch::missed(pack.checked(), &self.branches, &mut missed);
        missed.list.sort_by_key(|missed| missed.span);
        let is_own = |missed: &Missed| missed.span.source == self.own;
        let (own, elsewhere) = missed.list.into_iter().partition(is_own);
        Covered { reached, own, elsewhere }
    }
}

/// What came of looking.
pub(super) struct Covered {
    pub(super) reached: Vec<RuleCoverage>,
    pub(super) own: Vec<Missed>,
    pub(super) elsewhere: Vec<Missed>,
}

/// Collects what was missed.
struct Missing<'s> {
    sources: &'s SourceMap,
    list: Vec<Missed>,
}

impl Missing<'_> {
    fn add(&mut self, rule: &str, what: impl Into<String>, span: Span) {
        let line = self.sources.position(span).line;
        let at = match self.sources.get(span.source) {
            Some(source) => format!("{}:{line}", source.name()),
            None => String::new(),
        };
        self.list.push(Missed { rule: rule.to_owned(), what: what.into(), at, span });
    }
}
