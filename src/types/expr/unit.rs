//! The units of lengths of time, as far as the rules themselves show them.
//!
//! A duration has one type whatever its unit, since a proposal may give any. Where the rules say
//! the unit, months that meet days are refused here; where only the facts do, the comparison is a
//! fault of evaluation.

use super::super::context::Context;
use super::super::problems::Operands;
use super::super::typed::{Arithmetic, Expr, ExprKind};
use super::remedy::operands;
use crate::quantity::Duration;
use crate::text::Span;
use crate::value::Value;

/// A unit that is never turned into another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Months,
    Days,
    WorkingDays,
}

impl Unit {
    fn words(self) -> &'static str {
        match self {
            Self::Months => "a length in months",
            Self::Days => "a length in days",
            Self::WorkingDays => "a length in working days",
        }
    }

    fn of(expr: &Expr) -> Option<Self> {
        match &expr.kind {
            ExprKind::Constant(Value::Duration(duration)) => Self::of_duration(duration),
            ExprKind::DaysBetween { .. } => Some(Self::Days),
            ExprKind::Negate(inner) | ExprKind::Absolute(inner) => Self::of(inner),
            ExprKind::Arithmetic { op: Arithmetic::Add | Arithmetic::Subtract, left, right } => {
                let left = Self::of(left)?;
                (Self::of(right)? == left).then_some(left)
            }
            _ => None,
        }
    }

    /// The only unit of a duration; none has no unit at all.
    fn of_duration(duration: &Duration) -> Option<Self> {
        let Duration { months, days, working_days } = duration;
        match (*months != 0, *days != 0, *working_days != 0) {
            (true, false, false) => Some(Self::Months),
            (false, true, false) => Some(Self::Days),
            (false, false, true) => Some(Self::WorkingDays),
            _ => None,
        }
    }
}

/// Whether a length of time is in days or working days for certain.
pub(super) fn is_days(expr: &Expr) -> bool {
    matches!(Unit::of(expr), Some(Unit::Days | Unit::WorkingDays))
}

/// The problem of two durations in units that have no order.
pub(super) fn mixed(
    cx: &Context<'_>,
    op: &'static str,
    op_at: Span,
    left: &Expr,
    right: &Expr,
) -> Option<Operands> {
    let (one, other) = (Unit::of(left)?, Unit::of(right)?);
    if one == other {
        return None;
    }
    let help = "months have no fixed number of days; ask how long a period lasts, as in `start to end lasts at most 48 months`, or compare dates, as in `end <= start + 48 months`";
    Some(Operands {
        left: (left.span, one.words().to_owned()),
        right: (right.span, other.words().to_owned()),
        help: Some(help.to_owned()),
        ..operands(cx, op, op_at, left, right)
    })
}
