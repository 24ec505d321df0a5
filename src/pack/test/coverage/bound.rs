//! The bounds of comparisons, from below, at, and from above.
//!
//! A mistake of one öre, one day or `<` for `<=` shows only at the bound itself and next to it,
//! so a bound that tests never came to from a side is as good as untested on that side.

use std::collections::BTreeMap;

use super::Missing;
use crate::eval::Comparison;
use crate::program::parts::{ConjunctKind, RuleCode};
use crate::quantity::Duration;
use crate::text::Span;
use crate::types::typed::Order;
use crate::value::Value;

/// The sides of a bound that were reached.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Sides {
    below: bool,
    at: bool,
    above: bool,
}

impl Sides {
    /// Takes note of a comparison.
    pub(super) fn reach(&mut self, comparison: &Comparison) {
        let Some(order) = comparison.order else { return };
        let Some(margin) = &comparison.margin else { return self.reach_moment(comparison) };
        // The margin is the distance on the side that the order allows.
        let below_is_allowed = matches!(order, Order::Less | Order::AtMost);
        match sign(margin) {
            Some(std::cmp::Ordering::Equal) => self.at = true,
            Some(std::cmp::Ordering::Greater) if below_is_allowed => self.below = true,
            Some(std::cmp::Ordering::Less) if !below_is_allowed => self.below = true,
            Some(_) => self.above = true,
            None => {}
        }
    }

    /// Moments have no distance, and equal days without times are not decided, so the bound
    /// itself need not be reached.
    fn reach_moment(&mut self, comparison: &Comparison) {
        if let (Value::Moment(measured), Some(Value::Moment(limit))) =
            (&comparison.measured, &comparison.limit)
        {
            self.below |= measured.before(limit) == Some(true);
            self.above |= limit.before(measured) == Some(true);
            self.at = true;
        }
    }
}

/// How a margin compares with nothing; none for a margin that is not certain.
fn sign(margin: &Value) -> Option<std::cmp::Ordering> {
    let of_number = |number: &crate::quantity::Number| number.cmp(&crate::quantity::Number::ZERO);
    match margin {
        Value::Number(number) => Some(of_number(number)),
        Value::Money(amount) => Some(of_number(&amount.amount)),
        Value::Duration(length) => length.compare(&Duration::default()),
        _ => None,
    }
}

/// What was not reached of the bounds of a rule.
pub(super) fn missed(
    rule: &str,
    code: &RuleCode,
    reached: &BTreeMap<Span, Sides>,
    missed: &mut Missing<'_>,
) {
    let regimes = code.regimes.iter().flat_map(|regimes| &regimes.alternatives);
    let inside = regimes.flat_map(|regime| &regime.requirements);
    for requirement in code.requirements.iter().chain(inside) {
        for conjunct in requirement.conjuncts.iter().filter(|conjunct| has_bound(&conjunct.kind)) {
            let sides = reached.get(&conjunct.span).copied().unwrap_or_default();
            let parts =
                [("from below", sides.below), ("exactly", sides.at), ("from above", sides.above)];
            for (side, _) in parts.into_iter().filter(|(_, reached)| !reached) {
                missed.add(rule, format!("bound never reached {side}"), conjunct.span);
            }
        }
    }
}

/// Whether the comparison has a bound with two sides.
fn has_bound(kind: &ConjunctKind) -> bool {
    match kind {
        ConjunctKind::Compare { .. } | ConjunctKind::Quotient { .. } => true,
        ConjunctKind::Lasts { order, .. } => order.is_some(),
        ConjunctKind::Against { .. } | ConjunctKind::Alone { .. } => false,
    }
}
