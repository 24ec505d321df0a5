//! The value of a fact at which a comparison holds, where the fact enters it linearly.
//!
//! The margin is measured at three values of the fact. Where it lies exactly on a line that is
//! not level, the value with margin nought is computed, rounded to what the fact can hold in the
//! direction in which the rule holds, and tried: only a value under which the whole rule is
//! satisfied is proposed. A fact that enters through definitions or lists has to lie on the line
//! all the way: at the given value, at the proposed one, and half-way between.

use super::repair::MANY;
use super::{OutcomeSet, Place, Standing};
use crate::eval::machine::{Assumptions, Machine, Run, Spent};
use crate::eval::recorder::Recorder;
use crate::program::code::Formula;
use crate::program::parts::{Conjunct, ConjunctKind};
use crate::quantity::{Date, Money, Number, Rounding, RoundingMode};
use crate::types::typed::{Limit, Order, Type};
use crate::value::{Owed, Value};

/// A fact that may be changed, and the grid that its values lie on.
struct Unknown {
    cell: u32,
    given: Value,
    step: Option<Number>,
    limits: Limits,
}

/// What is asked of a solution.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Limits {
    /// The fact itself is to have the value.
    Kept,
    /// The same, and the margin at the solution and half-way to it lies on the line too.
    KeptAlong,
    /// The fact stands for all that are added up with it, so that its share may be anything.
    Left,
}

impl<R: Recorder> Machine<'_, R> {
    /// The value of a cell at which a comparison, and with it the rule, holds. The registers
    /// hold what the last trial left in them.
    pub(super) fn solve(
        &mut self,
        place: Place<'_>,
        listed: &Value,
        conjunct: &Conjunct,
        cell: u32,
    ) -> Run<Option<Value>> {
        self.solve_within(place, listed, conjunct, (cell, Limits::Kept))
    }

    /// The same for a cell that the comparison does not read itself.
    pub(super) fn solve_along(
        &mut self,
        place: Place<'_>,
        listed: &Value,
        conjunct: &Conjunct,
        cell: u32,
    ) -> Run<Option<Value>> {
        self.solve_within(place, listed, conjunct, (cell, Limits::KeptAlong))
    }

    /// Whether a cell has a value of which another can be asked.
    pub(super) fn can_change(&self, cell: u32) -> bool {
        self.unknown(cell, Limits::KeptAlong).is_some()
    }

    /// What an amount that is made up of several facts comes to when it is lowered until a
    /// comparison holds. It does not matter which of them is lowered: where it would, there is no
    /// answer.
    pub(super) fn solve_together(
        &mut self,
        place: Place<'_>,
        standing: &Standing,
        conjunct: &Conjunct,
        amount: &Formula,
    ) -> Run<Option<Value>> {
        let read = self.cells_read(amount.block)?;
        let cells = read.iter().filter_map(|owed| match owed {
            Owed::Fact(cell) => Some(cell),
            _ => None,
        });
        let mut found: Option<Value> = None;
        for cell in cells.take(MANY).collect::<Vec<u32>>() {
            let share = (cell, Limits::Left);
            let solved = self.solve_within(place, &standing.listed, conjunct, share)?;
            let Some(value) = solved else { continue };
            let assumptions = Assumptions { cells: vec![(cell, value)], readings: Vec::new() };
            let total = self.assuming(assumptions, |machine| machine.figure(amount, standing))?;
            if found.as_ref().is_some_and(|other| *other != total) {
                return Ok(None);
            }
            found = Some(total);
        }
        Ok(found)
    }

    fn solve_within(
        &mut self,
        place: Place<'_>,
        listed: &Value,
        conjunct: &Conjunct,
        (cell, limits): (u32, Limits),
    ) -> Run<Option<Value>> {
        let Some(unknown) = self.unknown(cell, limits) else { return Ok(None) };
        let steps = std::mem::replace(&mut self.steps, self.case_steps);
        let result = self.line(place, listed, conjunct, &unknown);
        self.case_steps = std::mem::replace(&mut self.steps, steps);
        match result {
            Ok(found) => Ok(found),
            Err(Spent) => Ok(None),
        }
    }

    fn unknown(&self, cell: u32, limits: Limits) -> Option<Unknown> {
        let field = self.facts.field(self.program.checked(), cell)?;
        let given = self.facts.cell(cell).clone();
        let step = match (&given, field.ty.required()) {
            (Value::Money(money), _) => Some(minor_unit(money)?),
            (Value::Number(_), Type::Integer) | (Value::Date(_), _) => Some(Number::ONE),
            (Value::Number(_), _) => None,
            _ => return None,
        };
        Some(Unknown { cell, given, step, limits })
    }

    fn line(
        &mut self,
        place: Place<'_>,
        listed: &Value,
        conjunct: &Conjunct,
        unknown: &Unknown,
    ) -> Run<Option<Value>> {
        let Some(at) = coordinate(&unknown.given) else { return Ok(None) };
        let Some(step) = unknown.step.or_else(|| Number::new_ratio(1, 100).ok()) else {
            return Ok(None);
        };
        let mut margins = Vec::with_capacity(3);
        let mut x = at;
        for _ in 0..3 {
            let Some(value) = unknown.value_at(x) else { return Ok(None) };
            let (_, margin) = self.try_value((place, listed), conjunct, (unknown.cell, value))?;
            let (Some(margin), Ok(next)) = (margin, x.add(step)) else { return Ok(None) };
            // Where a step changes nothing, the fact does not enter.
            if margins.last() == Some(&margin) {
                return Ok(None);
            }
            margins.push(margin);
            x = next;
        }
        let Some((target, rising)) = root(at, step, &margins) else { return Ok(None) };
        let strict = matches!(
            conjunct.kind,
            ConjunctKind::Compare { order: Order::Less | Order::Greater, .. }
                | ConjunctKind::Quotient { order: Order::Less | Order::Greater, .. }
        );
        let Some(value) = unknown.on_grid(target, rising, strict) else { return Ok(None) };
        let allowed = unknown.limits == Limits::Left || self.is_allowed(unknown.cell, &value);
        if value == unknown.given || !allowed {
            return Ok(None);
        }
        let trial = (unknown.cell, value.clone());
        let (set, margin) = self.try_value((place, listed), conjunct, trial)?;
        if set != OutcomeSet::SATISFIED {
            return Ok(None);
        }
        if unknown.limits == Limits::KeptAlong {
            let line = Line { at, step, margins: &margins };
            let straight =
                margin.is_some() && margin == coordinate(&value).and_then(|x| line.margin(x));
            if !straight
                || !self.straight_half_way((place, listed), conjunct, unknown, &line, &value)?
            {
                return Ok(None);
            }
        }
        Ok(Some(value))
    }

    /// Whether the margin lies on a line half-way to a value.
    fn straight_half_way(
        &mut self,
        subject: (Place<'_>, &Value),
        conjunct: &Conjunct,
        unknown: &Unknown,
        line: &Line<'_>,
        value: &Value,
    ) -> Run<bool> {
        let half =
            coordinate(value).and_then(|x| x.add(line.at).ok()?.div(Number::from_i64(2)).ok());
        let half = half.and_then(|x| match unknown.step {
            Some(step) => x.round(&Rounding::new(RoundingMode::Down, step).ok()?).ok(),
            None => Some(x),
        });
        let Some(x) = half else { return Ok(false) };
        let Some(value) = unknown.value_at(x) else { return Ok(false) };
        let (_, margin) = self.try_value(subject, conjunct, (unknown.cell, value))?;
        Ok(margin.is_some() && margin == line.margin(x))
    }

    /// The outcomes of the rule, and the margin of a comparison, with another value of a fact.
    fn try_value(
        &mut self,
        (place, listed): (Place<'_>, &Value),
        conjunct: &Conjunct,
        trial: (u32, Value),
    ) -> Run<(OutcomeSet, Option<Number>)> {
        let assumptions = Assumptions { cells: vec![trial], readings: Vec::new() };
        self.assuming(assumptions, |machine| {
            let standing = machine.stand_again(place, listed)?;
            let judgement = machine.judge(place, &standing)?;
            Ok((judgement.set, machine.margin(conjunct)))
        })
    }

    /// The margin of a comparison as a number; that of a quotient multiplied by its denominator,
    /// so that it stays linear.
    fn margin(&self, conjunct: &Conjunct) -> Option<Number> {
        let (order, greater, less) = match conjunct.kind {
            ConjunctKind::Compare { order, left, right } => {
                (order, coordinate(self.value(right))?, coordinate(self.value(left))?)
            }
            ConjunctKind::Quotient { order, numerator, denominator, bound } => {
                let share =
                    coordinate(self.value(bound))?.mul(coordinate(self.value(denominator))?);
                (order, share.ok()?, coordinate(self.value(numerator))?)
            }
            _ => return None,
        };
        match order {
            Order::Less | Order::AtMost => greater.sub(less).ok(),
            Order::Greater | Order::AtLeast => less.sub(greater).ok(),
        }
    }

    /// Whether a field's limits allow a value.
    fn is_allowed(&self, cell: u32, value: &Value) -> bool {
        let Some(field) = self.facts.field(self.program.checked(), cell) else { return false };
        let Some(at) = coordinate(value) else { return false };
        let side = |limit: &Option<Limit>, below: bool| {
            limit.as_ref().is_none_or(|limit| match coordinate(&limit.value) {
                Some(bound) if bound == at => limit.inclusive,
                Some(bound) => (bound < at) == below,
                None => true,
            })
        };
        side(&field.limits.low, true) && side(&field.limits.high, false)
    }
}

impl Unknown {
    /// The value at a place on the line.
    fn value_at(&self, x: Number) -> Option<Value> {
        Some(match &self.given {
            Value::Money(money) => Value::Money(Money { amount: x, ..*money }),
            Value::Number(_) => Value::Number(x),
            Value::Date(_) => {
                let number = i32::try_from(x.to_i64()?).ok()?;
                Value::Date(Date::from_day_number(number)?)
            }
            _ => return None,
        })
    }

    /// The value at the target, or the next one that the fact can hold in the direction in which
    /// the margin grows.
    fn on_grid(&self, target: Number, rising: bool, strict: bool) -> Option<Value> {
        let Some(step) = self.step else {
            let finite = target.as_decimal().is_some() && !strict;
            return if finite { self.value_at(target) } else { None };
        };
        let mode = if rising { RoundingMode::Up } else { RoundingMode::Down };
        let rounded = target.round(&Rounding::new(mode, step).ok()?).ok()?;
        if !strict || rounded != target {
            return self.value_at(rounded);
        }
        let beyond = if rising { rounded.add(step) } else { rounded.sub(step) };
        self.value_at(beyond.ok()?)
    }
}

/// Margins that lie on a line: at a place, and a step further each.
struct Line<'m> {
    at: Number,
    step: Number,
    margins: &'m [Number],
}

impl Line<'_> {
    /// The margin at a place.
    fn margin(&self, x: Number) -> Option<Number> {
        let [first, second, ..] = self.margins else { return None };
        let steps = x.sub(self.at).ok()?.div(self.step).ok()?;
        first.add(second.sub(*first).ok()?.mul(steps).ok()?).ok()
    }
}

/// Where a value lies on a line: a number, the number of an amount or of a day, a length in days.
fn coordinate(value: &Value) -> Option<Number> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Money(money) => Some(money.amount),
        Value::Date(day) => Some(Number::from_i64(i64::from(day.day_number()))),
        Value::Duration(duration) if duration.months == 0 && duration.working_days == 0 => {
            Some(Number::from_i64(duration.days))
        }
        _ => None,
    }
}

/// The smallest amount of a currency.
fn minor_unit(money: &Money) -> Option<Number> {
    let parts = 10_i64.checked_pow(money.currency.minor_units())?;
    Number::new_ratio(1, parts).ok()
}

/// Where a line through three equally distant margins is nought, and whether it rises. None for
/// three that do not lie on a line, and for a level one.
fn root(at: Number, step: Number, margins: &[Number]) -> Option<(Number, bool)> {
    let [first, second, third] = margins else { return None };
    let rise = second.sub(*first).ok()?;
    if rise.is_zero() || third.sub(*second).ok()? != rise {
        return None;
    }
    let distance = first.mul(step).ok()?.div(rise).ok()?;
    Some((at.sub(distance).ok()?, rise.is_positive()))
}
