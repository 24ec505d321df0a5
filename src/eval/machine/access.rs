//! Reading facts: cells, records inside records, evidence, readings.

use std::sync::Arc;

use super::{Machine, Run, fault};
use crate::eval::recorder::Recorder;
use crate::program::code::Register;
use crate::program::parts::FactPlace;
use crate::text::Span;
use crate::types::typed::{ReadingId, RecordId};
use crate::value::{Extent, Fault, FaultKind, Missing, Open, Owed, Value, ops};

impl<R: Recorder> Machine<'_, R> {
    /// The cell of a field of the record in a register.
    pub(super) fn cell(
        &mut self,
        base: Register,
        offset: u32,
        record: RecordId,
        at: Span,
    ) -> Run<Value> {
        if let Value::Record(base) = self.value(base) {
            let cell = base.saturating_add(offset);
            return Ok(self.read(cell));
        }
        let base = self.value(base).clone();
        self.on_record(&base, record, at, &mut |machine, base| {
            Ok(machine.read(base.saturating_add(offset)))
        })
    }

    /// The value of a cell.
    pub(super) fn read(&mut self, cell: u32) -> Value {
        self.recorder.cell(cell);
        if self.watched {
            if let Some(asked) = &mut self.asked {
                asked.push(cell);
            }
            if let Some((_, value)) = self.assumptions.cells.iter().find(|(at, _)| *at == cell) {
                return value.clone();
            }
        }
        self.facts.cell(cell).clone()
    }

    /// A record that lies in the one in a register.
    pub(super) fn inside(
        &mut self,
        base: Register,
        offset: u32,
        record: RecordId,
        at: Span,
    ) -> Run<Value> {
        let base = self.value(base).clone();
        self.on_record(&base, record, at, &mut |_, base| {
            Ok(Value::Record(base.saturating_add(offset)))
        })
    }

    /// The first cell of a record that the root is or includes.
    pub(in crate::eval) fn around(&self, record: RecordId) -> Option<u32> {
        let offset = self.program.offset_in(self.root.record, record)?;
        Some(self.root.base.saturating_add(offset))
    }

    /// Does something with a record, or with each that it may be.
    pub(super) fn on_record(
        &mut self,
        value: &Value,
        record: RecordId,
        at: Span,
        run: &mut dyn FnMut(&mut Self, u32) -> Run<Value>,
    ) -> Run<Value> {
        match value {
            Value::Record(base) => run(self, *base),
            Value::Fault(fault) => Ok(Value::Fault(*fault)),
            Value::Open(open) => self.on_possible_record(open, record, at, run),
            _ => Ok(fault(FaultKind::Absent, at)),
        }
    }

    fn on_possible_record(
        &mut self,
        open: &Open,
        record: RecordId,
        at: Span,
        run: &mut dyn FnMut(&mut Self, u32) -> Run<Value>,
    ) -> Run<Value> {
        let mut results = Vec::new();
        match &open.extent {
            Extent::Record(base) => results.push(run(self, *base)?),
            Extent::Values(values) => {
                for value in values.iter() {
                    if let Value::Record(base) = value {
                        results.push(run(self, *base)?);
                    }
                }
            }
            Extent::Nothing => {}
            // Nothing is known of the record, so the stand-in for all of its type is asked.
            _ => match self.facts.phantom(record) {
                Some(base) => results.push(run(self, base)?),
                // Without one, what is read of the record may be anything: absent or a fault too.
                None => results.push(Value::Open(Arc::new(Open {
                    extent: Extent::Any,
                    absent: true,
                    fault: Some(Fault::new(FaultKind::Absent, at)),
                    missing: open.missing.clone(),
                }))),
            },
        }
        results.extend(open.absent.then(|| fault(FaultKind::Absent, at)));
        results.extend(open.fault.map(Value::Fault));
        let results: Vec<&Value> = results.iter().collect();
        Ok(ops::join(&results, &open.missing))
    }

    /// A fact, or what it may be where its evidence is too weak.
    pub(super) fn with_evidence(
        &self,
        from: Register,
        place: FactPlace,
        (level, unknown): (u8, Register),
    ) -> Value {
        let value = self.value(from);
        if !value.is_certain() || *value == Value::Absent {
            return value.clone();
        }
        let bases: Vec<u32> = match self.value(place.base) {
            Value::Open(open) => match &open.extent {
                Extent::Values(values) => values.iter().filter_map(as_record).collect(),
                Extent::Record(base) => vec![*base],
                _ => Vec::new(),
            },
            other => as_record(other).into_iter().collect(),
        };
        let cells = bases.into_iter().map(|base| base.saturating_add(place.offset));
        let weak = cells.filter(|cell| self.facts.evidence(*cell) < level);
        let missing = Missing::from_owed(weak.map(|cell| Owed::Evidence(cell, level)));
        if missing.is_empty() { value.clone() } else { owed(self.value(unknown), &missing) }
    }

    /// A reading of an ambiguous text.
    pub(super) fn reading(&mut self, reading: ReadingId) -> Value {
        self.recorder.reading(reading);
        let assumed = self.assumptions.readings.iter().find(|(id, _)| *id == reading);
        match (assumed, self.program.reading(reading)) {
            (Some((_, value)), _) => value.clone(),
            (None, value) => value.cloned().unwrap_or(Value::Absent),
        }
    }

    /// The cells that a block reads, definitions that it calls included.
    pub(in crate::eval) fn cells_read(
        &mut self,
        block: crate::program::code::Block,
    ) -> Run<Missing> {
        let outer = self.asked.replace(Vec::new());
        let watched = std::mem::replace(&mut self.watched, true);
        let paused = self.recorder.pause(true);
        let result = self.afresh(|machine| machine.run(block));
        self.recorder.pause(paused);
        self.watched = watched;
        let cells = std::mem::replace(&mut self.asked, outer).unwrap_or_default();
        result?;
        Ok(Missing::from_owed(cells.into_iter().map(Owed::Fact)))
    }
}

fn as_record(value: &Value) -> Option<u32> {
    match value {
        Value::Record(base) => Some(*base),
        _ => None,
    }
}

/// An open value that is owed by someone else.
fn owed(unknown: &Value, missing: &Missing) -> Value {
    match unknown {
        Value::Open(open) => Open { missing: missing.clone(), ..Open::clone(open) }.settle(),
        other => other.clone(),
    }
}
