//! A world: a checked programme, a complete proposal, and a date of assessment.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use subvent::types::typed::{Checked, LocalId, RecordId, RuleId};

use super::value::{Rec, Res, Stop, Val};

/// Everything that an answer rests on.
pub struct World<'c> {
    /// The programme.
    pub checked: &'c Checked,
    /// The date of assessment.
    pub today: i64,
    /// The proposal.
    pub root: Rc<Rec>,
    /// What the proposal is.
    pub record: RecordId,
    /// How many expressions were read, against runaway programmes.
    pub(super) steps: Cell<u64>,
    /// Which forms of expressions were read.
    pub seen: RefCell<BTreeMap<&'static str, u64>>,
}

/// More expressions than this are not read; the case is then too large to judge.
const ENOUGH: u64 = 3_000_000;

impl<'c> World<'c> {
    /// A world.
    pub fn new(checked: &'c Checked, today: i64, root: Rc<Rec>, record: RecordId) -> Self {
        Self { checked, today, root, record, steps: Cell::new(0), seen: RefCell::default() }
    }

    /// Counts an expression.
    pub(super) fn step(&self) -> Result<(), Stop> {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > ENOUGH { Err(Stop::Unknown) } else { Ok(()) }
    }

    /// The frame in which a rule begins.
    pub fn frame(&self) -> Frame {
        Frame {
            receiver: Some(Val::Record(self.root.clone())),
            locals: BTreeMap::new(),
            date: Ok(self.today),
            rules: Vec::new(),
            evidence: 1,
        }
    }

    /// Whether a record is another or includes it, directly or not.
    pub fn is_or_includes(&self, outer: RecordId, inner: RecordId) -> bool {
        if outer == inner {
            return true;
        }
        let includes = &self.checked.records[outer.index()].includes;
        includes.iter().any(|include| self.is_or_includes(*include, inner))
    }
}

/// What names mean in a rule or definition.
#[derive(Clone)]
pub struct Frame {
    /// The record that it is for.
    pub receiver: Option<Val>,
    /// Parameters, `let`s and elements of loops.
    pub locals: BTreeMap<LocalId, Res>,
    /// The date on which dated things are read.
    pub date: Result<i64, Stop>,
    /// The rules that wait for this one, for `holds`.
    pub rules: Vec<RuleId>,
    /// The evidence that facts must have which are read here; what a definition, a parameter or
    /// another rule reads for itself is asked for none.
    pub evidence: u8,
}

impl Frame {
    /// The same frame with one more name.
    pub fn with(&self, name: LocalId, value: Res) -> Self {
        let mut frame = self.clone();
        frame.locals.insert(name, value);
        frame
    }
}
