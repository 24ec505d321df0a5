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
    /// Conditions may rest on the second rule.
    resting: bool,
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
        let sides = if self.facts == Facts::Finite { 4 } else { 15 };
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
            8 => at_most(grant(), call(0, money())),
            9 => at_most(grant(), parameter_value(0, vec![], money())),
            10 => at_most(parameter_value(1, vec![grant()], money()), self.amount(1)),
            11 => at_most(self.picked(), self.amount(1)),
            12 => {
                let crossed = Some(cost(CROSS, Type::Bool));
                let count = over_costs(AggregateKind::Count, yes(), crossed, Type::Integer);
                equal(count, int(self.dice.roll(3) as i64))
            }
            13 => self.grouped(),
            _ => {
                let receiver = Box::new(me(PROJECT));
                let id = self.resting.then_some(RuleId(1));
                id.map_or_else(flag, |rule| expr(ExprKind::Holds { rule, receiver }, Type::Bool))
            }
        }
    }

    /// The amount of the one cost that is crossed, of the least one, or a fold over all.
    fn picked(&mut self) -> Expr {
        let (list, amount) = (Box::new(costs()), || cost(AMOUNT, money()));
        let variable = LocalId(0);
        let kind = match self.dice.roll(3) {
            0 => ExprKind::The { variable, list, condition: Box::new(cost(CROSS, Type::Bool)) },
            1 => ExprKind::Pick { edge: Edge::First, variable, list, key: Box::new(amount()) },
            _ => {
                let double = times(int(2), local(1, money()));
                let next = arithmetic(Arithmetic::Add, double, amount(), money());
                let (state, init, list, key) = (LocalId(1), zl(0), costs(), amount());
                let carry = Carry { state, init, variable, list, key, next };
                return expr(ExprKind::Carry(Box::new(carry)), money());
            }
        };
        of(expr(kind, Type::Record(COST)), COST, AMOUNT, money())
    }

    /// Whether every group of costs has a small sum.
    fn grouped(&mut self) -> Expr {
        let group = Type::Group(Arc::new((Type::Bool, Type::Record(COST).list())));
        let key = Box::new(cost(CROSS, Type::Bool));
        let groups = ExprKind::Group { variable: LocalId(0), list: Box::new(costs()), key };
        let items = ExprKind::GroupItems(Box::new(local(2, group.clone())));
        let sum = Aggregate {
            kind: AggregateKind::Sum,
            generators: vec![(LocalId(0), expr(items, Type::Record(COST).list()))],
            condition: None,
            element: cost(AMOUNT, money()),
        };
        let sum = expr(ExprKind::Aggregate(Box::new(sum)), money());
        let all = Aggregate {
            kind: AggregateKind::All,
            generators: vec![(LocalId(2), expr(groups, group.list()))],
            condition: None,
            element: at_most(sum, self.amount(1)),
        };
        expr(ExprKind::Aggregate(Box::new(all)), Type::Bool)
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

    fn amount_of_constants(&mut self) -> Expr {
        zl(self.dice.roll(3) as i64 * 10)
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
            made.as_of = Some(fact(START, Type::Date));
        }
        if self.facts == Facts::Amounts && self.dice.roll(4) == 0 {
            made.validity = valid(None, Some("2023-12-31"));
        }
        if self.facts == Facts::Amounts && self.dice.roll(3) == 0 {
            let condition = of(local(3, Type::Record(COST)), COST, CROSS, Type::Bool);
            made.each =
                vec![ForEach { variable: LocalId(3), list: costs(), condition: Some(condition) }];
            let amount = of(local(3, Type::Record(COST)), COST, AMOUNT, money());
            let small = at_most(amount, zl(self.dice.roll(2) as i64 * 10));
            made.requirements[0].condition =
                or(vec![small, made.requirements[0].condition.clone()]);
        }
        made
    }

    fn programme(&mut self) -> Checked {
        self.resting = true;
        let first = self.rule();
        self.resting = false;
        let mut checked = rules(vec![first, self.rule()]);
        let by_date = versions(vec![
            (None, Some("2023-06-30"), one_value(zl(10))),
            (Some("2024-01-01"), None, one_value(self.amount_of_constants())),
        ]);
        let key = || local(0, money());
        let rows = vec![
            (vec![at_most(key(), zl(10))], zl(20)),
            (vec![compare(Order::Greater, key(), zl(10)), at_most(key(), zl(25))], zl(10)),
        ];
        let by_key = versions(vec![(None, None, Rows { rows, otherwise: Some(zl(0)) })]);
        let parameter = |table| Parameter { table, unknown_after: None };
        checked.parameters = vec![
            parameter(table(None, money(), by_date)),
            parameter(table(Some(money()), money(), by_key)),
        ];
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
