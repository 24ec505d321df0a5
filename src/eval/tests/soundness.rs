//! Whatever a check says with facts missing, it says with every completion of them.
//!
//! Rules are made at random from conditions on a few facts with a few values each. Every rule is
//! checked with every choice of missing facts, and the outcome is held against the outcomes with
//! all completions. Where all facts are of finite types, the comparison is exact: undetermined
//! only if completions differ, and missing only what changes the outcome.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::build::*;
use crate::eval::{Evaluator, Limits, Mode, Outcome, RuleOutcome, Scratch, Verdict};
use crate::program::{Program, compile};
use crate::types::typed::*;
use crate::value::Owed;

/// A generator of numbers (xorshift64*), so that a failure can be seen again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides
    }
}

/// Which facts a rule is made of.
#[derive(Clone, Copy, PartialEq)]
enum Facts {
    Finite,
    Amounts,
}

struct Maker {
    dice: Dice,
    facts: Facts,
}

impl Maker {
    fn condition(&mut self, depth: u64) -> Expr {
        if depth == 0 || self.dice.roll(4) == 0 {
            return self.leaf();
        }
        match self.dice.roll(5) {
            0 => not(self.condition(depth - 1)),
            1 | 2 => and(vec![self.condition(depth - 1), self.condition(depth - 1)]),
            3 => or(vec![self.condition(depth - 1), self.condition(depth - 1)]),
            _ => expr(
                ExprKind::If {
                    condition: Box::new(self.condition(depth - 1)),
                    then: Box::new(self.condition(depth - 1)),
                    otherwise: Box::new(self.condition(depth - 1)),
                },
                Type::Bool,
            ),
        }
    }

    fn leaf(&mut self) -> Expr {
        let sides = if self.facts == Facts::Finite { 4 } else { 9 };
        match self.dice.roll(sides) {
            0 => flag(),
            1 => other(),
            2 => status_is(self.dice.roll(3) as u16),
            3 => self.quotient_fault(),
            4 => at_most(self.amount(2), self.amount(2)),
            5 => compare(Order::Less, self.amount(1), self.amount(1)),
            6 => {
                let crossed = self.dice.roll(2) == 0;
                let condition = crossed.then(|| cost(CROSS, Type::Bool));
                let sum = over_costs(AggregateKind::Sum, cost(AMOUNT, money()), condition, money());
                at_most(sum, self.amount(1))
            }
            7 => {
                let small = at_most(cost(AMOUNT, money()), zl(10));
                over_costs(AggregateKind::All, small, Some(cost(CROSS, Type::Bool)), Type::Bool)
            }
            _ => at_most(grant(), call(0, money())),
        }
    }

    /// A condition that is a fault for one status: a `match` without all arms.
    fn quotient_fault(&mut self) -> Expr {
        let named = self.dice.roll(3) as u16;
        let arms = vec![(vec![member(named)], flag()), (vec![member((named + 1) % 3)], other())];
        let operand = Box::new(fact(STATUS_FIELD, Type::Enum(STATUS)));
        expr(ExprKind::Match { operand, arms, otherwise: None }, Type::Bool)
    }

    fn amount(&mut self, depth: u64) -> Expr {
        if depth > 0 && self.dice.roll(2) == 0 {
            let op = [Arithmetic::Add, Arithmetic::Subtract][self.dice.roll(2) as usize];
            return arithmetic(op, self.amount(depth - 1), self.amount(depth - 1), money());
        }
        match self.dice.roll(5) {
            0 => grant(),
            1 => total(),
            2 => times(share(50), grant()),
            3 => call(0, money()),
            _ => zl(self.dice.roll(3) as i64 * 10),
        }
    }

    fn rule(&mut self) -> Rule {
        let mut made = rule(vec![self.condition(2), self.condition(1)]);
        if self.dice.roll(2) == 0 {
            made.guards = vec![self.condition(1)];
        }
        if self.dice.roll(2) == 0 {
            made.exceptions = vec![Unless {
                condition: self.condition(1),
                because: Texts::default(),
                cite: vec![],
                refined_by: None,
                span: span(),
            }];
        }
        if self.facts == Facts::Amounts && self.dice.roll(3) == 0 {
            made.each = vec![each_cost(Some(cost(CROSS, Type::Bool)))];
            let small = at_most(cost(AMOUNT, money()), zl(self.dice.roll(2) as i64 * 10));
            made.requirements[0].condition =
                or(vec![small, made.requirements[0].condition.clone()]);
        }
        made
    }

    fn programme(&mut self) -> Checked {
        let mut checked = rules(vec![self.rule()]);
        // A definition does not read itself.
        self.facts = Facts::Finite;
        let exceptions = vec![
            except(self.condition(1), zl(20)),
            except(status_is(self.dice.roll(3) as u16), zl(10)),
        ];
        checked.definitions = vec![definition(money(), total(), exceptions)];
        checked
    }
}

/// A fact and the values that it is given.
type Choice = (u32, &'static str, &'static [&'static str]);

const FINITE: [Choice; 3] = [
    (FLAG, "flag", &["yes", "no"]),
    (OTHER, "other", &["yes", "no"]),
    (STATUS_FIELD, "status", &["public", "non_profit", "for_profit"]),
];

const AMOUNTS: [Choice; 4] = [
    (FLAG, "flag", &["yes", "no"]),
    (STATUS_FIELD, "status", &["public", "for_profit"]),
    (GRANT, "grant", &["0 PLN", "10 PLN", "25 PLN"]),
    (
        COSTS,
        "costs",
        &[
            "[]",
            "[{ amount: 10 PLN, cross: yes }]",
            "[{ amount: 15 PLN, cross: no }, { amount: 20 PLN, cross: yes }]",
        ],
    ),
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
    let given = facts
        .iter()
        .zip(row)
        .filter_map(|((_, name, values), at)| at.map(|at| format!("{name}: {}\n", values[at])));
    given.chain([rest.to_owned()]).collect()
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

/// What all elements of a rule come to together, as the verdict sees them.
fn together(outcomes: &[RuleOutcome]) -> Outcome {
    let has = |outcome| outcomes.iter().any(|it| it.outcome == outcome);
    let order = [Outcome::Violated, Outcome::Faulty, Outcome::Undetermined, Outcome::Satisfied];
    order.into_iter().find(|outcome| has(*outcome)).unwrap_or(Outcome::NotApplicable)
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
    for seed in 1..=150 {
        let mut maker = Maker { dice: Dice(seed * 7919), facts: Facts::Finite };
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
    for seed in 1..=60 {
        let mut maker = Maker { dice: Dice(seed * 104_729), facts: Facts::Amounts };
        let program = compile(Arc::new(maker.programme()));
        let mut scratch = Scratch::new();
        let rest = "other: no\ntotal: 20 PLN\n";
        let complete: Vec<(Vec<Option<usize>>, Outcome, Verdict)> = choices(&AMOUNTS, false)
            .into_iter()
            .map(|row| {
                let (found, verdict) =
                    evaluate(&program, &yaml(&AMOUNTS, &row, rest), &mut scratch);
                (row, together(&found), verdict)
            })
            .collect();
        for row in choices(&AMOUNTS, true) {
            let (found, verdict) = evaluate(&program, &yaml(&AMOUNTS, &row, rest), &mut scratch);
            let partial = together(&found);
            for (full, outcome, full_verdict) in &complete {
                if !completes(&row, full) {
                    continue;
                }
                assert!(
                    stands_for(partial, *outcome),
                    "seed {seed}, {row:?} is {partial:?}, {full:?} is {outcome:?}"
                );
                let undetermined = verdict == Verdict::Undetermined;
                assert!(undetermined || verdict == *full_verdict, "seed {seed}, {row:?}");
            }
            let open = row.iter().any(Option::is_none);
            decided += u32::from(open && partial != Outcome::Undetermined);
            if partial == Outcome::Undetermined {
                assert!(found.iter().any(|it| !it.missing.is_empty()), "seed {seed}, {row:?}");
            }
        }
    }
    // The test would say nothing if nothing were ever decided.
    assert!(decided > 1_000, "{decided}");
}
