//! What dated things come to on a day, by which the days of an unknown date are told apart.
//!
//! A date decides something only where a parameter, table, definition or version that is read
//! comes to something else on one day than on another. That the values read are as open on both
//! days does not tell: an amount that is not given may well lie below the cap of one day and
//! above that of another. So it is noted which versions are in force, and of what has a certain
//! value that value alone; where these notes agree, both days say the same of every completion.

use std::collections::BTreeMap;

use super::{Machine, Run};
use crate::eval::memory::Key;
use crate::eval::recorder::Recorder;
use crate::program::code::Formula;
use crate::quantity::Date;
use crate::text::Span;
use crate::value::{Fault, FaultKind, Value};

/// What one dated thing came to.
#[derive(Clone, PartialEq, Debug)]
enum Dated {
    /// Its value, which is certain.
    Value(What, Value),
    /// One of several ways, such as the conditions that prolong a version, by number.
    Way(usize),
}

/// What has a value. The value of a clause must not be taken for that of something which is read
/// for it: up to a note both days ran the same code, and this tells how far they went on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::eval) enum What {
    /// Whether something is in force.
    InForce,
    /// The version that is in force, by the place that asks for it.
    Version(Span),
    /// A parameter or table, by the place that reads it.
    Table(Span),
    /// A definition, by its place.
    Definition(Span),
    /// A clause of a rule, by its first instruction.
    Clause(u32),
}

/// The notes of one day.
#[derive(Clone, Debug, Default)]
pub(super) struct DayNotes {
    list: Vec<Dated>,
    /// The notes of what is remembered: definition, record and day.
    kept: BTreeMap<(u32, u32, i32), Box<[Dated]>>,
}

/// A place in the notes of a day.
#[derive(Clone, Copy, Debug)]
pub(in crate::eval) struct DayMark(usize);

impl<R: Recorder> Machine<'_, R> {
    /// Does something on each of several days, and tells of each result whether nothing that was
    /// read for it differs from the day before.
    pub(in crate::eval) fn on_each<T>(
        &mut self,
        days: &[Date],
        run: &mut dyn FnMut(&mut Self, Date) -> Run<T>,
    ) -> Run<Vec<(T, bool)>> {
        let mut outer = self.dated.take();
        let mut kept = outer.as_mut().map(|it| std::mem::take(&mut it.kept)).unwrap_or_default();
        let mut results = Vec::with_capacity(days.len());
        let mut all = Vec::new();
        let mut before: Option<Vec<Dated>> = None;
        let mut spent = None;
        for day in days {
            self.dated = Some(Box::new(DayNotes { list: Vec::new(), kept }));
            let result = run(self, *day);
            let notes = self.dated.take().map(|notes| *notes).unwrap_or_default();
            kept = notes.kept;
            match result {
                Ok(result) => {
                    results.push((result, before.as_ref() == Some(&notes.list)));
                    all.extend(before.replace(notes.list).into_iter().flatten());
                }
                Err(end) => {
                    spent = Some(end);
                    break;
                }
            }
        }
        all.extend(before.into_iter().flatten());
        if let Some(outer) = &mut outer {
            outer.kept = kept;
            outer.list.extend(all);
        }
        self.dated = outer;
        spent.map_or(Ok(results), Err)
    }

    /// Does something that says the same on every day, so that nothing is noted of it.
    pub(in crate::eval) fn undated<T>(&mut self, run: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.dated.take();
        let result = run(self);
        self.dated = outer;
        result
    }

    /// Marks a place in the notes of the day.
    pub(in crate::eval) fn day_mark(&self) -> DayMark {
        DayMark(self.dated.as_ref().map_or(0, |notes| notes.list.len()))
    }

    /// Notes which of several ways was gone.
    pub(in crate::eval) fn note_way(&mut self, way: usize) {
        if let Some(notes) = &mut self.dated {
            notes.list.push(Dated::Way(way));
        }
    }

    /// Where a value is certain, it stands for all that was noted for it since a mark.
    pub(in crate::eval) fn settle(&mut self, mark: DayMark, what: What, value: &Value) {
        let Some(notes) = &mut self.dated else { return };
        if notes.list.len() > mark.0
            && let Some(settled) = settled(value)
        {
            notes.list.truncate(mark.0);
            notes.list.push(Dated::Value(what, settled));
        }
    }

    /// The value of a clause of a rule.
    pub(in crate::eval) fn clause(&mut self, formula: &Formula) -> Run<Value> {
        let mark = self.day_mark();
        let value = self.formula(formula)?;
        self.settle(mark, What::Clause(formula.block.start), &value);
        Ok(value)
    }

    /// Keeps what was noted since a mark for a value that is remembered.
    pub(super) fn keep_notes(&mut self, key: Key, mark: DayMark) {
        if let Some(notes) = &mut self.dated {
            let noted = notes.list.get(mark.0..).unwrap_or_default().into();
            notes.kept.insert((key.what, key.base, key.day), noted);
        }
    }

    /// Notes again what was noted for a value that is remembered. Whether it was; a value that
    /// is remembered without has to be computed once more.
    pub(super) fn repeat_notes(&mut self, key: Key) -> bool {
        let Some(notes) = &mut self.dated else { return true };
        if self.workspace.memory.get(key).is_none() {
            return false;
        }
        match notes.kept.get(&(key.what, key.base, key.day)) {
            Some(noted) => {
                notes.list.extend_from_slice(noted);
                true
            }
            None => false,
        }
    }
}

/// A value that is certain, or the kind of fault that it is: all that no written default replaces
/// are alike, as a rule is faulty by any of them.
fn settled(value: &Value) -> Option<Value> {
    let kind = match value {
        Value::Fault(fault) if !fault.is_mixed() => fault.kind,
        value => return is_certain(value).then(|| value.clone()),
    };
    let kind = match kind {
        FaultKind::NotInForce(_) => FaultKind::NotInForce(Date::MIN),
        FaultKind::NotExactlyOne | FaultKind::Empty => FaultKind::Empty,
        _ => FaultKind::NoRow,
    };
    Some(Value::Fault(Fault::new(kind, Span::default())))
}

/// Whether a value is certain, its elements included.
fn is_certain(value: &Value) -> bool {
    match value {
        Value::List(list) => list.iter().all(|element| is_certain(&element)),
        Value::Group(group) => is_certain(&group.0) && is_certain(&group.1),
        value => value.is_certain(),
    }
}
