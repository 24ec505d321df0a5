//! Rules made at random.

use std::sync::Arc;

use super::build::*;
use crate::types::typed::*;

/// A generator of numbers (xorshift64*), so that a failure can be seen again.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides
    }
}

/// Which facts a rule is made of.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Facts {
    Finite,
    Amounts,
}

pub(super) struct Maker {
    pub(super) dice: Dice,
    pub(super) facts: Facts,
    /// Conditions may rest on the second rule.
    pub(super) resting: bool,
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

    pub(super) fn rule(&mut self) -> Rule {
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

    pub(super) fn programme(&mut self) -> Checked {
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
