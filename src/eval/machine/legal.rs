//! Legal periods and working days: which calendar counts, and how the result was found.

use super::{Machine, Run};
use crate::eval::outcome::Counted;
use crate::eval::recorder::Recorder;
use crate::program::code::{CalendarCode, LegalCode};
use crate::quantity::Date;
use crate::quantity::calendar::Calendar;
use crate::quantity::deadline::{Term, deadline};
use crate::text::Span;
use crate::types::typed::{CalendarId, Legal};
use crate::value::{Extent, Missing, Value, ops};

impl<R: Recorder> Machine<'_, R> {
    /// The value of a count.
    pub(super) fn legal(&mut self, code: &LegalCode, at: Span) -> Run<Value> {
        if let Some(source) = code.source {
            self.run(source)?;
        }
        match &code.calendar {
            CalendarCode::None => self.counted(code, None, at),
            CalendarCode::One(id) => self.counted(code, Some(*id), at),
            CalendarCode::Chosen { choice, among } => {
                let choice = self.value(*choice).clone();
                self.chosen(code, &choice, among, at)
            }
        }
    }

    /// The count by the calendar that was chosen, or by each that may be.
    fn chosen(
        &mut self,
        code: &LegalCode,
        choice: &Value,
        among: &[CalendarId],
        at: Span,
    ) -> Run<Value> {
        if let Some(id) = self.calendar_named(choice, among) {
            return self.counted(code, Some(id), at);
        }
        let Value::Open(open) = choice else {
            // A choice without a result is a fault, and so is what rests on it.
            return Ok(ops::legal(
                code.operation,
                (choice, self.value(code.duration)),
                None,
                &Missing::none(),
                at,
            ));
        };
        let mut results = Vec::new();
        for id in among {
            if self.is_possible(&open.extent, *id) {
                results.push(self.counted(code, Some(*id), at)?);
            }
        }
        results.extend(open.fault.map(Value::Fault));
        let results: Vec<&Value> = results.iter().collect();
        Ok(ops::join(&results, &open.missing))
    }

    fn counted(&mut self, code: &LegalCode, id: Option<CalendarId>, at: Span) -> Run<Value> {
        let count = |machine: &Self, owed: &Missing| {
            let operands = (machine.value(code.operand), machine.value(code.duration));
            ops::legal(code.operation, operands, machine.calendar(id), owed, at)
        };
        let value = count(self, &Missing::none());
        match code.source {
            Some(source) if !value.is_certain() && !matches!(value, Value::Fault(_)) => {
                let owed = self.owed_for(source)?;
                let owed = self.without_time(owed);
                Ok(count(self, &owed))
            }
            _ => Ok(value),
        }
    }

    /// The days of a calendar.
    fn calendar(&self, id: Option<CalendarId>) -> Option<&Calendar> {
        self.program.checked().calendars.get(id?.index())?.days.as_deref()
    }

    /// The calendar with this full name.
    fn calendar_named(&self, name: &Value, among: &[CalendarId]) -> Option<CalendarId> {
        let Value::Text(name) = name else { return None };
        let named = |id: &CalendarId| {
            let calendar = self.program.checked().calendars.get(id.index());
            calendar.is_some_and(|calendar| calendar.path == *name)
        };
        among.iter().copied().find(named)
    }

    /// Whether a choice may still be this calendar.
    fn is_possible(&self, extent: &Extent, id: CalendarId) -> bool {
        match extent {
            Extent::Values(values) => {
                values.iter().any(|name| self.calendar_named(name, &[id]).is_some())
            }
            Extent::Nothing => false,
            _ => true,
        }
    }

    /// How a certain count was found; nothing for one that is open.
    pub(super) fn how_counted(&self, code: &LegalCode) -> Option<Counted> {
        let calendar = match &code.calendar {
            CalendarCode::None => None,
            CalendarCode::One(id) => Some(*id),
            CalendarCode::Chosen { choice, among } => {
                Some(self.calendar_named(self.value(*choice), among)?)
            }
        };
        let day = match self.value(code.operand) {
            Value::Date(date) => *date,
            Value::Moment(moment) => moment.date,
            _ => return None,
        };
        let days = self.calendar(calendar);
        match code.operation {
            Legal::Deadline { regime, .. } => {
                let Value::Duration(duration) = self.value(code.duration) else { return None };
                let steps = steps(code.operation, day, *duration, days)?;
                Some(Counted { law: Some(regime), calendar, steps, closed: None })
            }
            Legal::IsWorkingDay => {
                let closed = days?.closed(day, None).ok()?.map(|why| (day, why));
                Some(Counted { law: None, calendar, steps: Vec::new(), closed })
            }
            Legal::Hours { .. } | Legal::Shift { .. } | Legal::WorkingDays => {
                Some(Counted { law: None, calendar, steps: Vec::new(), closed: None })
            }
        }
    }
}

fn steps(
    operation: Legal,
    event: Date,
    duration: crate::quantity::Duration,
    calendar: Option<&Calendar>,
) -> Option<Vec<crate::quantity::deadline::Step>> {
    let Legal::Deadline { direction, regime, .. } = operation else { return None };
    let term = Term { length: operation.length(duration), direction, regime };
    let mut steps = Vec::new();
    deadline(event, &term, calendar, Some(&mut steps)).ok()?;
    Some(steps)
}
