//! The date on which dated things are read, and what is in force on it.
//!
//! Nothing but versions depends on that date, so between two neighbouring boundaries of the
//! program every day is as good as another: an unknown date is looked at once for each stretch.

use super::dated::What;
use super::{Machine, Run, fault};
use crate::eval::recorder::Recorder;
use crate::program::parts::InForce;
use crate::quantity::Date;
use crate::text::Span;
use crate::value::{Extent, Fault, FaultKind, Missing, Open, Value, ops};

/// The date on which something is read.
#[derive(Clone, Debug)]
pub(in crate::eval) enum Days {
    /// The date is known.
    Known(Date),
    /// It is not.
    Open(Box<OpenDays>),
}

/// The days that a date may be, one for each stretch on which nothing changes.
#[derive(Clone, Debug)]
pub(in crate::eval) struct OpenDays {
    /// The days, in order; empty when the date is a fault or absent.
    pub(in crate::eval) days: Vec<Date>,
    /// What would tell the date.
    pub(in crate::eval) missing: Missing,
    /// The date may be this fault.
    pub(in crate::eval) fault: Option<Fault>,
}

impl Days {
    fn open(days: Vec<Date>, missing: Missing, fault: Option<Fault>) -> Self {
        Self::Open(Box::new(OpenDays { days, missing, fault }))
    }

    fn faulty(fault: Fault) -> Self {
        Self::open(Vec::new(), Missing::none(), Some(fault))
    }
}

impl<R: Recorder> Machine<'_, R> {
    /// The days that the value of a date may be.
    pub(in crate::eval) fn days(&self, date: &Value, at: Span) -> Days {
        let absent = Fault::new(FaultKind::Absent, at);
        match date {
            Value::Date(day) => Days::Known(*day),
            Value::Moment(moment) => Days::Known(moment.date),
            Value::Fault(fault) => Days::faulty(*fault),
            Value::Open(open) => self.possible_days(open, absent),
            _ => Days::faulty(absent),
        }
    }

    fn possible_days(&self, open: &Open, absent: Fault) -> Days {
        let days = match &open.extent {
            Extent::Days { low, high } => self.stretches(*low, *high),
            Extent::Values(values) => {
                let day = |value: &Value| match value {
                    Value::Date(day) => Some(*day),
                    Value::Moment(moment) => Some(moment.date),
                    _ => None,
                };
                values.iter().filter_map(day).collect()
            }
            Extent::Nothing => Vec::new(),
            _ => self.stretches(None, None),
        };
        let absent = open.absent.then_some(absent);
        let fault = match (open.fault, absent) {
            (Some(a), Some(b)) => Some(a.either(b)),
            (a, b) => a.or(b),
        };
        Days::open(days, open.missing.clone(), fault)
    }

    /// One day of each stretch between two days.
    fn stretches(&self, low: Option<Date>, high: Option<Date>) -> Vec<Date> {
        let (first, last) = (low.unwrap_or(Date::MIN), high.unwrap_or(Date::MAX));
        let boundaries = self.program.boundaries().iter().copied();
        let inner = boundaries.filter(|day| first < *day && *day <= last);
        [first].into_iter().chain(inner).collect()
    }

    /// Reads something on another date, or on every day that the date may be.
    pub(super) fn on(
        &mut self,
        date: &Value,
        at: Span,
        read: &mut dyn FnMut(&mut Self) -> Run<Value>,
    ) -> Run<Value> {
        let days = self.days(date, at);
        self.on_days(&days, read)
    }

    /// Reads something on a date that may be one of several days.
    pub(in crate::eval) fn on_days(
        &mut self,
        days: &Days,
        read: &mut dyn FnMut(&mut Self) -> Run<Value>,
    ) -> Run<Value> {
        let days = match days {
            Days::Known(day) => return self.on_day(*day, |machine| read(machine)),
            Days::Open(days) => days,
        };
        let on_each =
            self.on_each(&days.days, &mut |machine, day| machine.on_day(day, &mut *read))?;
        // Where nothing that is read differs from the day before, the date decides nothing.
        let differing = on_each.into_iter().filter(|(_, same)| !same);
        let mut results: Vec<Value> = differing.map(|(value, _)| value).collect();
        results.extend(days.fault.map(Value::Fault));
        Ok(ops::join(&results.iter().collect::<Vec<_>>(), &days.missing))
    }

    /// Whether something is in force on the date on which things are read.
    pub(in crate::eval) fn in_force(&mut self, in_force: &InForce) -> Run<Value> {
        let mark = self.day_mark();
        self.note_way(0);
        let holds = self.in_force_today(in_force)?;
        self.settle(mark, What::InForce, &holds);
        Ok(holds)
    }

    fn in_force_today(&mut self, in_force: &InForce) -> Run<Value> {
        let day = self.day;
        if in_force.from.is_some_and(|from| day < from) {
            return Ok(Value::Bool(false));
        }
        if let Some(after) = in_force.unknown_after.as_ref().filter(|after| day > after.last) {
            self.note_way(usize::MAX);
            return Ok(after.value.clone());
        }
        if in_force.to.is_none_or(|to| day <= to) {
            return Ok(Value::Bool(true));
        }
        let mut longer = Vec::new();
        for (at, (last, condition)) in in_force.or_to.iter().enumerate() {
            if day <= *last {
                self.note_way(at);
                longer.push(self.formula(condition)?);
            }
        }
        Ok(match longer.as_slice() {
            [] => Value::Bool(false),
            [one] => one.clone(),
            several => ops::or(several, Span::default()),
        })
    }

    /// The value of the version that is in force, or the fault that none is.
    ///
    /// Where the end of a version is undecided, so is which of two versions holds; the earlier
    /// one holds as long as its condition does.
    pub(super) fn version<T>(
        &mut self,
        versions: &[(InForce, T)],
        at: Span,
        read: &mut dyn FnMut(&mut Self, &T) -> Run<Value>,
    ) -> Run<Value> {
        let mark = self.day_mark();
        let mut undecided: Vec<(Value, Value)> = Vec::new();
        let mut last = None;
        for (in_force, body) in versions {
            let holds = self.in_force(in_force)?;
            if holds.is_no() {
                continue;
            }
            let value = read(self, body)?;
            if holds.is_yes() {
                last = Some(value);
                break;
            }
            undecided.push((holds, value));
        }
        let value = last.unwrap_or_else(|| fault(FaultKind::NotInForce(self.day), at));
        let choose = |rest, (holds, value): (Value, Value)| ops::select(&holds, &value, &rest);
        let value = undecided.into_iter().rev().fold(value, choose);
        self.settle(mark, What::Version(at), &value);
        Ok(value)
    }
}
