//! Parameters and tables: the version by date, the row by key.

use super::cases::key_cases;
use super::dated::What;
use super::{Machine, Run, fault};
use crate::eval::recorder::Recorder;
use crate::program::code::Register;
use crate::program::parts::{RowCode, RowsCode, TableCode, TableSlot};
use crate::text::Span;
use crate::value::{Fault, FaultKind, Faults, Missing, Value, ops};

/// More combinations of keys than this are not looked at one by one.
const MANY: usize = 256;

impl<R: Recorder> Machine<'_, R> {
    /// The value of a parameter or table on the current date.
    pub(super) fn table(
        &mut self,
        slot: TableSlot,
        arguments: &[Register],
        at: Span,
    ) -> Run<Value> {
        let program = self.program;
        let Some(code) = program.table(slot) else { return Ok(Value::Absent) };
        if let Some(after) = &code.unknown_after {
            let unknown = self.day > after.last;
            self.note_way(usize::from(unknown));
            if unknown {
                return Ok(after.value.clone());
            }
        }
        if code.versions.is_empty() {
            return Ok(code.unfilled.clone());
        }
        if let Some(row) = code.constant() {
            self.recorder.branch(row.span);
            return Ok(self.value(row.value.result).clone());
        }
        let arguments = self.values(arguments);
        let mark = self.day_mark();
        let value =
            self.in_frame(code.registers, None, |machine| match combinations(code, &arguments) {
                Some(combinations) => machine.case_by_case(code, &arguments, &combinations, at),
                None => machine.look_up(code, &arguments, at),
            })?;
        self.settle(mark, What::Table(at), &value);
        Ok(value)
    }

    /// The hull of the values for each combination of keys.
    fn case_by_case(
        &mut self,
        code: &TableCode,
        arguments: &[Value],
        combinations: &[Vec<Value>],
        at: Span,
    ) -> Run<Value> {
        let mut results = Vec::new();
        for keys in combinations {
            results.push(self.look_up(code, keys, at)?);
        }
        let missing = arguments.iter().fold(Missing::none(), |all, it| all.union(&it.missing()));
        Ok(ops::join(&results.iter().collect::<Vec<_>>(), &missing))
    }

    fn look_up(&mut self, code: &TableCode, keys: &[Value], at: Span) -> Run<Value> {
        for (register, key) in code.keys.iter().zip(keys) {
            self.set(*register, key.clone());
        }
        self.version(&code.versions, at, &mut |machine, rows| machine.row(rows, at))
    }

    /// The value of the one row that holds.
    fn row(&mut self, code: &RowsCode, at: Span) -> Run<Value> {
        let mut rows = Rows::default();
        for row in &code.rows {
            let holds = self.row_holds(row)?;
            rows.add(row, &holds);
        }
        let rest = |machine: &mut Self| match &code.otherwise {
            Some((value, place)) => {
                machine.recorder.branch(*place);
                machine.formula(value)
            }
            None => Ok(fault(FaultKind::NoRow, at)),
        };
        if let Some(fault) = ops::certain_fault(rows.faults, &rows.missing) {
            return Ok(fault);
        }
        let possible_fault = rows.faults.of_result();
        match (rows.certain, rows.possible.as_slice()) {
            (None, []) => rest(self),
            (Some(row), []) => {
                self.recorder.branch(row.span);
                self.formula(&row.value)
            }
            (Some(row), possible) => {
                let value = self.formula(&row.value)?;
                let second = possible.first().map_or(at, |other| other.span);
                let mut results = vec![value, Value::Fault(two_rows(row.span, second))];
                results.extend(possible_fault.map(Value::Fault));
                Ok(ops::join(&results.iter().collect::<Vec<_>>(), &rows.missing))
            }
            (None, possible) => {
                let mut results = vec![rest(self)?];
                for row in possible {
                    results.push(self.formula(&row.value)?);
                }
                if let [first, second, ..] = possible {
                    results.push(Value::Fault(two_rows(first.span, second.span)));
                }
                results.extend(possible_fault.map(Value::Fault));
                Ok(ops::join(&results.iter().collect::<Vec<_>>(), &rows.missing))
            }
        }
    }

    fn row_holds(&mut self, row: &RowCode) -> Run<Value> {
        if let [condition] = row.conditions.as_slice() {
            return self.formula(condition);
        }
        let mut conditions = Vec::with_capacity(row.conditions.len());
        for condition in &row.conditions {
            let holds = self.formula(condition)?;
            if holds.is_no() {
                return Ok(holds);
            }
            conditions.push(holds);
        }
        Ok(ops::and(&conditions, row.span))
    }
}

/// The rows of a version that hold or may hold.
#[derive(Default)]
struct Rows<'p> {
    certain: Option<&'p RowCode>,
    possible: Vec<&'p RowCode>,
    /// What would decide the possible ones.
    missing: Missing,
    /// Two rows hold, or a condition cannot be computed, for certain or perhaps.
    faults: Faults,
}

impl<'p> Rows<'p> {
    fn add(&mut self, row: &'p RowCode, holds: &Value) {
        let truth = ops::truth(holds);
        if truth.is_certainly_no() {
            return;
        }
        truth.faults(&mut self.faults);
        self.missing = self.missing.union(&holds.missing());
        if truth.is_certainly_yes() {
            match self.certain {
                Some(first) => self.faults.meet(Some(two_rows(first.span, row.span))),
                None => self.certain = Some(row),
            }
        } else if truth.certain_fault().is_none() {
            self.possible.push(row);
        }
    }
}

fn two_rows(first: Span, second: Span) -> Fault {
    Fault::between(FaultKind::TwoRows, first, second)
}

/// The combinations of keys to look at where some keys are open and all can be told case by
/// case; none where no key is open.
fn combinations(code: &TableCode, arguments: &[Value]) -> Option<Vec<Vec<Value>>> {
    if !arguments.iter().any(|argument| matches!(argument, Value::Open(_))) {
        return None;
    }
    let bounds = code.cases.bounds.as_ref()?;
    let mut combinations: Vec<Vec<Value>> = vec![Vec::new()];
    for (at, argument) in arguments.iter().enumerate() {
        let bounds = bounds.get(at)?;
        let whole = code.cases.whole.get(at).copied().unwrap_or(false);
        let cases = key_cases(argument, bounds, whole)?;
        if combinations.len().saturating_mul(cases.len()) > MANY {
            return None;
        }
        let longer = combinations
            .iter()
            .flat_map(|keys| cases.iter().map(|case| keys.iter().chain([case]).cloned().collect()));
        combinations = longer.collect();
    }
    Some(combinations)
}
