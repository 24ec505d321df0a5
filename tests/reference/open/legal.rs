//! Legal periods and working days, missing facts and all.

use subvent::text::Span;
use subvent::types::typed::{CalendarId, CalendarOf, Legal, LegalCount};
use subvent::value::{Missing, Value, ops};

use super::{Env, Reader};

impl Reader<'_> {
    /// The value of a count: by its calendar, or by each that the choice may still name.
    pub(super) fn counted(&self, count: &LegalCount, at: Span, env: &Env) -> Value {
        match &count.calendar {
            CalendarOf::None => self.counted_by(count, None, at, env),
            CalendarOf::One(id) => self.counted_by(count, Some(*id), at, env),
            CalendarOf::Chosen { choice, among } => {
                let choice = self.eval(choice, env);
                let possible = |id: &CalendarId| {
                    let path = self.checked.calendars[id.index()].path.clone();
                    match &choice {
                        Value::Open(open) => open.extent.admits(&Value::Text(path)),
                        certain => *certain == Value::Text(path),
                    }
                };
                let ids = among.iter().filter(|id| possible(id));
                let mut values: Vec<Value> =
                    ids.map(|id| self.counted_by(count, Some(*id), at, env)).collect();
                match &choice {
                    Value::Fault(fault) => values.push(Value::Fault(*fault)),
                    Value::Open(open) => values.extend(open.fault.map(Value::Fault)),
                    _ => {}
                }
                ops::join(&values.iter().collect::<Vec<_>>(), &choice.missing())
            }
        }
    }

    fn counted_by(&self, count: &LegalCount, id: Option<CalendarId>, at: Span, env: &Env) -> Value {
        let days = id.and_then(|id| self.checked.calendars[id.index()].days.as_deref());
        let operand = self.eval(&count.operand, env);
        let duration = count.duration.as_ref().map(|duration| self.eval(duration, env));
        let duration = duration.unwrap_or(Value::Duration(subvent::quantity::Duration::default()));
        let ask =
            |owed: &Missing| ops::legal(count.operation, (&operand, &duration), days, owed, at);
        let answer = ask(&Missing::none());
        if answer.is_certain()
            || matches!(answer, Value::Fault(_))
            || !matches!(count.operation, Legal::Hours { .. })
        {
            return answer;
        }
        let cells = self.cells_read(|| {
            self.eval(&count.operand, env);
        });
        let untimed = |cell: &u32| matches!(self.facts.cell(*cell), Value::Moment(moment) if moment.time.is_none());
        let times: Vec<u32> = cells.iter().copied().filter(untimed).collect();
        ask(&self.owed(if times.is_empty() { cells } else { times }))
    }
}
