//! Arithmetic, dates and parts of them.

use num_traits::{Signed, Zero};
use subvent::quantity::MonthEnd;
use subvent::types::typed::{Arithmetic, Expr, ExprKind, MonthsReading, Part};

use super::super::calendar;
use super::super::exact::{Big, round, to_i64, whole};
use super::value::{PLAIN, Res, Val};
use super::world::{Frame, World};

impl World<'_> {
    /// The forms that compute something from their operands.
    pub(super) fn computed(&self, expr: &Expr, frame: &Frame) -> Res {
        match &expr.kind {
            ExprKind::Negate(operand) => negated(self.eval(operand, frame)?),
            ExprKind::Absolute(operand) => match self.eval(operand, frame)? {
                Val::Number(number) => Ok(Val::Number(number.abs())),
                Val::Money(amount, currency) => Ok(Val::Money(amount.abs(), currency)),
                _ => Err(PLAIN),
            },
            ExprKind::Arithmetic { op, left, right } => {
                let (left, right) = self.pair(left, right, frame)?;
                arithmetic(*op, left, right)
            }
            ExprKind::Rounded { operand, rounding } => match self.eval(operand, frame)? {
                Val::Number(number) => Ok(Val::Number(round(&number, rounding))),
                Val::Money(amount, currency) => Ok(Val::Money(round(&amount, rounding), currency)),
                _ => Err(PLAIN),
            },
            ExprKind::Shift { date, duration, subtract, month_end } => {
                let (date, duration) = self.pair(date, duration, frame)?;
                shifted(&date, &duration, *subtract, *month_end)
            }
            ExprKind::DaysBetween { later, earlier } => {
                let (later, earlier) = self.pair(later, earlier, frame)?;
                Ok(Val::Duration([0, later.day()? - earlier.day()?, 0]))
            }
            ExprKind::PeriodFrom { start, end } => {
                self.period(start.as_deref(), end.as_deref(), frame)
            }
            ExprKind::Range { start, end } => {
                let (start, end) = self.pair(start, end, frame)?;
                let start = to_i64(&start.number()?).ok_or(PLAIN)?;
                let end = to_i64(&end.number()?).ok_or(PLAIN)?;
                Ok(Val::list((start..=end).map(|n| Val::Number(whole(n))).collect()))
            }
            ExprKind::Part { part, of } => part_of(*part, self.eval(of, frame)?),
            ExprKind::Legal(count) => self.counted(count, frame),
            ExprKind::DayOfYear { day, month, year } => {
                let year = to_i64(&self.eval(year, frame)?.number()?).ok_or(PLAIN)?;
                let (day, month) = (i64::from(*day), i64::from(*month));
                if !(1..=9999).contains(&year) || day > calendar::length(year, month) {
                    return Err(PLAIN);
                }
                Ok(Val::Date(calendar::day_of(year, month, day)))
            }
            ExprKind::OverlapOf { left, right } => {
                let (left, right) = self.pair(left, right, frame)?;
                Ok(overlap(&left, &right)?.unwrap_or(Val::Absent))
            }
            ExprKind::MonthsOf { reading, period } => {
                let Val::Period(Some(start), Some(end)) = self.eval(period, frame)? else {
                    return Err(PLAIN);
                };
                Ok(Val::Number(whole(match reading {
                    MonthsReading::Completed => calendar::completed_months(start, end),
                    MonthsReading::Started => calendar::started_months(start, end),
                })))
            }
            _ => self.compared(expr, frame),
        }
    }

    fn period(&self, start: Option<&Expr>, end: Option<&Expr>, frame: &Frame) -> Res {
        let read = |side: Option<&Expr>| match side {
            Some(side) => self.eval(side, frame),
            None => Ok(Val::Absent),
        };
        let (start, end) = super::value::both(read(start), read(end))?;
        let start = if start == Val::Absent { None } else { Some(start.day()?) };
        let end = if end == Val::Absent { None } else { Some(end.day()?) };
        match (start, end) {
            (Some(start), Some(end)) if end < start => Err(PLAIN),
            _ => Ok(Val::Period(start, end)),
        }
    }
}

fn negated(value: Val) -> Res {
    Ok(match value {
        Val::Number(number) => Val::Number(-number),
        Val::Money(amount, currency) => Val::Money(-amount, currency),
        Val::Duration([months, days, working]) => Val::Duration([-months, -days, -working]),
        _ => return Err(PLAIN),
    })
}

fn quotient(left: Big, right: &Big) -> Result<Big, super::Stop> {
    if right.is_zero() { Err(PLAIN) } else { Ok(left / right) }
}

/// `+ - * /` on numbers, amounts and durations.
pub(super) fn arithmetic(op: Arithmetic, left: Val, right: Val) -> Res {
    use Arithmetic::{Add, Divide, Multiply, Subtract};
    match (left, right) {
        (Val::Number(a), Val::Number(b)) => Ok(Val::Number(match op {
            Add => a + b,
            Subtract => a - b,
            Multiply => a * b,
            Divide => quotient(a, &b)?,
        })),
        (Val::Money(a, x), Val::Money(b, y)) if x == y => match op {
            Add => Ok(Val::Money(a + b, x)),
            Subtract => Ok(Val::Money(a - b, x)),
            Divide => Ok(Val::Number(quotient(a, &b)?)),
            Multiply => Err(PLAIN),
        },
        (Val::Money(a, x), Val::Number(b)) => match op {
            Multiply => Ok(Val::Money(a * b, x)),
            Divide => Ok(Val::Money(quotient(a, &b)?, x)),
            Add | Subtract => Err(PLAIN),
        },
        (Val::Number(a), Val::Money(b, y)) if op == Multiply => Ok(Val::Money(a * b, y)),
        (Val::Duration(a), Val::Duration(b)) => {
            let [months, days, working] = match op {
                Add => [a[0] + b[0], a[1] + b[1], a[2] + b[2]],
                Subtract => [a[0] - b[0], a[1] - b[1], a[2] - b[2]],
                Multiply | Divide => return Err(PLAIN),
            };
            Ok(Val::Duration([months, days, working]))
        }
        (Val::Duration(d), Val::Number(n)) | (Val::Number(n), Val::Duration(d))
            if op == Multiply =>
        {
            let times = to_i64(&n).ok_or(PLAIN)?;
            Ok(Val::Duration(d.map(|count| count * times)))
        }
        _ => Err(PLAIN),
    }
}

pub(super) fn shifted(
    date: &Val,
    duration: &Val,
    subtract: bool,
    month_end: Option<MonthEnd>,
) -> Res {
    let Val::Duration([months, days, working]) = duration else { return Err(PLAIN) };
    if *working != 0 {
        return Err(PLAIN);
    }
    let sign = if subtract { -1 } else { 1 };
    let (months, days) = (months * sign, days * sign);
    let moved = |day: i64| {
        let day =
            if months == 0 { Some(day) } else { calendar::add_months(day, months, month_end) };
        day.map(|day| day + days).ok_or(PLAIN)
    };
    match date {
        Val::Date(day) => Ok(Val::Date(moved(*day)?)),
        Val::Moment(day, second) => Ok(Val::Moment(moved(*day)?, *second)),
        Val::Month(month) if days == 0 => Ok(Val::Month(month + months)),
        _ => Err(PLAIN),
    }
}

fn part_of(part: Part, of: Val) -> Res {
    let of = match of {
        Val::Moment(day, _) => Val::Date(day),
        other => other,
    };
    Ok(match (part, of) {
        (Part::Year, Val::Date(day)) => Val::Number(whole(calendar::civil(day).0)),
        (Part::Year, Val::Month(month)) => Val::Number(whole(calendar::year_and_month(month).0)),
        (Part::Month, Val::Date(day)) => Val::Month(calendar::month_of(day)),
        (Part::Month, Val::Month(month)) => Val::Month(month),
        (Part::FirstDay, Val::Date(day)) => Val::Date(calendar::first_of(calendar::month_of(day))),
        (Part::FirstDay, Val::Month(month)) => Val::Date(calendar::first_of(month)),
        (Part::LastDay, Val::Date(day)) => Val::Date(calendar::last_of(calendar::month_of(day))),
        (Part::LastDay, Val::Month(month)) => Val::Date(calendar::last_of(month)),
        (Part::Start, Val::Period(Some(start), _)) => Val::Date(start),
        (Part::End, Val::Period(_, Some(end))) => Val::Date(end),
        (Part::Days, Val::Period(Some(start), Some(end))) => Val::Number(whole(end - start + 1)),
        _ => return Err(PLAIN),
    })
}

/// The days that two periods have in common; nothing when they have none.
pub(super) fn overlap(left: &Val, right: &Val) -> Result<Option<Val>, super::Stop> {
    let (Val::Period(a, b), Val::Period(c, d)) = (left, right) else { return Err(PLAIN) };
    let start = match (a, c) {
        (Some(a), Some(c)) => Some(*a.max(c)),
        (a, c) => a.or(*c),
    };
    let end = match (b, d) {
        (Some(b), Some(d)) => Some(*b.min(d)),
        (b, d) => b.or(*d),
    };
    Ok(match (start, end) {
        (Some(start), Some(end)) if end < start => None,
        _ => Some(Val::Period(start, end)),
    })
}
