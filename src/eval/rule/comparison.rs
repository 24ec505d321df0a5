//! The figures of comparisons: what was measured, against what, and how far apart they lie.

use super::{OutcomeSet, Place};
use crate::eval::Comparison;
use crate::eval::machine::Machine;
use crate::eval::recorder::Recorder;
use crate::program::parts::{Conjunct, ConjunctKind, RequirementCode};
use crate::quantity::{Duration, Period};
use crate::types::typed::{Arithmetic, Order};
use crate::value::{Value, ops};

impl<R: Recorder> Machine<'_, R> {
    /// The comparisons of a rule that was judged last: those that fail, or those that hold.
    /// `regimes` says what came of each regime.
    pub(super) fn comparisons(
        &self,
        place: Place<'_>,
        regimes: &[OutcomeSet],
        wanted: OutcomeSet,
    ) -> Vec<Comparison> {
        let holding = wanted == OutcomeSet::SATISFIED;
        let conjuncts = self.conjuncts(place, regimes, wanted);
        let counted = conjuncts.filter(|conjunct| self.is_met(conjunct) == Some(holding));
        counted.map(|conjunct| self.comparison(conjunct)).collect()
    }

    /// The comparisons of the requirements, and of the regimes with an outcome.
    pub(super) fn conjuncts<'p>(
        &self,
        place: Place<'p>,
        regimes: &[OutcomeSet],
        wanted: OutcomeSet,
    ) -> impl Iterator<Item = &'p Conjunct> {
        let alternatives = place.code.regimes.iter().flat_map(|code| &code.alternatives);
        let wanted: Vec<&'p RequirementCode> = alternatives
            .zip(regimes)
            .filter(|(_, set)| **set == wanted)
            .flat_map(|(regime, _)| &regime.requirements)
            .collect();
        let all = place.code.requirements.iter().chain(wanted);
        all.flat_map(|requirement| &requirement.conjuncts)
    }

    /// Whether a comparison comes out as it must; none where that is not certain.
    pub(super) fn is_met(&self, conjunct: &Conjunct) -> Option<bool> {
        match self.value(conjunct.holds) {
            Value::Bool(holds) => Some(*holds != conjunct.negated),
            _ => None,
        }
    }

    fn comparison(&self, conjunct: &Conjunct) -> Comparison {
        let (order, measured, limit) = match conjunct.kind {
            ConjunctKind::Compare { order, left, right } => {
                (Some(order), self.value(left).clone(), Some(right))
            }
            ConjunctKind::Quotient { order, numerator, denominator, bound } => {
                let (numerator, denominator) = (self.value(numerator), self.value(denominator));
                let quotient =
                    ops::arithmetic(Arithmetic::Divide, numerator, denominator, conjunct.span);
                (Some(order), quotient, Some(bound))
            }
            ConjunctKind::Lasts { order, period, duration } => {
                (order, self.value(period).clone(), Some(duration))
            }
            ConjunctKind::Against { measured, limit } => {
                (None, self.value(measured).clone(), Some(limit))
            }
            ConjunctKind::Alone { measured } => (None, self.value(measured).clone(), None),
        };
        let limit = limit.map(|limit| self.value(limit).clone());
        let margin = order.zip(limit.as_ref());
        let margin = margin.and_then(|(order, limit)| margin_of(conjunct, order, &measured, limit));
        let holds = self.is_met(conjunct) == Some(true);
        Comparison { span: conjunct.span, order, measured, limit, margin, holds }
    }
}

/// Limit minus measured for an upper limit, measured minus limit for a lower one.
pub(super) fn margin_of(
    conjunct: &Conjunct,
    order: Order,
    measured: &Value,
    limit: &Value,
) -> Option<Value> {
    let upper = matches!(order, Order::Less | Order::AtMost);
    if let (Value::Period(period), Value::Duration(duration)) = (measured, limit) {
        return length_margin(period, duration, upper);
    }
    let (greater, less) = if upper { (limit, measured) } else { (measured, limit) };
    let margin = match (greater, less) {
        (Value::Date(greater), Value::Date(less)) => {
            Value::Duration(Duration::from_days(greater.days_since(*less)))
        }
        (Value::Month(greater), Value::Month(less)) => {
            Value::Duration(Duration::from_months(greater.months_since(*less)))
        }
        (Value::Moment(_), _) | (_, Value::Moment(_)) => return None,
        _ => ops::arithmetic(Arithmetic::Subtract, greater, less, conjunct.span),
    };
    (!matches!(margin, Value::Fault(_) | Value::Absent)).then_some(margin)
}

/// The days by which a period is shorter than a duration from its start, or longer.
fn length_margin(period: &Period, duration: &Duration, upper: bool) -> Option<Value> {
    let (start, end) = (period.start?, period.end?);
    let allowed = Period::span_end(start, duration).ok()?;
    let (greater, less) = if upper { (allowed, end) } else { (end, allowed) };
    Some(Value::Duration(Duration::from_days(greater.days_since(less))))
}
