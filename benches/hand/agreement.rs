//! The same proposals by the rules and by hand, held against each other.

use subvent::data::{DataLimits, DataNode, read_yaml};
use subvent::eval::{Evaluator, Limits, RuleOutcome, Scratch, Verdict};
use subvent::text::SourceId;
use subvent::types::typed::RuleKind;
use subvent::{Outcome, Rules};

use super::orebro::{self, Finding, Terms};
use super::read;
use super::variants::{CHANGES, COMPLETE, Change, EXAMPLES, changed};

/// What came of one rule on one element, in words.
type Line = (String, Option<u32>, String);

/// A verdict, and what came of each rule and element in order.
pub type Told = (String, Vec<Line>);

/// A proposal's words as a tree.
pub fn tree(text: &str) -> Option<DataNode> {
    read_yaml(SourceId::default(), text, &DataLimits::default()).0
}

/// Every example and change on which the two ways differ, or which does not change what it is
/// there for.
pub fn disagreements(rules: &Rules) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in EXAMPLES.into_iter().chain([("complete", COMPLETE)]) {
        found.extend(disagreement(rules, name, text));
    }
    let complete = by_rules(rules, COMPLETE).unwrap_or_default().1;
    for change in &CHANGES {
        let Some(text) = changed(change) else {
            found.push(format!("`{}` is not there once", change.from));
            continue;
        };
        found.extend(disagreement(rules, change.to, &text));
        let told = by_rules(rules, &text).unwrap_or_default().1;
        let line = expected(change);
        if !told.contains(&line) || complete.contains(&line) {
            found.push(format!("`{}` does not lead to {line:?}", change.to));
        }
    }
    found
}

fn disagreement(rules: &Rules, name: &str, text: &str) -> Option<String> {
    let (one, other) = (by_rules(rules, text), by_hand(text));
    (one.is_none() || one != other).then(|| format!("{name}: {one:?} by rules, {other:?} by hand"))
}

/// What the hand-written rules find; none where the facts are not complete.
fn by_hand(text: &str) -> Option<Told> {
    let project = read::project(&tree(text)?)?;
    let mut found = Vec::new();
    let verdict = Terms::of_the_memo()?.check(&project, &mut found);
    let line = |it: &Finding| (it.rule.to_owned(), it.element, format!("{:?}", it.outcome));
    Some(sorted(format!("{verdict:?}"), found.iter().map(line).collect()))
}

/// What the library finds; none for a proposal that it refuses.
fn by_rules(rules: &Rules, text: &str) -> Option<Told> {
    let proposal = rules.facts_from_yaml("proposal.yaml", text).ok()?;
    let as_of = proposal.as_of()?;
    let mut outcomes = Vec::new();
    let verdict = Evaluator::new(rules.pack().program()).outcomes_into(
        proposal.facts(),
        as_of,
        &mut Scratch::new(),
        &Limits::default(),
        &mut outcomes,
    );
    Some(told(rules, verdict, &outcomes))
}

/// A verdict and outcomes in words, information left out.
pub fn told(rules: &Rules, verdict: Verdict, outcomes: &[RuleOutcome]) -> Told {
    let declared = &rules.pack().checked().rules;
    let mut list = Vec::new();
    for found in outcomes {
        let Some(rule) = declared.get(found.rule.index()) else { continue };
        if rule.kind != RuleKind::Information {
            let number = rule.number.as_deref().unwrap_or_default().to_owned();
            let element = found.element.first().map(|element| element.index);
            list.push((number, element, format!("{:?}", found.outcome)));
        }
    }
    sorted(format!("{verdict:?}"), list)
}

fn expected(change: &Change) -> Line {
    let (number, element, outcome) = change.then;
    let same = match outcome {
        orebro::Outcome::Satisfied => Outcome::Satisfied,
        orebro::Outcome::Violated => Outcome::Violated,
        orebro::Outcome::NotApplicable => Outcome::NotApplicable,
        orebro::Outcome::NotMet => Outcome::NotMet,
    };
    (number.to_owned(), element, format!("{same:?}"))
}

fn sorted(verdict: String, mut list: Vec<Line>) -> Told {
    list.sort();
    (verdict, list)
}
