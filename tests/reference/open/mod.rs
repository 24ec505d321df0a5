//! The reference evaluator: a plain walk over the typed tree with facts that may be missing.
//!
//! It reads cells and uses the library's operations on values, but knows no code, no registers
//! and no memory: names are kept in maps, everything is computed anew wherever it is read. What it
//! says must be what the compiled evaluator says, missing facts and all. For the rare forms whose
//! answer on open lists is only a bound (`the`, `first of`, `carry`, `linked`, and `group` where a key is perhaps a fault), it raises
//! [`Reader::loose`] and makes no claim.

mod dated;
mod each;
mod expression;
mod group;
mod judgement;
mod lists;
mod report;
mod rule;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

pub use judgement::Judged;
pub use report::Entry;
use subvent::facts::Facts;
use subvent::quantity::Date;
use subvent::text::Span;
use subvent::types::typed::{Checked, Field, LocalId, ReadingId, RecordId, Type};
use subvent::value::{Extent, Fault, FaultKind, Missing, Open, Owed, Value, ops};

/// One evaluation.
pub struct Reader<'a> {
    pub checked: &'a Checked,
    pub facts: &'a Facts,
    /// The date of assessment.
    pub as_of: Date,
    /// Cells and readings whose values are tried.
    assumed: RefCell<BTreeMap<Owed, Value>>,
    /// Cells read while an operand is looked at again.
    asked: RefCell<Option<Vec<u32>>>,
    /// Something was met of which no claim is made.
    pub loose: Cell<bool>,
    /// What would tell the dates of rules that were judged on several days.
    pub(super) dates: RefCell<Missing>,
    steps: Cell<u64>,
}

/// What names mean, and on which day dated things are read.
#[derive(Clone)]
pub(super) struct Env {
    pub(super) receiver: Option<Value>,
    pub(super) locals: BTreeMap<LocalId, Value>,
    pub(super) day: Date,
    /// The evidence that facts must have.
    pub(super) evidence: Option<u8>,
}

impl Env {
    pub(super) fn of(receiver: Option<Value>, day: Date) -> Self {
        Self { receiver, locals: BTreeMap::new(), day, evidence: None }
    }

    pub(super) fn with(&self, name: LocalId, value: Value) -> Self {
        let mut env = self.clone();
        env.locals.insert(name, value);
        env
    }

    pub(super) fn on(&self, day: Date) -> Self {
        Self { day, ..self.clone() }
    }
}

/// A fault as a value.
pub(super) fn fault(kind: FaultKind, at: Span) -> Value {
    Value::Fault(Fault::new(kind, at))
}

/// An open condition, or one that certainly holds where nothing is missing.
pub(super) fn perhaps(missing: &Missing) -> Value {
    if missing.is_empty() { Value::Bool(true) } else { Value::unknown_bool(missing.clone()) }
}

/// The hull of several values of which `why` decides one.
pub(super) fn hull(values: &[Value], why: &Missing) -> Value {
    ops::join(&values.iter().collect::<Vec<_>>(), why)
}

impl<'a> Reader<'a> {
    pub fn new(checked: &'a Checked, facts: &'a Facts, as_of: Date) -> Self {
        Self {
            checked,
            facts,
            as_of,
            assumed: RefCell::default(),
            asked: RefCell::default(),
            loose: Cell::new(false),
            dates: RefCell::default(),
            steps: Cell::new(0),
        }
    }

    /// Counts an expression; a case that is too large is left alone.
    fn step(&self) {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > 3_000_000 {
            self.loose.set(true);
        }
    }

    /// Whether the case has grown too large to go on with.
    fn spent(&self) -> bool {
        self.steps.get() > 3_000_000
    }

    /// The value of a cell.
    fn cell(&self, cell: u32) -> Value {
        if let Some(asked) = &mut *self.asked.borrow_mut() {
            asked.push(cell);
        }
        match self.assumed.borrow().get(&Owed::Fact(cell)) {
            Some(value) => value.clone(),
            None => self.facts.cell(cell).clone(),
        }
    }

    /// A reading.
    fn reading(&self, id: ReadingId) -> Value {
        if let Some(value) = self.assumed.borrow().get(&Owed::Reading(id.0)) {
            return value.clone();
        }
        let reading = &self.checked.readings[id.index()];
        match reading.decided {
            Some(member) => Value::Member(member),
            None => {
                let members = self.checked.enums[reading.choices.index()].members.len();
                let members = 0..u16::try_from(members).unwrap();
                Value::unknown_member(members, false, Missing::one(Owed::Reading(id.0)))
            }
        }
    }

    /// The cells that something reads.
    fn cells_read(&self, read: impl FnOnce()) -> Vec<u32> {
        let outer = self.asked.replace(Some(Vec::new()));
        read();
        self.asked.replace(outer).unwrap_or_default()
    }

    /// Does something with a record, or with each that it may be.
    fn on_record(
        &self,
        value: &Value,
        record: RecordId,
        at: Span,
        read: &dyn Fn(u32) -> Value,
    ) -> Value {
        let open = match value {
            Value::Record(base) => return read(*base),
            Value::Fault(fault) => return Value::Fault(*fault),
            Value::Open(open) => open,
            _ => return fault(FaultKind::Absent, at),
        };
        let mut results = Vec::new();
        match &open.extent {
            Extent::Record(base) => results.push(read(*base)),
            Extent::Values(values) => {
                for value in values.iter() {
                    if let Value::Record(base) = value {
                        results.push(read(*base));
                    }
                }
            }
            Extent::Nothing => {}
            _ => match self.facts.phantom(record) {
                Some(base) => results.push(read(base)),
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
        hull(&results, &open.missing)
    }
}

/// A required record takes no cell of its own.
fn lies_in_line(field: &Field) -> bool {
    matches!(field.ty.required(), Type::Record(_)) && !field.reference && !field.optional
}
