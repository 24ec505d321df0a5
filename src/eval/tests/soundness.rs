//! Whatever a check says with facts missing, it says with every completion of them.
//!
//! Rules are made at random from conditions on a few facts with a few values each. Every rule is
//! checked with every choice of missing facts, and the outcome is held against the outcomes with
//! all completions. Where all facts are of finite types, the comparison is exact: undetermined
//! only if completions differ, and missing only what changes the outcome.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::build::*;
use super::maker::{Dice, Facts, Maker};
use crate::eval::{Evaluator, Limits, Mode, Outcome, RuleOutcome, Scratch, Verdict};
use crate::program::{Program, compile};
use crate::types::typed::*;
use crate::value::Owed;

/// A fact and the values that it is given.
type Choice = (u32, &'static str, &'static [&'static str]);

const FINITE: [Choice; 3] = [
    (FLAG, "flag", &["yes", "no"]),
    (OTHER, "other", &["yes", "no"]),
    (STATUS_FIELD, "status", &["public", "non_profit", "for_profit"]),
];

/// The last two are facts of the first cost.
const AMOUNTS: [Choice; 7] = [
    (FLAG, "flag", &["yes", "no"]),
    (STATUS_FIELD, "status", &["public", "for_profit"]),
    (GRANT, "grant", &["0 PLN", "10 PLN", "25 PLN"]),
    (START, "start", &["2023-05-01", "2023-09-01", "2024-05-01"]),
    (COSTS, "costs", &["[]", "given"]),
    (AMOUNT, "amount", &["10 PLN", "15 PLN"]),
    (CROSS, "cross", &["yes", "no"]),
];

/// All ways to give facts a value, or none where a fact may be missing.
fn choices(facts: &[Choice], missing: bool) -> Vec<Vec<Option<usize>>> {
    let mut all = vec![vec![]];
    for (_, _, values) in facts {
        let none = missing.then_some(None);
        let options: Vec<Option<usize>> = (0..values.len()).map(Some).chain(none).collect();
        let longer = |row: &Vec<Option<usize>>| {
            let row = row.clone();
            options.iter().map(move |it| [row.clone(), vec![*it]].concat()).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

fn yaml(facts: &[Choice], row: &[Option<usize>], rest: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut cost = String::new();
    for ((_, name, values), at) in facts.iter().zip(row) {
        let Some(value) = at.map(|at| values[at]) else { continue };
        match *name {
            "amount" | "cross" => cost.push_str(&format!("{name}: {value}, ")),
            _ => lines.push(format!("{name}: {value}")),
        }
    }
    let costs = format!("costs: [{{ {cost} }}, {{ amount: 20 PLN, cross: yes }}]");
    let lines =
        lines.into_iter().map(|line| if line == "costs: given" { costs.clone() } else { line });
    lines.chain([rest.to_owned()]).collect::<Vec<_>>().join("\n")
}

fn evaluate(program: &Program, yaml: &str, scratch: &mut Scratch) -> (Vec<RuleOutcome>, Verdict) {
    let facts = facts(program, PROJECT, yaml);
    let limits = Limits::default();
    let found = Evaluator::new(program).evaluate(
        &facts,
        day("2024-05-01"),
        scratch,
        Mode::Outcomes,
        &limits,
    );
    (found.outcomes, found.verdict)
}

/// What all elements of a rule come to together: an element that is undetermined may still be
/// violated.
fn together(outcomes: &[RuleOutcome]) -> Outcome {
    let has = |outcome| outcomes.iter().any(|it| it.outcome == outcome);
    let order = [Outcome::Violated, Outcome::Undetermined, Outcome::Faulty, Outcome::Satisfied];
    order.into_iter().find(|outcome| has(*outcome)).unwrap_or(Outcome::NotApplicable)
}

/// The outcomes of the first rule.
fn first(outcomes: &[RuleOutcome]) -> &[RuleOutcome] {
    let end = outcomes.iter().position(|it| it.rule != RuleId(0)).unwrap_or(outcomes.len());
    &outcomes[..end]
}

/// Whether an outcome with facts missing may stand for one with all of them.
fn stands_for(partial: Outcome, complete: Outcome) -> bool {
    match partial {
        Outcome::Undetermined => true,
        Outcome::Satisfied => {
            matches!(complete, Outcome::Satisfied | Outcome::NotApplicable)
        }
        other => other == complete,
    }
}

fn completes(row: &[Option<usize>], full: &[Option<usize>]) -> bool {
    row.iter().zip(full).all(|(partial, full)| partial.is_none() || partial == full)
}

#[test]
fn finite_facts_are_decided_exactly() {
    for seed in 1..=120 {
        let mut maker = Maker { dice: Dice(seed * 7919), facts: Facts::Finite, resting: false };
        let program = compile(Arc::new(rules(vec![maker.rule()])));
        let mut scratch = Scratch::new();
        let complete: Vec<(Vec<Option<usize>>, Outcome)> = choices(&FINITE, false)
            .into_iter()
            .map(|row| {
                let (found, _) = evaluate(&program, &yaml(&FINITE, &row, ""), &mut scratch);
                (row, found[0].outcome)
            })
            .collect();
        for row in choices(&FINITE, true) {
            let (found, _) = evaluate(&program, &yaml(&FINITE, &row, ""), &mut scratch);
            let found = &found[0];
            let all: Vec<&(Vec<Option<usize>>, Outcome)> =
                complete.iter().filter(|(full, _)| completes(&row, full)).collect();
            let outcomes: BTreeSet<Outcome> = all.iter().map(|(_, outcome)| *outcome).collect();
            let expected = match outcomes.iter().copied().collect::<Vec<_>>().as_slice() {
                [one] => *one,
                [Outcome::Satisfied, Outcome::NotApplicable] => Outcome::Satisfied,
                _ => Outcome::Undetermined,
            };
            assert_eq!(found.outcome, expected, "seed {seed}, {row:?}: {outcomes:?}");
            if expected != Outcome::Undetermined {
                assert!(found.missing.is_empty());
                continue;
            }
            // A fact is missing if and only if another value of it alone changes the outcome.
            let changes = |at: usize| {
                all.iter().any(|(one, outcome)| {
                    all.iter().any(|(two, other)| {
                        let same = (0..one.len()).all(|i| i == at || one[i] == two[i]);
                        same && outcome != other
                    })
                })
            };
            let expected: BTreeSet<u32> =
                (0..FINITE.len()).filter(|at| changes(*at)).map(|at| cell(FINITE[at].0)).collect();
            let missing: BTreeSet<u32> = found
                .missing
                .iter()
                .map(|owed| match owed {
                    Owed::Fact(cell) => cell,
                    other => panic!("{other:?}"),
                })
                .collect();
            assert_eq!(missing, expected, "seed {seed}, {row:?}");
        }
    }
}

#[test]
fn what_is_said_with_amounts_and_lists_missing_holds_for_every_completion() {
    let mut decided = 0;
    for seed in 1..=16 {
        let mut maker = Maker { dice: Dice(seed * 104_729), facts: Facts::Amounts, resting: false };
        let program = compile(Arc::new(maker.programme()));
        let mut scratch = Scratch::new();
        let rest = "other: no\ntotal: 20 PLN\n";
        let complete: Vec<(Vec<Option<usize>>, Outcome, Verdict)> = choices(&AMOUNTS, false)
            .into_iter()
            .map(|row| {
                let (found, verdict) =
                    evaluate(&program, &yaml(&AMOUNTS, &row, rest), &mut scratch);
                (row, together(first(&found)), verdict)
            })
            .collect();
        for row in choices(&AMOUNTS, true) {
            // One row in 24 is enough for each programme.
            if maker.dice.roll(24) != 0 {
                continue;
            }
            let (found, verdict) = evaluate(&program, &yaml(&AMOUNTS, &row, rest), &mut scratch);
            let partial = together(first(&found));
            for (full, outcome, full_verdict) in &complete {
                if !completes(&row, full) {
                    continue;
                }
                assert!(
                    stands_for(partial, *outcome),
                    "seed {seed}, {row:?} is {partial:?}, {full:?} is {outcome:?}"
                );
                // A faulty rule may stand beside one that is still to be violated.
                let undetermined = verdict >= Verdict::Undetermined && verdict <= Verdict::Faulty;
                assert!(undetermined || verdict == *full_verdict, "seed {seed}, {row:?}");
            }
            let open = row.iter().any(Option::is_none);
            decided += u32::from(open && partial != Outcome::Undetermined);
            if partial == Outcome::Undetermined {
                assert!(first(&found).iter().any(|it| !it.missing.is_empty()), "{seed}, {row:?}");
            }
        }
    }
    // The test would say nothing if nothing were ever decided.
    assert!(decided > 500, "{decided}");
}
