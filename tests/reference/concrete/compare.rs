//! Orderings, equality, membership, and periods against each other.

use std::cmp::Ordering;

use num_traits::{Signed, Zero};
use subvent::types::typed::{Arithmetic, Bound, Expr, ExprKind, Order, Quantifier};

use super::super::calendar;
use super::compute::{arithmetic, overlap};
use super::value::{PLAIN, Res, Stop, Val, all, any, both, either, not};
use super::world::{Frame, World};

/// Whether an ordering holds for two values that compare so.
pub(super) fn holds(order: Order, found: Ordering) -> bool {
    match order {
        Order::Less => found == Ordering::Less,
        Order::AtMost => found != Ordering::Greater,
        Order::Greater => found == Ordering::Greater,
        Order::AtLeast => found != Ordering::Less,
    }
}

/// How two values of one type compare.
pub(super) fn ordering(left: &Val, right: &Val) -> Result<Ordering, Stop> {
    match (left, right) {
        (Val::Number(a), Val::Number(b)) => Ok(a.cmp(b)),
        (Val::Money(a, x), Val::Money(b, y)) if x == y => Ok(a.cmp(b)),
        (Val::Date(a), Val::Date(b)) | (Val::Month(a), Val::Month(b)) => Ok(a.cmp(b)),
        (Val::Text(a), Val::Text(b)) => Ok(a.cmp(b)),
        (Val::Moment(a, s), Val::Moment(b, t)) => match (a.cmp(b), s, t) {
            (Ordering::Equal, Some(s), Some(t)) => Ok(s.cmp(t)),
            (Ordering::Equal, _, _) => Err(Stop::Unknown),
            (other, _, _) => Ok(other),
        },
        (Val::Duration(a), Val::Duration(b)) => {
            let less = a.iter().zip(b).any(|(a, b)| a < b);
            let more = a.iter().zip(b).any(|(a, b)| a > b);
            match (less, more) {
                (false, false) => Ok(Ordering::Equal),
                (true, false) => Ok(Ordering::Less),
                (false, true) => Ok(Ordering::Greater),
                (true, true) => Err(PLAIN),
            }
        }
        _ => Err(PLAIN),
    }
}

/// Whether two values are the same; absent ones never are.
pub(super) fn same(left: &Val, right: &Val) -> Result<bool, Stop> {
    match (left, right) {
        (Val::Absent, _) | (_, Val::Absent) => Ok(false),
        (Val::Money(_, a), Val::Money(_, b)) if a != b => Err(PLAIN),
        (Val::Moment(a, None), Val::Moment(b, _)) | (Val::Moment(a, _), Val::Moment(b, None))
            if a == b =>
        {
            Err(Stop::Unknown)
        }
        _ => Ok(left == right),
    }
}

/// Equality of two results. An absent side gives no whatever the other is, a fault aside.
fn equal(left: Res, right: Res) -> Res {
    match (left, right) {
        (Ok(Val::Absent), Err(Stop::Unknown)) | (Err(Stop::Unknown), Ok(Val::Absent)) => {
            Ok(Val::Bool(false))
        }
        (left, right) => {
            let (left, right) = both(left, right)?;
            Ok(Val::Bool(same(&left, &right)?))
        }
    }
}

fn bounded(bound: Bound, found: Ordering) -> bool {
    match bound {
        Bound::Exactly => found == Ordering::Equal,
        Bound::AtLeast => found != Ordering::Less,
        Bound::AtMost => found != Ordering::Greater,
    }
}

impl World<'_> {
    /// The forms that answer yes or no.
    pub(super) fn compared(&self, expr: &Expr, frame: &Frame) -> Res {
        match &expr.kind {
            ExprKind::Compare { op, left, right } => {
                let (left, right) = self.pair(left, right, frame)?;
                Ok(Val::Bool(holds(*op, ordering(&left, &right)?)))
            }
            ExprKind::CompareQuotient { op, numerator, denominator, bound } => {
                let (numerator, denominator) =
                    (self.eval(numerator, frame), self.eval(denominator, frame));
                let bound = self.eval(bound, frame);
                let (rest, bound) = match (both(numerator, denominator), bound) {
                    (Ok(rest), Ok(bound)) => (rest, bound),
                    (Err(a), Err(b)) => return Err(a.min(b)),
                    (Err(stop), _) | (_, Err(stop)) => return Err(stop),
                };
                quotient(*op, rest.0, rest.1, bound)
            }
            ExprKind::Equal { left, right } => {
                equal(self.eval(left, frame), self.eval(right, frame))
            }
            ExprKind::WithinTolerance { operand, tolerance, reference } => {
                self.tolerated(operand, tolerance, reference, frame)
            }
            ExprKind::OneOf { operand, values, open } => {
                let operand = self.eval(operand, frame);
                let found =
                    any(values.iter().map(|value| equal(operand.clone(), self.eval(value, frame))));
                judged(operand?, found, *open)
            }
            ExprKind::ElementOf { operand, list, open } => {
                let (operand, list) = self.pair(operand, list, frame)?;
                let found = among(&Ok(operand.clone()), &list.elements()?);
                judged(operand, found, *open)
            }
            ExprKind::Includes { list, quantifier, set } => {
                let (list, set) = self.pair(list, set, frame)?;
                let (list, set) = (list.elements()?, set.elements()?);
                // An element that cannot be computed is a fault whatever the list holds.
                let found = set.iter().map(|wanted| wanted.clone().and(among(wanted, &list)));
                match quantifier {
                    Quantifier::Any => any(found),
                    Quantifier::All => all(found),
                    Quantifier::None => not(any(found)),
                }
            }
            ExprKind::StartsWith { text, prefix } => match self.pair(text, prefix, frame)? {
                (Val::Text(text), Val::Text(prefix)) => Ok(Val::Bool(text.starts_with(&*prefix))),
                _ => Err(PLAIN),
            },
            ExprKind::InPeriod { .. }
            | ExprKind::Overlaps { .. }
            | ExprKind::Within { .. }
            | ExprKind::Lasts { .. } => self.of_periods(expr, frame),
            ExprKind::CountIs { bound, number, count } => {
                let (number, count) = self.pair(number, count, frame)?;
                Ok(Val::Bool(bounded(*bound, count.number()?.cmp(&number.number()?))))
            }
            ExprKind::CountOf { bound, number, conditions } => {
                self.count_of(*bound, number, conditions, frame)
            }
            _ => self.listed(expr, frame),
        }
    }

    fn of_periods(&self, expr: &Expr, frame: &Frame) -> Res {
        let yes = match &expr.kind {
            ExprKind::InPeriod { operand, period } => match self.pair(operand, period, frame)? {
                (Val::Absent, _) | (_, Val::Absent) => false,
                (Val::Date(day) | Val::Moment(day, _), Val::Period(start, end)) => {
                    inside((day, day), (start, end))
                }
                (Val::Month(month), Val::Period(start, end)) => {
                    inside((calendar::first_of(month), calendar::last_of(month)), (start, end))
                }
                _ => return Err(PLAIN),
            },
            ExprKind::Overlaps { left, right } => {
                let (left, right) = self.pair(left, right, frame)?;
                overlap(&left, &right)?.is_some()
            }
            ExprKind::Within { left, right } => match self.pair(left, right, frame)? {
                (Val::Period(a, b), Val::Period(c, d)) => {
                    let starts = c.is_none_or(|c| a.is_some_and(|a| c <= a));
                    let ends = d.is_none_or(|d| b.is_some_and(|b| b <= d));
                    starts && ends
                }
                _ => return Err(PLAIN),
            },
            ExprKind::Lasts { period, bound, duration } => {
                let (period, duration) = self.pair(period, duration, frame)?;
                lasts(&period, *bound, &duration)?
            }
            _ => return Err(PLAIN),
        };
        Ok(Val::Bool(yes))
    }

    fn tolerated(&self, operand: &Expr, tolerance: &Expr, reference: &Expr, frame: &Frame) -> Res {
        let exact = |value: Val| match value {
            Val::About(amount, currency) => Val::Money(amount, currency),
            other => other,
        };
        let (operand, reference) = (self.eval(operand, frame), self.eval(reference, frame));
        let rest = both(operand, reference);
        let tolerance = self.eval(tolerance, frame);
        let ((operand, reference), tolerance) = match (rest, tolerance) {
            (Ok(rest), Ok(tolerance)) => (rest, tolerance),
            (Err(a), Err(b)) => return Err(a.min(b)),
            (Err(stop), _) | (_, Err(stop)) => return Err(stop),
        };
        let (operand, reference) = (exact(operand), exact(reference));
        let size = |value: &Val| match value {
            Val::Number(number) => Ok(number.abs()),
            Val::Money(amount, _) => Ok(amount.abs()),
            _ => Err(PLAIN),
        };
        let apart = size(&arithmetic(Arithmetic::Subtract, operand, reference.clone())?)?;
        Ok(Val::Bool(apart <= tolerance.number()? * size(&reference)?))
    }

    /// How many conditions hold; a fault or an unknown one leaves the count between two bounds.
    fn count_of(&self, bound: Bound, number: &Expr, conditions: &[Expr], frame: &Frame) -> Res {
        let number = self.eval(number, frame);
        let mut count = 0;
        let mut stop: Option<Stop> = None;
        for condition in conditions {
            match self.eval(condition, frame).and_then(|value| value.truth()) {
                Ok(yes) => count += i64::from(yes),
                Err(other) => stop = Some(either(stop, other)),
            }
        }
        match (number, stop) {
            (Ok(number), None) => {
                let found = super::super::exact::whole(count);
                Ok(Val::Bool(bounded(bound, found.cmp(&number.number()?))))
            }
            (Ok(_), Some(stop)) | (Err(stop), None) => Err(stop),
            (Err(a), Some(b)) => Err(a.min(b)),
        }
    }
}

fn inside(days: (i64, i64), period: (Option<i64>, Option<i64>)) -> bool {
    period.0.is_none_or(|start| start <= days.0) && period.1.is_none_or(|end| days.1 <= end)
}

fn among(wanted: &Res, list: &[Res]) -> Res {
    any(list.iter().map(|element| match (wanted, element) {
        // Amounts in two currencies differ here, as the elements of a list may.
        (Ok(Val::Money(_, a)), Ok(Val::Money(_, b))) if a != b => Ok(Val::Bool(false)),
        _ => equal(wanted.clone(), element.clone()),
    }))
}

/// A closed list says no to what it does not name; an open one leaves it to the assessor.
fn judged(operand: Val, found: Res, open: bool) -> Res {
    match found {
        _ if operand == Val::Absent => Ok(Val::Bool(false)),
        Ok(Val::Bool(false)) if open => Err(Stop::Unknown),
        other => other,
    }
}

fn quotient(order: Order, numerator: Val, denominator: Val, bound: Val) -> Res {
    let size = |value: &Val| match value {
        Val::Number(number) => Ok((number.clone(), None)),
        Val::Money(amount, currency) => Ok((amount.clone(), Some(*currency))),
        _ => Err(PLAIN),
    };
    let (n, n_unit) = size(&numerator)?;
    let (d, d_unit) = size(&denominator)?;
    let (b, b_unit) = size(&bound)?;
    if n_unit != d_unit.or(b_unit) {
        return Err(PLAIN);
    }
    let found = if d.is_negative() { (n / d).cmp(&b) } else { n.cmp(&(b * d)) };
    Ok(Val::Bool(holds(order, found)))
}

fn lasts(period: &Val, bound: Bound, duration: &Val) -> Result<bool, Stop> {
    let (Val::Period(start, end), Val::Duration([months, days, working])) = (period, duration)
    else {
        return Err(PLAIN);
    };
    let (Some(start), Some(end)) = (start, end) else {
        return Ok(bounded(bound, Ordering::Greater));
    };
    if *working != 0 {
        return Err(PLAIN);
    }
    let last = match months.is_zero() {
        true => start + days - 1,
        false => calendar::span_last(*start, *months) + days,
    };
    Ok(bounded(bound, end.cmp(&last)))
}
