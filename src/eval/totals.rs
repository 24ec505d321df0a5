//! What several violations together leave of an amount, and what all exclusions come to.
//!
//! In: the outcomes of an evaluation with reasons. Out: for each amount that rules lower, the lowest
//! of what they ask, since every rule sees the given facts; and each excluded amount once, however
//! many rules exclude it, with the sum in each currency. While a rule that lowers or excludes is
//! undecided, a figure says only what is certain whatever comes of that rule.

use std::collections::BTreeMap;

use super::{Outcome, RuleOutcome};
use crate::quantity::{Currency, Number};
use crate::text::Span;
use crate::types::typed::{Arithmetic, Checked, ConsequenceKind, DefinitionId, Expr, ExprKind};
use crate::value::{Edge, Extent, Missing, Value, ops};

/// The amounts that are lowered and excluded, each once.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Totals {
    /// The amounts that are lowered, in the order of the first outcome that does.
    pub reductions: Vec<AmountTotal>,
    /// The amounts that are excluded, in the order of the first outcome that does.
    pub exclusions: Vec<AmountTotal>,
    /// The sum of the excluded amounts in each currency, by its code. An amount of which not even
    /// the currency is known is in none of them.
    pub excluded: Vec<Value>,
}

/// One amount that rules lower or exclude.
#[derive(Clone, PartialEq, Debug)]
pub struct AmountTotal {
    /// The cell of the amount, where it is a fact.
    pub cell: Option<u32>,
    /// The positions of the outcomes that ask for it.
    pub outcomes: Vec<usize>,
    /// The lowest of what they leave, or the amount that is excluded; none where one of them could
    /// not be computed.
    pub amount: Option<Value>,
}

/// What makes two amounts the same one.
#[derive(Clone, PartialEq)]
enum Identity {
    /// The same fact.
    Fact(u32),
    /// The same definition of the same root.
    Definition(u32, DefinitionId),
    /// The same words on the same element.
    Words(u32, Span, Vec<u32>),
}

/// The two consequences that change an amount.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Reduce,
    Exclude,
}

impl Totals {
    /// The totals of the outcomes of an evaluation. Only outcomes with their effects count, so that
    /// there is nothing where no reasons were asked for.
    #[must_use]
    pub fn of(checked: &Checked, outcomes: &[RuleOutcome]) -> Self {
        let changes = Changes { checked, outcomes };
        let exclusions = changes.amounts(Change::Exclude);
        let excluded = changes.sums(&exclusions);
        Self { reductions: changes.amounts(Change::Reduce), exclusions, excluded }
    }

    /// Whether nothing is lowered or excluded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reductions.is_empty() && self.exclusions.is_empty()
    }
}

/// Outcomes whose rules change amounts.
struct Changes<'a> {
    checked: &'a Checked,
    outcomes: &'a [RuleOutcome],
}

impl<'a> Changes<'a> {
    /// The amount that the rule of an outcome changes.
    fn changed(&self, outcome: &RuleOutcome, change: Change) -> Option<&'a Expr> {
        let rule = self.checked.rules.get(outcome.rule.index())?;
        match (&rule.consequence.kind, change) {
            (ConsequenceKind::Reduce { amount, .. }, Change::Reduce)
            | (ConsequenceKind::Exclude(amount), Change::Exclude) => Some(amount),
            _ => None,
        }
    }

    /// Each amount that is changed for certain, once.
    fn amounts(&self, change: Change) -> Vec<AmountTotal> {
        let mut found: Vec<(Identity, &Expr, AmountTotal)> = Vec::new();
        for (at, outcome) in self.outcomes.iter().enumerate() {
            let (Outcome::Violated, Some(expr), Some(effect)) =
                (outcome.outcome, self.changed(outcome, change), &outcome.effect)
            else {
                continue;
            };
            let identity = identity(outcome, expr, effect.cell);
            match found.iter_mut().find(|(other, ..)| *other == identity) {
                Some((_, _, total)) => {
                    total.outcomes.push(at);
                    total.amount = both(change, total.amount.take(), effect.amount.clone());
                }
                None => {
                    let amount = effect.amount.clone();
                    let total = AmountTotal { cell: effect.cell, outcomes: vec![at], amount };
                    found.push((identity, expr, total));
                }
            }
        }
        let open = |(_, expr, mut total): (Identity, &Expr, AmountTotal)| {
            if change == Change::Reduce
                && let Some(missing) = self.undecided(change, Some(expr))
            {
                total.amount = total.amount.map(|amount| at_most(&amount, &missing));
            }
            total
        };
        found.into_iter().map(open).collect()
    }

    /// What is missing for rules that may change an amount besides; none where no rule may.
    fn undecided(&self, change: Change, amount: Option<&Expr>) -> Option<Missing> {
        let mut missing: Option<Missing> = None;
        for outcome in self.outcomes {
            let open = matches!(outcome.outcome, Outcome::Undetermined | Outcome::Faulty);
            let Some(other) = self.changed(outcome, change).filter(|_| open) else { continue };
            if amount.is_none_or(|amount| can_be_same(amount, other)) {
                missing = Some(missing.unwrap_or_default().union(&outcome.missing));
            }
        }
        missing
    }

    /// The sums of excluded amounts by currency.
    fn sums(&self, exclusions: &[AmountTotal]) -> Vec<Value> {
        let mut sums: BTreeMap<Currency, Value> = BTreeMap::new();
        for amount in exclusions.iter().filter_map(|total| total.amount.as_ref()) {
            let Some(currency) = currency_of(amount) else { continue };
            let sum = match sums.remove(&currency) {
                Some(sum) => ops::arithmetic(Arithmetic::Add, &sum, amount, Span::default()),
                None => amount.clone(),
            };
            sums.insert(currency, sum);
        }
        let undecided = self.undecided(Change::Exclude, None);
        let unknown =
            exclusions.iter().any(|it| it.amount.as_ref().and_then(currency_of).is_none());
        let missing = undecided.or(unknown.then(Missing::none));
        let open = |sum: Value| missing.as_ref().map_or(sum.clone(), |it| at_least(&sum, it));
        sums.into_values().map(open).collect()
    }
}

fn identity(outcome: &RuleOutcome, expr: &Expr, cell: Option<u32>) -> Identity {
    if let Some(cell) = cell {
        return Identity::Fact(cell);
    }
    match &expr.kind {
        ExprKind::Definition { id, receiver, arguments } if arguments.is_empty() => {
            let of_root = |it: &Expr| matches!(it.kind, ExprKind::Receiver);
            if receiver.as_deref().is_none_or(of_root) {
                return Identity::Definition(outcome.root, *id);
            }
        }
        _ => {}
    }
    let element = outcome.element.iter().map(|element| element.index).collect();
    Identity::Words(outcome.root, expr.span, element)
}

/// Whether two expressions can be the same amount.
fn can_be_same(a: &Expr, b: &Expr) -> bool {
    match (&a.kind, &b.kind) {
        (
            ExprKind::Field { record: a, field: one, .. },
            ExprKind::Field { record: b, field: other, .. },
        ) => (a, one) == (b, other),
        (ExprKind::Definition { id: a, .. }, ExprKind::Definition { id: b, .. }) => a == b,
        _ => true,
    }
}

/// What two outcomes together make of an amount: the lower of two reductions; of one amount that
/// is excluded on two dates, the greater.
fn both(change: Change, a: Option<Value>, b: Option<Value>) -> Option<Value> {
    let edge = if change == Change::Reduce { Edge::First } else { Edge::Last };
    let (a, b) = (a?, b?);
    if a == b {
        return Some(a);
    }
    let value = ops::extreme(edge, &[a, b], Span::default());
    if matches!(value, Value::Fault(_)) { None } else { Some(value) }
}

fn currency_of(amount: &Value) -> Option<Currency> {
    match amount {
        Value::Money(amount) => Some(amount.currency),
        Value::Open(open) => match &open.extent {
            Extent::Amounts { currency, .. } => *currency,
            _ => None,
        },
        _ => None,
    }
}

/// The ends of an amount.
fn ends(amount: &Value) -> (Option<Number>, Option<Number>) {
    match amount {
        Value::Money(amount) => (Some(amount.amount), Some(amount.amount)),
        Value::Open(open) => match &open.extent {
            Extent::Amounts { low, high, .. } => (*low, *high),
            _ => (None, None),
        },
        _ => (None, None),
    }
}

/// An amount that may turn out to be lower.
fn at_most(amount: &Value, missing: &Missing) -> Value {
    let (currency, missing) = (currency_of(amount), amount.missing().union(missing));
    Value::unknown_amount(None, ends(amount).1, currency, missing)
}

/// A sum that may turn out to be greater. Amounts below nought are no costs that one excludes.
fn at_least(amount: &Value, missing: &Missing) -> Value {
    let (currency, missing) = (currency_of(amount), amount.missing().union(missing));
    Value::unknown_amount(ends(amount).0, None, currency, missing)
}
