//! What the tests of a module reached, and what they did not.
//!
//! Only the module's own declarations count: the modules that it uses have tests of their own.
//! Four things are looked for: outcomes of rules ([`rule`](mod@rule)), bounds of comparisons
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
    /// The places of all expressions that were evaluated.
    evaluated: BTreeSet<Span>,
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
        Self { own, rules: BTreeMap::new(), bounds: BTreeMap::new(), evaluated: BTreeSet::new() }
    }

    /// Takes note of an evaluation that wrote down its steps.
    pub(super) fn add(&mut self, evaluation: &Evaluation) {
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
            let steps = found.reasons.iter().flat_map(|reasons| &reasons.steps);
            self.evaluated.extend(steps.map(|step| step.span).filter(|at| at.source == self.own));
        }
    }

    /// What was reached of each rule, and all that was missed, in the order of the file.
    pub(super) fn finish(self, pack: &Pack) -> (Vec<RuleCoverage>, Vec<Missed>) {
        let mut reached = Vec::new();
        let mut missed = Missing { sources: pack.sources(), list: Vec::new() };
        let rules = (0..).map(RuleId).zip(&pack.checked().rules);
        for (id, rule) in rules.filter(|(_, rule)| rule.span.source == self.own) {
            let known = self.rules.get(&id).cloned().unwrap_or_default();
            rule::missed(rule, &known, &mut missed);
            if let Some(code) = pack.program().rule(id) {
                bound::missed(&rule.path, code, &self.bounds, &mut missed);
            }
            reached.push(RuleCoverage::new(rule, &known.outcomes));
        }
        branch::missed(pack.checked(), self.own, &self.evaluated, &mut missed);
        missed.list.sort_by_key(|missed| missed.span);
        (reached, missed.list)
    }
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
