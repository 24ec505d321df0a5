//! Definitions: their frame, their date, and what is remembered of them.

use super::{Machine, Run};
use crate::eval::memory::{Key, Remembered};
use crate::eval::recorder::Recorder;
use crate::program::code::Register;
use crate::program::parts::DefinitionCode;
use crate::text::Span;
use crate::types::typed::{DefinitionId, RecordId};
use crate::value::Value;

impl<R: Recorder> Machine<'_, R> {
    /// The value of a definition for the record in a register.
    pub(super) fn call(
        &mut self,
        id: DefinitionId,
        receiver: Option<(Register, RecordId)>,
        arguments: &[Register],
        at: Span,
    ) -> Run<Value> {
        let arguments = self.values(arguments);
        let Some((receiver, record)) = receiver else {
            return self.definition(id, None, &arguments);
        };
        if let Value::Record(base) = *self.value(receiver) {
            return self.definition(id, Some(base), &arguments);
        }
        let receiver = self.value(receiver).clone();
        self.on_record(&receiver, record, at, &mut |machine, base| {
            machine.definition(id, Some(base), &arguments)
        })
    }

    /// The value of a definition for a record.
    pub(in crate::eval) fn definition(
        &mut self,
        id: DefinitionId,
        receiver: Option<u32>,
        arguments: &[Value],
    ) -> Run<Value> {
        let program = self.program;
        let Some(code) = program.definition(id) else { return Ok(Value::Absent) };
        if !code.remembered {
            return self.evaluate(code, receiver, arguments);
        }
        let base = receiver.unwrap_or(u32::MAX);
        let key = Key { what: id.0.saturating_mul(2), base, day: self.day.day_number() };
        if let Some(known) = self.workspace.memory.get(key) {
            self.recorder.repeat(&known.notes, self.step.saturating_add(1));
            if let Some(asked) = &mut self.asked {
                asked.extend_from_slice(&known.notes.cells);
            }
            return Ok(known.value.clone());
        }
        let mark = self.recorder.mark();
        let value = self.evaluate(code, receiver, arguments)?;
        let notes = self.recorder.since(mark, self.step.saturating_add(1));
        let remembered = Remembered { value: value.clone(), notes };
        self.workspace.memory.insert(key, remembered);
        Ok(value)
    }

    fn evaluate(
        &mut self,
        code: &DefinitionCode,
        receiver: Option<u32>,
        arguments: &[Value],
    ) -> Run<Value> {
        self.in_frame(code.registers, receiver, |machine| {
            for (parameter, argument) in code.parameters.iter().zip(arguments) {
                machine.set(*parameter, argument.clone());
            }
            match &code.as_of {
                Some(date) => {
                    let date = machine.formula(date)?;
                    machine.on(&date, code.span, &mut |machine| machine.excepted(code))
                }
                None => machine.excepted(code),
            }
        })
    }

    /// The value of the definition on the current date, its exceptions heard.
    fn excepted(&mut self, code: &DefinitionCode) -> Run<Value> {
        if code.exceptions.is_empty() {
            return self.base(code);
        }
        self.with_exceptions(&code.exceptions, &mut |machine| machine.base(code))
    }

    /// The value of the version that is in force.
    fn base(&mut self, code: &DefinitionCode) -> Run<Value> {
        match code.versions.as_slice() {
            [] => Ok(code.unfilled.clone()),
            [(in_force, value)] if in_force.is_always() => self.formula(value),
            versions => {
                self.version(versions, code.span, &mut |machine, value| machine.formula(value))
            }
        }
    }
}
